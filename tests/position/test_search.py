"""GET /api/clients?q=: finding a client by what somebody remembers of it."""

from datetime import timedelta

import httpx
import pytest

from backend.database.transaction import execute, fetch_value
from tests.edge_fixtures import SignIn
from tests.makers.ledger import TODAY, MadeClient, make_branch, make_client, make_document

pytestmark = pytest.mark.anyio


@pytest.fixture
async def boss(sign_in: SignIn) -> httpx.AsyncClient:
    return await sign_in("finance_director", everything=True)


async def found(client: httpx.AsyncClient, q: str, **parameters: str) -> list[str]:
    answer = await client.get("/api/clients", params={"q": q, **parameters})
    assert answer.status_code == 200, answer.text
    return [row["name"] for row in answer.json()["items"]]


@pytest.mark.parametrize(
    "typed",
    [
        "Boulangerie",
        "boulangerie mercier",
        "mercier boulangerie",
        "boul",
        "BOULANGÉRIE",
        "boulangrie",
        "boulangreie",
        "bolangerie",
        "mercer",
        "mecrier",
        "boulangrie mercer",
        "chalon",
        "châlon",
        "boulangerie chalom",
        "00042",
        "732829320",
        "732 829 320",
        "FA-2026-0099",
        "fa-2026",
    ],
)
async def test_a_client_is_found_by_what_is_remembered_of_it(boss: httpx.AsyncClient, typed: str):
    client = await make_client(
        "C00042", name="Boulangerie Mercier", town="Chalon-sur-Saône", siren="732829320"
    )
    await make_document(client, number="FA-2026-0099")
    await make_client("C00077", name="Transports Vial", town="Brest", siren="552100554")
    assert await found(boss, typed) == ["Boulangerie Mercier"]


async def test_an_oe_typed_as_two_letters_is_found(boss: httpx.AsyncClient):
    await make_client(name="L'Œuvre de Sœur Anne")
    assert await found(boss, "oeuvre soeur") == ["L'Œuvre de Sœur Anne"]


async def test_the_best_fit_comes_first(boss: httpx.AsyncClient):
    await make_client("X1", name="Durant et Fils")
    await make_client("X2", name="Ateliers Durand")
    await make_client("X3", name="Durand Frères")
    await make_client("durand", name="Zinguerie")
    assert await found(boss, "durand") == [
        "Zinguerie",
        "Durand Frères",
        "Ateliers Durand",
        "Durant et Fils",
    ]


async def test_fewer_than_three_letters_only_begin_a_word(boss: httpx.AsyncClient):
    await make_client("X1", name="Martin")
    await make_client("X2", name="Demange")
    assert await found(boss, "ma") == ["Martin"]


async def test_an_invoice_number_says_that_it_was_found_by(boss: httpx.AsyncClient):
    client = await make_client()
    await make_document(client, number="fa-77/12")
    answer = await boss.get("/api/clients", params={"q": "FA-77/12"})
    (row,) = answer.json()["items"]
    assert row["found_by"] == "fa-77/12"


async def test_a_merged_code_finds_the_client_it_became(boss: httpx.AsyncClient):
    target = await make_client("NEW1", name="Stays")
    await make_client("OLD1", name="Went", merged_into=target.id)
    answer = await boss.get("/api/clients", params={"q": "OLD1"})
    (row,) = answer.json()["items"]
    assert (row["id"], row["found_by"]) == (str(target.id), "OLD1")


async def test_one_finds_only_what_one_sees(sign_in: SignIn, add_person):
    here, there = await make_branch(), await make_branch()
    manager = await sign_in(await add_person("branch_manager", branches=[here.id]))
    await make_client(name="Durand d'ici", branch=here.id)
    hidden = await make_client("HID1", name="Durand d'ailleurs", branch=there.id)
    await make_document(hidden, number="SECRET-1")
    assert await found(manager, "durand") == ["Durand d'ici"]
    assert await found(manager, "duradn") == ["Durand d'ici"]
    assert await found(manager, "HID1") == []
    assert await found(manager, "SECRET-1") == []


async def crowd(client: MadeClient, count: int) -> None:
    """Many documents of a client that begin as everybody's do: F-00001 and so on."""
    first = await make_document(client, number="F-00000")
    columns = await fetch_value(
        "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute"
        " WHERE attrelid = 'document'::regclass AND attnum > 0 AND attgenerated = ''"
        " AND NOT attisdropped AND attname NOT IN ('id', 'number', 'source_key')"
    )
    await execute(
        f"INSERT INTO document (id, number, source_key, {columns})"
        " SELECT gen_random_uuid(), 'F-' || lpad(nth::text, 5, '0'), 'crowd ' || nth,"
        f" {columns} FROM document, generate_series(1, $2) nth WHERE id = $1",
        first.id,
        count,
    )


@pytest.mark.parametrize("others", [600, 2_500])
async def test_nobody_elses_documents_hide_ones_own(sign_in: SignIn, add_person, others: int):
    here, there = await make_branch(), await make_branch()
    manager = await sign_in(await add_person("branch_manager", branches=[here.id]))
    await crowd(await make_client("HID1", branch=there.id), others)
    for name in ("First", "Second"):
        client = await make_client(name=name, branch=here.id)
        await make_document(client, number=f"F-99{name}")
    assert await found(manager, "F-9") == ["First", "Second"]
    answer = await manager.get("/api/clients", params={"q": "f-99second"})
    assert [row["found_by"] for row in answer.json()["items"]] == ["F-99Second"]
    await make_document(client, number="F-00")
    assert await found(manager, "F-0") == ["Second"]


async def test_a_common_beginning_of_a_number_finds_ones_own_behind_many(
    sign_in: SignIn, add_person
):
    here, there = await make_branch(), await make_branch()
    manager = await sign_in(await add_person("branch_manager", branches=[here.id]))
    await crowd(await make_client("HID1", branch=there.id), 2_500)
    mine = await make_client(name="Mine", branch=here.id)
    await make_document(mine, number="F-03000")
    await make_document(mine, number="F-02999")
    assert await found(manager, "F-0") == ["Mine"]
    answer = await manager.get("/api/clients", params={"q": "F-0"})
    assert [row["found_by"] for row in answer.json()["items"]] == ["F-02999"]


async def test_what_is_found_can_be_filtered_and_sorted(boss: httpx.AsyncClient):
    small = await make_client(name="Durand A")
    large = await make_client(name="Durand B")
    await make_client(name="Durand C")
    await make_document(small, "1.00", due_on=TODAY - timedelta(days=2))
    await make_document(large, "9.00", due_on=TODAY - timedelta(days=1))
    assert await found(boss, "durand", sort="overdue", filter="overdue") == ["Durand B", "Durand A"]


async def test_what_is_found_comes_in_pages(boss: httpx.AsyncClient):
    for number in range(5):
        await make_client(name=f"Durand {number}")
    first = (await boss.get("/api/clients", params={"q": "durand", "limit": 3})).json()
    second = (
        await boss.get(
            "/api/clients", params={"q": "durand", "limit": 3, "cursor": first["next_cursor"]}
        )
    ).json()
    names = [row["name"] for page in (first, second) for row in page["items"]]
    assert names == [f"Durand {number}" for number in range(5)]
    assert second["next_cursor"] is None


@pytest.mark.parametrize("typed", ["%", "_", "\\", "---", "'", "a%b", "☃", "\x00ab", "x" * 200])
async def test_odd_characters_find_nothing_and_break_nothing(boss: httpx.AsyncClient, typed: str):
    await make_client(name="Martin")
    assert await found(boss, typed) == []
