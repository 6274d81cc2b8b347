"""The payment plans of a client: each instalment with its day and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.components import layout, states, words
from mobile.components.semantics import identified
from mobile.screens.failures import sentence
from mobile.screens.promise_marks import mark_of, plan_mark, state_mark, tag_of
from mobile.screens.promise_telling import numbers, standing_words

if TYPE_CHECKING:
    from datetime import date, tzinfo

    import flet as ft

    from mobile.components.look import Look
    from mobile.components.rows import Mark
    from mobile.store.desk import Desk
    from mobile.store.promises import Plans, Promises
    from shared.contract.clients import ClientFile
    from shared.contract.promises import Instalment, Plan, Promise


def plan_cards(
    desk: Desk, look: Look, file: ClientFile, plans: Plans, promises: Promises
) -> list[ft.Control]:
    """Newest first. What each instalment was worth is told by the promise it became."""
    if plans.value is None:
        if plans.failure is None:
            return []
        retry = lambda: desk.do(plans.refresh)  # noqa: E731
        failed = sentence(look.strings, plans.failure)
        return [states.error_state(look, failed, retry, identifier="plans-error")]
    known = {str(one.id): one for one in promises.items}
    zone = desk.platform.zone
    return [_plan(look, plan, known, file.today, zone) for plan in plans.value.items]


def _plan(
    look: Look, plan: Plan, known: dict[str, Promise], today: date, zone: tzinfo
) -> ft.Control:
    said, p = look.strings.promises, look.palette
    title = layout.column(
        words.label(look, said.plan), words.amount(look, plan.amount, plan.currency)
    )
    head = layout.pair(look, title, tag_of(look, plan_mark(look, plan.state)))
    about = [said.plan_about(documents=numbers(look, plan.documents))]
    if plan.said_by:
        about.append(said.said_by(name=plan.said_by))
    about += [said.plan_proof(proof=plan.proof)] if plan.proof else []
    if plan.ended_why and plan.ended_at:
        day = look.day(plan.ended_at.astimezone(zone).date(), today)
        about.append(said.plan_ended(day=day, why=plan.ended_why))
    told = [words.text(look, line, "label", p.ink2) for line in about]
    rows: list[ft.Control] = []
    for one in plan.instalments:
        promise = known.get(str(one.promise_id)) if one.promise_id else None
        rows += [layout.hairline(look), _instalment(look, plan, one, promise, today)]
    card = layout.card(look, head, layout.column(*told, gap=2), layout.column(*rows))
    return identified(card, f"plan-{plan.id}")


def _instalment(
    look: Look, plan: Plan, one: Instalment, promise: Promise | None, today: date
) -> ft.Control:
    left = layout.column(
        words.text(look, look.day(one.due_on, today), "body", weight=500),
        *_standing(look, promise, today),
    )
    right = layout.column(
        words.amount(look, one.amount, plan.currency), tag_of(look, _mark(look, one, promise))
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


def _mark(look: Look, one: Instalment, promise: Promise | None) -> Mark:
    if promise is not None:
        return mark_of(look, promise)
    if one.state is not None:
        return state_mark(look, one.state)
    return plan_mark(look, "proposed")
