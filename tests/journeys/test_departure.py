"""A rep leaves: their clients change hands, and their phone is out at once."""

from __future__ import annotations

import pytest

from tests.journeys.deployment import Deployment, Server, deployed
from tests.journeys.people import (
    CLIENTS,
    ITEMS,
    TODAY,
    clients_seen,
    done,
    join,
    refreshed,
    sign_in,
    tokens,
)

OLD, NEW = "ana@nous.test", "bo@nous.test"


@pytest.fixture
def served():
    with deployed(ENCOURS_TODAY=TODAY) as deployment, deployment.serving() as server:
        yield deployment, server


def load_portfolio(deployment: Deployment) -> None:
    items = deployment.write(
        "items.csv",
        ITEMS.rpartition(";")[0],
        "C1;Alpha;F1;2026-08-01;2026-09-01;100.00",
        "C2;Beta;F2;2026-08-01;2026-09-01;200.00",
        "C3;Gamma;F3;2026-08-01;2026-09-01;300.00",
    )
    deployment.encours("import", "open-items", items, "--currency", "EUR", "--as-of", TODAY)
    whose = deployment.write(
        "clients.csv",
        CLIENTS.replace(";Branch", ""),
        f"C1;Alpha;{OLD}",
        f"C2;Beta;{OLD}",
        f"C3;Gamma;{NEW}",
    )
    deployment.encours("import", "clients", whose)


def test_a_departing_rep_is_out_and_the_successor_has_their_clients(
    served: tuple[Deployment, Server],
):
    deployment, server = served
    for email, role in ((OLD, "sales"), (NEW, "sales")):
        join(deployment, server, email, role)
    load_portfolio(deployment)
    old_device = tokens(server, OLD)
    old_phone = server.client(old_device["access_token"])
    new_phone = sign_in(server, NEW)
    assert clients_seen(old_phone) == {"C1": "100.00", "C2": "200.00"}
    assert clients_seen(new_phone) == {"C3": "300.00"}
    beta = next(c for c in done(old_phone.get("/api/clients"))["items"] if c["code"] == "C2")
    assert new_phone.get(f"/api/clients/{beta['id']}").status_code == 404

    deployment.encours("user", "handover", OLD, NEW)
    deployment.encours("user", "disable", OLD)

    for path in ("/api/me", "/api/clients", f"/api/clients/{beta['id']}"):
        assert old_phone.get(path).status_code == 401, path
    assert refreshed(server, old_device["refresh_token"]).status_code == 401
    assert clients_seen(new_phone) == {"C1": "100.00", "C2": "200.00", "C3": "300.00"}
    file = done(new_phone.get(f"/api/clients/{beta['id']}"))
    assert (file["identity"]["rep"]["name"], file["outstanding"]) == ("Bo", "200.00")
    with server.client() as nobody:
        again = nobody.post("/api/sign-in", json={"email": OLD, "password": "whatever it was"})
    assert again.status_code == 401
