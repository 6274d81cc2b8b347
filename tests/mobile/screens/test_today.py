"""Aujourd'hui on the phone: the app opens on it; what waits, by role; the visits of the day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import flet as ft
import pytest

from backend.database.transaction import fetch_all
from shared.ids import new_id
from tests.edge_fixtures import AddPerson
from tests.makers.comments import make_comment
from tests.makers.disputes import make_dispute
from tests.makers.ledger import TODAY, insert, make_branch, make_client, make_document
from tests.makers.promises import make_judgement, make_promise
from tests.makers.visits import make_visit
from tests.mobile.app_fixtures import Browser, Window
from tests.mobile.headless import TABLET

pytestmark = pytest.mark.anyio
LONG_DUE = date(2026, 9, 30)


async def owing(name: str, amount: str, rep: Any, **fields: Any) -> Any:
    client = await make_client(rep=rep.id, name=name, **fields)
    await make_document(client, amount, due_on=LONG_DUE)
    return client


async def planned(account: Any) -> list[Any]:
    rows = await fetch_all(
        "SELECT client, planned_on FROM visit WHERE account = $1 AND removed_at IS NULL"
        " ORDER BY planned_on, place",
        account.id,
    )
    return [(row["client"], row["planned_on"]) for row in rows]


async def test_the_app_opens_on_the_day_and_a_client_is_two_taps_away(browser: Browser, claire):
    client = await owing("Menuiserie Vauclair", "5200.00", claire)
    await make_visit(claire.id, client.id)
    async with browser.window("/") as window:
        await window.sign_in(claire)
        await window.reads("Bonjour Claire")
        visit = await window.first("visit-0")
        assert "Menuiserie Vauclair" in window.words(visit)
        assert "5 200,00 € échus" in window.words(visit)
        assert "échu : 5200 euros" in window.spoken(visit)
        await window.tap(visit)
        await window.sees("outstanding")
        await window.phone.back()
        await window.reads("Bonjour Claire")


async def test_an_empty_day_says_what_will_be_there(browser: Browser, add_person: AddPerson):
    async with browser.window("/") as window:
        await window.sign_in(await add_person("after_sales", name="Léa Pons"))
        await window.sees("idle")
        assert "Rien ne vous attend" in window.words("idle")


async def test_a_visit_is_added_from_those_proposed_and_from_the_search(browser: Browser, claire):
    proposed = await owing("Proposée", "80.00", claire)
    found = await make_client(rep=claire.id, name="Trouvée")
    async with browser.window("/") as window:
        await window.sign_in(claire)
        await window.sees("no-visits")
        assert "80,00 € échus depuis 51 j" in window.words(f"suggested-{proposed.id}")
        await window.tap(f"suggest-{proposed.id}")
        await window.first("visit-0")
        await window.misses(f"suggest-{proposed.id}")
        await window.tap("visit-add")
        await window.type("visit-search", "trouv")
        await window.tap(f"visit-of-{found.id}")
        await window.misses("visit-search")
        await window.until(lambda: len(window.those("visit-0")) == 2, "two visits")
    assert await planned(claire) == [(proposed.id, TODAY), (found.id, TODAY)]


async def test_a_client_that_is_on_the_list_is_refused_in_the_sheet(browser: Browser, claire):
    client = await owing("Alpha", "80.00", claire)
    await make_visit(claire.id, client.id)
    async with browser.window("/") as window:
        await window.sign_in(claire)
        await window.tap("visit-add")
        await window.tap(f"visit-of-{client.id}")
        await window.sees("refusal")
        assert "déjà dans la liste" in window.words("refusal")


async def dragged(window: Window, old: int, new: int) -> None:
    """The handle of one row let go where another was."""
    (listed,) = window.phone.all(ft.ReorderableListView)
    told = {"old_index": old, "new_index": new}
    await window.phone.session.dispatch_event(listed._i, "reorder", told)
    await window.phone.settle()


def shown_order(window: Window) -> list[str]:
    return [window.words(one).split(" | ")[0] for one in window.those("visit-0")]


async def test_visits_are_put_in_order_by_dragging_and_by_the_menu(browser: Browser, claire):
    for name in ("Alpha", "Bravo", "Charlie"):
        await make_visit(claire.id, (await owing(name, "80.00", claire)).id)
    async with browser.window("/") as window:
        await window.sign_in(claire)
        await window.until(lambda: shown_order(window) == ["Alpha", "Bravo", "Charlie"], "three")
        await dragged(window, 2, 0)
        await window.until(lambda: shown_order(window) == ["Charlie", "Alpha", "Bravo"], "dragged")
        last = window.those("visit-0")[-1]
        await window.choose(last.replace("visit-", "visit-up-"))
        await window.until(lambda: shown_order(window) == ["Charlie", "Bravo", "Alpha"], "moved up")
    async with browser.window("/") as again:
        await again.until(lambda: shown_order(again) == ["Charlie", "Bravo", "Alpha"], "as kept")


async def test_a_visit_is_put_off_and_another_taken_off(browser: Browser, claire):
    first, second = await owing("Alpha", "1.00", claire), await owing("Bravo", "2.00", claire)
    visits = [await make_visit(claire.id, client.id) for client in (first, second)]
    async with browser.window("/") as window:
        await window.sign_in(claire)
        await window.sees(f"visit-{visits[0]}")
        await window.choose(f"visit-later-{visits[0]}")
        await window.misses(f"visit-{visits[0]}")
        await window.choose(f"visit-remove-{visits[1]}")
        await window.sees("no-visits")
    assert await planned(claire) == [(first.id, TODAY + timedelta(days=1))]


async def test_a_rep_finds_promises_disputes_and_mentions(browser: Browser, claire):
    client = await owing("Menuiserie Vauclair", "5200.00", claire)
    invoice = await make_document(client, "300.00", due_on=LONG_DUE, number="F-24 702")
    await make_promise(client, invoice, amount="250.00", promised_on=TODAY)
    broken = await make_promise(client, invoice, promised_on=date(2026, 11, 18))
    await make_judgement(broken, "broken")
    dispute = await make_dispute(
        client, invoice, "90.00", owner=claire.id, state="assigned", due_on=date(2026, 11, 19)
    )
    comment = await make_comment(client.id, "Le virement est parti.")
    await insert("comment_mention", id=new_id(), comment=comment, account=claire.id)
    async with browser.window("/") as window:
        await window.sign_in(claire)
        await window.sees("today-due")
        assert "attendue aujourd’hui" in window.words(await window.first("today-due-0"))
        assert "promise pour mer. 18 nov." in window.words(f"today-broken-{broken}")
        late = window.words(f"today-dispute-{dispute}")
        assert "F-24 702" in late
        assert "réponse attendue hier" in late
        assert "en retard" in late
        assert "Le virement est parti." in window.words(f"today-mention-{comment}")
        await window.tap(f"today-broken-{broken}")
        await window.sees("tab-promises")
        assert window.phone.find("tab-promises").selected


async def test_a_collector_calls_in_the_order_of_what_it_may_bring(
    browser: Browser, add_person: AddPerson
):
    branch = await make_branch()
    of: dict[str, Any] = {"company": branch.company, "branch": branch.id}
    old, young = await make_client(name="Vieille", **of), await make_client(name="Récente", **of)
    await make_document(old, "1000.00", due_on=TODAY - timedelta(days=400))
    await make_document(young, "600.00", due_on=TODAY - timedelta(days=10))
    await insert(
        "contact", id=new_id(), client=young.id, name="Mme Roche", role="owner", phone="04 72 1"
    )
    async with browser.window("/") as window:
        await window.sign_in(await add_person("collector", branches=[branch.id]))
        first = await window.first("today-work-")
        assert first == f"today-work-{young.id}"
        assert "gain attendu 559,40 €, soit 93 %" in window.words(first)
        assert "1, Récente, 600 euros à réclamer" in window.spoken(first)
        assert window.links(f"today-call-{young.id}") == ["tel:04721"]
        assert f"today-call-{old.id}" not in window.phone.identifiers()


async def test_a_manager_reads_branch_figures_and_the_oldest_disputes(
    browser: Browser, add_person: AddPerson
):
    branch = await make_branch(code="LYO")
    client = await make_client(company=branch.company, branch=branch.id)
    invoice = await make_document(client, "750.00", due_on=LONG_DUE)
    await make_document(client, "250.00", due_on=TODAY + timedelta(days=9))
    await make_dispute(client, invoice, "90.00")
    async with browser.window("/", size=TABLET) as window:
        await window.sign_in(await add_person("branch_manager", branches=[branch.id]))
        figures = await window.first("today-branch-")
        assert "75 % échus : 750,00 €" in window.words(figures)
        assert "encours 1000 euros" in window.spoken(figures)
        await window.reads("Litiges les plus urgents")


async def test_a_day_that_cannot_be_read_says_so_and_what_was_known_stays(browser: Browser, claire):
    client = await owing("Alpha", "80.00", claire)
    visit = await make_visit(claire.id, client.id)
    async with browser.window("/") as window:
        await window.sign_in(claire)
        await window.sees(f"visit-{visit}")
        browser.cut()
        await window.choose(f"visit-later-{visit}")
        await window.sees("stale")
        assert f"visit-{visit}" in window.phone.identifiers()
        browser.mend()
        await window.tap("stale-retry")
        await window.misses("stale")


async def test_after_sales_begins_with_all_their_disputes_and_a_decided_one_awaits_no_answer(
    browser: Browser, add_person: AddPerson
):
    hugo = await add_person("after_sales", name="Hugo Tessier", everything=True)
    client = await make_client(name="Menuiserie Vauclair")
    invoice = await make_document(client, "900.00", due_on=LONG_DUE)
    decided: dict[str, Any] = {
        "state": "accepted",
        "resolution": "credit_note",
        "granted": Decimal("90.00"),
    }
    granted = await make_dispute(client, invoice, "90.00", owner=hugo.id, **decided)
    asked = await make_dispute(client, invoice, "50.00", owner=hugo.id, state="assigned")
    async with browser.window("/") as window:
        await window.sign_in(hugo)
        await window.sees(f"today-dispute-{asked}")
        assert window.those("today-")[:2] == ["today-disputes", "today-my-disputes"]
        assert "réponse attendue aujourd’hui" in window.words(f"today-dispute-{asked}")
        assert f"today-dispute-{granted}" not in window.those("today-dispute-")
        await window.tap("today-my-disputes")
        await window.sees(f"dispute-{asked}")
