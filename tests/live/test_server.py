"""Live events of a server as an operator runs it: two workers, and a graceful stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from queue import Queue

import httpx

from tests.journeys.deployment import Server, deployed
from tests.journeys.people import done, join, sign_in

SCREENS = 5
"""As many as one device may open on one worker."""


@contextmanager
def screen(server: Server, token: str) -> Iterator[Queue[str]]:
    """The lines that a screen hears, until the block's end; `end` where the server ended it."""
    heard: Queue[str] = Queue()

    def listen() -> None:
        timeout = httpx.Timeout(30.0)
        try:
            with (
                httpx.Client(base_url=server.url, timeout=timeout) as http,
                http.stream(
                    "GET", "/api/events", headers={"Authorization": f"Bearer {token}"}
                ) as answer,
            ):
                for line in answer.iter_lines():
                    heard.put(line)
        except httpx.TransportError as error:
            heard.put(f"broken: {error}")
        heard.put("end")

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    yield heard
    thread.join(0)


def wait_for(heard: Queue[str], line: str, seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while (said := heard.get(timeout=max(0.01, deadline - time.monotonic()))) != line:
        assert "broken" not in said


def test_every_worker_tells_its_screens_and_the_server_stops_under_them():
    with deployed() as deployment, deployment.serving("--workers", "2") as server:
        join(deployment, server, "admin@nous.test", "admin", "--everything")
        admin = sign_in(server, "admin@nous.test")
        token = admin.headers["Authorization"].removeprefix("Bearer ")
        done(admin.post("/api/companies", json={"code": "NOUS", "name": "Nous"}))
        clients = deployment.write("clients.csv", "code;nom", "C1;Scierie", "C2;Garage")
        deployment.encours("import", "clients", clients, "--company", "NOUS")
        [client, *_] = done(admin.get("/api/clients"))["items"]
        with ExitStack() as stack:
            # Whichever worker takes each: of so many, both have some.
            screens = [stack.enter_context(screen(server, token)) for _ in range(SCREENS)]
            for heard in screens:
                wait_for(heard, "event: open")
            contact = {"name": "Sacha Neuf"}
            done(admin.post(f"/api/clients/{client['id']}/contacts", json=contact))
            for heard in screens:
                wait_for(heard, "event: fact")
            began = time.monotonic()
            assert server.stop() == 0
            assert time.monotonic() - began < 8
            for heard in screens:
                wait_for(heard, "end")
