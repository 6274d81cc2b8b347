"""The payment plans of a client: each instalment with its day and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mobile.components import buttons, layout, states, words
from mobile.components.semantics import identified
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import kept, keyed, one_open
from mobile.screens.plan_moves import PlanMoveSheet
from mobile.screens.promise_marks import mark_of, plan_mark, state_mark, tag_of
from mobile.screens.promise_telling import numbers, standing_words
from mobile.screens.stored_files import StoredFiles
from mobile.store.session import may
from mobile.theme import Space
from shared.rules.payment_plan import MET, MISSED, may_accept, may_cancel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, tzinfo

    import flet as ft

    from mobile.components.look import Look
    from mobile.components.rows import Mark
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from mobile.store.promises import PlanMove, Plans, Promises
    from shared.contract.clients import ClientFile
    from shared.contract.identity import User
    from shared.contract.promises import Instalment, Plan, Promise


NOT_MOVED: tuple[PlanMove, Plan] | None = None


@dataclass(frozen=True, slots=True)
class Moves:
    """What this person may do with a plan; nothing by default."""

    accept: Callable[[], None] | None = None
    cancel: Callable[[], None] | None = None


def moves_of(user: User | None, plan: Plan, do: Callable[[tuple[PlanMove, Plan]], None]) -> Moves:
    """The server would refuse the rest."""
    if not may(user, "agree-plans"):
        return Moves()
    return Moves(
        accept=(lambda: do(("accept", plan))) if may_accept(plan.state) is None else None,
        cancel=(lambda: do(("cancel", plan))) if may_cancel(plan.state) is None else None,
    )


@component
def PlanCards(  # noqa: N802
    desk: Desk,
    look: Look,
    client: OneClient,
    file: ClientFile,
    plans: Plans,
    promises: Promises,
) -> ft.Control:
    """Newest first. What each instalment was worth is told by the promise it became."""
    moving, move, close = one_open(NOT_MOVED)
    known = {str(one.id): one for one in promises.items}
    found = plans.value.items if plans.value else []
    parts = [
        _plan(desk, look, plan, known, file.today, moves_of(desk.session.user, plan, move))
        for plan in found
    ]
    if plans.failure is not None and plans.value is None:
        retry = lambda: desk.do(plans.refresh)  # noqa: E731
        failed = sentence(look.strings, plans.failure)
        parts.append(states.error_state(look, failed, retry, identifier="plans-error"))
    if moving is not None:
        what, plan = moving
        entry = plans.entry(plan.id, what)
        sheet = keyed(PlanMoveSheet, "sheet")
        parts.append(sheet(desk, look, client, file, plan, what, entry, close))
    return layout.column(*parts, gap=Space.S)


plan_cards = kept(PlanCards)


def _plan(
    desk: Desk, look: Look, plan: Plan, known: dict[str, Promise], today: date, moves: Moves
) -> ft.Control:
    title = layout.column(
        words.label(look, look.strings.promises.plan),
        words.amount(look, plan.amount, plan.currency),
    )
    head = layout.pair(look, title, tag_of(look, plan_mark(look, plan.state)))
    about = _about(look, plan, today, desk.platform.zone)
    told = [words.text(look, line, "label", look.palette.ink2) for line in about]
    rows: list[ft.Control] = []
    for one in plan.instalments:
        promise = known.get(str(one.promise_id)) if one.promise_id else None
        rows += [layout.hairline(look), _instalment(look, plan, one, promise, today)]
    parts: list[ft.Control] = [head, layout.column(*told, gap=2)]
    parts += [StoredFiles(desk, look, plan.files)] if plan.files else []
    parts += [layout.column(*rows), *_buttons(look, plan, moves)]
    return identified(layout.card(look, *parts), f"plan-{plan.id}")


def _about(look: Look, plan: Plan, today: date, zone: tzinfo) -> list[str]:
    """How it goes, what it covers, who said and did what."""
    said, of_plans = look.strings.promises, look.strings.plans
    lines = [_progress(look, plan)] if plan.accepted_at else []
    lines.append(said.plan_about(documents=numbers(look, plan.documents)))
    lines += [said.said_by(name=plan.said_by)] if plan.said_by else []
    if plan.proposed_by:
        day = look.day(plan.said_at.astimezone(zone).date(), today)
        lines.append(of_plans.proposed_by(who=plan.proposed_by.name, day=day))
    lines += [of_plans.note(note=plan.note)] if plan.note else []
    if plan.accepted_by and plan.accepted_at:
        day = look.day(plan.accepted_at.astimezone(zone).date(), today)
        lines.append(of_plans.accepted_by(who=plan.accepted_by.name, day=day))
    lines += [said.plan_proof(proof=plan.proof)] if plan.proof else []
    if plan.ended_why and plan.ended_at:
        day = look.day(plan.ended_at.astimezone(zone).date(), today)
        lines.append(said.plan_ended(day=day, why=plan.ended_why))
    return lines


def _progress(look: Look, plan: Plan) -> str:
    """`2 sur 4 payées · 1 manquée`."""
    said = look.strings.plans
    paid = sum(one.state in MET for one in plan.instalments)
    missed = sum(one.state in MISSED for one in plan.instalments)
    told = said.paid(paid=str(paid), parts=str(len(plan.instalments)))
    return f"{told} · {said.missed(missed)}" if missed else told


def _buttons(look: Look, plan: Plan, moves: Moves) -> list[ft.Control]:
    said, is_proposed = look.strings.plans, plan.state == "proposed"
    shown: list[ft.Control] = []
    expand = None if look.big else True
    if moves.cancel is not None:
        name = said.withdraw if is_proposed else said.cancel
        cancel = f"plan-cancel-{plan.id}"
        shown.append(
            buttons.button(look, name, moves.cancel, cancel, kind="quiet", height=44, expand=expand)
        )
    if moves.accept is not None:
        accept = f"plan-accept-{plan.id}"
        shown.append(
            buttons.button(
                look, said.accept, moves.accept, accept, kind="soft", height=44, expand=expand
            )
        )
    if not shown:
        return []
    return [layout.column(*shown, gap=Space.XS) if look.big else layout.row(*shown, gap=Space.S)]


def _instalment(
    look: Look, plan: Plan, one: Instalment, promise: Promise | None, today: date
) -> ft.Control:
    left = layout.column(
        words.text(look, look.day(one.due_on, today), "body", weight=500),
        *_standing(look, promise, today),
    )
    right = layout.column(
        words.amount(look, one.amount, plan.currency), tag_of(look, _mark(look, plan, one, promise))
    )
    row = layout.padded(layout.pair(look, left, right), y=8)
    return identified(row, f"instalment-{plan.id}-{one.place}")


def _standing(look: Look, promise: Promise | None, today: date) -> list[ft.Control]:
    if promise is None:
        return []
    return [
        words.text(look, line, "label", look.palette.ink3)
        for line in standing_words(look, promise, today)
    ]


def _mark(look: Look, plan: Plan, one: Instalment, promise: Promise | None) -> Mark:
    if promise is not None:
        return mark_of(look, promise)
    if one.state is not None:
        return state_mark(look, one.state)
    return plan_mark(look, plan.state)  # never agreed: as the plan itself
