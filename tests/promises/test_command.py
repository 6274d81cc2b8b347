"""`encours close-day` and `encours cash-source`, in processes of their own."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backend.database.transaction import fetch_value
from tests.makers.ledger import make_client, make_document
from tests.makers.promises import make_cash_source, make_promise

pytestmark = pytest.mark.anyio


@pytest.fixture
def encours(database_url: str, tmp_path: Path) -> Any:
    async def run(*arguments: str) -> tuple[int, str, str]:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "backend.cli",
            *arguments,
            cwd=Path(__file__).parents[2],
            env={
                "DATABASE_URL": database_url,
                "ENCOURS_DATA": str(tmp_path),
                "ENCOURS_TODAY": "2026-11-20",
                "ENCOURS_LANGUAGE": "en",
                "PATH": os.environ["PATH"],
            },
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        output, complaints = await process.communicate()
        return process.returncode or 0, output.decode(), complaints.decode()

    return run


async def test_a_day_is_closed_from_the_command_line(encours):
    client = await make_client()
    await make_cash_source(client.company, "old bank", covers_through=date(2026, 11, 1))
    await make_cash_source(client.company, "bank", covers_through=date(2026, 11, 19))
    invoice = await make_document(client, "100.00")
    promise = await make_promise(client, invoice, promised_on=date(2026, 11, 4))

    code, output, complaints = await encours("close-day", "--json")
    assert (code, complaints) == (0, "")
    assert json.loads(output) == {"day": "2026-11-19", "judged": {}, "unknown": 1, "plans": {}}

    code, output, _ = await encours("cash-source", "retire", "old bank")
    assert (code, output) == (0, "Cash source old bank: waited for no more.\n")
    _, output, _ = await encours("cash-source", "list", "--json")
    assert [one["is_active"] for one in json.loads(output)] == [True, False]

    code, output, _ = await encours("close-day", "--date", "2026-11-06")
    assert output.splitlines() == ["2026-11-06 is closed: 1 judgement.", "  broken: 1"]
    assert await fetch_value("SELECT state FROM promise WHERE id = $1", promise) == "broken"

    code, _, complaints = await encours("close-day", "--date", "2026-11-21")
    assert (code, complaints) == (1, "2026-11-21 is still to come.\n")
    code, _, complaints = await encours("cash-source", "retire", "no such bank")
    assert code == 1
    assert "no such bank" in complaints
