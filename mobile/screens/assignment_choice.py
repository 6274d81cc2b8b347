"""One branch, or one person, out of all there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import flet as ft

from mobile.components import buttons, fields, layout, states, words
from mobile.screens.assignment_draft import Draft, Option
from mobile.screens.failures import sentence
from mobile.theme import Space
from shared.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mobile.components.look import Look
    from mobile.screens.assignment_draft import Part
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from mobile.store.reports import Colleagues
    from shared.contract.clients import Identity
    from shared.contract.identity import Colleague
    from shared.contract.organisation import Organisation

SHOWN_MOST = 50
"""Of the people found: whoever is not among them is sought by name."""
SEARCH_FROM = 8
SKELETONS = 4
FIRST_ROLES: dict[Part, tuple[str, ...]] = {
    "branch": (),
    "rep": ("sales", "branch_manager"),
    "collector": ("collector", "credit_manager"),
}
"""Whose work it is comes first; anybody may be given it."""


def choice(
    desk: Desk,
    look: Look,
    who: Identity,
    colleagues: Colleagues,
    organisation: Reading[Organisation],
    draft: Draft,
    put: Callable[[Draft], None],
) -> list[ft.Control]:
    part: Part = draft.choosing or "branch"
    reading: Reading[Any] = organisation if part == "branch" else colleagues
    if reading.value is None:
        if reading.failure is None:
            return [states.skeleton_rows(look, SKELETONS)]
        retry = lambda: desk.do(reading.refresh)  # noqa: E731
        return [states.error_state(look, sentence(look.strings, reading.failure), retry)]
    if part == "branch":
        options = branches_of(organisation.value, who)
    else:
        options = people_of(look, colleagues.value or (), part)
    back = lambda: put(replace(draft, choosing=None, sought=""))  # noqa: E731
    return [
        *_search(look, part, options, draft, put),
        _options(look, part, found_in(options, draft.sought), draft, put),
        buttons.button(look, look.strings.common.back, back, "assign-back", kind="quiet"),
    ]


def branches_of(places: Organisation | None, who: Identity) -> list[Option]:
    """Those of the client's company."""
    all_ = places.branches if places else []
    return [Option(one.id, one.name, one.code) for one in all_ if one.company_id == who.company_id]


def people_of(look: Look, people: Sequence[Colleague], part: Part) -> list[Option]:
    """By name, as they come, those whose work it is before the others."""
    roles = look.strings.me.roles
    by_role = sorted(people, key=lambda one: one.role not in FIRST_ROLES[part])
    return [Option(one.id, one.name, roles[one.role]) for one in by_role]


def found_in(options: list[Option], sought: str) -> list[Option]:
    wanted = fold(sought)
    return [one for one in options if wanted in fold(f"{one.name} {one.under}")]


def _search(
    look: Look, part: Part, options: list[Option], draft: Draft, put: Callable[[Draft], None]
) -> list[ft.Control]:
    if part == "branch" or len(options) < SEARCH_FROM:
        return []

    def sought(text: str) -> None:
        put(replace(draft, sought=text))

    return [
        fields.search_field(
            look,
            draft.sought,
            sought,
            lambda: sought(""),
            "assign-search",
            fill=look.palette.fill,
            words=look.strings.assignment.search,
        )
    ]


def _options(
    look: Look, part: Part, found: list[Option], draft: Draft, put: Callable[[Draft], None]
) -> ft.Control:
    said = look.strings
    nobody = said.assignment.no_branch if part == "branch" else said.identity.nobody
    held = draft.held(part)
    rows: list[ft.Control] = []
    if not draft.sought:
        rows.append(_row(look, nobody, "", "option-none", draft, None, put, on=held is None))
    for one in found[:SHOWN_MOST]:
        rows += [layout.hairline(look, Space.M)] if rows else []
        on = held is not None and held.id == one.id
        rows.append(_row(look, one.name, one.under, f"option-{one.id}", draft, one, put, on=on))
    if not found:
        none = said.assignment.no_branches if part == "branch" else said.assignment.none_found
        rows.append(layout.padded(words.text(look, none, "body"), x=Space.M, y=Space.S))
    return layout.card(look, *rows, pad=0, gap=0, color=look.palette.canvas, spread=True)


def _row(
    look: Look,
    name: str,
    under: str,
    identifier: str,
    draft: Draft,
    option: Option | None,
    put: Callable[[Draft], None],
    *,
    on: bool,
) -> ft.Control:
    text = layout.column(words.text(look, name, "heading"))
    if under:
        text.controls.append(words.text(look, under, "label", look.palette.ink3))
    text.expand = True
    sign = [ft.Icon(ft.Icons.CHECK_ROUNDED, color=look.palette.accent, size=20)] if on else []
    return buttons.tappable(
        layout.row(text, *sign), lambda: put(draft.given(option)), identifier, selected=on
    )
