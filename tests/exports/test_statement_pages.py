"""A statement of account on paper: its pages, its language, and who gets it."""

import re

import pytest

from tests.edge_fixtures import SignIn
from tests.exports.reading import pdf_at, sheet_at, text_of
from tests.exports.statements import ABSENT, a_usual_client, pdf, some_items, xlsx
from tests.makers.ledger import ago, make_branch, make_client, make_document

pytestmark = pytest.mark.anyio


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
