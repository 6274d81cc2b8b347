"""A client's statement of account, as PDF and as a spreadsheet, over HTTP."""

from datetime import datetime
from decimal import Decimal

import httpx
import pytest

from shared.formats import amount_text
from tests.edge_fixtures import SignIn
from tests.exports.reading import pdf_at, sheet_at, text_of
from tests.exports.statements import a_usual_client, flat, pdf, some_items, xlsx
from tests.makers.ledger import (
    MadeClient,
    ago,
    make_allocation,
    make_client,
    make_document,
    make_payment,
)

pytestmark = pytest.mark.anyio


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
