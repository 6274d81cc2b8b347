"""The commands already answered: whatever is sent again is applied once.

A phone makes the id of what it adds and sends it until it hears an answer. So an id is bound to who
sent it, to the command and to its body (docs/decisions/0010):

- sent again by the same person with the same body, nothing happens, and the caller reads again what
  was made, as it stands now and if it is still in sight;
- with another command or body, it is refused;
- somebody else's id is as good as an unused one: the thing is made under a new id, so that the
  answer tells nothing of theirs.

A refused command leaves nothing behind, and may be sent again.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from pydantic_core import to_jsonable_python

from backend.activity import queries
from backend.database.engine import current_work
from backend.database.errors import TransactionMisuse
from shared.ids import instant_of, new_id
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from datetime import datetime

    from backend.activity.service import By

ID_TAKEN = Refusal("id-taken", 409, "This id was used for something else already.")
COMMAND_LINE = UUID(int=0)


class Command(NamedTuple):
    """What is asked for: `kind` is `verb-noun` (`add-contact`), `id` the sender's own or none.

    `body` is everything else that was sent, the address's own ids included, as the contract read
    it: spaces, the order of fields and fields left empty make no other body.
    """

    kind: str
    id: UUID | None
    body: Mapping[str, Any]


class Answered(NamedTuple):
    """The `id` of what the command made, now or the first time."""

    id: UUID
    is_repeat: bool


async def once(
    command: Command, apply: Callable[[UUID], Awaitable[bool]], *, by: By, at: datetime
) -> Answered:
    """Applies a command, unless it has been; in the transaction of the caller.

    `apply` makes the thing under the id it is given, facts included, and answers False where that
    id is in use (`INSERT … ON CONFLICT (id) DO NOTHING`); it is then asked again with another. Of
    two that are sent at once, the second waits for the first. Check what the sender may see before,
    and read the answer after:

        async with transaction():
            client = await standing_client(viewer, client_id)

            async def add(id_: UUID) -> bool:
                if not await queries.add_promise(id_, client["id"], fields):
                    return False
                await record(Fact(kind="promise-taken", subject=id_, …), by=viewer.by, at=now)
                return True

            command = Command("take-promise", body.id, {"client": client_id, **fields})
            promise_id, _ = await once(command, add, by=viewer.by, at=now)
            return await promise_of(client["id"], promise_id)

    Raises:
        Refused: 409 `id-taken` where the sender used the id for something else; 422 `id-not-uuid7`.
        TransactionMisuse: outside a transaction, where the log could part from what it tells of.
    """
    if current_work() is None:
        raise TransactionMisuse("once() writes beside what it applies: open a transaction.")
    answered = await answer(command, by.account_id or COMMAND_LINE, at)
    if answered.is_repeat or await apply(answered.id):
        return answered
    another = Answered(new_id(), is_repeat=False)
    await queries.answer_otherwise(answered.id, another.id)
    if not await apply(another.id):
        raise ValueError(f"{command.kind}: a new id cannot be in use.")
    return another


async def answer(command: Command, account_id: UUID, at: datetime) -> Answered:
    """Binds the command's id, or finds it bound."""
    asked_id = new_id() if command.id is None else command.id
    instant_of(asked_id)
    digest = digest_of(command, account_id)
    for id_ in (asked_id, new_id()):
        if await queries.answer(
            id_,
            account_id=account_id,
            asked_id=asked_id,
            command=command.kind,
            digest=digest,
            at=at,
        ):
            return Answered(id_, is_repeat=False)
        first = await queries.answered(account_id, asked_id)
        if first is not None and first.digest != digest:
            raise Refused(ID_TAKEN)
        if first is not None:
            return Answered(first.id, is_repeat=True)
    raise ValueError(f"{command.kind}: a new id cannot be in use.")


def digest_of(command: Command, account_id: UUID) -> str:
    """SHA-256 of who asks for what: equal for what means the same.

    A field that is empty counts as left out, so that a release which adds one still knows what was
    sent before it.
    """
    said = [str(account_id), command.kind, without_empty(to_jsonable_python(dict(command.body)))]
    canonical = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def without_empty(value: Any) -> Any:
    """Without the fields of objects, at any depth, that are None."""
    match value:
        case dict():
            return {name: without_empty(part) for name, part in value.items() if part is not None}
        case list():
            return [without_empty(part) for part in value]
        case _:
            return value
