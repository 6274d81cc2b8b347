"""What people do with a deployment, as they do it: links, passwords, files, lists."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx

from tests.edge_fixtures import PASSWORD
from tests.journeys.deployment import Deployment, Server, until

TODAY = "2026-11-20"
ITEMS = "Client;Name;Number;Issue date;Due date;Amount;Branch"
CLIENTS = "Client;Name;Branch;Rep"


def add_person(deployment: Deployment, email: str, role: str, *scope: str) -> str:
    """Adds them at the console; answers the link that was printed."""
    name = email.partition("@")[0].title()
    told = deployment.encours("user", "add", email, "--name", name, "--role", role, *scope).stdout
    return next(line for line in told.splitlines() if line.startswith("http"))


def follow(server: Server, link: str) -> None:
    """Opens a one-time link and chooses the password."""
    token = link.rpartition("/")[2]
    with server.client() as http:
        done = http.post("/api/open-link", json={"token": token, "new_password": PASSWORD})
    assert done.status_code == 204, done.text


def sign_in(server: Server, email: str) -> httpx.Client:
    """Their new device, signed in for as long as an access token lives."""
    http = server.client()
    http.headers["Authorization"] = f"Bearer {tokens(server, email)['access_token']}"
    return http


def tokens(server: Server, email: str) -> Any:
    with server.client() as http:
        answer = http.post("/api/sign-in", json={"email": email, "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    return answer.json()


def refreshed(server: Server, refresh_token: str) -> httpx.Response:
    with server.client() as http:
        return http.post("/api/refresh", json={"refresh_token": refresh_token})


def join(deployment: Deployment, server: Server, email: str, role: str, *scope: str) -> None:
    follow(server, add_person(deployment, email, role, *scope))


def done(answer: httpx.Response) -> Any:
    """What the answer says, once it is a yes."""
    assert answer.is_success, f"{answer.request.method} {answer.request.url}: {answer.text}"
    return answer.json() if answer.content else None


def send_file(http: httpx.Client, path: Path, kind: str, **options: Any) -> Any:
    """An upload, once it is read."""
    form = {"kind": kind, "options": json.dumps(options)}
    sent = http.post("/api/imports", files={"file": (path.name, path.read_bytes())}, data=form)
    return settled(http, done(sent)["id"])


def settled(http: httpx.Client, run_id: str) -> Any:
    """The import once nobody works on it."""

    def found() -> Any:
        run = done(http.get(f"/api/imports/{run_id}"))
        return None if run["state"] in {"reading", "applying"} else run

    return until(f"import {run_id} is settled", found, 60.0)


def apply(http: httpx.Client, run_id: str) -> None:
    """Applies a previewed import and waits for it."""
    done(http.post(f"/api/imports/{run_id}/apply", json={}))
    run = settled(http, run_id)
    assert run["state"] == "applied", run


def clients_seen(http: httpx.Client) -> dict[str, str]:
    """What the client list says is owed, by code."""
    page = done(http.get("/api/clients", params={"limit": 200}))
    assert page["next_cursor"] is None
    return {client["code"]: client["outstanding"] for client in page["items"]}
