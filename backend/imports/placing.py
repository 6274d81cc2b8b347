"""Whose lines a file holds, and the plan that is begun with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from backend.imports import rules
from backend.imports.queries import parties, settling
from backend.imports.reading.findings import Finding, Question, RefusedLine
from backend.imports.reading.rows import Kind
from shared.ids import new_id

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from backend.imports.reading.diagnosis import Diagnosis


@dataclass(frozen=True, slots=True)
class Asked:
    """What an import was asked to do, as far as the plan needs it."""

    kind: Kind
    company_code: str | None
    as_of: date | None
    today: date
    language: str
    accepts_matches: bool = False
    source: str | None = None
    as_of_presumed: bool = False

    @property
    def as_of_stated(self) -> date | None:
        """The day somebody said the file is of."""
        return None if self.as_of_presumed else self.as_of


@dataclass(frozen=True, slots=True)
class Match:
    """What would settle what, and why: one reference (`reference`), or one amount (`amount`)."""

    client_code: str
    client_name: str | None
    debit: str
    debit_on: date
    credit: str
    credit_on: date
    amount: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class Matches:
    """The settlements a file without lettering proposes; `shown` are the first of them."""

    count: int
    amount: Decimal
    currency: str
    accepted: bool
    shown: tuple[Match, ...]


@dataclass(slots=True)
class Plan:
    """What is to be written. A `question` or a `refusal` ends the planning where it came up."""

    as_of: date
    today: date
    source: str | None = None
    as_of_stated: date | None = None
    question: Question | None = None
    confirm: Question | None = None
    refusal: Finding | None = None
    refused: list[RefusedLine] = field(default_factory=list)
    refused_count: int = 0
    warnings: list[Finding] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    closed: int = 0
    matches: Matches | None = None
    company_ids: list[UUID] = field(default_factory=list)
    company_codes: list[str] = field(default_factory=list)
    new_companies: list[tuple[Any, ...]] = field(default_factory=list)
    new_branches: list[tuple[Any, ...]] = field(default_factory=list)
    currency: str = "EUR"
    siren: str | None = None

    @property
    def is_stopped(self) -> bool:
        return self.question is not None or self.refusal is not None


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
