"""What a FEC without lettering proposes to match: to look through, and to accept or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.components import buttons, layout, marks, words
from mobile.components.semantics import identified
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from collections.abc import Callable

    import flet as ft

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from shared.contract.imports import Match, Matches

SHOWN_AT_ONCE = 10


@component
def Proposals(  # noqa: N802
    desk: Desk,
    look: Look,
    matches: Matches,
    accepted: bool,  # noqa: FBT001 - it is what the switch stands at
    accept: Callable[[bool], None] | None,
) -> ft.Control:
    """`accept` is None where the file is loaded: then it says what became of them."""
    most, show = state(SHOWN_AT_ONCE)
    said, p = look.strings.data, look.palette
    head = layout.between(
        look,
        words.text(look, said.matches(matches.count), "heading"),
        words.amount(look, matches.amount, matches.currency),
    )
    parts: list[ft.Control] = [
        identified(head, "matches"),
        words.text(look, said.matches_way, "label", p.ink3),
    ]
    for match in matches.shown[:most]:
        parts += [layout.hairline(look), _match(desk, look, match, matches.currency)]
    if most < len(matches.shown):
        parts.append(
            buttons.button(
                look,
                said.matches_more,
                lambda: show(most + SHOWN_AT_ONCE),
                "matches-more",
                kind="text",
                height=44,
            )
        )
    elif len(matches.shown) < matches.count:
        rest = said.more_lines(matches.count - len(matches.shown))
        parts.append(words.text(look, rest, "label", p.ink3))
    if accept is None:
        fate = said.matches_accepted if matches.accepted else said.matches_left
        parts.append(identified(words.text(look, fate, "label", p.ink2), "matches-fate"))
    else:
        parts.append(_switch(look, accepted, accept))
    return layout.card(look, *parts, gap=Space.XS, spread=True)


def _match(desk: Desk, look: Look, match: Match, currency: str) -> ft.Control:
    said, today = look.strings.data, desk.today()
    told = said.match(
        debit=match.debit,
        debit_on=look.short_day(match.debit_on, today),
        credit=match.credit,
        credit_on=look.short_day(match.credit_on, today),
    )
    left = layout.column(
        words.text(look, match.client_name or match.client, "body", lines=1),
        words.text(look, told, "label", look.palette.ink3),
        words.text(look, said.match_reasons[match.reason], "label", look.palette.ink3),
    )
    return layout.between(look, left, words.amount(look, match.amount, currency))


def _switch(look: Look, accepted: bool, accept: Callable[[bool], None]) -> ft.Control:  # noqa: FBT001
    sentence = words.text(look, look.strings.data.matches_accept, "body", expand=True)
    return buttons.tappable(
        layout.row(marks.tick(look, on=accepted), sentence, gap=Space.S),
        lambda: accept(not accepted),
        "accept-matches",
        color=look.palette.fill,
        radius=Radius.FIELD,
        selected=accepted,
    )
