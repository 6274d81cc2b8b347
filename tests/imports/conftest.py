"""Importing in tests: files written on the spot, and what the ledger then holds."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from backend.activity.service import NOBODY
from backend.database.engine import Engine
from backend.database.transaction import fetch_all, fetch_one
from backend.imports.judging import Job, Result
from backend.imports.loading import Progress
from backend.imports.reading.rows import Kind
from backend.imports.service import import_file, undo_last
from backend.settings import Settings
from shared.contract.imports import ImportOptions
from shared.ids import new_id
from tests.edge_fixtures import SignIn
from tests.imports.typed import Answer
from tests.makers.ledger import MadeClient, MadeDocument

ROOT = Path(__file__).parents[2]
SHARED_DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture
def shared_data() -> Path:
    """Real ledgers, beside the checkout."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the folder of real ledgers is not beside the checkout")
    return SHARED_DATA


@pytest.fixture
async def accountant(sign_in: SignIn) -> httpx.AsyncClient:
    return await sign_in("credit_manager", everything=True)


class StillClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 20, 9, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 11, 20)


def job_of(kind: str, path: Path, *, apply: bool = True, **options: Any) -> Job:
    return Job(
        run_id=new_id(),
        kind=Kind(kind),
        path=path,
        file_name=options.pop("file_name", path.name),
        options=ImportOptions(**options),
        apply=apply,
        by=NOBODY,
        language="en",
    )


Load = Callable[..., Awaitable[Result]]


@pytest.fixture
def load(database: Engine, tmp_path: Path) -> Load:
    """`await load("open-items", rows, as_of=…)`: rows of texts under a header, or a path."""

    async def imported(
        kind: str, rows: Sequence[str] | Path, *, apply: bool = True, **options: Any
    ) -> Result:
        if isinstance(rows, Path):
            path = rows
        else:
            path = tmp_path / f"{new_id()}.csv"
            path.write_text("\n".join((HEADERS[kind], *rows)) + "\n", encoding="utf-8")
        return await import_file(
            job_of(kind, path, apply=apply, **options), StillClock(), Progress()
        )

    return imported


HEADERS = {
    "open-items": "Client;Name;Number;Issue date;Due date;Amount",
    "history": "Client;Name;Number;Issue date;Due date;Amount;Settled date",
    "payments": "Client;Payment number;Payment date;Amount;Invoice number",
    "clients": "Client;Name;Branch;Rep;SIREN;Terms;Email;Town",
}


async def undo() -> None:
    await undo_last(NOBODY, StillClock())


async def named(number: str) -> tuple[MadeClient, MadeDocument]:
    """The document of that number, and its client, as the makers of other things take them."""
    row = await fetch_one(
        "SELECT d.*, c.company, c.code FROM document d JOIN client c ON c.id = d.client"
        " WHERE d.number = $1",
        number,
    )
    assert row is not None
    client = MadeClient(row["client"], row["company"], row["code"], "", "EUR")
    days = row["issued_on"], row["due_on"]
    return client, MadeDocument(row["id"], client.id, number, row["amount"], "EUR", *days)


async def ledger() -> dict[str, Any]:
    """Everything a ledger holds, without ids: two ledgers are equal where this is."""
    documents = await fetch_all(
        "SELECT k.code AS company, c.code AS client, d.kind, d.number, d.label, d.issued_on,"
        " d.due_on, d.due_estimated, d.currency, d.amount, d.residual, d.last_settled_on,"
        " b.code AS branch, d.source_key FROM document d JOIN client c ON c.id = d.original_client"
        " JOIN company k ON k.id = c.company LEFT JOIN branch b ON b.id = d.branch"
        " ORDER BY 1, 2, d.source_key"
    )
    payments = await fetch_all(
        "SELECT c.code AS client, p.value_on, p.amount, p.unapplied, p.currency, p.reference,"
        " p.source_key FROM payment p JOIN client c ON c.id = p.original_client"
        " ORDER BY 1, p.source_key"
    )
    allocations = await fetch_all(
        "SELECT dd.source_key AS debit, cd.source_key AS credit, dp.source_key AS out,"
        " cp.source_key AS money, a.amount, a.value_on, a.value_after FROM allocation a"
        " LEFT JOIN document dd ON dd.id = a.debit_document"
        " LEFT JOIN document cd ON cd.id = a.credit_document"
        " LEFT JOIN payment dp ON dp.id = a.debit_payment"
        " LEFT JOIN payment cp ON cp.id = a.credit_payment ORDER BY 1, 2, 3, 4, 5, 6, 7"
    )
    clients = await fetch_all(
        "SELECT c.code, c.name, c.siren, c.town, c.terms_basis, c.terms_days, b.code AS branch,"
        " a.email AS rep, g.name AS debtor FROM client c LEFT JOIN branch b ON b.id = c.branch"
        " LEFT JOIN account a ON a.id = c.rep LEFT JOIN debtor g ON g.id = c.debtor ORDER BY 1"
    )
    contacts = await fetch_all(
        "SELECT c.code, t.name, t.email, t.phone FROM contact t JOIN client c ON c.id = t.client"
        " ORDER BY 1, 3"
    )
    return {
        "documents": [dict(row) for row in documents],
        "payments": [dict(row) for row in payments],
        "allocations": [dict(row) for row in allocations],
        "clients": [dict(row) for row in clients],
        "contacts": [dict(row) for row in contacts],
    }


async def open_now() -> dict[str, str]:
    """What is open: the residual by number."""
    rows = await fetch_all(
        "SELECT number, residual FROM document WHERE residual <> 0 ORDER BY number, residual"
    )
    return {row["number"]: f"{row['residual']}" for row in rows}


@pytest.fixture
def encours(database: Engine, settings: Settings):
    """`await encours("fec", path, "--json")`: what the command answers, on this database."""

    async def run(*arguments: str | Path, **environment: str) -> Answer:
        kept = {name: value for name, value in os.environ.items() if "ENCOURS" not in name}
        env = kept | {
            "ENCOURS_DATA": str(settings.data),
            "DATABASE_URL": settings.database_url or "",
            "ENCOURS_LANGUAGE": "en",
            **environment,
        }
        done = await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-m", "backend.cli", "import", *map(str, arguments)],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)

    return run
