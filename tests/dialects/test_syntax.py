import ast

import pytest

from analyzer.model.syntax import argument, dotted_text, entries, pattern, texts


def expression(code: str) -> ast.expr:
    return ast.parse(code, mode="eval").body


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("'a'", "a"),
        ("f'a{b}c{d!r}'", "a{}c{}"),
        ("'a' + b + 'c'", "a{}c"),
        ("'a %s' % b", "a %s"),
        ("'a {} {x}'.format(b, x=1)", "a {} {x}"),
        ("' '.join(['a', b, 'c'])", "a {} c"),
        ("b", ""),
        ("b + c", ""),
        ("1", ""),
    ],
)
def test_a_pattern_keeps_what_is_literal(code: str, text: str) -> None:
    assert pattern(expression(code)) == text


def test_a_sum_of_many_terms_is_cut_not_followed_to_the_end() -> None:
    assert len(pattern(expression("+".join(["'a'"] * 2000)))) <= 200


def test_arguments_behind_a_star_are_not_guessed() -> None:
    call = expression("f(a, *b, c, d=1)")
    assert isinstance(call, ast.Call)
    assert argument(call, 0) is call.args[0]
    assert argument(call, 1) is None
    assert argument(call, 2) is None
    assert argument(call, 5, "d") is call.keywords[0].value


def test_displays_and_names() -> None:
    assert texts(expression("['a', b, 'c']")) == ("a", "c")
    assert texts(expression("'a'")) == ("a",)
    assert [key for key, _ in entries(expression("dict(a=1, b=2)"))] == ["a", "b"]
    assert [key for key, _ in entries(expression("{'a': 1, b: 2, **c}"))] == ["a"]
    assert dotted_text(expression("a.b.c")) == "a.b.c"
    assert dotted_text(expression("a().b")) == ""
