"""A portfolio in the pocket: read, searched and opened with no network at all."""

from __future__ import annotations

import pytest

from tests.edge_fixtures import Somebody
from tests.makers.comments import make_comment
from tests.makers.ledger import make_client
from tests.mobile.phone_fixtures import Phone

pytestmark = pytest.mark.anyio


async def test_the_list_is_there_searched_and_filtered_without_a_network(
    phone: Phone, claire: Somebody, client
):
    other = await make_client("C00007", rep=claire.id, name="Ateliers du Rhône")
    await phone.fill(claire, clients=2)
    phone.cut()
    async with phone.window() as window:
        await window.sees(f"client-{other.id}")
        await window.reads("2 clients")
        await window.reads("Hors ligne")
        await window.type("search", "vauclair")
        await window.misses(f"client-{other.id}")
        assert "5 200,00 €" in window.words(f"client-{client.id}")
        await window.type("search", "")
        await window.tap("filter-overdue")
        await window.misses(f"client-{other.id}")
        await window.sees(f"client-{client.id}")


async def test_a_deep_link_opens_the_file_without_a_network(phone: Phone, claire, client):
    await phone.fill(claire)
    phone.cut()
    async with phone.window(f"/clients/{client.id}") as window:
        await window.sees("outstanding")
        assert "6 000,00 €" in window.words("outstanding")
        assert "34 j" in window.all_words()
        assert "error" not in window.phone.identifiers()


async def test_a_file_opened_two_days_later_has_the_ages_of_that_day(phone: Phone, claire, client):
    await phone.fill(claire)
    phone.cut()
    phone.clock.move(days=2)
    async with phone.window(f"/clients/{client.id}") as window:
        await window.reads("36 j")
        assert "6 000,00 €" in window.words("overdue")


async def test_what_happens_elsewhere_comes_into_the_list_by_itself(
    phone: Phone, claire: Somebody, client
):
    await phone.fill(claire)
    async with phone.window() as window:
        await window.sees(f"client-{client.id}")
        await window.until(lambda: not phone.asked, "an answer to everything")
        other = await make_client("C00007", rep=claire.id, name="Ateliers du Rhône")
        await make_comment(other.id)
        await window.sees(f"client-{other.id}")
        await window.reads("2 clients")
        assert phone.has_read(claire, 2)
