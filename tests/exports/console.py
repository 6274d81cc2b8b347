"""The `encours` command, run as an operator runs it, on the database of the test."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio

from tests.makers.ledger import TODAY

ROOT = Path(__file__).parents[2]


class Console:
    def __init__(self, database_url: str, data: Path) -> None:
        self.env = {name: value for name, value in os.environ.items() if name != "ENCOURS_DATA"}
        self.env |= {
            "DATABASE_URL": database_url,
            "ENCOURS_DATA": str(data),
            "ENCOURS_TODAY": TODAY.isoformat(),
            "PYTHONIOENCODING": "utf-8",
        }

    async def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[bytes]:
        return await anyio.run_process(
            [sys.executable, "-m", "backend.cli", *arguments],
            cwd=ROOT,
            env=self.env | env,
            check=False,
        )

    async def report(self, *arguments: str) -> dict[str, Any]:
        done = await self.run("report", "aging", "--json", *arguments)
        assert done.returncode == 0, done.stderr.decode()
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
