"""The feed: a device says how far it is, and is given the next of what it lacks.

What a device holds is known from the pages it has taken in, never from those that were sent: the
cursor of a page names what was in it, and counts once the device comes back with it. From there
the difference is asked anew each time, with the scope of that moment (docs/decisions/0022).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from backend.activity.sealing import seal
from backend.changes.queries import difference, standing
from backend.changes.service.copying import copies_of
from backend.changes.service.cursor import HASH_CHARACTERS, Place, read, written
from backend.clients.visibility import scope_of
from backend.database.transaction import transaction
from backend.identity.service.sessions import SIGNED_OUT
from shared.contract.changes import Changes, ClientCopy, CompanyState, GoneClient
from shared.ids import new_id
from shared.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from backend.changes.queries.difference import Lacking
    from backend.changes.queries.standing import Standing
    from backend.identity.viewer import Viewer
    from backend.paging import Cursors
    from shared.rules.promise import PromisePolicy

COPIED_AT_ONCE: Final = 25
PAGE_BYTES_MOST: Final = 1_000_000
"""Of JSON; a page ends with the batch of clients that passes it."""
BEHIND_MOST: Final = 2_000
"""Facts: further behind, all clients are compared instead of those that the facts name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asks for the next page, when, and where they believe to be."""

    viewer: Viewer
    cursors: Cursors
    after: str | None
    limit: int
    now: datetime
    today: date
    policy: PromisePolicy


async def changes(asked: Asked) -> Changes:
    """The next page: the same again, or a newer one, where its answer was lost.

    A cursor that is not of this device, this database, this history or this release, or that was
    passed long ago, begins anew; so does None.

    Raises:
        Refused: 401 `signed-out`, where the device was signed out meanwhile.
    """
    place = read(asked.after, asked.cursors, asked.viewer) if asked.after else None
    stands = await standing_now(asked, place)
    if place is not None and not await is_taken_in(place, stands, asked):
        place = None
    if place is not None and asked.after and is_all_there(place, stands, asked.viewer):
        return answer(stands, asked.after)
    return await next_page(asked, place, stands)


async def standing_now(asked: Asked, place: Place | None) -> Standing:
    """With every fact sealed that was committed before, and in an epoch of this database's own."""
    position = place.position if place else 0
    stands = await standing.standing(asked.viewer, position)
    if stands.has_unsealed:
        await seal()
    if stands.epoch is None:
        await standing.begin_epoch(asked.now)
    if stands.has_unsealed or stands.epoch is None:
        stands = await standing.standing(asked.viewer, position)
    return stands


async def is_taken_in(place: Place, stands: Standing, asked: Asked) -> bool:
    """Whether the page follows from what the device holds; then it holds the page's clients too."""
    if place.epoch != stands.epoch or not is_of_this_history(place, stands):
        return False
    if stands.page == place.page:
        return True
    device_id = asked.viewer.device_id
    async with transaction():
        if not await standing.hold_device(device_id):
            raise Refused(SIGNED_OUT)
        page = await standing.page_of(device_id)
        if page == place.page:
            return True
        if place.base is None:
            await standing.hold_nothing(device_id)
        elif page != place.base:
            return False
        await standing.hold(device_id, place.sent, place.gone, place.position)
        await standing.turn_to(device_id, place.page, asked.now)
    return True


def is_of_this_history(place: Place, stands: Standing) -> bool:
    """A history that was put back is shorter, or another from some position on."""
    return place.position == 0 or (
        stands.hash_at is not None and stands.hash_at.hex().startswith(place.hash)
    )


def is_all_there(place: Place, stands: Standing, viewer: Viewer) -> bool:
    """Nothing has happened since, and the scope is the same."""
    return stands.head == place.position and place.scope == digest_of(viewer)


def digest_of(viewer: Viewer) -> str:
    """The scope as it is now; two that let see the same may differ, never the other way round."""
    everything, own, person, branches = scope_of(viewer)
    told = f"{everything} {own} {person} {sorted(branches)}"
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()


async def next_page(asked: Asked, place: Place | None, stands: Standing) -> Changes:
    """What is lacking next, all of it as it stood at one moment."""
    async with transaction(isolation="repeatable read"):
        head = await standing.head()
        lacking = await lacked(asked, place, head["position"], head["of_every_client"])
        gone = [one for one in lacking[: asked.limit] if one.is_gone]
        to_send = [one.id for one in lacking[: asked.limit] if not one.is_gone]
        sent = await sent_of(to_send, asked)
    more = len(gone) + len(sent) < len(lacking)
    if stands.epoch is None:
        raise LookupError("An epoch was begun.")
    end = Place(
        epoch=stands.epoch,
        page=new_id(),
        base=place.page if place else None,
        position=head["position"],
        hash=(head["hash"] or b"").hex()[:HASH_CHARACTERS],
        scope=None if more else digest_of(asked.viewer),
        sent=tuple(copy.identity.id for copy in sent),
        gone=tuple(one.id for one in gone),
    )
    cursor = written(end, asked.cursors, asked.viewer)
    return answer(stands, cursor, restart=place is None, gone=gone, sent=sent, more=more)


async def lacked(
    asked: Asked, place: Place | None, head: int, of_every_client: int
) -> list[Lacking]:
    """One more than the page takes, where there are more."""
    limit = asked.limit + 1
    if place is None:
        return await difference.from_nothing(asked.viewer, limit)
    is_behind = (
        head - place.position > BEHIND_MOST
        or place.scope != digest_of(asked.viewer)
        or of_every_client > place.position
    )
    if is_behind:
        return await difference.lacking(asked.viewer, of_every_client, limit)
    among = await difference.concerned(place.position, head)
    return await difference.lacking(asked.viewer, of_every_client, limit, among)


async def sent_of(client_ids: Sequence[UUID], asked: Asked) -> list[ClientCopy]:
    """In their order, as many as a page's bytes hold, and at least a batch."""
    sent: list[ClientCopy] = []
    size = 0
    for first in range(0, len(client_ids), COPIED_AT_ONCE):
        batch = client_ids[first : first + COPIED_AT_ONCE]
        found = await copies_of(asked.viewer, batch, today=asked.today, policy=asked.policy)
        sent += [found[id_] for id_ in batch]
        size += sum(len(copy.model_dump_json()) for copy in found.values())
        if size >= PAGE_BYTES_MOST:
            break
    return sent


def answer(
    stands: Standing,
    cursor: str,
    *,
    restart: bool = False,
    gone: Sequence[Lacking] = (),
    sent: Sequence[ClientCopy] = (),
    more: bool = False,
) -> Changes:
    return Changes(
        restart=restart,
        gone=[GoneClient(id=one.id, became_id=one.became) for one in gone],
        clients=list(sent),
        companies=[CompanyState.model_validate(company) for company in stands.companies],
        more=more,
        cursor=cursor,
    )
