"""The demo company's clients: who they are, where, on which terms, and how they pay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backend.demo import names
from backend.demo.people import BRANCHES, PEOPLE, DemoBranch
from shared.rules.terms import Terms

if TYPE_CHECKING:
    import random

CLIENTS = 400

#        share of clients, days late: usual and spread, and how many invoices are paid in two parts
HABITS = {
    "prompt": (0.46, -1, 3, 0.01),
    "slow": (0.24, 14, 9, 0.04),
    "month_end": (0.18, 4, 4, 0.02),
    "very_slow": (0.09, 42, 22, 0.14),
    "stuck": (0.03, 160, 60, 0.30),
}
TERMS = (
    Terms("net", 30),
    Terms("eom_a", 45),
    Terms("net", 45),
    Terms("net", 60),
    Terms("eom_b", 45),
)
TERMS_WEIGHTS = (46, 24, 14, 12, 4)


@dataclass(slots=True)
class DemoContact:
    name: str
    role: str
    email: str
    phone: str
    mobile: str | None


@dataclass(slots=True)
class DemoClient:
    code: str
    name: str
    branch: DemoBranch
    is_assigned: bool
    siren: str
    siret: str
    vat_number: str
    address: str
    postcode: str
    town: str
    currency: str
    also_currency: str | None
    language: str
    terms: Terms
    profile: str
    rep: str | None
    collector: str | None
    habit: str
    weight: float
    usual_amount: float
    contacts: list[DemoContact]


def invented_clients(draw: random.Random) -> list[DemoClient]:
    taken: set[str] = set()
    reps = [person.email for person in PEOPLE if person.role == "sales"]
    return [_client(draw, index, reps, taken) for index in range(CLIENTS)]


def _client(draw: random.Random, index: int, reps: list[str], taken: set[str]) -> DemoClient:
    branch = draw.choices(BRANCHES, weights=(50, 34, 16))[0]
    postcode, town = draw.choice(branch.towns)
    name = next(n for n in iter(lambda: names.client_name(draw), "") if n not in taken)
    taken.add(name)
    of_siren = names.siren(draw)
    currency = "USD" if index % 33 == 7 else "GBP" if index % 50 == 11 else "EUR"
    weight = draw.paretovariate(1.25)
    return DemoClient(
        code=f"C{index * 7 + 1003:05d}",
        name=name,
        branch=branch,
        is_assigned=index % 80 != 9,
        siren=of_siren,
        siret=names.siret(draw, of_siren),
        vat_number=names.vat_number(of_siren),
        address=f"{draw.randrange(1, 90)} {draw.choice(names.STREETS)}",
        postcode=postcode,
        town=town,
        currency=currency,
        also_currency="EUR" if index % 100 == 11 else None,
        language="fr" if currency == "EUR" else "en",
        terms=draw.choices(TERMS, weights=TERMS_WEIGHTS)[0],
        profile=draw.choice(("artisan", "artisan", "pme", "pme", "grand compte")),
        rep=None if index % 29 == 3 else reps[_rep_of(branch, draw)],
        collector=_collector_of(branch),
        habit=draw.choices(list(HABITS), weights=[share for share, *_ in HABITS.values()])[0],
        weight=min(weight, 14.0),
        usual_amount=draw.lognormvariate(6.9, 0.7),
        contacts=[
            _contact(draw, role) for role in ("accounts_payable", "owner")[: draw.randrange(1, 3)]
        ],
    )


def _rep_of(branch: DemoBranch, draw: random.Random) -> int:
    return draw.choice({"EST": (0, 0, 1), "JUR": (1, 2, 2), "ALP": (3, 4)}[branch.code])


def _collector_of(branch: DemoBranch) -> str:
    return next(
        person.email
        for person in PEOPLE
        if person.role == "collector" and branch.code in person.branches
    )


def _contact(draw: random.Random, role: str) -> DemoContact:
    given, family = draw.choice(names.GIVEN), names.surname(draw)
    return DemoContact(
        name=f"{given} {family}",
        role=role,
        email=f"{role.replace('_', '-')}.{draw.randrange(1000, 9999)}@client.example",
        phone=names.telephone(draw),
        mobile=names.mobile(draw) if role == "owner" else None,
    )
