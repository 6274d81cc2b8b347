"""Piccolo columns without silent defaults.

Piccolo gives every column a default ('' or 0 or today) and lets foreign keys be null and cascade.
A ledger must not: what is required is NOT NULL without a default, what may be absent is NULL, and
nothing is deleted because something else was.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from piccolo.columns import (
    JSONB,
    UUID,
    Array,
    BigInt,
    Boolean,
    Date,
    ForeignKey,
    Integer,
    Numeric,
    OnDelete,
    OnUpdate,
    Text,
    Timestamptz,
)

if TYPE_CHECKING:
    from piccolo.table import Table


def key() -> UUID:
    """The primary key: a UUIDv7 made by whoever creates the thing, never by the database."""
    return UUID(primary_key=True, default=None, null=False)


def link(to: type[Table] | str, *, null: bool = False, index: bool = False) -> ForeignKey[Any]:
    """A foreign key that restricts. `index` where the other side asks for its rows."""
    return ForeignKey(
        references=to,
        null=null,
        default=None,
        index=index,
        on_delete=OnDelete.restrict,
        on_update=OnUpdate.restrict,
    )


def text(*, null: bool = False, unique: bool = False) -> Text:
    return Text(default=None, null=null, unique=unique)


def money(*, null: bool = False) -> Numeric:
    """An exact amount whose scale is its currency's; a CHECK of the table keeps NaN out."""
    return Numeric(digits=None, default=None, null=null)


def settled_money() -> Numeric:
    """A total that the database itself maintains, starting at nothing."""
    return Numeric(digits=None, default=Decimal(0), null=False)


def day(*, null: bool = False) -> Date:
    return Date(default=None, null=null)


def instant(*, null: bool = False) -> Timestamptz:
    return Timestamptz(default=None, null=null)


def flag() -> Boolean:
    return Boolean(default=None, null=False)


def count(*, null: bool = False) -> Integer:
    return Integer(default=None, null=null)


def big_count() -> BigInt:
    return BigInt(default=None, null=False)


def document(*, null: bool = False) -> JSONB:
    """A JSON object, read back as one."""
    return JSONB(default=None, null=null)


def texts() -> Array:
    return Array(base_column=Text(default=None, null=False), default=None, null=False)
