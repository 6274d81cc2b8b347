"""Ids for rows that the database makes by the million."""

from __future__ import annotations

import secrets
import time

COUNTER_BITS = 41
LOW_BITS = 30


def ids_by(number: str) -> str:
    """An SQL expression: a UUIDv7 for each value of `number`, a bigint expression counting from 0.

    Laid out as `shared.ids` does: this millisecond, a 42-bit counter from a random start, 32 random
    bits. Rows numbered in the order they are inserted therefore sort as they were made, and each
    index on the id grows at its end. Written out because uuidv7() came with PostgreSQL 18 only.
    """
    millisecond = time.time_ns() // 1_000_000
    first = secrets.randbits(COUNTER_BITS)
    count = f"({first} + ({number})::bigint)"
    return (
        f"('{millisecond:012x}7' || lpad(to_hex({count} >> {LOW_BITS}), 3, '0')"
        f" || to_hex((2::bigint << {LOW_BITS}) | ({count} & {(1 << LOW_BITS) - 1}))"
        " || lpad(to_hex(floor(random() * 4294967296)::bigint), 8, '0'))::uuid"
    )
