"""The device finds and orders clients as the server does: both are asked the same."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import get_args
from uuid import UUID

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.database.transaction import execute, fetch_all
from mobile.sync.keeping import Memory
from mobile.sync.likeness import forms_of, may_be_misspelt, trigrams, words_alike
from mobile.sync.owner import Owner
from mobile.sync.portfolio import Portfolio
from shared.contract.changes import Changes
from shared.contract.clients import ClientFile, ClientFilter, ClientPage, ClientSort, ClientTotals
from tests.edge_fixtures import AddPerson, SignIn
from tests.makers.ledger import (
    TODAY,
    MadeClient,
    MadeDocument,
    make_allocation,
    make_branch,
    make_client,
    make_document,
    make_payment,
)
from tests.makers.promises import make_judgement, make_promise
from tests.makers.visits import make_report

pytestmark = pytest.mark.anyio

TYPED = (
    *("Boulangerie", "boulangerie mercier", "mercier boulangerie", "boul", "BOULANGÉRIE"),
    *("boulangrie", "boulangreie", "bolangerie", "mercer", "mecrier", "boulangrie mercer"),
    *("chalon", "châlon", "boulangerie chalom", "00042", "732829320", "732 829 320"),
    *("FA-2026-0099", "fa-2026", "durand", "duradn", "durrand freres", "ma", "OLD1", "old"),
    *("oeuvre soeur", "l'oeuvre", "%", "_", "'", "zzzz", "brest", "brset", "transprots", "FA"),
)
WORDS = (
    *("boulangerie", "mercier", "merciere", "chalon", "saone", "durand", "durant", "dupond"),
    *("dupont", "ateliers", "freres", "transports", "vial", "brest", "oeuvre", "soeur", "anne"),
    *("zinguerie", "menuiserie", "vauclair", "garage", "pont", "scierie", "haute", "martin"),
)
MISSPELT = (
    *("boulangrie", "boulangreie", "bolangerie", "boulan", "mercer", "mecrier", "chalom", "xyz"),
    *("durrand", "duradn", "atelier", "trasnports", "menuisrie", "vauclaire", "garag", "pond"),
    *("scieri", "hate", "marin", "frères"[:4], "zingerie", "annne", "soeu", "bres", "mer"),
)


async def test_the_same_words_are_alike_on_the_device_and_on_the_server(database):
    for word in WORDS:
        await execute("INSERT INTO search_word (word) VALUES ($1)", word)
    for said in (*MISSPELT, *WORDS):
        rows = await fetch_all("SELECT word, nearness FROM words_alike($1)", said)
        theirs = {row["word"]: round(row["nearness"], 4) for row in rows}
        ours = {word: round(near, 4) for word, near in words_alike(said, WORDS).items()}
        assert ours == pytest.approx(theirs, abs=1e-3), said


def test_numbers_and_short_words_are_not_taken_for_misspelt():
    assert may_be_misspelt("vial")
    assert not may_be_misspelt("sas")
    assert not may_be_misspelt("c00042")


@pytest.fixture
async def both(
    sign_in: SignIn, add_person: AddPerson
) -> AsyncIterator[tuple[httpx.AsyncClient, Portfolio]]:
    """The server, and a device that holds all that its person sees there."""
    boss = await add_person("finance_director", everything=True)
    await ledger(boss.id)
    http = await sign_in(boss)
    held = Portfolio(Memory(), Owner("http://encours.test", boss.id))
    await held.apply(Changes.model_validate_json((await http.get("/api/changes")).content))
    yield http, held
    held.close()


async def ledger(boss_id: UUID) -> None:
    late, soon = TODAY - timedelta(days=40), TODAY + timedelta(days=3)
    lyon = await make_branch()
    mercier = await make_client(
        "C00042", name="Boulangerie Mercier", town="Chalon-sur-Saône", siren="732829320"
    )
    await make_document(mercier, "1200.10", number="FA-2026-0099", due_on=late)
    await make_document(mercier, "-200.05", number="AV-1", due_on=late)
    vial = await make_client(
        "C00077", name="Transports Vial", town="Brest", siren="552100554", rep=boss_id
    )
    await make_document(vial, "80.00", number="fa-2026/7", due_on=soon)
    await make_document(vial, "99.00", number="US-1", due_on=late, currency="USD")
    paid = await make_payment(vial, "30.00")
    await make_client("X1", name="Durant et Fils", branch=lyon.id)
    durand = await make_client("X3", name="Durand Frères", collector=boss_id)
    invoice = await make_document(durand, "500.00", due_on=TODAY)
    part = await make_payment(durand, "100.00")
    await make_allocation("60.00", debit=invoice, credit=part)
    await make_client("X2", name="Ateliers Durand")
    await make_client("durand", name="Zinguerie")
    await make_client("M1", name="L'Œuvre de Sœur Anne")
    await make_client("M2", name="Martin")
    await make_client("M3", name="Demange")
    stays = await make_client("NEW1", name="Stays")
    went = await make_client("OLD1", name="Went", merged_into=stays.id)
    await what_was_said(boss_id, mercier, stays, went, invoice=invoice, whose=durand)
    for number, currency in enumerate(("JPY", "USD", "EUR")):
        owes = await make_client(f"W{number}", name=f"Owes {currency}", currency=currency)
        await make_document(owes, "90.00", due_on=late, currency=currency)
    assert paid


async def what_was_said(
    boss_id: UUID, *visited: MadeClient, invoice: MadeDocument, whose: MadeClient
) -> None:
    for days, client in enumerate(visited, start=1):
        await make_report(boss_id, client.id, visited_on=TODAY - timedelta(days=9 * days))
    promise = await make_promise(whose, invoice, promised_on=TODAY - timedelta(days=20))
    await make_judgement(promise, "broken")


async def asked(http: httpx.AsyncClient, **parameters: str) -> ClientPage:
    answer = await http.get("/api/clients", params={"limit": "200", **parameters})
    return ClientPage.model_validate_json(answer.content)


async def test_what_is_typed_finds_the_same_in_the_same_order(
    both: tuple[httpx.AsyncClient, Portfolio],
):
    http, held = both
    for typed in TYPED:
        theirs = (await asked(http, q=typed)).items
        ours = held.listed(TODAY, typed).rows
        assert [row.name for row in ours] == [row.name for row in theirs], typed
        assert ours == theirs, typed


async def test_the_list_and_its_head_are_the_servers(both: tuple[httpx.AsyncClient, Portfolio]):
    http, held = both
    for chosen in get_args(ClientFilter):
        found = held.listed(TODAY, chosen=chosen).rows
        assert found == (await asked(http, filter=chosen)).items, chosen
        assert found or chosen == "disputed"
    for sort in get_args(ClientSort):
        assert held.listed(TODAY, sort=sort).rows == (await asked(http, sort=sort)).items, sort
    told = (await http.get("/api/clients/totals")).content
    theirs = ClientTotals.model_validate_json(told)
    ours = held.totals(TODAY)
    assert ours == theirs


async def test_a_file_is_the_servers_today_and_on_any_later_day(
    both: tuple[httpx.AsyncClient, Portfolio], clock, sign_in: SignIn
):
    http, held = both
    ids = [row.id for row in held.listed(TODAY).rows]
    for days in (0, 4, 95):
        clock.move(days=days)
        http = await sign_in("finance_director", everything=True)
        for id_ in ids:
            answer = await http.get(f"/api/clients/{id_}")
            theirs = ClientFile.model_validate_json(answer.content)
            ours = held.client_file(id_, clock.today())
            assert ours is not None
            assert compared(ours) == compared(theirs)


def compared(file: ClientFile) -> ClientFile:
    """Without what the feed alone would tell."""
    return file.model_copy(update={"data_as_of": None, "statistics": []})


@given(word=st.text("abcd", min_size=6, max_size=9), data=st.data())
def test_long_words_that_one_slip_parts_have_a_trigram_in_common(word: str, data: st.DataObject):
    """What lets most words be passed over without looking at their letters."""
    shorter = data.draw(st.sampled_from(sorted(forms_of(word))))
    at = data.draw(st.integers(0, len(shorter)))
    other = shorter[:at] + data.draw(st.sampled_from(("", *"abcdxyz"))) + shorter[at:]
    assert trigrams(word).keys() & trigrams(other).keys()
