"""Moi, offline data: how much, how old, read anew, erased."""

from __future__ import annotations

import pytest

from tests.mobile.phone_fixtures import Phone

pytestmark = pytest.mark.anyio


async def test_moi_tells_what_is_kept_and_how_safely(phone: Phone, claire, client):
    await phone.fill(claire)
    async with phone.window("/moi") as window:
        await window.sees("kept-here")
        await window.until(lambda: window.words("kept-clients").endswith("1"), "a client")
        assert "Mo" in window.words("kept-size")
        await window.reads("Gardées tant que vous ne les effacez pas.")
        await window.reads("Non chiffrées par l’application")


async def test_what_is_erased_is_gone_until_it_is_wanted_again(phone: Phone, claire, client):
    await phone.fill(claire)
    async with phone.window("/moi") as window:
        await window.tap("kept-erase")
        await window.tap("kept-erase-no")
        await window.tap("kept-erase")
        await window.tap("kept-erase-yes")
        await window.reads("Effacées")
    async with phone.window("/moi") as later:
        await later.reads("Effacées")
        assert not phone.has_read(claire, 1)
        await later.tap("kept-refresh")
        await later.until(lambda: phone.has_read(claire, 1), "her clients again")


async def test_a_window_that_keeps_nothing_has_no_offline_data(browser, claire):
    async with browser.window("/moi") as window:
        await window.sign_in(claire)
        await window.sees("sign-out")
        assert "kept-here" not in window.phone.identifiers()
