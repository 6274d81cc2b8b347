"""A client's statement of account, as PDF and as a spreadsheet, over HTTP."""

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest

from backend.database.transaction import execute
from shared.formats import amount_text
from tests.edge_fixtures import SignIn
from tests.exports.reading import pdf_at, sheet_at, text_of
from tests.makers.ledger import (
    TODAY,
    MadeClient,
    make_allocation,
    make_branch,
    make_client,
    make_company,
    make_document,
    make_payment,
)

pytestmark = pytest.mark.anyio

ABSENT = "01890000-0000-7000-8000-000000000000"


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def pdf(client: MadeClient) -> str:
    return f"/api/clients/{client.id}/statement.pdf"


def xlsx(client: MadeClient) -> str:
    return f"/api/clients/{client.id}/statement.xlsx"


def flat(text: str) -> str:
    """On one line, so that a sentence is found wherever its lines were broken."""
    return re.sub(r"[ \n]+", " ", text)


async def a_usual_client(**values: Any) -> MadeClient:
    company = await make_company("FR01")
    await execute(
        "UPDATE company SET name = 'Thermique de l’Est', siren = '552100554',"
        " ledger_loaded_at = $1 WHERE id = $2",
        datetime(2026, 11, 19, 23, 30, tzinfo=UTC),
        company.id,
    )
    return await make_client(
        "000417",
        name="Établissements Noël & Sœurs",
        company=company.id,
        address="12 bis, rue de l’Église\nZone des Prés",
        postcode="39100",
        town="Dole",
        siren="732829320",
        **values,
    )


async def some_items(client: MadeClient) -> None:
    """Owed 1 734,56, of which 1 234,56 late; a credit note of 34,50; 100,00 paid and free."""
    await make_document(
        client, "1234.56", number="FA-1", due_on=ago(47), label="Chaudière à condensation"
    )
    await make_document(client, "500.00", number="FA-2", due_on=TODAY, due_estimated=True)
    await make_document(client, "-34.50", number="AV-3", issued_on=ago(12), label="Retour")
    await make_payment(client, "100.00", value_on=ago(3), reference="VIR 2026-11")


async def test_the_statement_says_whose_it_is_and_what_is_open(sign_in: SignIn):
    client = await a_usual_client()
    await some_items(client)
    boss = await sign_in("finance_director", everything=True)
    document = await pdf_at(boss, pdf(client))
    text = text_of(document)
    for told in (
        "Thermique de l’Est",
        "SIREN 552\u00a0100\u00a0554",
        "Établissements Noël & Sœurs",
        "12 bis, rue de l’Église",
        "Zone des Prés",
        "39100 Dole",
        "000417",
        "Relevé de compte",
        "Situation au 20\u00a0novembre\u00a02026",
        "écritures enregistrées au 20\u00a0novembre\u00a02026",  # 00:30 in Paris
        "FA-1",
        "Chaudière à condensation",
        "04/10/2026",
        "47\u00a0j",
        "20/11/2026*",
        "* Échéance calculée",
        "Avoir – Retour",
        "VIR 2026-11",
        "Règlement",
        "Page 1 sur 1",
    ):
        assert told in text, told


async def test_the_figures_are_those_of_the_client_file(sign_in: SignIn):
    client = await a_usual_client()
    await some_items(client)
    boss = await sign_in("finance_director", everything=True)
    file = (await boss.get(f"/api/clients/{client.id}")).json()
    assert (file["outstanding"], file["overdue"]) == ("1600.06", "1234.56")
    text = text_of(await pdf_at(boss, pdf(client)))
    held = [bucket["amount"] for bucket in file["buckets"].values()]
    for amount in (file["outstanding"], file["overdue"], file["unapplied"], *held):
        assert amount_text(Decimal(amount), "EUR", "fr") in text
    assert "1\u202f600,06\u00a0€" in text
    assert "−134,50\u00a0€" in text
    cells = list((await sheet_at(boss, xlsx(client))).iter_rows(values_only=True))
    told = {row[0]: row[8] for row in cells if row[8] is not None}
    assert told["Solde"] == 1600.06
    assert told["Dont échu"] == 1234.56
    assert told["Avoirs et règlements à imputer"] == -134.5
    assert told["Non échu"] == 500
    assert told["31 à 60 jours"] == 1234.56


async def test_a_part_paid_invoice_shows_its_amount_and_what_is_left(sign_in: SignIn):
    client = await a_usual_client()
    invoice = await make_document(client, "900.00", number="FA-9", due_on=ago(2))
    payment = await make_payment(client, "250.00")
    await make_allocation("250.00", debit=invoice, credit=payment)
    boss = await sign_in("finance_director", everything=True)
    sheet = await sheet_at(boss, xlsx(client))
    line = next(row for row in sheet.iter_rows(values_only=True) if row[1] == "FA-9")
    assert (line[0], line[7], line[8], line[9]) == ("Facture", 900, 650, 2)
    assert line[3] == datetime(2026, 11, 18)  # noqa: DTZ001 - a spreadsheet's days have no zone


