"""À dire on the client file: under the figures, each line opening what it is about."""

from __future__ import annotations

from datetime import date

import pytest

from tests.makers.disputes import make_dispute
from tests.makers.ledger import TODAY, make_document
from tests.makers.promises import make_promise
from tests.mobile.app_fixtures import Browser

pytestmark = pytest.mark.anyio


async def test_nothing_to_say_is_said(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("brief-nothing")


async def test_each_line_opens_what_it_is_about(browser: Browser, claire, client):
    late = await make_document(client, "5200.00", due_on=date(2026, 9, 30), number="F-24 655")
    await make_promise(client, late, amount="2000.00", promised_on=date(2026, 11, 23))
    dispute = {"owner": claire.id, "state": "assigned", "due_on": TODAY}
    await make_dispute(client, late, "90.00", **dispute)
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("brief-promise_due")
        assert window.those("brief-") == [
            "brief-title",
            "brief-promise_due",
            "brief-dispute_waiting",
            "brief-oldest_overdue",
        ]
        assert window.words("brief-promise_due") == "Promesse de 2 000,00 € | lun. 23 nov."
        assert window.words("brief-dispute_waiting") == (
            "Litige F-24 655 : votre réponse | aujourd’hui"
        )
        assert window.words("brief-oldest_overdue") == ("Échue : 5 200,00 € | 51 j")
        await window.tap("brief-promise_due")
        await window.until(lambda: bool(window.phone.find("tab-promises").selected), "its tab")
        await window.tap("unfold")
        await window.tap("brief-oldest_overdue")
        await window.sees("residual")


async def test_a_promise_just_taken_is_said_at_once(browser: Browser, claire, client):
    await make_document(client, "5200.00", due_on=date(2026, 9, 30))
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("brief-oldest_overdue")
        for tap in ("promise", "promise-day-tomorrow", "promise-save"):
            await window.tap(tap)
        await window.sees("brief-promise_due")


async def test_what_cannot_be_read_says_so_and_is_asked_for_again(browser: Browser, claire, client):
    browser.fail("/brief")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("brief-unread")
        assert "n’a pas pu être lu" in window.words("brief-unread")
        browser.mend()
        await window.tap("brief-retry")
        await window.sees("brief-nothing")
        await window.misses("brief-unread")


async def test_what_could_not_be_confirmed_bears_its_age_until_the_file_is_read_again(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("brief-nothing")
        browser.cut()
        await window.tap("refresh")
        await window.sees("stale")
        await window.sees("brief-stale")
        assert "Pas confirmé depuis" in window.words("brief-stale")
        assert "brief-nothing" in window.phone.identifiers()
        browser.mend()
        await window.tap("stale-retry")
        await window.misses("stale")
        await window.misses("brief-stale")
