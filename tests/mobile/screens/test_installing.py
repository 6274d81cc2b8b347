"""Moi: the app to install is offered where this server has it, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.edge_fixtures import AddPerson
from tests.mobile.app_fixtures import Browser

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("there", [True, False])
async def test_the_app_to_install_is_offered_where_there_is_one(
    browser: Browser, add_person: AddPerson, there: bool
):
    browser.host = replace(browser.host, installable=lambda: there)
    somebody = await add_person("sales")
    async with browser.window("/moi") as window:
        await window.sign_in(somebody)
        await window.sees("sign-out")
        if there:
            await window.sees("install")
            await window.reads("Installer / travailler hors ligne")
            assert window.links("install") == ["/app/"]
        else:
            await window.misses("install")
