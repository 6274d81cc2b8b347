"""What an import decides: whose lines these are, how much may close, which order files come in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from backend.imports.reading.findings import Finding, Question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

CLOSING_SHARE_MOST_PCT: Final = 20
"""The share of a company's open items a file may close before somebody has to confirm it."""

FIRST_COMPANY_CODE: Final = "MAIN"


@dataclass(frozen=True, slots=True)
class CompanyFound:
    """One of our companies; `id` is None where the import is to make it."""

    code: str
    id: UUID | None = None
    siren: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Which company, and which branch of it, a line's own codes stand for.

    The two `stated` codes are as the file writes them, "" where it says nothing.
    """

    stated_company: str
    stated_branch: str
    company: CompanyFound
    branch_code: str | None


def places_of(
    stated: Sequence[tuple[str, str]],
    known: Mapping[str, CompanyFound],
    *,
    given_code: str | None,
    siren: str | None,
) -> list[Place] | Question:
    """The place of each pair of stated codes; a question where the company stays open.

    `--company` decides, and makes the company if need be. Else a FEC is of the company with its
    SIREN. Else a stated code is a company's, if we have that company; if not, and there is one
    company only, it is read as a branch of it. The first company of all is made without asking.
    """
    fallback = fallback_of(known, given_code, siren)
    places = []
    for company_code, branch_code in stated:
        company = known.get(company_code) if given_code is None else None
        if company is not None:
            places.append(Place(company_code, branch_code, company, branch_code or None))
        elif fallback is not None:
            own = company_code if company_code != fallback.code else ""
            places.append(Place(company_code, branch_code, fallback, branch_code or own or None))
        else:
            facts = {"stated": company_code} if company_code else {}
            code = "company-unknown" if company_code else "company-open"
            return Question(Finding(code, facts), "--company", tuple(sorted(known)))
    return places


def fallback_of(
    known: Mapping[str, CompanyFound], given_code: str | None, siren: str | None
) -> CompanyFound | None:
    """The company of lines that do not name one of ours themselves."""
    if given_code is not None:
        return known.get(given_code) or CompanyFound(given_code, siren=siren)
    if siren is not None:
        return company_of_siren(known, siren)
    if not known:
        return CompanyFound(FIRST_COMPANY_CODE)
    return next(iter(known.values())) if len(known) == 1 else None


def company_of_siren(known: Mapping[str, CompanyFound], siren: str) -> CompanyFound:
    """The company with that SIREN; else our only one, if it has none yet; else a new one."""
    for company in known.values():
        if company.siren == siren:
            return company
    if len(known) == 1:
        (only,) = known.values()
        if only.siren is None:
            return replace(only, siren=siren)
    return CompanyFound(siren, siren=siren)


@dataclass(frozen=True, slots=True)
class Closing:
    """How many of a company's open items a file would close."""

    company_code: str
    closed: int
    open_before: int

    @property
    def needs_confirming(self) -> bool:
        return self.closed * 100 > self.open_before * CLOSING_SHARE_MOST_PCT


def closing_question(closings: Sequence[Closing]) -> Question | None:
    """Asks before a file closes more than it may; about the company that would lose most."""
    doubtful = [closing for closing in closings if closing.needs_confirming]
    if not doubtful:
        return None
    worst = max(doubtful, key=lambda closing: closing.closed / closing.open_before)
    return Question(
        Finding(
            "closing-many",
            {
                "company": worst.company_code,
                "closed": worst.closed,
                "open": worst.open_before,
                "limit_pct": CLOSING_SHARE_MOST_PCT,
            },
        ),
        "--confirm-closing",
        (),
    )


def told_reappeared(found: Record) -> Finding:
    """What left a file and is in this one again: its settlement was presumed, and is taken back."""
    facts = {"count": found["count"], "numbers": ", ".join(found["numbers"])}
    return Finding("reappeared", facts, tuple(found["lines"]))


def too_old(as_of: date, latest: date | None) -> Finding | None:
    """A file older than the last one applied would bring back what was settled since."""
    if latest is None or as_of >= latest:
        return None
    return Finding("older-than-last", {"as_of": as_of.isoformat(), "latest": latest.isoformat()})
