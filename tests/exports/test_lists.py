"""The client list and the aged balance as spreadsheets, read back as a reader of them would."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest

from tests.edge_fixtures import SignIn
from tests.exports.reading import rows_of, sheet_at
from tests.makers.ledger import TODAY, ago, make_branch, make_client, make_document
from tests.makers.visits import make_report

pytestmark = pytest.mark.anyio

HOSTILE = [
    "=1+1",
    "+33 1 23 45 67 89",
    "-2+3",
    "@SUM(A1)",
    "\t=HYPERLINK(A1)",
    "\r=1",
    '=cmd|"/c calc"!A1',
    "https://example.test/pay",
    "mailto:x@example.test",
    "internal:Sheet1!A1",
    "{=1+1}",
    "00012",
    "1E5",
    "<b>&amp;</b>",
    "名前",
]


async def test_the_list_holds_every_page_in_the_order_asked_for(sign_in: SignIn):
    for count in range(120):
        client = await make_client(f"{count:05}", name=f"Client {count:03}", town="Dole")
        await make_document(client, Decimal(count + 1), due_on=ago(count))
    boss = await sign_in("finance_director", everything=True)
    rows = rows_of(await sheet_at(boss, "/api/clients.xlsx", sort="outstanding"))
    assert [row["Client"] for row in rows] == [f"Client {n:03}" for n in reversed(range(120))]
    assert rows[0]["Code"] == "00119"
    assert rows[0]["Encours"] == 120
    assert rows[0]["Jours de retard"] == 119


async def test_the_list_tells_the_last_visit_and_comes_in_its_order(sign_in: SignIn, add_person):
    rep = await add_person("sales")
    for name, days in (("Dole", 3), ("Arbois", 40)):
        await make_report(rep.id, (await make_client(name=name)).id, visited_on=ago(days))
    await make_client(name="Never")
    boss = await sign_in("finance_director", everything=True)
    rows = rows_of(await sheet_at(boss, "/api/clients.xlsx", sort="last_visit"))
    assert [row["Client"] for row in rows] == ["Never", "Arbois", "Dole"]
    seen = [row["Dernière visite"] for row in rows]
    assert [day and day.date() for day in seen] == [None, ago(40), ago(3)]


async def test_the_list_follows_the_search_and_the_filter(sign_in: SignIn):
    late = await make_client(name="Électricité Vaucluse")
    await make_document(late, due_on=ago(3))
    await make_client(name="Électricité Morvan")
    await make_client(name="Plomberie Jura")
    boss = await sign_in("finance_director", everything=True)

    async def names(**parameters: Any) -> list[str]:
        sheet = await sheet_at(boss, "/api/clients.xlsx", **parameters)
        return [row["Client"] for row in rows_of(sheet)]

    assert sorted(await names(q="electricite")) == ["Électricité Morvan", "Électricité Vaucluse"]
    assert await names(filter="overdue") == ["Électricité Vaucluse"]
    assert await names(q="electricite", filter="overdue") == ["Électricité Vaucluse"]


async def test_a_second_currency_stands_on_a_row_of_its_own_with_its_own_decimals(
    sign_in: SignIn,
):
    client = await make_client()
    await make_document(client, "12.50")
    await make_document(client, "1500", currency="JPY")
    await make_document(client, "7.125", currency="TND")
    boss = await sign_in("finance_director", everything=True)
    sheet = await sheet_at(boss, "/api/clients.xlsx")
    figures = {row[5].value: row[6] for row in sheet.iter_rows(min_row=2, max_row=4)}
    assert {code: cell.value for code, cell in figures.items()} == {
        "EUR": 12.5,
        "JPY": 1500,
        "TND": 7.125,
    }
    assert figures["EUR"].number_format == "#,##0.00"
    assert figures["JPY"].number_format == "#,##0"
    assert figures["TND"].number_format == "#,##0.000"


@pytest.mark.parametrize("address", ["/api/clients.xlsx", "/api/reports/aging.xlsx"])
async def test_nothing_from_outside_becomes_a_formula_a_link_or_a_number(
    sign_in: SignIn, address: str
):
    for count, text in enumerate(HOSTILE):
        client = await make_client(f"{text[:50]}{count}", name=text, town=text)
        await make_document(client)
    boss = await sign_in("finance_director", everything=True)
    # Reading back refuses any formula, link or way out of the file.
    rows = rows_of(await sheet_at(boss, address))
    assert sorted(row["Client"].replace("_x000D_", "\r") for row in rows) == sorted(HOSTILE)
    assert all(isinstance(row["Code"], str) for row in rows)


@pytest.mark.parametrize("address", ["/api/clients.xlsx", "/api/reports/aging.xlsx"])
async def test_the_headings_stay_in_sight_and_filter_the_rows(sign_in: SignIn, address: str):
    for _ in range(3):
        await make_document(await make_client())
    boss = await sign_in("finance_director", everything=True)
    sheet = await sheet_at(boss, address)
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.auto_filter.ref.endswith("4")
    assert sheet.column_dimensions["B"].width > 15


async def test_the_headings_are_in_the_language_of_the_user(sign_in: SignIn):
    await make_document(await make_client())
    boss = await sign_in("finance_director", everything=True)
    french = next((await sheet_at(boss, "/api/reports/aging.xlsx")).iter_rows(values_only=True))
    assert {"Société", "Agence", "Encours", "À imputer", "Échu", "61 à 90 jours"} <= set(french)
    assert (await boss.patch("/api/me", json={"language": "en"})).status_code < 300
    english = next((await sheet_at(boss, "/api/reports/aging.xlsx")).iter_rows(values_only=True))
    assert {"Company", "Branch", "Outstanding", "Unapplied", "61 to 90 days"} <= set(english)


async def test_a_collector_takes_away_only_the_clients_in_view(sign_in: SignIn):
    here, there = await make_branch(), await make_branch()
    seen = await make_client(name="Chez nous", branch=here.id)
    await make_document(seen, "10.00")
    hidden = await make_client(name="Ailleurs", branch=there.id)
    await make_document(hidden, "99.00")
    collector = await sign_in("collector", branches=[here.id])
    for address in ("/api/clients.xlsx", "/api/reports/aging.xlsx"):
        rows = rows_of(await sheet_at(collector, address))
        assert [row["Client"] for row in rows] == ["Chez nous"]
        assert sum(row["Encours"] for row in rows) == 10


@pytest.mark.parametrize("address", ["/api/clients.xlsx", "/api/reports/aging.xlsx"])
async def test_who_may_not_export_gets_no_list(sign_in: SignIn, address: str):
    rep = await sign_in("sales", everything=True)
    answer = await rep.get(address)
    assert answer.status_code == 403
    assert answer.json()["code"] == "role-may-not"


async def test_an_empty_list_is_a_file_all_the_same(sign_in: SignIn):
    boss = await sign_in("finance_director", everything=True)
    assert rows_of(await sheet_at(boss, "/api/clients.xlsx")) == []
    assert rows_of(await sheet_at(boss, "/api/reports/aging.xlsx")) == []


async def test_many_lists_at_once_leave_connections_for_everybody_else(sign_in: SignIn):
    await make_document(await make_client())
    boss = await sign_in("finance_director", everything=True)
    addresses = ["/api/clients.xlsx", "/api/reports/aging.xlsx"] * 12
    answers = await asyncio.gather(*(boss.get(address) for address in addresses))
    assert [answer.status_code for answer in answers] == [200] * 24


async def test_the_file_is_saved_under_a_plain_name_and_its_true_one(sign_in: SignIn):
    boss = await sign_in("finance_director", everything=True)
    answer = await boss.get("/api/reports/aging.xlsx")
    assert answer.headers["content-disposition"] == (
        f'attachment; filename="Balance-agee-{TODAY}.xlsx"; '
        f"filename*=UTF-8''Balance%20%C3%A2g%C3%A9e%20{TODAY}.xlsx"
    )
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "no-store" in answer.headers["cache-control"]
