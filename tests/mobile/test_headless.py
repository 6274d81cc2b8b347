import flet as ft
import pytest

from mobile.components import buttons, fields
from mobile.components.look import Look
from mobile.palette import LIGHT
from mobile.strings import strings
from tests.mobile.headless import TABLET, Headless

pytestmark = pytest.mark.anyio
LOOK = Look(LIGHT, strings("fr"))


@ft.component
def counter() -> ft.Control:
    count, set_count = ft.use_state(0)
    name, set_name = ft.use_state("")
    return ft.Column(
        [
            ft.Text(f"{count} pour {name}"),
            buttons.button(LOOK, "Ajouter", lambda: set_count(count + 1), "add"),
            buttons.button(LOOK, "Fermé", lambda: set_count(99), "closed", enabled=False),
            fields.field(LOOK, "Nom", name, set_name, "name"),
            fields.password_field(LOOK, "Mot de passe", "secret", set_name, "password"),
        ]
    )


async def test_a_tap_reaches_the_component_and_what_it_draws_is_read_back():
    async with Headless.showing(counter) as phone:
        await phone.tap("add")
        await phone.tap("add")
        assert "2 pour " in phone.texts()


async def test_what_is_typed_stays_in_the_field_when_the_rest_is_drawn_again():
    async with Headless.showing(counter) as phone:
        await phone.type("name", "Zoé")
        await phone.tap("add")
        assert "1 pour Zoé" in phone.texts()
        assert phone.all(ft.TextField, phone.find("name"))[0].value == "Zoé"


async def test_a_disabled_button_takes_no_tap():
    async with Headless.showing(counter) as phone:
        with pytest.raises(AssertionError, match="cannot be tapped"):
            await phone.tap("closed")


async def test_the_eye_shows_the_password_and_hides_it_again():
    async with Headless.showing(counter) as phone:
        hidden = []
        for _ in range(3):
            hidden.append(phone.all(ft.TextField, phone.find("password"))[0].password)
            await phone.tap("password-reveal")
        assert hidden == [True, False, True]


async def test_an_unknown_identifier_names_those_there_are():
    async with Headless.showing(counter) as phone:
        with pytest.raises(AssertionError, match="'add'"):
            phone.find("nowhere")


async def test_the_window_has_the_size_asked_for_and_can_change_it():
    async with Headless.showing(counter, size=TABLET) as tablet:
        assert (tablet.page.width, tablet.page.height) == TABLET
        await tablet.resize(600, 900)
        assert tablet.page.width == 600


@ft.component
def broken() -> ft.Control:
    failing, break_it = ft.use_state(False)
    if failing:
        raise RuntimeError("no such figure")
    return buttons.button(LOOK, "Casser", lambda: break_it(True), "break")


async def test_a_component_that_fails_fails_the_test():
    with pytest.raises(RuntimeError, match="no such figure"):
        async with Headless.showing(broken) as phone:
            await phone.tap("break")
