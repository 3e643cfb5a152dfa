"""Functions, lambdas and classes: what their statement evaluates now, and the body that is walked later."""

import ast
from typing import Any

from analyzer.model.expression import DECORATOR, Call, Index, Parameter
from analyzer.model.facts import ParameterFact, ParameterKind
from analyzer.read.annotations import annotation as annotated
from analyzer.read.draft import Draft, Frame
from analyzer.read.spots import spot

LONGEST_DOCSTRING = 200  # one paragraph for a contract's summary


def function(draft: Draft, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    """``def``: decorators, defaults and annotations belong to the scope around, the body to a new one."""
    decorators = tuple([draft.build(decorator) for decorator in node.decorator_list]) if node.decorator_list else ()
    frame = draft.open("function", node, node.name)
    if decorators:
        frame.decorators = decorators
        frame.decorator_texts = tuple([draft.text(decorator) for decorator in node.decorator_list])
    frame.parameters = _parameters(draft, node.args)
    frame.docstring = _docstring(node.body)
    frame.is_async = node.__class__ is ast.AsyncFunctionDef
    if node.returns is not None:
        frame.result, frame.result_text = annotated(draft, node.returns), draft.text(node.returns)
    index = draft.define(frame)
    draft.page.functions.append(spot(draft, node))
    draft.page.indexes[node] = index
    _bind(draft, node.name, _decorated(draft, node, decorators, index), node.lineno)
    _share_written(draft, node.body)


def _share_written(draft: Draft, body: list[ast.stmt]) -> None:
    """A variable that the new function declares as its own to write may change whenever that function is called."""
    frame = draft.frame
    for statement in body:
        if (statement.__class__ is ast.Global and frame.index == 0) or statement.__class__ is ast.Nonlocal:
            for name in statement.names:
                known = draft.environment.get(name)
                if known is not None:
                    draft.environment[name] = draft.choice([known, draft.variable(frame.index, name)])


def lambda_(draft: Draft, node: ast.Lambda) -> Index:
    """``lambda``: numbered within the scope around it, in source order."""
    around = draft.frame
    number = around.lambdas = around.lambdas + 1
    frame = draft.open("lambda", node, f"<lambda{number}>")
    frame.parameters = _parameters(draft, node.args)
    return draft.define(frame)


def class_(draft: Draft, node: ast.ClassDef) -> None:
    """``class``: bases and decorators now, the body later but in its own order."""
    decorators = tuple([draft.build(decorator) for decorator in node.decorator_list])
    bases = tuple([draft.build(base) for base in node.bases])
    keywords = tuple([(keyword.arg or "**", draft.build(keyword.value)) for keyword in node.keywords])
    frame = draft.open("class", node, node.name)
    frame.decorators, frame.bases, frame.keywords = decorators, bases, keywords
    frame.decorator_texts = tuple([draft.text(decorator) for decorator in node.decorator_list])
    frame.docstring = _docstring(node.body)
    index = draft.define(frame)
    draft.page.classes.append(spot(draft, node))
    draft.page.indexes[node] = index
    _bind(draft, node.name, _decorated(draft, node, decorators, index), node.lineno)


def enter(draft: Draft, frame: Frame) -> None:
    """Make a waiting scope the current one, its parameters bound."""
    draft.frame = frame
    draft.environment = frame.environment
    draft.flags, draft.withs = 0, ()
    draft.block += 1
    table = draft.table
    frame.first = len(table)
    for position, parameter in enumerate(frame.parameters):
        draft.bind(parameter.name, len(table), frame.node.lineno)  # type: ignore[attr-defined]
        table.append(Parameter(frame.index, position))


def _decorated(
    draft: Draft,
    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef,
    decorators: tuple[Index, ...],
    index: Index,
) -> Index:
    """Each decorator is called with what the ones below it gave."""
    for decorator, written in zip(reversed(decorators), reversed(node.decorator_list), strict=True):
        index = draft.add(Call(decorator, (index,), (), written.lineno, draft.flags | DECORATOR))
        draft.notable.add(index)
    return index


def _bind(draft: Draft, name: str, index: Index, line: int) -> None:
    draft.bind(name, index, line)
    if draft.frame.index == 0:
        draft.page.aliases.setdefault(name, f"{draft.source.module}.{name}" if draft.source.module else name)


def _docstring(body: list[ast.stmt]) -> str:
    first: Any = body[0]
    if first.__class__ is ast.Expr and first.value.__class__ is ast.Constant and first.value.value.__class__ is str:
        paragraph = first.value.value.strip().partition("\n\n")[0]
        return " ".join(paragraph.split())[:LONGEST_DOCSTRING]
    return ""


def _parameters(draft: Draft, arguments: ast.arguments) -> tuple[ParameterFact, ...]:
    only, plain, defaults = arguments.posonlyargs, arguments.args, arguments.defaults
    without = len(only) + len(plain) - len(defaults)
    found = [
        _parameter(draft, argument, "positional_only", None if number < without else defaults[number - without])
        for number, argument in enumerate(only)
    ]
    found += [
        _parameter(draft, argument, "positional", None if number < without else defaults[number - without])
        for number, argument in enumerate(plain, len(only))
    ]
    if arguments.vararg is not None:
        found.append(_parameter(draft, arguments.vararg, "var_positional", None))
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        found.append(_parameter(draft, argument, "keyword_only", default))
    if arguments.kwarg is not None:
        found.append(_parameter(draft, arguments.kwarg, "var_keyword", None))
    return tuple(found)


def _parameter(draft: Draft, argument: ast.arg, kind: ParameterKind, default: ast.expr | None) -> ParameterFact:
    annotation = argument.annotation
    if annotation is None and default is None:
        return ParameterFact(argument.arg, kind)
    return ParameterFact(
        argument.arg,
        kind,
        annotated(draft, annotation) if annotation is not None else 0,
        draft.build(default) if default is not None else 0,
        draft.text(annotation) if annotation is not None else "",
        draft.text(default) if default is not None else "",
    )