async def test_settled_items_are_left_out(sign_in: SignIn):
    client = await a_usual_client()
    invoice = await make_document(client, "900.00", number="FA-PAYEE", due_on=ago(40))
    payment = await make_payment(client, "900.00", value_on=ago(10))
    await make_allocation("900.00", debit=invoice, credit=payment, value_on=ago(10))
    boss = await sign_in("finance_director", everything=True)
    assert "FA-PAYEE" not in text_of(await pdf_at(boss, pdf(client)))


async def test_a_past_day_is_told_as_it_was_known_by_its_dates(sign_in: SignIn):
    client = await a_usual_client()
    invoice = await make_document(
        client, "900.00", number="FA-PAYEE", issued_on=ago(70), due_on=ago(40)
    )
    payment = await make_payment(client, "900.00", value_on=ago(10))
    await make_allocation("900.00", debit=invoice, credit=payment, value_on=ago(10))
    await make_document(client, "10.00", number="FA-APRES", issued_on=ago(5))
    boss = await sign_in("finance_director", everything=True)
    text = text_of(await pdf_at(boss, pdf(client), as_of=ago(20).isoformat()))
    assert "Situation au 31\u00a0octobre\u00a02026" in text
    assert "FA-PAYEE" in text
    assert "20\u00a0j" in text
    assert "FA-APRES" not in text
    assert "900,00\u00a0€" in text


@pytest.mark.parametrize("ending", ["pdf", "xlsx"])
async def test_a_client_who_owes_nothing_is_thanked_and_asked_for_nothing(
    sign_in: SignIn, ending: str
):
    client = await a_usual_client()
    boss = await sign_in("finance_director", everything=True)
    if ending == "pdf":
        text = flat(text_of(await pdf_at(boss, pdf(client))))
    else:
        sheet = await sheet_at(boss, xlsx(client))
        text = "\n".join(str(row[0]) for row in sheet.iter_rows(values_only=True))
    assert "Votre compte est à jour : rien n’est dû à cette date." in text
    assert "remercions" in text
    for demand in ("échu", "régler", "retard", "Merci de"):
        assert demand not in text.split("Nous vous remercions")[0].split("Situation")[1].lower()


async def said(boss: httpx.AsyncClient, client: MadeClient) -> str:
    return flat(text_of(await pdf_at(boss, pdf(client))))


async def test_what_is_said_follows_the_balance(sign_in: SignIn):
    boss = await sign_in("finance_director", everything=True)

    async def told(*amounts: tuple[str, int]) -> str:
        client = await make_client()
        for amount, days in amounts:
            await make_document(client, amount, due_on=ago(days))
        return await said(boss, client)

    assert "rien n’est échu à cette date" in await told(("100.00", 0))
    assert "100,00\u00a0€, dont 60,00\u00a0€ échus" in await told(("60.00", 1), ("40.00", 0))
    assert "se compensent : rien n’est dû" in await told(("100.00", 9), ("-100.00", 9))
    assert "en votre faveur de 20,00\u00a0€" in await told(("80.00", 9), ("-100.00", 9))
    assert "couvrent ce qui est échu" in await told(("80.00", 9), ("-100.00", 0), ("90.00", -9))
    assert "70,00\u00a0€ d’avoirs" in await told(("80.00", 9), ("-70.00", 0), ("90.00", -9))


async def test_the_statement_speaks_the_language_of_the_client(sign_in: SignIn):
    client = await a_usual_client(language="en")
    await some_items(client)
    boss = await sign_in("finance_director", everything=True)
    document = await pdf_at(boss, pdf(client))
    text = text_of(document)
    assert "Statement of account" in text
    assert "As of 20\u00a0November\u00a02026" in text
    assert "4\u00a0Oct\u00a02026" in text
    assert "€1,600.06" in text
    assert "Page 1 of 1" in text
    assert str(document.root_object["/Lang"]) == "en"
    answer = await boss.get(pdf(client))
    assert (
        "Statement%20of%20account%20%C3%89tablissements" in (answer.headers["content-disposition"])
    )


async def test_currencies_stand_one_after_the_other_and_are_never_added(sign_in: SignIn):
    client = await a_usual_client()
    await make_document(client, "10.00", due_on=ago(1))
    await make_document(client, "20.00", currency="USD", due_on=ago(1))
    await make_document(client, "3000", currency="JPY")
    boss = await sign_in("finance_director", everything=True)
    text = text_of(await pdf_at(boss, pdf(client)))
    places = [text.index(f"Compte en {code}") for code in ("EUR", "JPY", "USD")]
    assert places == sorted(places)
    for amount in ("10,00\u00a0€", "20,00\u00a0$US", "3\u202f000\u00a0JPY"):
        assert amount in text
    assert "3\u202f030" not in text


