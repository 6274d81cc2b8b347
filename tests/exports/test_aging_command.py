"""`encours report aging`, run as an operator runs it."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.edge_fixtures import SignIn
from tests.exports.console import Console
from tests.makers.ledger import (
    TODAY,
    ago,
    make_allocation,
    make_client,
    make_company,
    make_document,
    make_payment,
)

pytestmark = pytest.mark.anyio

NAMES = ["not_due", "1-30", "31-60", "61-90", "91-120", ">120"]


async def test_the_report_has_exactly_the_fields_that_were_promised(console: Console):
    client = await make_client()
    await make_document(client, "100.00", due_on=ago(45))
    await make_document(client, "-20.50")
    await make_payment(client, "30.00")
    await make_document(await make_client(), "7", currency="JPY", due_on=TODAY)
    report = await console.report("--as-of", TODAY.isoformat())
    assert report == {
        "as_of": TODAY.isoformat(),
        "currencies": [
            {
                "currency": "EUR",
                "clients": 1,
                "documents": 2,
                "outstanding": "49.50",
                "unapplied": "-50.50",
                "buckets": {
                    name: {"documents": 1, "amount": "100.00"}
                    if name == "31-60"
                    else {"documents": 0, "amount": "0.00"}
                    for name in NAMES
                },
            },
            {
                "currency": "JPY",
                "clients": 1,
                "documents": 1,
                "outstanding": "7",
                "unapplied": "0",
                "buckets": {
                    name: {"documents": 1, "amount": "7"}
                    if name == "not_due"
                    else {"documents": 0, "amount": "0"}
                    for name in NAMES
                },
            },
        ],
    }


async def test_the_day_is_today_where_none_is_named(console: Console):
    assert await console.report() == {"as_of": TODAY.isoformat(), "currencies": []}


async def test_a_past_day_is_told_as_it_stood(console: Console):
    client = await make_client()
    invoice = await make_document(client, "80.00", due_on=ago(10))
    payment = await make_payment(client, "80.00", value_on=ago(3))
    await make_allocation("80.00", debit=invoice, credit=payment, value_on=ago(3))
    assert (await console.report())["currencies"] == []
    (line,) = (await console.report("--as-of", ago(4).isoformat()))["currencies"]
    assert line["outstanding"] == line["buckets"]["1-30"]["amount"] == "80.00"


async def test_the_report_says_what_the_api_says(console: Console, sign_in: SignIn):
    client = await make_client()
    for days in (-5, 0, 1, 31, 61, 91, 121, 400):
        await make_document(client, f"{days + 1000}.01", due_on=ago(days))
    await make_payment(client, "12.34")
    boss = await sign_in("finance_director", everything=True)
    told = (await boss.get("/api/reports/aging")).json()
    (line,) = (await console.report())["currencies"]
    (same,) = told["currencies"]
    assert line == same
    held = sum(Decimal(bucket["amount"]) for bucket in line["buckets"].values())
    assert held + Decimal(line["unapplied"]) == Decimal(line["outstanding"])


async def test_one_company_may_be_asked_for(console: Console):
    ours, other = await make_company("FR01"), await make_company("FR02")
    await make_document(await make_client(company=ours.id), "1.00")
    await make_document(await make_client(company=other.id), "2.00")
    (line,) = (await console.report("--company", "FR02"))["currencies"]
    assert line["outstanding"] == "2.00"
    refused = await console.run("report", "aging", "--company", "FR09")
    assert refused.returncode == 1
    assert b"FR09" in refused.stderr
    assert b"Traceback" not in refused.stderr


async def test_a_person_gets_a_table_in_the_operators_language(console: Console):
    client = await make_client()
    await make_document(client, "1234567.50", due_on=ago(45))
    french = (await console.run("report", "aging")).stdout.decode().splitlines()
    assert french[0] == "Balance âgée – 20\u00a0novembre\u00a02026"
    assert any(re.fullmatch(r"Clients +1", line) for line in french)
    (aged,) = (line for line in french if line.startswith("31 à 60 jours"))
    assert aged.endswith("1\u202f234\u202f567,50")
    english = await console.run("report", "aging", ENCOURS_LANGUAGE="en")
    assert "Aged balance" in english.stdout.decode()
    assert "1,234,567.50" in english.stdout.decode()


async def test_what_is_no_date_is_said_to_be_none(console: Console):
    done = await console.run("report", "aging", "--as-of", "31/12/2026")
    assert done.returncode == 2
    assert "is not a date as 2026-01-31" in done.stderr.decode()


async def test_an_item_dated_after_the_file_that_lists_it_was_open_on_the_files_day(
    console: Console, tmp_path: Path
):
    file = tmp_path / "open.csv"
    file.write_text(
        "client;name;invoice number;invoice date;due date;amount\n"
        "C1;Vauclair;F1;2026-07-03;2026-07-31;100.00\n"
        "C1;Vauclair;F2;2026-06-01;2026-06-15;10.00\n"
    )
    options = ("--as-of", "2026-06-30", "--currency", "EUR")
    loaded = await console.run("import", "open-items", str(file), *options)
    assert loaded.returncode == 0, loaded.stderr.decode()
    (on_the_day,) = (await console.report("--as-of", "2026-06-30"))["currencies"]
    assert on_the_day["outstanding"] == "110.00"
    assert on_the_day["buckets"]["not_due"]["amount"] == "100.00"
    (before,) = (await console.report("--as-of", "2026-06-29"))["currencies"]
    assert before["outstanding"] == "10.00"
