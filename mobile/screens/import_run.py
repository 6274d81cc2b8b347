"""One file in hand: its progress, its question, what it would change, what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft
from pydantic import ValidationError

from mobile.components import buttons, fields, layout, marks, words
from mobile.components.semantics import identified
from mobile.screens.choices import choices
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.import_columns import columns
from mobile.screens.import_matches import Proposals
from mobile.store.imports import WORKING
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from mobile.components.look import Look
    from mobile.palette import Tone
    from mobile.store.desk import Desk
    from mobile.store.imports import Imports
    from mobile.strings.phrase import Plural
    from shared.contract.imports import ControlTotal, ImportRun, Outcome, Question

UNDECIDED = WORKING | {"question"}
"""While the file is read, or asks, what it would change is not known."""
OUTSTANDING_ACCOUNT = "411"
SHOWN = 20
"""Refused lines and remarks shown; the rest is counted."""


@component
def RunCards(desk: Desk, look: Look, imports: Imports, run: ImportRun) -> ft.Control:  # noqa: N802
    # Accepted for this file: another one begins unaccepted.
    accepted_of, accept_of = state("")
    accepts = accepted_of == str(run.id)

    def accept(yes: bool) -> None:  # noqa: FBT001 - the switch
        accept_of(str(run.id) if yes else "")

    parts = [_head(look, imports, run)]
    if run.problem:
        parts.append(_problem(look, run.problem))
    if run.question is not None:
        parts.append(Asked(desk, look, imports, run.question))
    if run.outcome is not None and run.state not in UNDECIDED:
        parts.append(_outcome(look, run.outcome))
        if run.outcome.matches is not None:
            may = accept if run.state == "previewed" else None
            parts.append(Proposals(desk, look, run.outcome.matches, accepts, may))
    if run.fields:
        parts.append(columns(desk, look, imports, run, key=f"columns-{run.id}"))
    parts += _verbs(desk, look, imports, run, accepts=accepts)
    return ft.Column(
        parts, spacing=Space.S, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _head(look: Look, imports: Imports, run: ImportRun) -> ft.Control:
    said = look.strings.data
    name = layout.column(
        words.text(look, run.file_name, "title", lines=2),
        identified(
            words.text(
                look,
                f"{said.kinds[run.kind]} · {said.states[run.state]}",
                "label",
                look.palette.ink3,
            ),
            "run-state",
            live=True,
        ),
    )
    name.expand = True
    close = buttons.icon_button(
        look, ft.Icons.CLOSE_ROUNDED, look.strings.common.close, imports.close, "run-close"
    )
    parts: list[ft.Control] = [layout.row(name, close, top=True)]
    if run.state in WORKING:
        bar = ft.ProgressBar(
            value=run.progress or None, color=look.palette.accent, bar_height=6, border_radius=3
        )
        percent = f"{round(run.progress * 100)} %"
        parts.append(identified(bar, "run-progress", label=f"{said.states[run.state]} {percent}"))
    return layout.card(look, *parts, spread=True)


def _problem(look: Look, problem: str) -> ft.Control:
    line = layout.row(
        marks.icon(look, ft.Icons.ERROR_OUTLINE_ROUNDED, look.palette.hold),
        identified(
            words.text(look, problem, "body", look.palette.hold, expand=True),
            "run-problem",
            live=True,
        ),
        top=True,
    )
    return layout.card(look, line, color=look.palette.hold_soft)


@component
def Asked(desk: Desk, look: Look, imports: Imports, question: Question) -> ft.Control:  # noqa: N802
    """What the file leaves open, as choices; never guessed."""
    typed, type_ = state("")
    failure, fail = state("")
    said = look.strings.data

    async def answer(choice: str) -> None:
        try:
            await imports.answer(question, choice)
        except (ValidationError, KeyError):
            fail(said.malformed)

    parts: list[ft.Control] = [
        identified(words.text(look, said.question, "heading"), "question", header=True),
        words.text(look, question.detail, "body"),
    ]
    if question.examples:
        shown = ", ".join(question.examples)
        parts.append(words.text(look, shown, "label", look.palette.ink2))
    if question.option == "--confirm-closing":
        parts.append(
            buttons.button(
                look, said.confirm_closing, lambda: desk.do(answer, ""), "answer-yes", kind="danger"
            )
        )
    elif question.choices:
        names = {choice: choice_words(look, question, choice) for choice in question.choices}
        parts.append(choices(look, "", names, (), lambda one: desk.do(answer, one), "answer"))
    else:
        parts += [
            fields.field(look, said.answer, typed, type_, "answer-typed", error=failure or None),
            buttons.button(
                look, look.strings.common.confirm, lambda: desk.do(answer, typed), "answer-send"
            ),
        ]
    return layout.card(look, *parts, color=look.palette.watch_soft, spread=True)


def choice_words(look: Look, question: Question, choice: str) -> str:
    """`dmy` in words; a column or a company by its own name."""
    said = look.strings.data
    known: dict[str, dict[Any, str]] = {
        "--date-order": said.date_orders,
        "--decimal": said.decimals,
    }
    return known.get(question.option, {}).get(choice, choice)


def _outcome(look: Look, outcome: Outcome) -> ft.Control:
    said = look.strings.data
    counts: list[tuple[str, Plural, int, Tone]] = [
        ("added", said.added, outcome.added, "ok"),
        ("changed", said.changed, outcome.changed, "accent"),
        ("closed", said.closed, outcome.closed, "watch"),
        ("refused", said.refused, len(outcome.refused), "hold"),
    ]
    tags = [
        identified(marks.tag(look, name(count), tone), f"count-{key}")
        for key, name, count, tone in counts
        if count or key == "added"
    ]
    counted = layout.wrap(*tags, line_gap=Space.XXS)
    parts: list[ft.Control] = [words.text(look, said.preview, "heading"), counted]
    parts += [_control(look, total) for total in outcome.control_totals]
    parts += _listed(look, said.warnings(len(outcome.warnings)), outcome.warnings, "warnings")
    refused = [f"{said.line(n=str(one.line))} : {one.reason}" for one in outcome.refused]
    parts += _listed(look, said.refused(len(refused)), refused, "refused")
    return layout.card(look, *parts, spread=True)


def _control(look: Look, total: ControlTotal) -> ft.Control:
    """A FEC's account by its number and name; of those beside 411, that they stand apart."""
    said = look.strings.data
    title = said.control_total(currency=total.currency)
    if total.account is not None:
        title = said.account(number=total.account, name=total.label or "")
    named: ft.Control = words.text(look, title, "label", look.palette.ink3)
    if total.account not in (None, OUTSTANDING_ACCOUNT):
        named = layout.column(
            named, words.text(look, said.account_apart, "label", look.palette.ink3)
        )
    line = layout.between(look, named, words.amount(look, total.amount, total.currency))
    return identified(line, f"control-{total.account or total.currency}")


