"""Says what a person entered: kept on the device first where it keeps anything, else sent."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from mobile.api import files as files_api
from mobile.api.answers import read
from mobile.api.failures import Misunderstood
from mobile.sync.commands import COMMANDS
from mobile.sync.refusals import RefusedHere

if TYPE_CHECKING:
    from uuid import UUID

    import httpx

    from mobile.api.answers import Model
    from mobile.api.wire import Wire
    from mobile.store.local import Local
    from mobile.sync.commands import Kind
    from mobile.sync.entries import Entry, NewFile
    from mobile.sync.outbox import Outbox
    from shared.contract.base import Message

PATIENCE_SECONDS: Final = 2.0
"""So long one waits to hear what became of words that are kept, before only that is said."""
NOT_GOING: Final = ("offline", "signed-out", "failed")
"""Of synchronising: nothing goes now, so nothing is waited for."""


@dataclass(frozen=True, slots=True)
class Saying:
    """`body` names the files that come with it by their ids."""

    kind: Kind
    client_id: UUID
    body: Message
    about_id: UUID | None
    files: tuple[NewFile, ...]


async def say(wire: Wire, local: Local, saying: Saying, model: type[Model]) -> Model | Entry:
    """What the server made of it, or the entry that waits to be sent. May raise a `Failure`.

    `RefusedHere` where the device keeps what the server refused: said again, it is the same entry.
    """
    if local.outbox is None:
        return read(await sent_at_once(wire, saying), model)
    entry = await kept(local, local.outbox, saying)
    return entry if entry.state != "sent" else answered(entry, model)


async def tell(wire: Wire, local: Local, saying: Saying) -> Entry | None:
    """The same for what is answered without a word: the entry where it waits to be sent."""
    if local.outbox is None:
        await sent_at_once(wire, saying)
        return None
    entry = await kept(local, local.outbox, saying)
    return entry if entry.state != "sent" else None


async def sent_at_once(wire: Wire, saying: Saying) -> httpx.Response:
    """Its files first. Sent again under the same ids, all of it is taken once."""
    command = COMMANDS[saying.kind]
    for file in saying.files:
        content = BytesIO(file.content)
        await files_api.send(wire, saying.client_id, file.id, file.name, content)
    address = command.address(saying.client_id, saying.about_id)
    return await wire.ask(command.method, address, body=saying.body)


async def kept(local: Local, outbox: Outbox, saying: Saying) -> Entry:
    """The entry once it is safely on the device, and its fate where that is known soon."""
    going = local.synchronising is not None and local.synchronising.state not in NOT_GOING
    entry = await recorded(outbox, saying)
    local.nudge()
    if going and entry.is_open:
        entry = await fate(local, outbox, entry)
    if entry.problem is not None:
        raise RefusedHere(entry.problem)
    return entry


async def recorded(outbox: Outbox, saying: Saying) -> Entry:
    """What was refused before, or has not gone yet, is said again; everything else is new."""
    id_ = getattr(saying.body, "id", None)
    known = outbox.find(id_) if id_ else None
    if known is None or known.state not in ("waiting", "review"):
        return await outbox.record(
            saying.kind, saying.client_id, saying.body, saying.about_id, saying.files
        )
    held = {file.id for file in known.files}
    more = [file for file in saying.files if file.id not in held]
    return await outbox.say_again(known.id, saying.body, more)


async def fate(local: Local, outbox: Outbox, entry: Entry) -> Entry:
    """The entry once the server has answered, or it is known not to for now; or after a while."""
    told = asyncio.Event()

    def look(*_: object) -> None:
        if local.outbox is not outbox or is_told(local, outbox, entry.id):
            told.set()

    stop = local.subscribe(look)
    try:
        look()
        with suppress(TimeoutError):
            await asyncio.wait_for(told.wait(), PATIENCE_SECONDS)
    finally:
        stop()
    return (outbox.find(entry.id) if local.outbox is outbox else None) or entry


def is_told(local: Local, outbox: Outbox, id_: UUID) -> bool:
    """Whether more of it would be known by waiting a moment."""
    entry = outbox.find(id_)
    if entry is None or not entry.is_open or id_ in outbox.held():
        return True
    return local.synchronising is None or local.synchronising.state in NOT_GOING


def answered(entry: Entry, model: type[Model]) -> Model:
    """What the server said of it, as it was kept."""
    try:
        return model.model_validate_json(json.dumps(entry.answer))
    except ValidationError as error:
        raise Misunderstood(f"{entry.kind}: {error.error_count()} errors") from error
