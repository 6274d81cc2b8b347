from functools import partial

import flet as ft
import pytest

from mobile.components import (
    buttons,
    layout,
    marks,
    navigation,
    scale,
    sheets,
)
from tests.mobile.invented import nothing
from tests.mobile.looks import BIG, FR, phone_showing

pytestmark = pytest.mark.anyio
Icons = ft.Icons


PLACES = [
    navigation.Destination("nav-clients", "Clients", Icons.PEOPLE_OUTLINE, Icons.PEOPLE),
    navigation.Destination("nav-me", "Moi", Icons.PERSON_OUTLINE, Icons.PERSON, 120),
]


@pytest.mark.parametrize("make", [navigation.nav_bar, navigation.nav_rail])
async def test_a_place_is_chosen_by_its_position(make):
    chosen: list[int] = []
    async with phone_showing(partial(make, FR, PLACES, 0, chosen.append)) as phone:
        assert {"nav-clients", "nav-me"} <= phone.identifiers()
        await phone.choose_place(1)
    assert chosen == [1]


def test_only_the_selected_place_keeps_its_word_when_text_is_big():
    behaviour = ft.NavigationBarLabelBehavior
    shown_ = [navigation.nav_bar(look, PLACES, 0, nothing).label_behavior for look in (FR, BIG)]
    assert shown_ == [behaviour.ALWAYS_SHOW, behaviour.ONLY_SHOW_SELECTED]


@pytest.mark.parametrize(("count", "said"), [(0, None), (5, "5"), (99, "99"), (100, "99+")])
def test_what_waits_is_counted_up_to_two_digits(count, said):
    badge = marks.count_badge(FR, count)
    assert (badge and isinstance(badge.label, ft.Text) and badge.label.value) == said


async def test_a_tab_is_selected_and_another_can_be():
    chosen: list[str] = []
    shown_ = [navigation.Tab("invoices", "Factures", 8), navigation.Tab("contacts", "Contacts")]
    make = partial(navigation.tabs, FR, shown_, "invoices", chosen.append)
    async with phone_showing(make) as phone:
        assert phone.find("tab-invoices").selected is True
        await phone.tap("tab-contacts")
    assert chosen == ["contacts"]


async def test_a_pushed_screen_has_a_way_back_and_a_pane_has_none():
    gone: list[int] = []
    with_back = partial(navigation.top_bar, FR, "Fiche", "", lambda: gone.append(1))
    async with phone_showing(with_back) as phone:
        assert phone.find("screen-title").header is True
        await phone.tap("back")
    async with phone_showing(partial(navigation.top_bar, FR, "Fiche", "x", None)) as phone:
        assert "back" not in phone.identifiers()
    assert gone == [1]


async def test_a_sheet_has_a_title_a_cross_and_its_one_button():
    done: list[str] = []

    def over() -> ft.Control:
        ft.use_dialog(
            sheets.sheet(
                FR,
                "Changer",
                [ft.Text("corps")],
                lambda: done.append("closed"),
                screen_height=844,
                action=buttons.button(FR, "Enregistrer", lambda: done.append("saved"), "save"),
            )
        )
        return ft.Text("dessous")

    async with phone_showing(over) as phone:
        assert phone.texts("sheet-title") == ["Changer"]
        await phone.tap("save")
        await phone.tap("sheet-close")
    assert done == ["saved", "closed"]


@pytest.mark.parametrize(("look", "kind"), [(FR, ft.Row), (BIG, ft.Column)])
def test_what_stands_side_by_side_stacks_when_text_is_big(look, kind):
    pair = layout.pair(look, layout.column(ft.Text("a")), layout.column(ft.Text("b")))
    line = layout.between(look, ft.Text("a"), ft.Text("b"))
    assert type(pair) is kind
    assert type(line) is kind


def test_the_ruler_reports_the_text_scale():
    seen: list[float] = []
    box = next(c for c in _inside(scale.ruler(seen.append)) if isinstance(c, ft.Container))
    event = ft.LayoutSizeChangeEvent(name="size_change", control=box, width=11.5, height=20.0)
    assert box.on_size_change
    box.on_size_change(event)  # type: ignore[call-arg, arg-type]
    assert seen == [2.0]


def _inside(stack: ft.Stack) -> list[ft.Control]:
    row = stack.controls[0]
    assert isinstance(row, ft.Row)
    return row.controls


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Inès Valmont", "IV"), ("Jean-Marc de la Tour", "JT"), ("Zoé", "Z"), ("", ""), ("— 3M", "")],
)
def test_initials_are_those_of_the_first_and_last_names(name, letters):
    assert marks.initials(name) == letters


async def test_facts_are_read_by_name():
    make = partial(layout.facts, FR, [("siren", "SIREN", "552 100 554")])
    async with phone_showing(make) as phone:
        assert phone.texts("siren") == ["SIREN", "552 100 554"]
