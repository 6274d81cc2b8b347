from functools import partial
from typing import get_args

import flet as ft
import pytest

from mobile.components import (
    buttons,
    fields,
)
from mobile.theme import TARGET
from tests.mobile.invented import nothing
from tests.mobile.looks import BIG, FR, phone_showing

pytestmark = pytest.mark.anyio
Icons = ft.Icons


@pytest.mark.parametrize("kind", get_args(buttons.Kind))
def test_every_button_is_tall_enough_for_a_thumb(kind):
    made = buttons.button(FR, "Faire", nothing, "do", kind=kind, height=20)
    box = made.content
    assert isinstance(box, ft.Container)
    assert isinstance(box.padding, ft.Padding)
    assert box.padding.top + box.padding.bottom + 24 >= TARGET


async def test_a_busy_button_takes_no_second_tap():
    make = partial(buttons.button, FR, "Envoi", nothing, "send", busy=True)
    async with phone_showing(make) as phone:
        with pytest.raises(AssertionError, match="cannot be tapped"):
            await phone.tap("send")


async def test_an_icon_button_has_one_name_and_a_target_of_44():
    make = partial(buttons.icon_button, FR, Icons.CLOSE, "Fermer", nothing, "x")
    async with phone_showing(make) as phone:
        made = phone.all(ft.IconButton)[0]
        assert (made.tooltip, made.width, made.height) == ("Fermer", TARGET, TARGET)
        await phone.tap("x")


async def test_a_chip_says_whether_it_is_on_and_what_one_hits_is_44_tall():
    make = partial(buttons.chip, FR, "Échus", nothing, "overdue", on=True, count=18)
    async with phone_showing(make) as phone:
        node = phone.find("overdue")
        assert node.selected is True
        assert phone.texts("overdue") == ["Échus", "18"]
        await phone.tap("overdue")
    outer, inner = phone.all(ft.Container, node)[:2]
    assert isinstance(outer.padding, ft.Padding)
    assert isinstance(inner.padding, ft.Padding)
    border = 2 * 1.5
    assert outer.padding.top * 2 + inner.padding.top * 2 + border + 18 >= TARGET


async def test_the_main_action_comes_first_when_text_is_big():
    actions = [
        buttons.Action("write", "E-mail", Icons.MAIL_OUTLINE, nothing),
        buttons.Action("call", "Appeler", Icons.CALL, url="tel:0102030405", primary=True),
    ]
    async with phone_showing(partial(buttons.action_bar, FR, actions)) as phone:
        assert phone.texts() == ["E-mail", "Appeler"]
        await phone.tap("write")
    async with phone_showing(partial(buttons.action_bar, BIG, actions)) as phone:
        assert phone.texts() == ["Appeler", "E-mail"]


async def test_a_field_is_named_and_its_error_is_told_under_it():
    make = partial(
        fields.field, FR, "E-mail", "x", nothing, "email", error="Cette adresse n’est pas complète."
    )
    async with phone_showing(make) as phone:
        assert phone.find("email").label == "E-mail"
        assert phone.texts("email-error") == ["Cette adresse n’est pas complète."]
        assert phone.find("email-error").live_region is True


async def test_a_field_gives_what_was_typed_and_enter_submits():
    typed: list[str] = []
    done: list[int] = []
    make = partial(
        fields.field, FR, "Nom", "", typed.append, "name", on_submit=lambda: done.append(1)
    )
    async with phone_showing(make) as phone:
        await phone.type("name", "Zoé")
        await phone.submit("name")
    assert (typed, done) == (["Zoé"], [1])


async def test_a_search_can_be_cleared_once_there_is_something_to_clear():
    cleared: list[int] = []
    empty = partial(fields.search_field, FR, "", nothing, nothing)
    async with phone_showing(empty) as phone:
        assert "search-clear" not in phone.identifiers()
    full = partial(fields.search_field, FR, "vau", nothing, lambda: cleared.append(1))
    async with phone_showing(full) as phone:
        await phone.tap("search-clear")
    assert cleared == [1]
