"""Passwords are hashed with argon2id: 19 MiB, two passes (OWASP's minimum), in few threads."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)

AT_ONCE_MOST = 4
"""Hashes under way in a process: bounds memory to 76 MiB, and leaves the loop free."""


@cache
def threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(AT_ONCE_MOST, thread_name_prefix="argon2")


# Threads do not survive a fork: a worker born of a process that had hashed would wait for ever.
os.register_at_fork(after_in_child=threads.cache_clear)

# Verified where there is nobody's hash to verify, so that "no such person" takes as long as
# "wrong password". Nobody knows what it is the hash of.
NOBODYS_HASH = (
    "$argon2id$v=19$m=19456,t=2,p=1$22UI/NJ8NVXeNLUN0RuCeA$"
    "ngqyD/PdTjYCtBQ8LGox6HRp2Zw22SHND+lgxy+g1/o"
)


async def hashed(password: str) -> str:
    return await asyncio.get_running_loop().run_in_executor(threads(), HASHER.hash, password)


async def verified(password_hash: str | None, password: str) -> bool:
    """Whether the password is the one that was hashed; without a hash False, as slowly."""
    matches = await asyncio.get_running_loop().run_in_executor(
        threads(), matches_hash, password_hash or NOBODYS_HASH, password
    )
    return matches and password_hash is not None


def matches_hash(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Hashed under other parameters than today's."""
    return HASHER.check_needs_rehash(password_hash)
