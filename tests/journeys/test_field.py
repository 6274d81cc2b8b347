"""The field speaks: a promise paid late, a dispute that ends in a credit note, a mention read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from shared.ids import new_id
from tests.files.samples import picture
from tests.journeys.deployment import Deployment, Server, deployed
from tests.journeys.people import ITEMS, TODAY, done, join, sign_in

REP, SAV, COLLECTOR = "ana@nous.test", "sam@nous.test", "lou@nous.test"
PAYMENTS = "Client;Payment number;Payment date;Amount;Invoice number"
DEBTS = ("C1;Alpha;F1;2026-08-01;2026-09-01;5200.00;Lyon",)
OTHERS = tuple(f"C9;Omega;G{n};2026-08-01;2027-01-31;10.00;Lyon" for n in range(9))


@pytest.fixture
def served() -> Iterator[tuple[Deployment, Server]]:
    with deployed(ENCOURS_TODAY=TODAY, ENCOURS_LANGUAGE="fr") as deployment:
        load_items(deployment, TODAY, *DEBTS, *OTHERS)
        with deployment.serving() as server:
            for email, role in ((REP, "sales"), (SAV, "after_sales"), (COLLECTOR, "collector")):
                join(deployment, server, email, role, "--branch", "Lyon")
            yield deployment, server


def load_items(deployment: Deployment, as_of: str, *lines: str) -> None:
    file = deployment.write("items.csv", ITEMS, *lines)
    deployment.encours(
        *("import", "open-items", file, "--currency", "EUR", "--as-of", as_of),
        "--confirm-closing",
    )


@contextmanager
def on(deployment: Deployment, day: str) -> Iterator[None]:
    """What the console does, it does on that day."""
    before = deployment.settings["ENCOURS_TODAY"]
    deployment.settings["ENCOURS_TODAY"] = day
    try:
        yield
    finally:
        deployment.settings["ENCOURS_TODAY"] = before


def close_day(deployment: Deployment, day: str) -> dict[str, int]:
    judged: dict[str, int] = deployment.encours_json("close-day", "--date", day)["judged"]
    return judged


def alpha(http: httpx.Client) -> tuple[str, Any]:
    """The client's path, and its file."""
    [found] = [c for c in done(http.get("/api/clients"))["items"] if c["code"] == "C1"]
    path = f"/api/clients/{found['id']}"
    return path, done(http.get(path))


def test_a_promise_paid_late_is_broken_and_then_kept_late(served: tuple[Deployment, Server]):
    deployment, server = served
    rep = sign_in(server, REP)
    path, file = alpha(rep)
    said = {
        "id": str(new_id()),
        "document_ids": [one["id"] for one in file["open_documents"]],
        "promised_on": "2026-11-23",
        "said_by": "Mme Roche",
        "channel": "visit",
    }
    taken = done(rep.post(f"{path}/promises", json=said))
    assert (taken["amount"], taken["deadline_on"]) == ("5200.00", "2026-11-25")
    assert done(rep.post(f"{path}/promises", json=said))["id"] == taken["id"]

    def state() -> tuple[str, bool]:
        [promise] = done(rep.get(f"{path}/promises"))["items"]
        return promise["state"], promise["is_unknown"]

    # The books stop before its day: nobody can say that it was broken.
    with on(deployment, "2026-11-26"):
        assert close_day(deployment, "2026-11-25") == {}
    assert state()[0] == "open"

    with on(deployment, "2026-11-27"):
        load_items(deployment, "2026-11-26", *DEBTS, *OTHERS)
        assert close_day(deployment, "2026-11-26") == {"broken": 1}
    assert state() == ("broken", False)

    with on(deployment, "2026-12-02"):
        paid = deployment.write("paid.csv", PAYMENTS, "C1;P1;2026-12-01;5200.00;F1")
        deployment.encours("import", "payments", paid, "--currency", "EUR")
        assert close_day(deployment, "2026-12-01") == {"kept_late": 1}
        assert close_day(deployment, "2026-12-01") == {}
    [promise] = done(rep.get(f"{path}/promises"))["items"]
    assert promise["state"] == "kept_late"
    assert [one["verdict"] for one in promise["judgements"]] == ["broken", "kept_late"]
    texts = [item["event"]["text"] for item in thread(rep, path) if item["kind"] == "event"]
    assert len([text for text in texts if text.startswith("Promesse")]) >= 2
    assert deployment.encours("check").returncode == 0


