from datetime import date
from functools import partial

import pytest

from mobile.components import (
    rows,
)
from tests.mobile.invented import TODAY, client, document, nothing
from tests.mobile.looks import EN, FR, phone_showing

pytestmark = pytest.mark.anyio


async def test_a_client_row_is_one_button_read_as_one_sentence():
    taps: list[int] = []
    async with phone_showing(partial(rows.client_row, FR, client(0), lambda: taps.append(1))) as p:
        row = f"client-{client(0).id}"
        assert p.spoken(row) == [
            "Menuiserie Vauclair",
            "Besançon · Est",
            "En retard",
            "encours\u00a0: 48210 euros",
            "échu\u00a0: 18640 euros, 47 jours",
        ]
        await p.tap(row)
    assert taps == [1]


async def test_a_client_who_is_up_to_date_has_nothing_overdue():
    async with phone_showing(partial(rows.client_row, EN, client(4), nothing)) as phone:
        texts = phone.texts(f"client-{client(4).id}")
    assert "nothing overdue" in texts
    assert "Up to date" in texts


async def test_other_currencies_are_named_and_never_added():
    async with phone_showing(partial(rows.client_row, FR, client(5), nothing)) as phone:
        assert "et une autre devise" in phone.texts()


@pytest.mark.parametrize(("days", "tone"), [(0, "ok"), (1, "watch"), (60, "watch"), (61, "hold")])
def test_lateness_is_a_word_and_a_tone(days, tone):
    assert rows.lateness(FR, days).tone == tone


async def test_a_row_is_made_of_few_controls():
    async with phone_showing(partial(rows.client_row, FR, client(0), nothing)) as phone:
        assert len(list(phone.controls(phone.find(f"client-{client(0).id}")))) <= 15


@pytest.mark.parametrize(
    ("due", "amount", "residual", "texts"),
    [
        (
            date(2025, 10, 5),
            "8400.00",
            "3200.00",
            ["Émise 6\u00a0août · échue le 5\u00a0oct.", "sur 8\u202f400,00\u00a0€"],
        ),
        (TODAY, "10.00", "10.00", ["Émise 6\u00a0août · échéance aujourd’hui"]),
        (date(2025, 12, 9), "10.00", "10.00", ["Émise 6\u00a0août · éch. 9\u00a0déc."]),
        (date(2025, 12, 9), "-10.00", "-10.00", ["Émise 6\u00a0août", "−10,00\u00a0€"]),
    ],
)
async def test_a_document_row_tells_its_dates_and_what_remains(due, amount, residual, texts):
    item = document(1, due, amount, residual)
    async with phone_showing(partial(rows.document_row, FR, item, TODAY, nothing)) as phone:
        assert set(texts) <= set(phone.texts(f"document-{item.id}"))


async def test_a_document_due_today_has_no_age():
    item = document(1, TODAY, "10.00", "10.00")
    async with phone_showing(partial(rows.document_row, FR, item, TODAY, nothing)) as phone:
        assert not [text for text in phone.texts() if "■" in text]
