# ruff: noqa: E501 - expected scripts are compared as they are
import subprocess
from pathlib import Path

from analyzer.renderers.html_page.bundle import bundle

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "analyzer" / "renderers" / "html_page" / "js"


def test_the_scripts_pass_their_own_tests() -> None:
    files = sorted(str(path) for path in (ROOT / "tests" / "node" / "report").glob("*.test.js"))
    run = subprocess.run(["node", "--test", *files], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_modules_are_joined_after_what_they_import() -> None:
    files = {
        "app.js": 'import { one } from "./parts/one.js";\nimport { two } from "./two.js";\none(two);\n',
        "parts/one.js": 'import { two } from "../two.js";\nexport function one() { return two; }\n',
        "two.js": "export const two = 2;\nconst hidden = 1;\n",
    }
    assert bundle("app.js", files.__getitem__) == (
        "// two.js\nconst module_0 = (() => {\nconst two = 2;\nconst hidden = 1;\nreturn { two };\n})();\n"
        "// parts/one.js\nconst module_1 = (() => {\nconst { two } = module_0;\nfunction one() { return two; }\nreturn { one };\n})();\n"
        "// app.js\nconst module_2 = (() => {\nconst { one } = module_1;\nconst { two } = module_0;\none(two);\nreturn {  };\n})();"
    )


def test_every_script_is_part_of_the_page() -> None:
    joined = bundle("app.js", lambda path: (SCRIPTS / path).read_text("utf-8"))
    for path in SCRIPTS.rglob("*.js"):
        assert f"// {path.relative_to(SCRIPTS).as_posix()}\n" in joined


def test_scripts_never_make_markup_from_text() -> None:
    for path in SCRIPTS.rglob("*.js"):
        text = path.read_text("utf-8")
        for way in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "DOMParser",
        ):
            assert way not in text, path.name
