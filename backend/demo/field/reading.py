"""How far each of the demo company's people has read: most of it, not all. Pure."""

from __future__ import annotations

import random
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from backend.demo.field.deeds import Commented
from backend.demo.field.office import business_before
from backend.demo.ledger import SEED
from backend.demo.people import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from zoneinfo import ZoneInfo

    from backend.demo.clients import DemoClient
    from backend.demo.field.deeds import Deed
    from backend.demo.people import DemoPerson

UP_TO_DATE = 0.55
LAST_WEEK = 6
EVENING = time(18, 30)


def read_marks(
    script: list[Deed], today: date, zone: ZoneInfo
) -> Iterator[tuple[DemoPerson, DemoClient, datetime]]:
    """Of each person and each client in their sight that somebody wrote about."""
    draw = random.Random(SEED + 2)  # noqa: S311 - repeatable on purpose, nothing secret
    written = {deed.client.code: deed.client for deed in script if isinstance(deed, Commented)}
    yesterday, last_week = (
        datetime.combine(business_before(today, days), EVENING, zone).astimezone(UTC)
        for days in (1, LAST_WEEK)
    )
    for person in PEOPLE:
        for client in written.values():
            if sees(person, client):
                yield person, client, yesterday if draw.random() < UP_TO_DATE else last_week


def sees(person: DemoPerson, client: DemoClient) -> bool:
    is_own = person.own_portfolio and person.email in {client.rep, client.collector}
    return person.everything or client.branch.code in person.branches or is_own
