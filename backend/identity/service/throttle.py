"""How often somebody may try, counted in the database: restarts and other processes count too."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from backend.database.transaction import transaction
from backend.identity.queries import failures
from backend.identity.rules import (
    ATTEMPT_WINDOW,
    ATTEMPTS_OF_AN_ACCOUNT,
    ATTEMPTS_OF_AN_ADDRESS,
    next_attempt,
)
from shared.ids import new_id
from shared.refusal import Refused

if TYPE_CHECKING:
    from datetime import datetime

    from backend.edge.keys import Keys

KEPT = timedelta(days=1)

Purpose = Literal["password", "reset"]


def key_of(purpose: Purpose, kind: str, what: str, keys: Keys) -> str:
    """Neither e-mail addresses nor network addresses are kept readable."""
    return keys.digest(f"throttle {purpose} {kind}", what).hex()


async def spend_attempt(
    purpose: Purpose, email: str, address: str, *, keys: Keys, now: datetime
) -> None:
    """Counts an attempt as failed before it is made: of a hundred at once, ten get through.

    Alike for addresses that are nobody's. `forgive` takes it back.

    Raises:
        Refused: 429 `too-many-attempts`, with the seconds to wait.
    """
    account_key = key_of(purpose, "account", email, keys)
    address_key = key_of(purpose, "address", address, keys)
    async with transaction():
        await failures.hold(account_key, address_key)
        failed = await failures.count(account_key, address_key, now - ATTEMPT_WINDOW)
        refusals = [
            next_attempt(now, count=count, oldest=oldest, most=most)
            for count, oldest, most in (
                (failed.of_account, failed.oldest_of_account, ATTEMPTS_OF_AN_ACCOUNT),
                (failed.of_address, failed.oldest_of_address, ATTEMPTS_OF_AN_ADDRESS),
            )
        ]
        waits = [refusal for refusal in refusals if refusal is not None]
        if waits:
            raise Refused(max(waits, key=lambda wait: int(str(wait.facts["retry_after_seconds"]))))
        await failures.add(new_id(), account_key, address_key, now)
        await failures.forget_before(now - KEPT)


async def forgive(purpose: Purpose, email: str, *, keys: Keys) -> None:
    """Whoever knew the password is forgiven what they mistyped."""
    await failures.forgive(key_of(purpose, "account", email, keys))
