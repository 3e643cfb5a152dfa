"""Drop-in functions of the clients have the signatures of the functions they replace, as these stand in the source."""

import ast
from pathlib import Path

from studies.sample import SAMPLE

from analyzer.model.study import Study

Parameters = list[tuple[str, str, str]]
"""Name, kind, and the default: as written when it is a literal, "..." when it is the function's own affair."""


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Parameters:
    given = function.args
    plain = [*given.posonlyargs, *given.args]
    defaults = [None] * (len(plain) - len(given.defaults)) + list(given.defaults)
    found = [(one.arg, "plain", said(default)) for one, default in zip(plain, defaults, strict=True)]
    found += [(given.vararg.arg, "*", "")] if given.vararg else []
    keywords = zip(given.kwonlyargs, given.kw_defaults, strict=True)
    found += [(one.arg, "keyword", said(default)) for one, default in keywords]
    return found + ([(given.kwarg.arg, "**", "")] if given.kwarg else [])


def said(default: ast.expr | None) -> str:
    if default is None:
        return ""
    try:
        return repr(ast.literal_eval(default))
    except ValueError:
        return "..."


def functions(path: Path) -> dict[str, ast.FunctionDef | ast.AsyncFunctionDef]:
    body = ast.parse(path.read_text()).body
    return {node.name: node for node in body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_drop_in_function_of_the_sample_takes_what_the_original_takes(study: Study, sample: Path) -> None:
    compared = 0
    for contract in study.contracts:
        replaced = sample / contract.service / f"client/src/{contract.service}_client/replaced"
        for operation in contract.operations:
            file, _, name = operation.element.partition("::")
            if operation.kind != "action" or not operation.function or "." in name:
                continue
            original, made = functions(SAMPLE / file)[name], functions(replaced / f"{operation.tag}.py")[name]
            assert (operation.element, parameters(made)) == (operation.element, parameters(original))
            compared += 1
    assert compared > 50
