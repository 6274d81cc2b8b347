"""Values come back as they went in, as Python's own types."""

import uuid
from datetime import date
from decimal import Decimal

import pytest
from piccolo.table import Table

from backend.database import columns
from backend.database.transaction import copy_rows, execute, fetch_all, fetch_value

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


class Sample(Table, tablename="codec_sample"):
    id = columns.key()
    amount = columns.money()
    on = columns.day()
    said = columns.document(null=True)
    words = columns.texts()


@pytest.fixture
async def samples():
    await Sample.create_table()
    yield
    await execute("DROP TABLE codec_sample")


async def test_an_id_is_a_plain_uuid():
    given = uuid.uuid4()
    answer = await fetch_value("SELECT $1::uuid", given)
    assert type(answer) is uuid.UUID
    assert answer == given
    assert await fetch_value("SELECT $1::uuid", str(given)) == given


async def test_money_keeps_every_digit():
    assert await fetch_value("SELECT 0.1::numeric + 0.2") == Decimal("0.3")
    assert str(await fetch_value("SELECT 10.50::numeric")) == "10.50"


@pytest.mark.parametrize("kind", ["json", "jsonb"])
@pytest.mark.parametrize("value", [{"à": [1, None, True]}, [], 12, None])
async def test_json_is_an_object_on_both_sides(kind, value):
    assert await fetch_value(f"SELECT $1::{kind}", value) == value


async def test_json_that_is_text_already_goes_in_as_it_is():
    assert await fetch_value("SELECT $1::jsonb", '{"a": 1}') == {"a": 1}


async def test_json_asked_for_as_text_is_not_parsed():
    assert await fetch_value("SELECT json_build_object('a', 1)::text") == '{"a" : 1}'


@pytest.mark.usefixtures("samples")
async def test_a_row_written_by_piccolo_reads_back_the_same():
    row = Sample(
        id=uuid.uuid4(),
        amount=Decimal("12.340"),
        on=date(2026, 2, 28),
        said={"why": "l'été"},
        words=["un", "deux"],
    )
    await row.save()
    (record,) = await fetch_all("SELECT * FROM codec_sample")
    assert dict(record) == {
        "id": row.id,
        "amount": Decimal("12.340"),
        "on": date(2026, 2, 28),
        "said": {"why": "l'été"},
        "words": ["un", "deux"],
    }
    (selected,) = await Sample.select()
    assert selected == dict(record)


@pytest.mark.usefixtures("samples")
async def test_rows_can_be_copied_in_with_every_type():
    rows = [(uuid.uuid4(), Decimal("1.10"), date(2026, 1, 31), {"n": 1}, ["x"])]
    await copy_rows("codec_sample", ["id", "amount", "on", "said", "words"], rows)
    assert [tuple(row) for row in await fetch_all("SELECT * FROM codec_sample")] == rows
