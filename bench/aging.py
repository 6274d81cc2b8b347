"""The aged balance of all clients, and the client list by amount, at full size.

.venv/bin/python -m bench.aging
"""

from __future__ import annotations

import asyncio
import statistics
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from backend.database.opening import open_database
from backend.identity.viewer import Viewer
from backend.position.aging import portfolio_aging
from backend.position.queries.client_list import Wanted, page
from backend.position.service import client_totals
from bench.dataset import TODAY, Size, device_of_director, made_id
from bench.ground import Ground, figure, ground

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

TURNS = 15

DIRECTOR = Viewer(
    account_id=made_id("account", 1),
    device_id=device_of_director(),
    name="Person 1",
    role="finance_director",
    language="fr",
    sees_everything=True,
    sees_own_portfolio=False,
    branch_ids=(),
)


async def median(read: Callable[[], Awaitable[object]]) -> float:
    """Milliseconds, after a first turn that warms the caches."""
    spent = []
    for _ in range(TURNS + 1):
        began = time.perf_counter()
        await read()
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent[1:])


async def measured(place: Ground, database: str) -> list[dict[str, object]]:
    reads: dict[str, Callable[[], Awaitable[object]]] = {
        "aged balance of all clients": lambda: portfolio_aging(DIRECTOR, None, today=TODAY),
        "aged balance of all clients, 30 days ago": lambda: portfolio_aging(
            DIRECTOR, TODAY - timedelta(days=30), today=TODAY
        ),
        "client list by name": lambda: page(Wanted(DIRECTOR, TODAY, sort="name")),
        "client list by overdue amount": lambda: page(Wanted(DIRECTOR, TODAY, sort="overdue")),
        "head of the client list": lambda: client_totals(DIRECTOR, today=TODAY),
    }
    async with open_database(place.settings(database)):
        return [figure(name, await median(read), "ms") for name, read in reads.items()]


def results() -> list[dict[str, object]]:
    with ground() as place:
        asyncio.run(place.make("large", Size()))
        return asyncio.run(measured(place, "large"))


if __name__ == "__main__":
    for line in results():
        print(f"{line['name']}: {line['value']} {line['unit']}")
