"""A phone's own store: changes taken in, searched, and an outbox that is full.

.venv/bin/python -m bench.device

A portfolio of 2,000 clients with 20,000 open documents in a real file, fed with pages as they come
over the wire, without a server: 5,000 changes of clients in one process and 50,000 in another, so
that the peak of memory is each one's own. Then what is typed to find a client, and photos entered
without a network until the outbox is full.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.dataset import TODAY
from bench.ground import figure
from mobile.sync.entries import NewFile
from mobile.sync.keeping import Folders
from mobile.sync.outbox import Outbox
from mobile.sync.owner import Owner
from mobile.sync.portfolio import Portfolio
from mobile.sync.refusals import OutboxFull
from shared.contract.changes import Changes
from shared.contract.threads import PostComment
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator

CLIENTS: Final = 2_000
DOCUMENTS_EACH: Final = 10
FEW: Final = 5_000
MANY: Final = 50_000
PAGE: Final = 100
SEARCHES: Final = 400
MEGABYTE: Final = 1_000_000
PHOTO_BYTES: Final = 500_000
TRADES: Final = (
    *("Menuiserie", "Garage", "Boulangerie", "Scierie", "Transports", "Ateliers"),
    *("Pharmacie", "Librairie", "Imprimerie", "Brasserie"),
)
OURS: Final = str(new_id())
DRAWN: Final = random.Random(20_261_120)
NAMES: Final = [
    f"{DRAWN.choice(TRADES)} "
    + "".join(DRAWN.choice("bcdfglmnprst") + DRAWN.choice("aeiou") for _ in range(4))
    for _ in range(CLIENTS)
]
EMPTY: Final = (
    *("contacts", "further_open", "free_payments", "settled"),
    *("promises", "plans", "disputes", "thread", "pinned"),
)


def copy_of(number: int) -> str:
    """One client as JSON; `@town@` is what changes."""
    unknown = ("branch_id", "branch", "siren", "siret", "vat_number", "address", "postcode")
    identity: dict[str, object] = dict.fromkeys(
        (*unknown, "terms", "profile", "rep", "collector", "debtor_id")
    )
    identity |= {
        "id": str(new_id()),
        "code": f"C{number:05}",
        "name": NAMES[number],
        "company_id": OURS,
        "company": "Nous",
        "town": "@town@",
        "country": "FR",
        "language": "fr",
        "currency": "EUR",
    }
    documents = [document(number, place) for place in range(DOCUMENTS_EACH)]
    copy: dict[str, object] = {name: [] for name in EMPTY}
    copy |= {"identity": identity, "open_documents": documents, "last_payment": None}
    return json.dumps(copy | {"is_promise_broken": False, "last_visit_on": None})


def document(number: int, place: int) -> dict[str, object]:
    due_on = TODAY + timedelta(days=60 - 20 * place)
    amount = f"{DRAWN.randint(1, 9_999)}.10"
    return {
        "id": str(new_id()),
        "kind": "invoice",
        "number": f"FA-{number:05}-{place}",
        "issued_on": (due_on - timedelta(days=45)).isoformat(),
        "due_on": due_on.isoformat(),
        "due_estimated": False,
        "currency": "EUR",
        "amount": amount,
        "residual": amount,
    }


def pages(changes: int) -> Iterator[bytes]:
    """First the whole portfolio, then one client after the other changed, as the server answers."""
    copies = [copy_of(number) for number in range(CLIENTS)]
    for first in range(0, changes, PAGE):
        told = ",".join(
            copies[n % CLIENTS].replace("@town@", f"Lyon {n // CLIENTS}")
            for n in range(first, min(first + PAGE, changes))
        )
        yield (
            f'{{"restart":false,"gone":[],"clients":[{told}],"companies":[],'
            f'"more":true,"cursor":"c{first}"}}'
        ).encode()


def resident_mb() -> float:
    pages_held = int(Path("/proc/self/statm").read_text().split()[1])
    return pages_held * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


async def fed(folder: Path, changes: int) -> dict[str, float]:
    owner = Owner("https://credit.test", new_id())
    held = Portfolio(Folders(folder).of(owner), owner)
    spent = 0.0
    for body in pages(changes):
        began = time.perf_counter()
        await held.apply(Changes.model_validate_json(body))
        spent += time.perf_counter() - began
    assert held.count() == CLIENTS
    found = {"seconds": spent, "resident_mb": resident_mb(), "peak_mb": peak_mb()}
    found["search_ms"] = searched(held)
    held.close()
    file = folder / owner.name / "portfolio.sqlite"
    return found | {"file_mb": file.stat().st_size / MEGABYTE}


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE


def typed() -> Iterator[str]:
    """Names as they are and with a letter left out, towns, codes, numbers of invoices, nothing."""
    for n in range(SEARCHES // 5):
        name = NAMES[DRAWN.randrange(CLIENTS)]
        slip = DRAWN.randrange(1, len(name))
        yield from (name, name[:slip] + name[slip + 1 :], name[: 3 + n % 8])
        yield from (f"FA-{n:05}", f"zz{n}qx")


def searched(held: Portfolio) -> float:
    """Milliseconds of the 99th of a hundred, figures of the rows shown included."""
    held.listed(TODAY)
    times = []
    for text in typed():
        began = time.perf_counter()
        held.listed(TODAY, text)
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)[int(len(times) * 0.99)]


async def filled(folder: Path) -> dict[str, float]:
    """Photos are entered until one more is refused; then the app starts again."""
    owner = Owner("https://credit.test", new_id())
    kept = Outbox(Folders(folder).of(owner), owner)
    client, spent = new_id(), []
    try:
        while True:
            photo = NewFile(new_id(), "porte.jpg", os.urandom(PHOTO_BYTES))
            began = time.perf_counter()
            await kept.record("post-comment", client, PostComment(text="Vu."), files=[photo])
            spent.append((time.perf_counter() - began) * 1000)
    except OutboxFull:
        used = kept.used_bytes / MEGABYTE
        kept.close()
    began = time.perf_counter()
    again = Outbox(Folders(folder).of(owner), owner)
    assert again.counts().waiting == len(spent)
    opened = (time.perf_counter() - began) * 1000
    again.close()
    return {
        "used_mb": used,
        "record_ms": sorted(spent)[int(len(spent) * 0.99)],
        "opened_ms": opened,
    }


def in_own_process(changes: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.device", "--child", str(changes)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def results() -> list[dict[str, object]]:
    few, many, full = (in_own_process(changes) for changes in (FEW, MANY, 0))
    name = "50,000 changes on a device"
    searching = "offline search, 2,000 clients, 20,000 documents: p99"
    return [
        figure(f"{name}: taken in", many["seconds"], "s"),
        figure(f"{name}: each", many["seconds"] * 1000 / MANY, "ms", few["seconds"] * 1000 / FEW),
        figure(f"{name}: memory at the end", many["resident_mb"], "MB", few["resident_mb"]),
        figure(f"{name}: most memory", many["peak_mb"], "MB", few["peak_mb"]),
        figure(f"{name}: the file", many["file_mb"], "MB", few["file_mb"]),
        figure(searching, many["search_ms"], "ms"),
        figure("an outbox that takes no more", full["used_mb"], "MB"),
        figure("an outbox that is nearly full: a photo more, p99", full["record_ms"], "ms"),
        figure("an outbox that is full: opened", full["opened_ms"], "ms"),
    ]


def main() -> None:
    if sys.argv[1:2] == ["--child"]:
        changes = int(sys.argv[2])
        with tempfile.TemporaryDirectory(prefix="encours-bench-") as folder:
            work = fed(Path(folder), changes) if changes else filled(Path(folder))
            print(json.dumps(asyncio.run(work)))
        return
    for line in results():
        print(f"{line['name']}: {line['value']} {line['unit']}, ratio {line['ratio']}")


if __name__ == "__main__":
    main()
