"""Links that are mailed, and those that a person asks for themselves."""

import re

import httpx
import pytest
from litestar import Litestar

from backend.app import create_app
from backend.database.transaction import fetch_value
from backend.mail import Letter, MailFailed, send
from backend.settings import Settings
from tests.edge_fixtures import (
    PASSWORD,
    AddPerson,
    MovingClock,
    client_of,
    running,
    with_secret,
)
from tests.identity.following import (
    PUBLIC,
    MailServer,
    come_in,
    follow,
    invite,
    secret_in,
    signed_in_at,
)

pytestmark = pytest.mark.anyio


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
