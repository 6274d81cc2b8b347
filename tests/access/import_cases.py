"""The cases of the import routes: who may, and a run in the state each route asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from backend.database.transaction import execute, fetch_value
from shared.ids import new_id
from tests.access.cases import Case, Ids
from tests.access.world import NOW, Place
from tests.makers.ledger import MadePerson, insert

FILE = "Client;Name;Number;Issue date;Due date;Amount\nC1;Alpha;F1;2026-05-01;2026-06-01;1.00\n"


class Uploads:
    """Where the application under test keeps them; the fixture of this folder says it."""

    data: Path = Path()


def a_form() -> Any:
    return {
        "files": {"file": ("ledger.csv", FILE.encode(), "text/csv")},
        "data": {"kind": "open-items", "options": json.dumps({"as_of": "2026-06-30"})},
    }


async def add_run(state: str, person: MadePerson, **fields: Any) -> Ids:
    run_id = new_id()
    await insert(
        "import_run",
        **{
            "id": run_id,
            "kind": "open-items",
            "file_name": "ledger.csv",
            "file_size": len(FILE),
            "fingerprint": "",
            "state": state,
            "progress_share": 0,
            "requested_by": person.id,
            "requested_at": NOW,
            "touched_at": NOW,
            "options": {"as_of": "2026-06-30"},
            "matched_columns": {},
        }
        | fields,
    )
    folder = Uploads.data / "imports"
    folder.mkdir(exist_ok=True)
    (folder / f"{run_id}.upload").write_text(FILE)
    return {"run_id": run_id}


async def previewed(_place: Place, person: MadePerson) -> Ids:
    return await add_run("previewed", person)


async def applied(_place: Place, person: MadePerson) -> Ids:
    last = await fetch_value("SELECT coalesce(max(sequence), 0) FROM import_run")
    return await add_run("applied", person, sequence=last + 1, applied_at=NOW)


async def a_preset(_place: Place, _person: MadePerson) -> Ids:
    name = f"preset-{new_id().hex[-8:]}"
    await execute(
        "INSERT INTO import_preset (id, name, kind, options) VALUES ($1, $2, 'fec', '{}')",
        new_id(),
        name,
    )
    return {"kind": "fec", "name": name}


def importing(**fields: Any) -> Case:
    return Case("capability", "import-ledger", sees_everything=True, **fields)


IMPORTS = {
    "POST /api/imports": importing(files=a_form),
    "GET /api/imports": importing(),
    "GET /api/imports/{run_id}": importing(prepare=previewed),
    "POST /api/imports/{run_id}/options": importing(
        prepare=previewed, body=lambda _place, _person: {"as_of": "2026-06-30"}
    ),
    "POST /api/imports/{run_id}/apply": importing(
        prepare=previewed, body=lambda _place, _person: {}
    ),
    "POST /api/imports/{run_id}/undo": importing(prepare=applied),
    "GET /api/import-presets": importing(),
    "PUT /api/import-presets/{name}": importing(
        ids=lambda _place, _person: {"name": "compta"},
        body=lambda _place, _person: {"kind": "fec", "options": {}},
    ),
    "DELETE /api/import-presets/{kind}/{name}": importing(prepare=a_preset),
}
