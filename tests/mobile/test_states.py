from functools import partial

import flet as ft
import pytest

from mobile.components import (
    states,
)
from tests.mobile.looks import FR, phone_showing

pytestmark = pytest.mark.anyio
Icons = ft.Icons


async def test_an_error_says_what_happened_what_was_kept_and_offers_to_retry():
    retried: list[int] = []
    make = partial(
        states.error_state,
        FR,
        "Le serveur ne répond pas.",
        lambda: retried.append(1),
        kept="Gardé.",
        reference="8f2c",
    )
    async with phone_showing(make) as phone:
        assert phone.texts("error") == [
            "Le serveur ne répond pas.",
            "Gardé.",
            "Référence\u00a0: 8f2c",
            "Réessayer",
        ]
        await phone.tap("error-retry")
    assert retried == [1]


async def test_an_empty_list_says_what_would_be_here_and_how_to_get_it():
    said = FR.strings.clients
    make = partial(states.empty_state, FR, Icons.PEOPLE, said.empty, said.empty_way)
    async with phone_showing(make) as phone:
        assert phone.texts("empty") == [said.empty, said.empty_way]


async def test_what_is_loading_is_told_and_not_drawn_as_text():
    async with phone_showing(partial(states.skeleton_rows, FR, 3)) as phone:
        assert phone.spoken("loading") == ["Chargement…"]


async def test_the_status_line_is_read_out_when_it_comes():
    words_ = FR.strings.shell.offline_since(when="8\u00a0h\u00a012")
    make = partial(states.status_strip, FR, words_, Icons.CLOUD_OFF, right="3")
    async with phone_showing(make) as phone:
        assert phone.find("status").live_region is True
        assert phone.texts("status") == ["Hors ligne — données de 8\u00a0h\u00a012", "3"]
