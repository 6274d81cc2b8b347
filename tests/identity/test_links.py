"""Invitations and resets: one link, once, for a while."""

import asyncio
import email
import json
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from email.policy import default
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar import Litestar

from backend.app import create_app
from backend.database.engine import Engine
from backend.database.transaction import fetch_all, fetch_value
from backend.mail import Letter, MailFailed, send
from backend.settings import Settings
from tests.edge_fixtures import (
    PASSWORD,
    AddPerson,
    MovingClock,
    SignIn,
    Somebody,
    client_of,
    running,
    with_secret,
)

pytestmark = pytest.mark.anyio

NEW = "quatre mots sans suite"
PUBLIC = "https://encours.example.test"


class MailServer:
    """The peer, and what it printed."""

    def __init__(self, *mode: str) -> None:
        script = Path(__file__).with_name("smtp_peer.py")
        self.process = subprocess.Popen(
            [sys.executable, str(script), *mode], stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        self.output = self.process.stdout
        self.url = f"smtp://127.0.0.1:{self.output.readline().strip()}"

    async def next_letter(self) -> Any:
        """What was received, as a parsed message; waits for it."""
        line = await asyncio.wait_for(asyncio.to_thread(self.output.readline), 10)
        return email.message_from_string(json.loads(line)["text"], policy=default)

    def stop(self) -> list[str]:
        """Ends it; answers the letters nobody read."""
        if self.output.closed:
            return []
        self.process.terminate()
        rest = self.output.read().splitlines()
        self.output.close()
        self.process.wait()
        return rest


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    server = MailServer()
    yield server
    server.stop()


@pytest.fixture
async def mailing(
    settings: Settings,
    database: Engine,
    clock: MovingClock,
    mail_server: MailServer,
) -> AsyncIterator[Litestar]:
    """The application with a mail server and a public address."""
    with_mail = with_secret(
        settings, smtp_url=mail_server.url, public_url=PUBLIC, mail_from="encours@example.test"
    )
    async with running(create_app(with_mail, clock=clock)) as app:
        yield app


@asynccontextmanager
async def signed_in_at(app: Litestar, person: Somebody) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(app) as client:
        answer = await client.post(
            "/api/sign-in", json={"email": person.email, "password": person.password}
        )
        client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        yield client


def secret_in(url: str) -> str:
    return url.rpartition("/lien/")[2]


async def invite(admin: httpx.AsyncClient, address: str = "nadia@example.test") -> dict[str, Any]:
    answer = await admin.post(
        "/api/users", json={"email": address, "name": "Nadia Benali", "role": "sales"}
    )
    assert answer.status_code == 201, answer.text
    invited: dict[str, Any] = answer.json()
    return invited


async def follow(http: httpx.AsyncClient, url: str, password: str = NEW) -> httpx.Response:
    return await http.post(
        "/api/open-link", json={"token": secret_in(url), "new_password": password}
    )


async def come_in(http: httpx.AsyncClient, address: str, password: str = NEW) -> int:
    answer = await http.post("/api/sign-in", json={"email": address, "password": password})
    return answer.status_code


async def test_an_invited_person_chooses_a_password_and_comes_in(
    sign_in: SignIn, http: httpx.AsyncClient
):
    invited = await invite(await sign_in("admin"))
    assert invited["user"]["invited"] is True
    assert invited["link"]["purpose"] == "invitation"
    assert invited["link"]["sent_to"] is None
    assert invited["link"]["url"].startswith("http://localhost:8000/lien/")
    assert await come_in(http, "nadia@example.test") == 401
    assert (await follow(http, invited["link"]["url"])).status_code == 204
    assert await come_in(http, "nadia@example.test") == 200


async def test_a_link_works_once(sign_in: SignIn, http: httpx.AsyncClient):
    link = (await invite(await sign_in("admin")))["link"]
    assert (await follow(http, link["url"])).status_code == 204
    again = await follow(http, link["url"], "another long phrase")
    assert (again.status_code, again.json()["code"]) == (409, "link-void")
    assert await come_in(http, "nadia@example.test") == 200


async def test_of_two_who_follow_a_link_at_once_one_chooses(
    sign_in: SignIn, http: httpx.AsyncClient
):
    link = (await invite(await sign_in("admin")))["link"]
    answers = await asyncio.gather(
        follow(http, link["url"], "the first long phrase"),
        follow(http, link["url"], "the second long phrase"),
    )
    assert sorted(answer.status_code for answer in answers) == [204, 409]


async def test_a_refused_password_leaves_the_link_working(sign_in: SignIn, http: httpx.AsyncClient):
    link = (await invite(await sign_in("admin")))["link"]
    refused = await follow(http, link["url"], "too short")
    assert (refused.status_code, refused.json()["code"]) == (422, "password-too-short")
    assert (await follow(http, link["url"])).status_code == 204


async def test_an_invitation_holds_a_week_and_a_reset_an_hour(
    sign_in: SignIn, add_person: AddPerson, http: httpx.AsyncClient, clock: MovingClock
):
    person = await add_person("sales")
    admin = await sign_in("admin")
    invitation = (await invite(admin))["link"]
    reset = (await admin.post(f"/api/users/{person.id}/link")).json()
    assert reset["purpose"] == "reset"
    clock.move(minutes=60)
    assert (await follow(http, reset["url"])).json()["code"] == "link-void"
    clock.move(days=7, minutes=-60)
    assert (await follow(http, invitation["url"])).json()["code"] == "link-void"


async def test_a_new_link_makes_the_old_one_void(sign_in: SignIn, http: httpx.AsyncClient):
    admin = await sign_in("admin")
    first = await invite(admin)
    second = (await admin.post(f"/api/users/{first['user']['id']}/link")).json()
    assert second["purpose"] == "invitation"
    assert (await follow(http, first["link"]["url"])).status_code == 409
    assert (await follow(http, second["url"])).status_code == 204


async def test_an_unknown_link_is_void(http: httpx.AsyncClient):
    answer = await follow(http, "https://x.test/lien/" + "x" * 43)
    assert (answer.status_code, answer.json()["code"]) == (409, "link-void")


async def test_a_reset_signs_every_device_out(
    sign_in: SignIn, add_person: AddPerson, http: httpx.AsyncClient
):
    person = await add_person("sales")
    phone, admin = await sign_in(person), await sign_in("admin")
    link = (await admin.post(f"/api/users/{person.id}/link")).json()
    assert (await phone.get("/api/me")).status_code == 200
    assert (await follow(http, link["url"])).status_code == 204
    assert (await phone.get("/api/me")).status_code == 401
    assert await come_in(http, person.email, PASSWORD) == 401
    assert await come_in(http, person.email) == 200


async def test_a_disabled_person_gets_no_link_and_theirs_is_void(
    sign_in: SignIn, http: httpx.AsyncClient
):
    admin = await sign_in("admin")
    invited = await invite(admin)
    address = f"/api/users/{invited['user']['id']}"
    assert (await admin.patch(address, json={"disabled": True})).status_code == 200
    refused = await admin.post(f"{address}/link")
    assert (refused.status_code, refused.json()["code"]) == (409, "user-disabled")
    await admin.patch(address, json={"disabled": False})
    assert (await follow(http, invited["link"]["url"])).status_code == 409


async def test_another_address_makes_the_link_void(sign_in: SignIn, http: httpx.AsyncClient):
    admin = await sign_in("admin")
    invited = await invite(admin, "wrong@example.test")
    answer = await admin.patch(
        f"/api/users/{invited['user']['id']}", json={"email": "right@example.test"}
    )
    assert answer.json()["email"] == "right@example.test"
    assert (await follow(http, invited["link"]["url"])).status_code == 409


async def test_links_are_kept_as_hashes(sign_in: SignIn):
    link = (await invite(await sign_in("admin")))["link"]
    dump = str(await fetch_all("SELECT one_time_link::text FROM one_time_link")) + str(
        await fetch_all("SELECT activity::text FROM activity")
    )
    assert secret_in(link["url"]) not in dump
    assert "link-issued" in dump


async def test_an_invitation_is_mailed(
    mailing: Litestar, mail_server: MailServer, add_person: AddPerson
):
    async with signed_in_at(mailing, await add_person("admin")) as admin:
        link = (await invite(admin))["link"]
    assert link["sent_to"] == "nadia@example.test"
    assert link["mail_problem"] is None
    letter = await mail_server.next_letter()
    assert letter["To"] == "nadia@example.test"
    assert letter["From"] == "encours@example.test"
    assert letter["Subject"] == "Votre accès à Encours"
    assert f"{PUBLIC}/lien/{secret_in(link['url'])}" in letter.get_content()
    assert "27/11/2026 10:00" in letter.get_content()  # business time, not UTC


async def test_a_forged_host_does_not_lead_the_link_elsewhere(
    mailing: Litestar, mail_server: MailServer, add_person: AddPerson
):
    person = await add_person("sales")
    async with client_of(mailing, headers={"host": "evil.example"}) as http:
        await http.post("/api/ask-reset", json={"email": person.email})
    letter = await mail_server.next_letter()
    assert "evil" not in letter.get_content()
    assert PUBLIC in letter.get_content()


@pytest.mark.parametrize("fails", ["refuses", "is away"])
async def test_a_letter_that_does_not_leave_is_told_and_its_link_works(
    settings: Settings,
    clock: MovingClock,
    add_person: AddPerson,
    fails: str,
):
    server = MailServer("refuse")
    if fails == "is away":
        server.stop()
    with_mail = with_secret(settings, smtp_url=server.url)
    boss = await add_person("admin")
    app = create_app(with_mail, clock=clock)
    async with running(app), signed_in_at(app, boss) as admin:
        link = (await invite(admin))["link"]
        assert link["sent_to"] is None
        assert "127.0.0.1" in link["mail_problem"]
        assert (await follow(admin, link["url"])).status_code == 204
    if fails == "refuses":
        server.stop()


async def test_a_password_is_never_sent_unencrypted(settings: Settings, mail_server: MailServer):
    url = mail_server.url.replace("smtp://", "smtp://user:secret@")
    with pytest.raises(MailFailed, match="no encryption"):
        await send(Letter("a@b.test", "s", "t"), with_secret(settings, smtp_url=url))


async def test_a_forgotten_password_is_reset_by_mail(
    mailing: Litestar, mail_server: MailServer, add_person: AddPerson
):
    person = await add_person("sales")
    async with client_of(mailing) as http:
        asked = await http.post("/api/ask-reset", json={"email": person.email})
        assert asked.status_code == 204
        letter = await mail_server.next_letter()
        [url] = re.findall(r"https://\S+", letter.get_content())
        assert (await follow(http, url)).status_code == 204
        assert await come_in(http, person.email) == 200


async def test_asking_for_nobody_is_answered_alike_and_mails_nothing(
    mailing: Litestar, mail_server: MailServer, add_person: AddPerson
):
    known = await add_person("sales")
    disabled = await add_person("sales")
    async with signed_in_at(mailing, await add_person("admin")) as admin:
        await admin.patch(f"/api/users/{disabled.id}", json={"disabled": True})
        answers = [
            await admin.post("/api/ask-reset", json={"email": address})
            for address in ("nobody@example.test", disabled.email, known.email)
        ]
    told = [
        (answer.status_code, answer.content, sorted(answer.headers.keys())) for answer in answers
    ]
    assert told[0] == told[1] == told[2]
    letter = await mail_server.next_letter()
    assert letter["To"] == known.email
    assert mail_server.stop() == []


async def test_nobodys_mailbox_can_be_flooded(mailing: Litestar, add_person: AddPerson):
    person = await add_person("sales")
    async with client_of(mailing) as http:
        statuses = [
            (await http.post("/api/ask-reset", json={"email": person.email})).status_code
            for _ in range(12)
        ]
        assert statuses == [204] * 10 + [429] * 2
        # Asking is not guessing: they may still sign in.
        assert await come_in(http, person.email, PASSWORD) == 200
    assert await fetch_value("SELECT count(*) FROM one_time_link WHERE used_at IS NULL") == 1


async def asked_link(http: httpx.AsyncClient, mail_server: MailServer, address: str) -> str:
    """Asks for a reset as anybody may; the link its letter brings."""
    await http.post("/api/ask-reset", json={"email": address})
    letter = await mail_server.next_letter()
    assert letter["To"] == address
    [url] = re.findall(r"https://\S+", letter.get_content())
    return str(url)


@pytest.mark.parametrize("has_come", [False, True])
async def test_whoever_asks_for_a_reset_voids_no_link_of_the_administrators(
    mailing: Litestar, mail_server: MailServer, add_person: AddPerson, has_come: bool
):
    address = "nadia@example.test"
    boss = await add_person("admin")
    async with signed_in_at(mailing, boss) as admin, client_of(mailing) as http:
        if has_come:
            person = await add_person("sales", email=address)
            printed = (await admin.post(f"/api/users/{person.id}/link")).json()
        else:
            printed = (await invite(admin))["link"]
        await mail_server.next_letter()
        asked = await asked_link(http, mail_server, address)
        assert (await follow(http, printed["url"])).status_code == 204
        assert (await follow(http, asked)).json()["code"] == "link-void"


async def test_a_link_that_was_asked_for_voids_the_printed_one_once_it_is_used(
    mailing: Litestar, mail_server: MailServer, add_person: AddPerson
):
    boss = await add_person("admin")
    async with signed_in_at(mailing, boss) as admin, client_of(mailing) as http:
        invited = await invite(admin)
        await mail_server.next_letter()
        first = await asked_link(http, mail_server, "nadia@example.test")
        second = await asked_link(http, mail_server, "nadia@example.test")
        assert (await follow(http, first)).json()["code"] == "link-void"
        assert (await follow(http, second)).status_code == 204
        assert (await follow(http, invited["link"]["url"])).json()["code"] == "link-void"


async def test_without_mail_one_is_sent_to_the_administrator(
    http: httpx.AsyncClient, add_person: AddPerson
):
    person = await add_person("sales")
    for address in (person.email, "nobody@example.test"):
        answer = await http.post("/api/ask-reset", json={"email": address})
        assert (answer.status_code, answer.json()["code"]) == (409, "mail-not-set-up")
