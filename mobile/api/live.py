"""What the server tells by itself: facts about clients in sight, as they happen (server-sent)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import httpx
from pydantic import ValidationError

from mobile.api.failures import Unreachable
from shared.contract.live import LiveEvent

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from mobile.api.wire import Wire

PATH: Final = "/api/events"
SILENCE_SECONDS: Final = 50.0
"""The server gives a sign of life every twenty; twice without, and nobody is there."""
Kind = Literal["open", "fact", "resync"]


@dataclass(frozen=True, slots=True)
class Heard:
    """One event. `fact` is there for a fact; after a `resync` what is shown is to be read again."""

    kind: Kind
    id: str | None
    fact: LiveEvent | None = None


async def heard(wire: Wire, last_id: str | None) -> AsyncIterator[Heard]:
    """From after the event `last_id` on, until the server ends it; may raise a `Failure`."""
    headers = {"Accept": "text/event-stream"}
    if last_id is not None:
        headers["Last-Event-ID"] = last_id
    answer = await wire.listen(PATH, headers, SILENCE_SECONDS)
    try:
        block: list[str] = []
        async for line in answer.aiter_lines():
            if line:
                block.append(line)
                continue
            event = event_of(block)
            block = []
            if event is not None:
                yield event
    except (httpx.HTTPError, httpx.StreamError) as error:
        raise Unreachable(str(error)) from error
    finally:
        await answer.aclose()


def event_of(block: list[str]) -> Heard | None:
    """None for a comment, for settings, and for what a newer server may tell."""
    fields: dict[str, str] = {}
    for line in block:
        name, _, value = line.partition(":")
        fields[name] = value.removeprefix(" ")
    event, id_ = fields.get("event"), fields.get("id")
    if event in ("open", "resync"):
        return Heard("open" if event == "open" else "resync", id_)
    if event != "fact":
        return None
    try:
        return Heard("fact", id_, LiveEvent.model_validate_json(fields.get("data", "")))
    except ValidationError:
        return None
