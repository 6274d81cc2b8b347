"""How a file is read, kept under a name."""

from __future__ import annotations

import pytest

from tests.imports.over_http import FILE, send

pytestmark = pytest.mark.anyio


async def test_presets_are_kept_listed_used_and_forgotten(accountant):
    options = {"columns": {"client_code": "K"}, "decimal": "comma", "as_of": "2026-06-30"}
    saved = await accountant.put(
        "/api/import-presets/compta", json={"kind": "open-items", "options": options}
    )
    assert saved.status_code == 200, saved.text
    assert saved.json()["options"] == {"columns": {"client_code": "K"}, "decimal": "comma"}
    run = await send(
        accountant,
        FILE.replace("Client;", "K;").replace(".00", ",00"),
        preset="compta",
        as_of="2026-06-30",
    )
    assert run["state"] == "previewed", run
    listed = (await accountant.get("/api/import-presets")).json()["items"]
    assert [(preset["kind"], preset["name"]) for preset in listed] == [("open-items", "compta")]
    gone = await accountant.delete("/api/import-presets/open-items/compta")
    assert gone.status_code == 204
    again = await accountant.delete("/api/import-presets/open-items/compta")
    assert again.status_code == 404


async def test_a_heading_that_cannot_be_kept_is_refused(accountant):
    kept = {"kind": "clients", "options": {"columns": {"name": "Nom\0"}}}
    answer = await accountant.put("/api/import-presets/agence", json=kept)
    assert answer.status_code == 422
    assert answer.json()["fields"][0]["field"] == "options.columns.name"
