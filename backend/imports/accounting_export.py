"""What an accounting export (FEC) would do to the ledger, and whether the two then agree."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from backend.imports import rules
from backend.imports.placing import Asked, Match, Matches, Plan
from backend.imports.queries import (
    carrying,
    changing,
    fec,
    matches,
    reconciling,
    settling,
    vanishing,
)
from backend.imports.reading.findings import Finding
from backend.imports.reading.rows import Kind
from shared.money import round_amount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backend.imports.reading.diagnosis import ControlTotal

OUTSTANDING_ACCOUNT = "411"
CURRENCY = "EUR"
CLIENTS_TOLD_MOST = 20
NUMBERS_TOLD_MOST = 5
MATCHES_SHOWN_MOST = 200
"""Proposed matches a run keeps for people to look at; all are counted and added up."""


async def plan_export(asked: Asked, totals: Sequence[ControlTotal], plan: Plan) -> None:
    """The plan for the staged lines; a refusal where the company's ledger came another way."""
    plan.as_of = asked.as_of or await fec.last_entry_on() or asked.today
    latest = await settling.find_latest_as_of(Kind.FEC.value)
    plan.refusal = rules.too_old(plan.as_of, latest) or await counted_twice(plan)
    if plan.refusal:
        return
    await fec.keep_known_year()
    await fec.make_items()
    await fec.find_known()
    await carrying.carry_forward()
    gaps = await carrying.opening_gaps()
    await fec.map_lines()
    await fec.find_changes()
    await changing.find_changes("s.target_amount")
    await fec.take_over_lettering()
    await vanishing.find_vanished()
    await vanishing.take_back()
    back = await fec.reappeared(NUMBERS_TOLD_MOST)
    owed = await vanishing.owed_again(NUMBERS_TOLD_MOST)
    await vanishing.close_vanished(plan.as_of)
    plan.matches = await proposed(accepted=asked.accepts_matches)
    if back:
        plan.warnings.append(rules.told_reappeared(back))
    if owed:
        facts = {"count": owed["count"], "numbers": ", ".join(owed["numbers"])}
        plan.warnings.append(Finding("settlement-gone", facts))
    for gap in gaps[:CLIENTS_TOLD_MOST]:
        facts = {
            "client": gap["code"],
            "opening": in_euros(gap["opening"]),
            "earlier": in_euros(gap["earlier"]),
        }
        plan.warnings.append(Finding("opening-differs", facts))
    await reconcile(totals, plan)


async def counted_twice(plan: Plan) -> Finding | None:
    """What is open from another kind of file stands in this one again."""
    elsewhere = await fec.open_elsewhere(plan.company_ids)
    if not elsewhere:
        return None
    return Finding("ledger-from-elsewhere", {"count": elsewhere, "company": plan.company_codes[0]})


async def proposed(*, accepted: bool) -> Matches | None:
    """What the file proposes to match; in the plan where that is accepted, else only told."""
    await matches.give_way()
    await matches.find()
    count, amount = await matches.summed()
    if not count:
        return None
    shown = tuple(Match(**row) for row in await matches.shown(MATCHES_SHOWN_MOST))
    if accepted:
        await matches.confirm()
    return Matches(count, amount, CURRENCY, accepted, shown)


async def reconcile(totals: Sequence[ControlTotal], plan: Plan) -> None:
    """Says where the ledger, once the file is loaded, is not what account 411 says."""
    stated = sum(total.amount for total in totals if total.account == OUTSTANDING_ACCOUNT)
    ours = await reconciling.owed_after(plan.company_ids, CURRENCY)
    if ours != stated:
        facts = {
            "file": in_euros(Decimal(stated)),
            "ours": in_euros(ours),
            "difference": in_euros(ours - stated),
            "currency": CURRENCY,
        }
        plan.warnings.append(Finding("ledger-differs", facts))


def in_euros(amount: Decimal | None) -> str:
    """A FEC is in euros; a sum over nothing is nothing."""
    return f"{round_amount(amount or Decimal(0), CURRENCY):f}"
