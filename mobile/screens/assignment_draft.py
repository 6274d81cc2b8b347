"""Whom a client would be given to, before it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from shared.contract.clients import ChangeClient

if TYPE_CHECKING:
    from uuid import UUID

    from shared.contract.clients import Identity

Part = Literal["branch", "rep", "collector"]
PARTS: Final[tuple[Part, ...]] = ("branch", "rep", "collector")


@dataclass(frozen=True, slots=True)
class Option:
    """A branch, or a person; `under` tells more of it."""

    id: UUID
    name: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """`choosing` while one of the three is chosen, among those that answer to `sought`."""

    branch: Option | None
    rep: Option | None
    collector: Option | None
    choosing: Part | None = None
    sought: str = ""
    failure: str = ""
    busy: bool = False

    @classmethod
    def of(cls, who: Identity) -> Draft:
        return cls(
            Option(who.branch_id, who.branch or "") if who.branch_id else None,
            Option(who.rep.id, who.rep.name) if who.rep else None,
            Option(who.collector.id, who.collector.name) if who.collector else None,
        )

    def held(self, part: Part) -> Option | None:
        return {"branch": self.branch, "rep": self.rep, "collector": self.collector}[part]

    def given(self, option: Option | None) -> Draft:
        """What was being chosen is chosen."""
        given = {self.choosing or "branch": option}
        return replace(self, choosing=None, sought="", failure="", **given)  # type: ignore[arg-type]


def changes(before: Draft, after: Draft) -> ChangeClient:
    """Only what is different: somebody else may have changed the rest meanwhile."""
    fields = {}
    for part in PARTS:
        old, new = before.held(part), after.held(part)
        if (old and old.id) != (new and new.id):
            fields[f"{part}_id"] = new.id if new else None
    return ChangeClient.model_validate(fields)
