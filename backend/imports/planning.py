"""What a file would do to the ledger: the plan of an import, made by sets and not yet written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from backend.imports import rules
from backend.imports.payment_terms import terms_known
from backend.imports.queries import (
    changing,
    client_lines,
    fec,
    history,
    items,
    parties,
    paying,
    recording,
    settling,
    staging,
)
from backend.imports.reading.rows import (
    REFUSALS_KEPT,
    Diagnosis,
    Finding,
    Kind,
    Question,
    RefusedLine,
)
from shared.ids import new_id

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

LINES_TOLD_MOST = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """What an import was asked to do, as far as the plan needs it."""

    kind: Kind
    company_code: str | None
    as_of: date | None
    today: date
    language: str


@dataclass(slots=True)
class Plan:
    """What is to be written. A `question` or a `refusal` ends the planning where it came up."""

    as_of: date
    question: Question | None = None
    confirm: Question | None = None
    refusal: Finding | None = None
    refused: list[RefusedLine] = field(default_factory=list)
    refused_count: int = 0
    warnings: list[Finding] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    closed: int = 0
    company_ids: list[UUID] = field(default_factory=list)
    company_codes: list[str] = field(default_factory=list)
    new_companies: list[tuple[Any, ...]] = field(default_factory=list)
    new_branches: list[tuple[Any, ...]] = field(default_factory=list)
    currency: str = "EUR"
    siren: str | None = None

    @property
    def is_stopped(self) -> bool:
        return self.question is not None or self.refusal is not None


async def make_plan(asked: Asked, diagnosis: Diagnosis, *, unread: int) -> Plan:
    """The plan for the staged rows. The caller holds the ledger's lock if it means to apply it.

    `unread` counts the lines that reading refused.
    """
    plan = Plan(as_of=asked.as_of or asked.today)
    if asked.as_of is not None and asked.as_of > asked.today + timedelta(days=1):
        plan.refusal = Finding("as-of-in-future", {"as_of": asked.as_of.isoformat()})
        return plan
    await place_lines(asked, diagnosis, plan)
    if plan.is_stopped:
        return plan
    await parties.keep_terms(terms_known(await parties.stated_terms(asked.kind)))
    await staging.refuse_long_keys(asked.kind)
    await collect_refused(plan)
    if plan.refused_count:
        await staging.leave_out(asked.kind)
    await parties.find_payers(asked.kind)
    match asked.kind:
        case Kind.OPEN_ITEMS:
            await plan_open_items(
                plan,
                whole_stated="residual" in diagnosis.columns,
                unread=unread + plan.refused_count,
            )
        case Kind.HISTORY:
            await plan_history(plan)
        case Kind.PAYMENTS:
            await plan_payments(plan)
        case Kind.CLIENTS:
            await plan_clients(plan)
        case Kind.FEC:
            await plan_fec(asked, plan)
    if not plan.is_stopped:
        await warn_of_zeros(plan)
    return plan


async def place_lines(asked: Asked, diagnosis: Diagnosis, plan: Plan) -> None:
    """Whose lines these are: companies and branches found, or named to be made."""
    known = {
        row["code"]: rules.CompanyFound(row["code"], row["id"], row["siren"])
        for row in await parties.companies()
    }
    places = rules.places_of(
        await parties.stated_places(asked.kind),
        known,
        given_code=asked.company_code,
        siren=diagnosis.siren,
    )
    if isinstance(places, Question):
        plan.question = places
        return
    plan.currency = await parties.main_currency(asked.kind)
    company_ids = name_companies(asked, places, plan)
    plan.company_ids = list(company_ids.values())
    plan.company_codes = list(company_ids)
    plan.siren = diagnosis.siren
    branch_ids = await name_branches(asked.kind, places, company_ids, plan)
    await parties.keep_places(
        (
            place.stated_company,
            place.stated_branch,
            company_ids[place.company.code],
            branch_ids.get((place.company.code, (place.branch_code or "").casefold())),
        )
        for place in places
    )
    await settling.keep_covered(covered(places, company_ids, branch_ids))


def name_companies(asked: Asked, places: list[rules.Place], plan: Plan) -> dict[str, UUID]:
    """An id for each company; those that are to be made are noted in the plan."""
    ids: dict[str, UUID] = {}
    for company in {place.company for place in places}:
        ids[company.code] = company.id or new_id()
        if company.id is None:
            name = company.code
            if company.code == rules.FIRST_COMPANY_CODE:
                name = "Société principale" if asked.language == "fr" else "Main company"
            plan.new_companies.append(
                (ids[company.code], company.code, name, company.siren, plan.currency)
            )
            if company.code != rules.FIRST_COMPANY_CODE:
                plan.warnings.append(Finding("company-made", {"company": company.code}))
    return ids


async def name_branches(
    kind: Kind, places: list[rules.Place], company_ids: dict[str, UUID], plan: Plan
) -> dict[tuple[str, str], UUID]:
    """An id for each branch, found by its code or its name.

    Ledger files make the branches they speak of; a client file may only name those we have.
    """
    ids: dict[tuple[str, str], UUID] = {}
    code_of = {id_: code for code, id_ in company_ids.items()}
    for row in await parties.branches(list(company_ids.values())):
        company = code_of[row["company"]]
        ids.setdefault((company, row["name"].casefold()), row["id"])
        ids[company, row["code"].casefold()] = row["id"]
    for place in places:
        key = (place.company.code, (place.branch_code or "").casefold())
        stated_as_branch = bool(place.stated_branch)
        if not place.branch_code or key in ids or (kind is Kind.CLIENTS and stated_as_branch):
            continue
        ids[key] = new_id()
        plan.new_branches.append(
            (ids[key], company_ids[key[0]], place.branch_code, place.branch_code)
        )
    return ids


def covered(
    places: list[rules.Place],
    company_ids: dict[str, UUID],
    branch_ids: dict[tuple[str, str], UUID],
) -> list[tuple[UUID, UUID | None, bool]]:
    """What the file speaks of: the branches it names, the whole company where it names none."""
    rows: set[tuple[UUID, UUID | None, bool]] = set()
    with_branches = {place.company.code for place in places if place.branch_code}
    for place in places:
        code = place.company.code
        branch = branch_ids.get((code, (place.branch_code or "").casefold()))
        rows.add((company_ids[code], branch, code not in with_branches))
    return sorted(rows, key=str)


async def plan_open_items(plan: Plan, *, whole_stated: bool, unread: int) -> None:
    """Closes nothing where a line could not be read: nobody knows whose item it is."""
    latest = await settling.find_latest_as_of(Kind.OPEN_ITEMS.value)
    plan.refusal = rules.too_old(plan.as_of, latest)
    if plan.refusal:
        return
    await items.make_items()
    await items.find_documents()
    await settling.settle_new(plan.as_of)
    await settling.compare(plan.as_of, whole_stated=whole_stated)
    await settling.settle_found(plan.as_of)
    await changing.find_changes("coalesce(s.target_amount, d.amount)")
    if unread:
        plan.warnings.append(Finding("closing-held", {"count": unread}))
    else:
        await settling.close_missing(plan.as_of)
    better = await settling.settled_better_here()
    if better:
        plan.warnings.append(
            Finding("settled-better-here", {"count": better["count"]}, tuple(better["lines"]))
        )
    closings = [
        rules.Closing(row["code"], row["closed"], row["open_before"])
        for row in await settling.closings()
    ]
    plan.confirm = rules.closing_question(closings)
    await count_documents(plan)


async def plan_history(plan: Plan) -> None:
    await settling.find_latest_as_of(Kind.HISTORY.value)
    await items.make_items()
    await items.find_documents()
    await history.compare()
    await history.settle()
    await changing.find_changes("s.target_amount")
    await count_documents(plan)


async def count_documents(plan: Plan) -> None:
    plan.added = await items.count_new()
    plan.changed = await recording.changed_count()
    plan.closed = await recording.closed_count()
    estimated = await items.count_estimated()
    if estimated:
        plan.warnings.append(Finding("due-dates-estimated", {"count": estimated}))


async def plan_payments(plan: Plan) -> None:
    await paying.make_parts()
    await paying.refuse_unknown_numbers()
    await paying.refuse_impossible_totals()
    await collect_refused(plan)
    if plan.refused_count:
        await leave_out_refused(Kind.PAYMENTS)
    await paying.find_payments()
    await paying.lay_out()
    await paying.settle()
    plan.added, plan.changed = await paying.counts()


async def plan_clients(plan: Plan) -> None:
    await client_lines.find_people()
    await client_lines.refuse_unknown_people()
    await client_lines.refuse_unknown_branches()
    await client_lines.refuse_impossible_fields()
    await collect_refused(plan)
    if plan.refused_count:
        await leave_out_refused(Kind.CLIENTS)
    await client_lines.make_lines()
    await client_lines.find_client_changes()
    plan.added, plan.changed = await client_lines.counts()


async def collect_refused(plan: Plan) -> None:
    plan.refused_count, rows = await recording.refusals(REFUSALS_KEPT)
    plan.refused = [RefusedLine(row["line"], Finding(row["code"], row["facts"])) for row in rows]


async def leave_out_refused(kind: Kind) -> None:
    """So that no client is made for a line that is not taken."""
    await staging.leave_out(kind)
    await parties.forget_payers()
    await parties.find_payers(kind)
    if kind is Kind.PAYMENTS:
        await paying.forget_parts()
        await paying.make_parts()


async def plan_fec(asked: Asked, plan: Plan) -> None:
    plan.as_of = asked.as_of or await fec.last_entry_on() or asked.today
    latest = await settling.find_latest_as_of(Kind.FEC.value)
    plan.refusal = rules.too_old(plan.as_of, latest)
    if plan.refusal:
        return
    elsewhere = await fec.open_elsewhere(plan.company_ids)
    if elsewhere:
        plan.refusal = Finding(
            "ledger-from-elsewhere", {"count": elsewhere, "company": plan.company_codes[0]}
        )
        return
    await fec.make_items()
    await fec.find_known()
    await fec.carry_forward()
    gaps = await fec.opening_gaps()
    await fec.map_lines()
    await fec.find_changes()
    await changing.find_changes("s.target_amount")
    await fec.take_over_lettering()
    await fec.close_vanished(plan.as_of)
    for gap in gaps[:LINES_TOLD_MOST]:
        facts = {
            "client": gap["code"],
            "opening": f"{gap['opening'] or 0:f}",
            "earlier": f"{gap['earlier'] or 0:f}",
        }
        plan.warnings.append(Finding("opening-differs", facts))
    await count_documents(plan)
    plan.added += await fec.count_new_payments()


async def warn_of_zeros(plan: Plan) -> None:
    """A new code that is one of our clients' but for its leading zeros."""
    rows = await parties.zeros_apart()
    if rows:
        facts = {"count": rows[0]["groups"], "codes": ", ".join(rows[0]["codes"][:3])}
        plan.warnings.append(Finding("codes-differ-from-ours-by-zeros", facts))
