"""One person, one server: whose what is kept, and what goes when they go."""

from __future__ import annotations

import pytest

from shared.contract.threads import PostComment
from shared.ids import new_id
from tests.edge_fixtures import AddPerson, MovingClock
from tests.mobile.app_fixtures import Browser
from tests.mobile.phone_fixtures import Phone

pytestmark = pytest.mark.anyio


async def test_who_was_in_is_in_again_without_a_network(phone: Phone, claire, client):
    await phone.fill(claire)
    phone.cut()
    async with phone.window("/moi") as window:
        await window.sees("kept-here")
        assert "Claire Vasseur" in window.all_words()
        assert window.words("kept-clients").endswith("1")


async def test_what_went_while_there_was_no_network_is_there_when_it_is_back(
    phone: Phone, claire, client
):
    await phone.fill(claire)
    phone.cut()
    async with phone.window(f"/clients/{client.id}?onglet=contacts") as window:
        await window.reads("Hors ligne")
        phone.mend()
        await window.until(lambda: "Hors ligne" not in window.all_words(), "the network")


async def test_signed_out_elsewhere_the_clients_go_and_the_entries_stay(
    phone: Phone, claire, client
):
    await phone.fill(claire)
    entries = phone.outbox(claire)
    entry = await entries.record("post-comment", client.id, PostComment(id=new_id(), text="Vu."))
    entries.close()
    phone.cut()
    other = Browser(phone.api)
    async with phone.window("/clients") as window:
        await window.sees(f"client-{client.id}")
        async with other.window("/moi") as elsewhere:
            await elsewhere.sign_in(claire)
            await elsewhere.tap(await elsewhere.first("end-device-"))
        phone.mend()
        await window.sees("sign-in")
        await window.reads("Votre session a pris fin")
        await window.until(lambda: not phone.has_read(claire, 1), "an empty device")
    kept = phone.portfolio(claire)
    assert kept.count() == 0
    kept.close()
    entries = phone.outbox(claire)
    assert [one.id for one in entries.unsent()] == [entry.id]
    entries.close()


async def test_who_signs_out_leaves_no_client(phone: Phone, claire, client):
    await phone.fill(claire)
    async with phone.window("/moi") as window:
        await window.tap("sign-out")
        await window.sees("sign-in")
    kept = phone.portfolio(claire)
    assert kept.count() == 0
    kept.close()
    phone.cut()
    async with phone.window("/clients") as again:
        await again.sees("sign-in")


async def test_another_person_finds_neither_clients_nor_entries(
    phone: Phone, claire, client, add_person: AddPerson
):
    await phone.fill(claire)
    entries = phone.outbox(claire)
    await entries.record("post-comment", client.id, PostComment(id=new_id(), text="Vu."))
    entries.close()
    paul = await add_person("sales", name="Paul Roux")
    phone.kept.clear()  # Claire's window was closed for good, and nobody signed her out
    async with phone.window("/moi") as window:
        await window.sign_in(paul)
        await window.until(lambda: phone.has_read(paul, 0), "his portfolio")
        assert not [one for one in window.those("status") if "saisie" in window.words(one)]
    hers = phone.portfolio(claire)
    assert hers.count() == 0
    hers.close()
    entries = phone.outbox(claire)
    assert len(entries.unsent()) == 1
    entries.close()


async def test_a_second_window_says_that_another_has_it_and_takes_over(
    phone: Phone, claire, client
):
    await phone.fill(claire)
    async with phone.window("/clients") as second_to_be, phone.window("/moi") as unused:
        await second_to_be.sees(f"client-{client.id}")
        await unused.reads("Ouvert dans une autre fenêtre")


async def test_a_window_whose_token_is_somebody_elses_by_now_is_theirs(
    phone: Phone, claire, client, add_person: AddPerson, clock: MovingClock
):
    paul = await add_person("sales", name="Paul Roux")
    his = Browser(phone.api)
    async with phone.window("/moi") as window, his.window("/moi") as elsewhere:
        await window.sign_in(claire)
        await window.until(lambda: phone.has_read(claire, 1), "her portfolio")
        await elsewhere.sign_in(paul)
        phone.kept.update(his.kept)  # as another window of the same browser leaves it
        clock.move(minutes=16)
        await window.tap_place("Clients")
        await window.until(lambda: phone.has_read(paul, 0), "his portfolio")
        await window.misses(f"client-{client.id}")
        await window.tap_place("Moi")
        await window.reads("Paul Roux")
    hers = phone.portfolio(claire)
    assert hers.count() == 0
    hers.close()
