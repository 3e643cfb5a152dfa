"""Field types that accept exactly what the contract says: no text for numbers, no numbers for dates."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, PlainSerializer, Strict

T = TypeVar("T")


def matching(pattern: str) -> BeforeValidator:
    """Refuse text that does not match; values that are no text are left to the type."""
    compiled = re.compile(pattern)

    def check(value: object) -> object:
        text = format(value, "f") if isinstance(value, Decimal) else value
        if isinstance(text, str) and not compiled.search(text):
            raise ValueError("does not match the pattern of the contract")
        return value

    return BeforeValidator(check)


def _text_or(kind: type, pattern: str) -> BeforeValidator:
    compiled = re.compile(pattern)

    def check(value: object) -> object:
        if isinstance(value, kind) or (isinstance(value, str) and compiled.fullmatch(value)):
            return value
        raise ValueError("has the wrong form")

    return BeforeValidator(check)


def _refuse_null(value: object) -> object:
    if value is None:
        raise ValueError("may be left out, but not null")
    return value


def _decode(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error:
        raise ValueError("is not base64") from None


def _rfc3339(value: datetime) -> str:
    """Take a time without a zone as UTC, and say so."""
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    return aware.isoformat().replace("+00:00", "Z")


def _clock(value: time) -> str:
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    return aware.isoformat().replace("+00:00", "Z")


def _digits(value: Decimal) -> str:
    return format(value, "f")


def _encode(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


_DAY = r"\d{4}-\d{2}-\d{2}"
_CLOCK = r"\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})"
_SPAN = r"P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)"

WholeNumber = Annotated[int, Strict()]
Number = Annotated[float, Strict()]
YesNo = Annotated[bool, Strict()]
DecimalText = Annotated[Decimal, _text_or(Decimal, r"-?\d+(\.\d+)?"), PlainSerializer(_digits, when_used="json")]
Timestamp = Annotated[datetime, _text_or(datetime, f"{_DAY}[Tt]{_CLOCK}"), PlainSerializer(_rfc3339, when_used="json")]
Day = Annotated[date, _text_or(date, _DAY)]
ClockTime = Annotated[time, _text_or(time, _CLOCK), PlainSerializer(_clock, when_used="json")]
Duration = Annotated[timedelta, _text_or(timedelta, _SPAN)]
Binary = Annotated[bytes, BeforeValidator(_decode), PlainSerializer(_encode, when_used="json")]
Omittable = Annotated[T | None, BeforeValidator(_refuse_null)]

_WHOLE = re.compile(r"-?(0|[1-9]\d*)")
_REAL = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")


def _from_text(pattern: re.Pattern[str]) -> Callable[[object], object]:
    def check(value: object) -> object:
        if isinstance(value, str) and not pattern.fullmatch(value):
            raise ValueError("has the wrong form")
        return value

    return check


WholeNumberText = Annotated[int, BeforeValidator(_from_text(_WHOLE))]
NumberText = Annotated[float, BeforeValidator(_from_text(_REAL))]
YesNoText = Annotated[bool, BeforeValidator(_from_text(re.compile("true|false")))]