async def test_three_hundred_items_go_over_several_pages_under_the_same_headings(
    sign_in: SignIn,
):
    client = await a_usual_client()
    for count in range(300):
        label = "Un libellé assez long pour tenir sur plusieurs lignes" if count % 7 == 0 else None
        await make_document(
            client, "10.01", number=f"FA-{count:04}", due_on=ago(count), label=label
        )
    boss = await sign_in("finance_director", everything=True)
    document = await pdf_at(boss, pdf(client))
    pages = [page.extract_text() for page in document.pages]
    assert len(pages) > 5
    for number, text in enumerate(pages, start=1):
        assert "Échéance" in text
        assert f"Page {number} sur {len(pages)}" in text
        assert "Thermique de l’Est" in text
    assert all("000417 · Établissements Noël & Sœurs" in text for text in pages[1:])
    listed = re.findall(r"FA-\d{4}", "\n".join(pages))
    assert listed == [f"FA-{count:04}" for count in reversed(range(300))]
    assert "3\u202f003,00" in pages[-1]
    assert "3\u202f003,00\u00a0€" in pages[0]


async def test_the_statement_can_be_read_out(sign_in: SignIn):
    client = await a_usual_client()
    boss = await sign_in("finance_director", everything=True)
    document = await pdf_at(boss, pdf(client))
    assert document.metadata is not None
    assert document.metadata.title == "Relevé de compte – Établissements Noël & Sœurs"
    assert document.metadata.author == "Thermique de l’Est"
    assert str(document.root_object["/Lang"]) == "fr"
    assert document.viewer_preferences is not None
    assert document.viewer_preferences.display_doctitle


async def test_names_from_outside_do_no_harm(sign_in: SignIn):
    client = await make_client(
        name="=1+1\r\n\x07(Ünïcode) \\ 名前 🙂 " + "très long " * 30,
        address="a\x00b".replace("\x00", ""),
    )
    await make_document(client, number="=HYPERLINK(1)" + "9" * 80, label="@SUM(A1)\t\n" + "x" * 250)
    boss = await sign_in("finance_director", everything=True)
    assert "(Ünïcode)" in text_of(await pdf_at(boss, pdf(client)))
    sheet = await sheet_at(boss, xlsx(client))
    assert any(str(row[1]).startswith("=HYPERLINK") for row in sheet.iter_rows(values_only=True))
    disposition = (await boss.get(pdf(client))).headers["content-disposition"]
    assert "\n" not in disposition
    assert len(disposition) < 1500


async def test_an_amount_too_long_for_its_column_is_still_whole(sign_in: SignIn):
    client = await make_client()
    await make_document(client, "999999999999999.99", due_on=ago(1))
    boss = await sign_in("finance_director", everything=True)
    text = text_of(await pdf_at(boss, pdf(client)))
    assert "999\u202f999\u202f999\u202f999\u202f999,99\u00a0€" in text
    sheet = await sheet_at(boss, xlsx(client))
    # More figures than a spreadsheet's numbers hold: as text, to the cent.
    told = [row[8] for row in sheet.iter_rows(values_only=True) if row[0] == "Solde"]
    assert told == ["999999999999999.99"]


async def test_a_rep_gets_the_statement_of_a_client_in_view_and_of_no_other(sign_in: SignIn):
    here, there = await make_branch(), await make_branch()
    seen, hidden = await make_client(branch=here.id), await make_client(branch=there.id)
    rep = await sign_in("sales", branches=[here.id])
    for ending in ("pdf", "xlsx"):
        assert (await rep.get(f"/api/clients/{seen.id}/statement.{ending}")).status_code == 200
        forbidden = await rep.get(f"/api/clients/{hidden.id}/statement.{ending}")
        absent = await rep.get(f"/api/clients/{ABSENT}/statement.{ending}")
        assert forbidden.status_code == absent.status_code == 404
        assert {**forbidden.json(), "request_id": ""} == {**absent.json(), "request_id": ""}


async def test_a_merged_client_has_the_statement_of_the_one_it_became(sign_in: SignIn):
    kept = await a_usual_client()
    await make_document(kept, "12.00", number="FA-GARDE")
    gone = await make_client(company=kept.company, merged_into=kept.id)
    boss = await sign_in("finance_director", everything=True)
    text = text_of(await pdf_at(boss, pdf(gone)))
    assert "FA-GARDE" in text
    assert "000417" in text


async def test_the_name_of_the_file_holds_the_client_and_the_day(sign_in: SignIn):
    client = await a_usual_client()
    boss = await sign_in("finance_director", everything=True)
    answer = await boss.get(pdf(client))
    plain, true = answer.headers["content-disposition"].split("; ")[1:]
    assert plain == 'filename="Releve-de-compte-Etablissements-Noel-Soeurs-2026-11-20.pdf"'
    assert true.startswith("filename*=UTF-8''Relev%C3%A9%20de%20compte%20%C3%89tablissements")
    assert true.endswith("2026-11-20.pdf")
    assert answer.headers["x-content-type-options"] == "nosniff"
