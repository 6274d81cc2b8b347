"""A second server on the same data folder, of two workers."""

from __future__ import annotations

from tests.journeys.deployment import deployed
from tests.journeys.people import done, join, refreshed, sign_in, tokens


def test_two_servers_of_several_workers_are_one_encours():
    with deployed() as deployment, deployment.serving("--workers", "2") as second:
        with deployment.serving() as first:
            join(deployment, first, "admin@nous.test", "admin", "--everything")
            join(deployment, first, "rep@nous.test", "sales")
            admin = sign_in(first, "admin@nous.test")
            device = tokens(first, "rep@nous.test")
            company = done(admin.post("/api/companies", json={"code": "NOUS", "name": "Nous"}))
            rep = second.client(device["access_token"])
            assert [c["id"] for c in done(rep.get("/api/organisation"))["companies"]] == [
                company["id"]
            ]
            whole = done(refreshed(second, device["refresh_token"]))
            with first.client(whole["access_token"]) as again:
                assert done(again.get("/api/me"))["email"] == "rep@nous.test"
            # Disabled on one, out on the other: whichever worker is asked, and at once.
            person = {"disabled": True}
            done(admin.patch(f"/api/users/{whole['user']['id']}", json=person))
            for _ in range(8):
                assert rep.get("/api/me").status_code == 401
        # The first is gone, and has left the database to the second.
        assert done(second.client().get("/ready")) == {"status": "ready"}
        assert sign_in(second, "admin@nous.test").get("/api/me").is_success
