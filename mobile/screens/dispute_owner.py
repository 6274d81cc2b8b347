"""Who should answer a dispute: a department, one of its people, oneself, or anybody in scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.components import buttons, fields, layout
from shared.rules.dispute import DEPARTMENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    import flet as ft

    from mobile.components.look import Look
    from shared.contract.disputes import DisputeOwner
    from shared.rules.dispute import Department

    Choose = Callable[[UUID | None, Department | None], None]

PEOPLE_FIRST = 3
"""People of the department that are proposed at once."""


def owner_part(
    look: Look,
    owners: Sequence[DisputeOwner],
    department: Department | None,
    chosen: tuple[UUID | None, Department | None],
    me: UUID | None,
    choose: Choose,
    every: bool,  # noqa: FBT001
    show_every: Callable[[bool], None],
    error: str | None = None,
) -> ft.Control:
    """`department` is proposed first: whoever of it comes first answers."""
    said = look.strings.dispute_sheet
    chips: list[ft.Control] = []
    departments = DEPARTMENTS if every else (department,) if department else ()
    for one in departments:
        on = chosen[0] is None and (chosen[1] or (None if every else department)) == one
        chips.append(_department(look, one, choose, on=on))
    shown = _people(owners, department, me, chosen[0], every=every)
    chips += [_person(look, one, department, choose, on=one.id == chosen[0]) for one in shown]
    if me is not None and any(one.id == me for one in owners):
        on = chosen[0] == me
        chips.append(buttons.chip(look, said.me, _with(choose, me), "owner-me", on=on))
    if not every:
        more = lambda: show_every(True)  # noqa: E731
        chips.append(buttons.chip(look, said.someone_else, more, "owner-every"))
    return fields.group(look, said.who, layout.wrap(*chips), identifier="dispute-who", error=error)


def _people(
    owners: Sequence[DisputeOwner],
    department: Department | None,
    me: UUID | None,
    chosen: UUID | None,
    *,
    every: bool,
) -> list[DisputeOwner]:
    """Of the department, those who answer for little else first; the chosen one in any case."""
    others = [one for one in owners if one.id != me]
    if every:
        return others
    own = sorted(
        (one for one in others if department in one.departments and one.role != "admin"),
        key=lambda one: len(one.departments),
    )[:PEOPLE_FIRST]
    return own + [one for one in others if one.id == chosen and one not in own]


def _department(look: Look, one: Department, choose: Choose, *, on: bool) -> ft.Control:
    name = look.strings.disputes.departments[one]
    return buttons.chip(look, name, lambda: choose(None, one), f"owner-of-{one}", on=on)


def _person(
    look: Look, one: DisputeOwner, department: Department | None, choose: Choose, *, on: bool
) -> ft.Control:
    own = department if department in one.departments else next(iter(one.departments), None)
    name = one.name
    if own is not None and one.role != "admin":
        of = look.strings.disputes.departments[own]
        name = look.strings.dispute_sheet.person(name=name, department=of)
    return buttons.chip(look, name, _with(choose, one.id), f"owner-{one.id}", on=on, wraps=True)


def _with(choose: Choose, owner_id: UUID) -> Callable[[], None]:
    return lambda: choose(owner_id, None)
