"""The thin line that tells the truth about what is shown and what has not gone yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import flet as ft

from mobile.components import states
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.store.place import Entries

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.palette import Tone
    from mobile.store.desk import Desk
    from mobile.store.line import Line
    from mobile.store.local import Local


class Truth(NamedTuple):
    words: str
    icon: ft.IconData
    tone: Tone = "watch"


@component
def StatusStrip(desk: Desk, look: Look, line: Line, local: Local) -> ft.Control:  # noqa: N802
    """Nothing while all is fresh and has gone."""
    strips: list[ft.Control] = []
    truth = of_data(desk, look, line, local)
    if truth is not None:
        strips.append(states.status_strip(look, truth.words, truth.icon, tone=truth.tone))
    entered = of_entries(look, line, local)
    if entered is not None:
        strips.append(
            states.status_strip(
                look,
                entered.words,
                entered.icon,
                tone=entered.tone,
                identifier="status-entries",
                on_tap=lambda: desk.screen.go(Entries()),
            )
        )
    if not strips:
        return ft.Container()
    return ft.Column(strips, spacing=0, tight=True)


def below(desk: Desk, look: Look) -> list[ft.Control]:
    """At the foot of a screen that lies over the places: there too it is told once, for all."""
    return [StatusStrip(desk, look, desk.line, desk.local)] if desk.local.is_kept else []


def of_data(desk: Desk, look: Look, line: Line, local: Local) -> Truth | None:
    """What is shown and how old it is."""
    said, going = look.strings.offline, local.synchronising
    if local.state == "failed" and local.failure is not None:
        return Truth(sentence(look.strings, local.failure), ft.Icons.REPORT_OUTLINED, "hold")
    if local.state == "elsewhere":
        return Truth(said.elsewhere, ft.Icons.TAB_UNSELECTED_ROUNDED)
    if line.down:
        return Truth(offline_words(desk, look, local), ft.Icons.CLOUD_OFF_ROUNDED)
    if going is not None and going.state == "failed" and going.failure is not None:
        return Truth(sentence(look.strings, going.failure), ft.Icons.SYNC_PROBLEM_ROUNDED)
    if going is not None and going.state == "working" and is_first(local):
        count = local.portfolio.count() if local.portfolio else 0
        return Truth(said.first(count), ft.Icons.DOWNLOADING_ROUNDED, "plain")
    return None


def is_first(local: Local) -> bool:
    return local.portfolio is not None and not local.portfolio.is_complete


def offline_words(desk: Desk, look: Look, local: Local) -> str:
    read_at = local.held(lambda portfolio: portfolio.read_at)
    if read_at is None:
        return look.strings.shell.offline
    when = look.moment(read_at.astimezone(desk.platform.zone), desk.today())
    return look.strings.shell.offline_since(when=when)


def of_entries(look: Look, line: Line, local: Local) -> Truth | None:
    """What waits to be sent, where it waits for more than a moment; what is to be looked at."""
    if local.outbox is None or local.synchronising is None:
        return None
    said, counts = look.strings.entries, local.outbox.counts()
    waits = line.down or local.synchronising.state != "working"
    parts = [said.waiting(counts.waiting)] if counts.waiting and waits else []
    parts += [said.review(counts.review)] if counts.review else []
    if not parts:
        return None
    tone: Tone = "hold" if counts.review else "watch"
    return Truth(" · ".join(parts), ft.Icons.OUTBOX_OUTLINED, tone)
