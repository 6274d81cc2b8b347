"""How a connection says that it is lost: apart from `errors`, which the launcher needs alone."""

from __future__ import annotations

import asyncpg

# The third where the server's end arrived in the midst of an answer.
UNUSABLE = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
)
