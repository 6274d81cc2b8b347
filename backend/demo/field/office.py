"""When the demo company's people work, and which of them answer for a client. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from backend.demo.people import PEOPLE
from shared.calendar import is_business_day

if TYPE_CHECKING:
    import random
    from zoneinfo import ZoneInfo

    from backend.demo.clients import DemoClient
    from backend.demo.people import DemoPerson
    from backend.identity.viewer import Role
    from shared.rules.dispute import Department

OPENS, NOON, BACK = time(8, 20), time(12, 10), time(13, 40)
LAST_MINUTE = 235
"""Of the afternoon, from when they are back: nobody types after 17.35."""
NAMES = {person.email: person.name for person in PEOPLE}


def business_before(day: date, count: int) -> date:
    """The count-th business day before `day`."""
    while count:
        day -= timedelta(days=1)
        count -= is_business_day(day)
    return day


@dataclass(frozen=True, slots=True)
class Office:
    """The hours: one draw, one time zone."""

    draw: random.Random
    zone: ZoneInfo

    def hour(self, day: date) -> datetime:
        """Some minute of that day's office hours."""
        if self.draw.random() < 0.5:
            return self._at(day, OPENS, self.draw.randrange(0, 200))
        return self._at(day, BACK, self.draw.randrange(0, LAST_MINUTE - 60))

    def soon(self, at: datetime) -> datetime:
        """A while after, and still that afternoon."""
        return at + timedelta(minutes=self.draw.randrange(3, 28), seconds=self.draw.randrange(60))

    def _at(self, day: date, start: time, minutes: int) -> datetime:
        local = datetime.combine(day, start, self.zone)
        seconds = self.draw.randrange(60)
        return (local + timedelta(minutes=minutes, seconds=seconds)).astimezone(UTC)


def of_role(client: DemoClient, role: Role) -> str | None:
    """Whoever has the role for the client's branch."""
    match role:
        case "sales":
            return client.rep
        case "collector":
            return client.collector
        case _:
            return next((one.email for one in PEOPLE if _serves(one, role, client)), None)


def _serves(person: DemoPerson, role: Role, client: DemoClient) -> bool:
    in_reach = person.everything or client.branch.code in person.branches
    return person.role == role and in_reach


def in_field(draw: random.Random, client: DemoClient) -> str:
    """Who speaks with the client: mostly its rep, else its collector."""
    collector = _sure(client.collector)
    return client.rep if client.rep and draw.random() < 0.6 else collector


def colleague(client: DemoClient, somebody: str) -> str:
    """Who shares the client with them."""
    collector = _sure(client.collector)
    if somebody == collector:
        return client.rep or _sure(of_role(client, "branch_manager"))
    return collector


def answering(client: DemoClient, department: Department, opener: str) -> str:
    """Who answers for a department, and is not who asked."""
    roles: dict[Department, tuple[Role, ...]] = {
        "sales": ("branch_manager",),
        "after_sales": ("after_sales",),
        "logistics": ("after_sales",),
        "billing": ("collector", "credit_manager"),
        "finance": ("collector", "credit_manager"),
    }
    found = (of_role(client, role) for role in roles[department])
    return _sure(next((one for one in found if one and one != opener), None))


def first_name(email: str) -> str:
    return NAMES[email].split(" ", 1)[0]


def at(email: str) -> str:
    """As a comment names them."""
    return f"@{NAMES[email]}"


def _sure(email: str | None) -> str:
    if email is None:
        raise LookupError("Every client that is assigned has a collector and a manager.")
    return email
