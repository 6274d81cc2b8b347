"""The aged balance as a spreadsheet: the aging report's figures, to the cent, and their totals."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.edge_fixtures import SignIn
from tests.exports.reading import rows_of, sheet_at
from tests.makers.ledger import (
    TODAY,
    ago,
    make_allocation,
    make_client,
    make_company,
    make_document,
    make_payment,
    make_person,
)

pytestmark = pytest.mark.anyio


async def some_ledger() -> None:
    """Two currencies, two companies, every bucket, credits and free payments."""
    rep = await make_person(name="Noé Ravel")
    for company in (await make_company("FR01"), await make_company("FR02")):
        for count in range(6):
            client = await make_client(company=company.id, name=f"Client {count}", rep=rep.id)
            for days in (-10, 0, 1, 30, 31, 75, 100, 400):
                await make_document(client, f"{days + 500}.0{count}", due_on=ago(days))
            await make_document(client, "-20.10", issued_on=ago(50))
            await make_document(client, "88.88", currency="USD", due_on=ago(45))
            invoice = await make_document(client, "300.00", due_on=ago(20))
            payment = await make_payment(client, "120.00", value_on=ago(5))
            await make_allocation("70.00", debit=invoice, credit=payment, value_on=ago(5))


BUCKETS = {
    "not_due": "Non échu",
    "1-30": "1 à 30 jours",
    "31-60": "31 à 60 jours",
    "61-90": "61 à 90 jours",
    "91-120": "91 à 120 jours",
    ">120": "Plus de 120 jours",
}


def cents(value: Any) -> Decimal:
    return Decimal(str(value)).quantize(Decimal("0.01"))


@pytest.mark.parametrize("as_of", [TODAY, ago(6), ago(40), ago(3000)])
async def test_the_aged_balance_adds_up_to_the_aging_report_to_the_cent(
    sign_in: SignIn, as_of: date
):
    await some_ledger()
    boss = await sign_in("finance_director", everything=True)
    report = (await boss.get("/api/reports/aging", params={"as_of": as_of.isoformat()})).json()
    sheet = await sheet_at(boss, "/api/reports/aging.xlsx", as_of=as_of.isoformat())
    assert sheet.title == f"Balance âgée {as_of.isoformat()}"
    rows = rows_of(sheet)
    assert {row["Devise"] for row in rows} == {line["currency"] for line in report["currencies"]}
    for line in report["currencies"]:
        own = [row for row in rows if row["Devise"] == line["currency"]]
        assert len(own) == line["clients"]
        assert sum(row["Pièces"] for row in own) == line["documents"]
        for heading, told in {
            "Encours": line["outstanding"],
            "À imputer": line["unapplied"],
            **{BUCKETS[name]: held["amount"] for name, held in line["buckets"].items()},
        }.items():
            assert sum(cents(row[heading]) for row in own) == Decimal(told), heading


async def test_the_totals_below_the_aged_balance_are_those_of_its_rows(sign_in: SignIn):
    await some_ledger()
    boss = await sign_in("finance_director", everything=True)
    sheet = await sheet_at(boss, "/api/reports/aging.xlsx")
    values = list(sheet.iter_rows(values_only=True))
    rows = rows_of(sheet)
    totals = [row for row in values if str(row[0]).startswith("Total ")]
    assert [row[0] for row in totals] == ["Total EUR", "Total USD"]
    for total in totals:
        held = dict(zip(values[0], total, strict=True))
        own = [row for row in rows if row["Devise"] == held["Devise"]]
        assert held["Client"] == f"Clients ({len(own)})"
        for heading in ("Pièces", "Encours", "À imputer", "Échu", *BUCKETS.values()):
            assert cents(held[heading]) == sum(cents(row[heading]) for row in own), heading


async def test_an_impossible_day_is_refused(sign_in: SignIn):
    boss = await sign_in("finance_director", everything=True)
    answer = await boss.get("/api/reports/aging.xlsx", params={"as_of": "2026-02-30"})
    assert answer.status_code == 400
