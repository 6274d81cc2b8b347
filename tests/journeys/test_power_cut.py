"""Everything is killed at once, while people write; what was answered is still there."""

from __future__ import annotations

import threading

import httpx

from tests.database.servers import kill_everything
from tests.journeys.deployment import deployed, until
from tests.journeys.people import done, join, refreshed, sign_in, tokens

WRITTEN_LEAST = 25


def test_nothing_that_was_answered_is_lost_when_everything_is_killed():
    with deployed() as deployment:
        with deployment.serving() as server:
            join(deployment, server, "admin@nous.test", "admin", "--everything")
            device = tokens(server, "admin@nous.test")
            admin = sign_in(server, "admin@nous.test")
            answered: list[str] = []
            writing = threading.Thread(target=add_companies, args=(admin, answered))
            writing.start()
            until("some are answered", lambda: len(answered) >= WRITTEN_LEAST or None)
            server.kill()
            kill_everything(deployment.data)
            writing.join(30)
            assert not writing.is_alive()

        with deployment.serving() as server:
            device = done(refreshed(server, device["refresh_token"]))
            with server.client(device["access_token"]) as admin:
                kept = {one["code"] for one in done(admin.get("/api/organisation"))["companies"]}
                assert set(answered) <= kept
                # At most the one whose answer never came.
                assert len(kept) <= len(answered) + 1
                done(admin.post("/api/companies", json={"code": "AFTER", "name": "Après"}))


def add_companies(http: httpx.Client, answered: list[str]) -> None:
    """One after the other until nobody answers any more."""
    number = 0
    while True:
        code = f"S{number:04}"
        try:
            answer = http.post("/api/companies", json={"code": code, "name": f"Société {code}"})
        except httpx.TransportError:
            return
        if not answer.is_success:
            return  # the database went before the server
        answered.append(code)
        number += 1
