"""Moi: what this device keeps of one's clients, how to have it anew, how to be rid of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.components import buttons, layout, words
from mobile.components.semantics import identified
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.theme import Space
from shared.formats import number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.local import Local
    from mobile.sync.portfolio import Portfolio

MEGABYTE: Final = 1_000_000


@component
def KeptHere(desk: Desk, look: Look, local: Local) -> ft.Control:  # noqa: N802
    """Nothing where nothing outlives the window."""
    asking, ask = state(initial=False)
    portfolio = local.portfolio
    if not local.is_kept:
        return ft.Container()
    said = look.strings.offline
    title = identified(words.text(look, said.title, "heading"), "kept-here", header=True)
    if portfolio is None:
        under = said.elsewhere if local.state == "elsewhere" else look.strings.common.none
        return layout.card(look, title, words.text(look, under, "body", look.palette.ink2))
    parts: list[ft.Control] = [title, layout.facts(look, _facts(desk, look, portfolio))]
    parts += [words.text(look, line, "label", look.palette.ink3) for line in _safety(desk, look)]
    parts += _questions(desk, look, ask) if asking else [_buttons(desk, look, ask)]
    return layout.card(look, *parts, spread=True)


def _facts(desk: Desk, look: Look, portfolio: Portfolio) -> list[tuple[str, str, str | ft.Control]]:
    said, language = look.strings.offline, look.strings.language
    read_at = portfolio.read_at
    tenths = (Decimal(portfolio.used_bytes) / MEGABYTE).quantize(Decimal("0.1"))
    when = said.never
    if read_at is not None:
        when = look.moment(read_at.astimezone(desk.platform.zone), desk.today())
    return [
        ("kept-clients", said.clients, number_text(portfolio.count(), language)),
        ("kept-size", said.size, said.megabytes(n=number_text(tenths, language))),
        ("kept-read-at", said.read_at, when),
    ]


def _safety(desk: Desk, look: Look) -> list[str]:
    """Whether it stays for good, and whether it is encrypted; that nothing is wanted, first."""
    said, storage = look.strings.offline, desk.local.storage
    shown = [] if desk.kept.is_wanted else [said.erased]
    if desk.kept.is_for_good is not None:
        shown.append(said.for_good if desk.kept.is_for_good else said.not_for_good)
    if storage is not None:
        shown.append(said.encrypted if storage.is_encrypted else said.not_encrypted)
    return shown


def _buttons(desk: Desk, look: Look, ask: Callable[[bool], None]) -> ft.Control:
    said = look.strings.offline
    read = lambda: desk.do(desk.kept.read)  # noqa: E731
    refresh = buttons.button(look, said.refresh, read, "kept-refresh", kind="soft")
    erase = buttons.button(look, said.erase, lambda: ask(True), "kept-erase", kind="text")
    return layout.column(refresh, erase, gap=Space.XS)


def _questions(desk: Desk, look: Look, ask: Callable[[bool], None]) -> list[ft.Control]:
    said = look.strings.offline

    def erase() -> None:
        ask(False)
        desk.do(desk.kept.erase)

    yes = buttons.button(look, said.erase_yes, erase, "kept-erase-yes", kind="danger")
    cancel = lambda: ask(False)  # noqa: E731
    no = buttons.button(look, look.strings.common.cancel, cancel, "kept-erase-no", kind="quiet")
    asked = identified(words.text(look, said.erase_ask, "body"), "kept-erase-ask", live=True)
    return [asked, layout.column(yes, no, gap=Space.XS)]