def thread(http: httpx.Client, path: str) -> list[Any]:
    items: list[Any] = done(http.get(f"{path}/thread"))["items"]
    return items


def test_part_of_an_invoice_is_disputed_answered_credited_and_closed(
    served: tuple[Deployment, Server],
):
    deployment, server = served
    rep, sav, collector = (sign_in(server, email) for email in (REP, SAV, COLLECTOR))
    path, file = alpha(rep)
    photo = done(rep.post(f"{path}/files", files={"file": ("porte.jpg", picture(size=(400, 300)))}))
    dispute = done(
        rep.post(
            f"{path}/disputes",
            json={
                "id": str(new_id()),
                "document_id": file["open_documents"][0]["id"],
                "reason": "quality",
                "amount": "1000.00",
                "note": "Deux portes voilées.",
                "file_ids": [photo["id"]],
            },
        )
    )
    [waiting] = done(sav.get("/api/disputes", params={"filter": "mine"}))["items"]
    assert waiting["id"] == dispute["id"]
    seen = done(sav.get(f"/api/disputes/{dispute['id']}"))
    shown = seen["entries"][0]["files"][0]
    assert sav.get(f"/api/files/{shown['id']}").headers["content-type"] == "image/jpeg"

    at = f"/api/disputes/{dispute['id']}"
    said = {"id": str(new_id()), "text": "Constaté sur place.", "waiting_on": "internal"}
    done(sav.post(f"{at}/entries", json=said))
    decided = {"id": str(new_id()), "resolution": "credit_note", "granted": "1000.00"}
    told = done(sav.post(f"{at}/resolve", json=decided | {"why": "Défaut de fabrication."}))
    assert (told["state"], told["effective"]) == ("accepted", "1000.00")

    with on(deployment, "2026-12-01"):  # the credit note is written
        note = "C1;Alpha;AV1;2026-11-30;2026-11-30;-1000.00;Lyon"
        load_items(deployment, "2026-11-30", *DEBTS, note, *OTHERS)
    assert done(rep.get(at))["dispute"]["state"] == "accepted"
    with on(deployment, "2026-12-11"):  # invoice and credit note are gone, the rest was paid
        load_items(deployment, "2026-12-10", *OTHERS)
    told = done(rep.get(at))
    ended = told["dispute"]
    assert (ended["state"], ended["closed_because"], ended["effective"]) == (
        "closed",
        "settled",
        "0.00",
    )
    moves = [entry["move"] for entry in told["entries"]]
    assert moves == ["open", "answer", "resolve", "close"]
    assert done(collector.get(f"{path}/disputes"))["items"][0]["state"] == "closed"


def test_who_is_named_finds_it_and_has_read_it(served: tuple[Deployment, Server]):
    _, server = served
    rep, collector = sign_in(server, REP), sign_in(server, COLLECTOR)
    path, _ = alpha(rep)
    [lou] = done(rep.get(f"{path}/mentionable", params={"q": "lou"}))["people"]
    said = {"id": str(new_id()), "text": "@Lou il paie vendredi.", "mentions": [lou["id"]]}
    posted = done(rep.post(f"{path}/comments", json=said))
    [found] = done(collector.get("/api/mentions", params={"filter": "unread"}))["items"]
    assert found["comment"]["id"] == posted["id"]
    head = done(collector.get(f"{path}/thread/head"))
    assert (head["unread"], head["unread_mentions"]) == (1, 1)
    done(collector.put(f"{path}/thread/read", json={"through": posted["recorded_at"]}))
    assert done(collector.get("/api/mentions", params={"filter": "unread"}))["items"] == []
    assert done(collector.get(f"{path}/thread/head"))["unread"] == 0
