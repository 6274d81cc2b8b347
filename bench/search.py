"""Finding a client by a name with a typo, as somebody with a scope.

.venv/bin/python -m bench.search
"""

from __future__ import annotations

import asyncio
import random
import time

from backend.database.opening import open_database
from backend.database.transaction import fetch_all
from backend.identity.viewer import Viewer
from backend.position.queries.client_list import Wanted, page
from bench.dataset import BRANCHES, LEGAL, TODAY, TRADES, Size, made_id
from bench.ground import Ground, figure, ground
from shared.rules.looked_for import LookedFor

MANY = Size(clients=200_000, documents=400_000, open_documents=200_000)
FEW = Size()
SEARCHES = 400

# Half of the branches: the scope is checked on every client that fits.
MANAGER = Viewer(
    account_id=made_id("account", 3),
    device_id=made_id("device", 3),
    name="Person 3",
    role="branch_manager",
    language="fr",
    sees_everything=False,
    sees_own_portfolio=False,
    branch_ids=tuple(made_id("branch", number) for number in range(1, BRANCHES // 2 + 1)),
)


def with_a_typo(word: str, chance: random.Random) -> str:
    """One slip of the finger: a letter gone, doubled, wrong, or before its neighbour."""
    at = chance.randrange(1, len(word) - 1)
    match chance.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case 2:
            return word[:at] + chance.choice("aeinrst") + word[at + 1 :]
        case _:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def surname(name: str) -> str:
    """What is left of a made-up name without its trade and its legal form."""
    for words in (TRADES, LEGAL):
        for word in words.replace("_", "\N{NO-BREAK SPACE}").split(" "):
            part = word.replace("\N{NO-BREAK SPACE}", " ")
            name = name.removeprefix(part + " ").removesuffix(" " + part)
    return name


def typed(name: str, town: str, chance: random.Random) -> str:
    """The surname with a typo; at times the trade (many have it) or the town beside it."""
    said = with_a_typo(surname(name), chance)
    match chance.randrange(10):
        case 0:
            return f"{with_a_typo(name.split(maxsplit=1)[0], chance)} {said}"
        case 1:
            return f"{said} {town}"
        case _:
            return said


async def times(place: Ground, database: str) -> tuple[list[float], float]:
    """Milliseconds of each search in ascending order, and the share that found the client."""
    chance = random.Random(11)
    async with open_database(place.settings(database)):
        names = await fetch_all(
            "SELECT id, name, town FROM client WHERE branch = ANY ($1)"
            " ORDER BY md5(id::text) LIMIT $2",
            list(MANAGER.branch_ids),
            SEARCHES,
        )
        spent, hits = [], 0
        for row in names:
            wanted = Wanted(
                MANAGER, TODAY, said=LookedFor.of(typed(row["name"], row["town"], chance)), limit=51
            )
            began = time.perf_counter()
            found = await page(wanted)
            spent.append((time.perf_counter() - began) * 1000)
            hits += any(client["name"] == row["name"] for client in found)
    return sorted(spent), hits / len(names)


async def measured(place: Ground, database: str, clients: int) -> list[dict[str, object]]:
    spent, share = await times(place, database)
    name = f"search with a typo, {clients:,} clients"
    return [
        figure(f"{name}: p50", spent[len(spent) // 2], "ms"),
        figure(f"{name}: p99", spent[len(spent) * 99 // 100], "ms"),
        figure(f"{name}: a client of that name on the first page", share * 100, "%"),
    ]


def results() -> list[dict[str, object]]:
    with ground() as place:
        asyncio.run(place.make("many", MANY))
        asyncio.run(place.make("few", FEW))
        return [
            *asyncio.run(measured(place, "few", FEW.clients)),
            *asyncio.run(measured(place, "many", MANY.clients)),
        ]


if __name__ == "__main__":
    for line in results():
        print(f"{line['name']}: {line['value']} {line['unit']}")
