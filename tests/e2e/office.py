"""What the office does over the API meanwhile: loads files, looks after clients."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any, Self

import httpx

from shared.contract.demo import DemoAccount
from tests.journeys.deployment import until
from tools.demo_server import Demo

SETTLED_SECONDS_MOST = 60.0
COLUMNS = "Code client;Nom;N° facture;Date facture;Échéance;Montant"


class Office:
    """Somebody of the demo company, at a desk. Every call waits: from a screen, in a thread."""

    def __init__(self, demo: Demo, person: DemoAccount) -> None:
        self.http = httpx.Client(base_url=f"{demo.address}/api", timeout=60)
        said = {"email": person.email, "password": person.password, "device_name": "Bureau"}
        token = self.http.post("/sign-in", json=said).raise_for_status().json()["access_token"]
        self.http.headers["Authorization"] = f"Bearer {token}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def load(self, text: str, *, as_of: str, company: str) -> None:
        """All that is open in a company of its own: what is not in the text is paid."""
        options = {"as_of": as_of, "currency": "EUR", "company": company}
        sent = self.http.post(
            "/imports",
            files={"file": ("ouvert.csv", text.encode(), "text/csv")},
            data={"kind": "open-items", "options": json.dumps(options)},
        )
        run = self.settled(sent.raise_for_status().json()["id"])
        assert run["state"] in {"previewed", "question"}, run
        said = {"skip_refused": False, "confirm_closing": True}
        self.http.post(f"/imports/{run['id']}/apply", json=said).raise_for_status()
        assert self.settled(run["id"])["state"] == "applied"

    def settled(self, run_id: str) -> dict[str, Any]:
        def found() -> dict[str, Any] | None:
            run: dict[str, Any] = self.http.get(f"/imports/{run_id}").raise_for_status().json()
            return None if run["state"] in {"reading", "applying"} else run

        return until("the import settles", found, SETTLED_SECONDS_MOST)

    def new_client(self, code: str, name: str, *, rep: DemoAccount) -> str:
        """In the care of that rep; owes two invoices that are late, and nobody else touches them.

        `code` is its company's too.
        """
        today = datetime.now(UTC).date()
        rows = [COLUMNS]
        for number, days in enumerate((40, 12), start=1):
            due_on = today - timedelta(days=days)
            issued_on = due_on - timedelta(days=30)
            rows.append(f"{code};{name};{code}-{number};{issued_on};{due_on};{number}200,00")
        self.load("\n".join([*rows, ""]), as_of=str(today), company=code)
        client_id = self.client(f"{code}-1")
        self.entrust(client_id, rep=rep)
        return client_id

    def client(self, query: str) -> str:
        found = self.http.get("/clients", params={"q": query}).raise_for_status().json()
        return str(found["items"][0]["id"])

    def entrust(self, client_id: str, **people: DemoAccount) -> None:
        """To a `rep`, a `collector`."""
        everybody = self.http.get("/users").raise_for_status().json()["items"]
        id_of = {one["email"]: one["id"] for one in everybody}
        said = {f"{duty}_id": id_of[person.email] for duty, person in people.items()}
        self.http.patch(f"/clients/{client_id}", json=said).raise_for_status()