def _listed(look: Look, title: str, lines: list[str], identifier: str) -> list[ft.Control]:
    if not lines:
        return []
    shown = [words.text(look, line, "body") for line in lines[:SHOWN]]
    if len(lines) > SHOWN:
        more = look.strings.data.more_lines(len(lines) - SHOWN)
        shown.append(words.text(look, more, "label", look.palette.ink3))
    head = words.text(look, title, "strong", look.palette.ink2)
    return [identified(layout.column(head, *shown, gap=Space.XXS), identifier)]


def _leaves_something(outcome: Outcome | None) -> bool:
    """Whether there is anything to load beside what is refused."""
    return outcome is not None and bool(outcome.added or outcome.changed or outcome.closed)


def _verbs(
    desk: Desk, look: Look, imports: Imports, run: ImportRun, *, accepts: bool
) -> list[ft.Control]:
    said = look.strings.data

    def doing(verb: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], None]:
        return lambda: desk.do(verb)

    async def apply() -> None:
        await imports.apply(accept_matches=accepts)

    async def apply_rest() -> None:
        await imports.apply(skip_refused=True)

    async def undo() -> None:
        await imports.undo(run.id)

    match run.state:
        case "previewed" if run.outcome is not None and not run.outcome.refused:
            return [buttons.button(look, said.apply, doing(apply), "apply")]
        case "previewed" | "refused" if run.kind != "fec" and _leaves_something(run.outcome):
            return [
                buttons.button(
                    look, said.skip_refused, doing(apply_rest), "apply-rest", kind="danger"
                )
            ]
        case "applied" if run.can_be_undone:
            ask = words.text(look, said.undo_ask, "label", look.palette.ink3)
            return [
                layout.card(
                    look,
                    ask,
                    buttons.button(look, said.undo, doing(undo), "undo", kind="danger"),
                    spread=True,
                )
            ]
        case _:
            return []
