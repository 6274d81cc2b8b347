"""What every message on the wire is made of."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
)

MAX_PAGE = 200
"""Rows a page may hold at most."""


class Message(BaseModel):
    """One message: frozen, and with no field that nobody named."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Answer(BaseModel):
    """What the server says. A phone of last year's release must read it: unknown fields pass."""

    model_config = ConfigDict(frozen=True, extra="ignore")


_AMOUNT = re.compile(r"-?[0-9]{1,19}(\.[0-9]{1,19})?")


def _written(value: Any) -> Any:
    """Let only text through: a JSON number has been a binary float on its way here."""
    if isinstance(value, Decimal):
        return value
    # Made a Decimal here: a strict reader takes no text for one once a function has seen it.
    if isinstance(value, str) and _AMOUNT.fullmatch(value):
        return Decimal(value)
    msg = 'an amount is written as text, such as "12345.50"'
    raise ValueError(msg)


def _plain(value: Decimal) -> str:
    """12E+3 is a number to Decimal and a riddle to everybody else."""
    return format(value, "f")


Amount = Annotated[
    Decimal,
    BeforeValidator(_written, json_schema_input_type=str),
    Field(allow_inf_nan=False, max_digits=19, decimal_places=4),
    PlainSerializer(_plain, return_type=str),
]
"""An exact amount in the currency that stands beside it; text on the wire."""

_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)


def _timed(value: Any) -> Any:
    """Let no number pass for an instant, nor a day for its midnight."""
    if isinstance(value, datetime):
        return value
    # Made an instant here: a strict reader takes no text for one once a function has seen it.
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        return datetime.fromisoformat(value.upper())
    msg = 'an instant is written with its offset, such as "2026-11-20T09:00:00Z"'
    raise ValueError(msg)


Instant = Annotated[AwareDatetime, BeforeValidator(_timed)]
"""An instant of a message: RFC 3339, its offset with it."""

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""ISO 4217, three capitals."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
LongText = Annotated[str, StringConstraints(min_length=1, max_length=10_000, pattern=r"^[^\x00]*$")]
Code = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[^\x00]*$")]
Cursor = Annotated[
    str, StringConstraints(min_length=1, max_length=6000, pattern=r"^[A-Za-z0-9_=-]+$")
]
"""Opaque: where the next page begins. Made by the server only."""
