"""A rep's whole portfolio: 2,000 clients with 20,000 open documents."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from mobile.sync.keeping import Folders
from mobile.sync.owner import Owner
from mobile.sync.portfolio import Portfolio
from shared.contract.changes import Changes, ClientCopy
from shared.ids import new_id
from tests.mobile.sync.copies import TODAY, client, invoice, page

pytestmark = pytest.mark.anyio

CLIENTS, DOCUMENTS_EACH, PAGE = 2_000, 10, 50
SEARCH_SECONDS_MOST = 0.15
"""Of this machine's time, not of the clock's: others may be at work on it."""
FILE_BYTES_MOST = 12_000_000
TRADES = (
    *("Menuiserie", "Garage", "Boulangerie", "Scierie", "Transports", "Ateliers"),
    *("Pharmacie", "Librairie", "Imprimerie", "Brasserie"),
)


def pages() -> Iterator[Changes]:
    at_random = random.Random(20_261_120)  # noqa: S311 - the same every time
    patterns = [made(0, at_random) for _ in range(PAGE)]
    for first in range(0, CLIENTS, PAGE):
        clients = [another(patterns[n], first + n, at_random) for n in range(PAGE)]
        yield page(clients, cursor=f"c{first}", more=first + PAGE < CLIENTS)


def made(number: int, at_random: random.Random) -> ClientCopy:
    documents = [
        invoice(f"{at_random.randint(1, 9_999)}.10", TODAY + timedelta(days=60 - 20 * place))
        for place in range(DOCUMENTS_EACH)
    ]
    return client(f"C{number:05}", "", *documents)


def another(pattern: ClientCopy, number: int, at_random: random.Random) -> ClientCopy:
    """Of the same shape: making each from nothing would take longer than all that is tried."""
    syllables = (at_random.choice("bcdfglmnprst") + at_random.choice("aeiou") for _ in range(4))
    identity = pattern.identity.model_copy(
        update={
            "id": new_id(),
            "code": f"C{number:05}",
            "name": f"{at_random.choice(TRADES)} {''.join(syllables)}",
            "town": at_random.choice(("Lyon", "Brest", "Nantes")),
        }
    )
    documents = [
        one.model_copy(update={"id": new_id(), "number": f"FA-{number:05}-{place}"})
        for place, one in enumerate(pattern.open_documents)
    ]
    return pattern.model_copy(update={"identity": identity, "open_documents": documents})


async def test_it_is_kept_small_and_searched_at_once(tmp_path: Path):
    owner = Owner("https://credit.test", new_id())
    held = Portfolio(Folders(tmp_path).of(owner), owner)
    for one in pages():
        await held.apply(one)
    assert held.count() == CLIENTS
    assert (tmp_path / owner.name / "portfolio.sqlite").stat().st_size < FILE_BYTES_MOST
    assert held.totals(TODAY).overdue == CLIENTS
    for typed, found in (
        ("menuiserie", True),
        ("menusierie", True),
        ("scerie brset", True),
        ("FA-00042", True),
        ("C01234", True),
        ("zzzzzz", False),
    ):
        started = time.process_time()
        listed = held.listed(TODAY, typed)
        assert time.process_time() - started < SEARCH_SECONDS_MOST, typed
        assert bool(listed.total) == found, typed
    held.close()
