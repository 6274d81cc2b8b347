"""Invitations and resets by one-time link; choosing a password."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from backend.activity.service import NOBODY, By, Fact, record
from backend.database.transaction import transaction
from backend.edge.keys import fingerprint
from backend.identity import passwords
from backend.identity.letters import letter
from backend.identity.queries import accounts, links, sessions
from backend.identity.rules import acceptable_password
from backend.identity.service import throttle
from backend.identity.service.people import NO_SUCH_PERSON
from backend.identity.tokens import new_secret
from backend.mail import MailFailed, send
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from backend.edge.keys import Keys
    from backend.identity.letters import Purpose
    from backend.identity.queries.accounts import AccountRow
    from backend.identity.viewer import Viewer
    from backend.settings import Settings

LIFE: dict[Purpose, timedelta] = {
    "invitation": timedelta(days=7),
    "reset": timedelta(hours=1),
}
LINK_VOID = Refusal("link-void", 409, "This link was used or has expired. Ask for another.")


@dataclass(frozen=True, slots=True)
class Link:
    """A link to hand over. Its secret is nowhere else: it cannot be shown again."""

    url: str
    purpose: Purpose
    expires_at: datetime
    sent_to: str | None = None
    mail_problem: str | None = None


async def issue(
    person: AccountRow,
    *,
    by: By,
    now: datetime,
    settings: Settings,
    asked_publicly: bool = False,
    secret: str | None = None,
) -> Link:
    """Makes a person's one link, in the caller's transaction; the links before it are void.

    An invitation for who has not come yet, a reset for who has. One `asked_publicly` leaves those
    that an administrator issued alone: anybody may ask, for anybody.

    Raises:
        Refused: 409 `user-disabled`.
    """
    if person.disabled_at is not None:
        raise Refused(Refusal("user-disabled", 409, "This person is disabled. Enable them first."))
    purpose: Purpose = "reset" if person.has_password else "invitation"
    secret, expires_at = secret or new_secret(), now + LIFE[purpose]
    await links.void(person.id, now, asked_publicly=asked_publicly)
    await links.add(
        person.id,
        fingerprint(secret),
        purpose,
        now,
        expires_at,
        asked_publicly=asked_publicly,
    )
    await record(
        Fact(kind="link-issued", subject=person.id, after={"purpose": purpose}), by=by, at=now
    )
    return Link(url_of(secret, settings), purpose, expires_at)


async def issued(secret: str, *, now: datetime, settings: Settings) -> tuple[Link, bool]:
    """A link that was issued before, and whether it still works."""
    purpose, expires_at, used_at = await links.issued(fingerprint(secret))
    link = Link(url_of(secret, settings), purpose, expires_at)
    return link, used_at is None and expires_at > now


def url_of(secret: str, settings: Settings) -> str:
    """The address is the operator's, never the request's: a forged Host header would send the
    secret elsewhere.
    """
    base = settings.public_url or f"http://localhost:{settings.port}"
    return f"{base}/lien/{secret}"


async def issue_anew(
    account_id: UUID, *, by: By, now: datetime, settings: Settings
) -> tuple[AccountRow, Link]:
    """An administrator's reset (or second invitation), mailed where mail is set up.

    Raises:
        Refused: 404; 409 `user-disabled`.
    """
    async with transaction():
        person = await accounts.person(account_id)
        if person is None:
            raise Refused(NO_SUCH_PERSON)
        link = await issue(person, by=by, now=now, settings=settings)
    return person, await mailed(link, person, settings)


async def mailed(link: Link, person: AccountRow, settings: Settings) -> Link:
    """The link, and what became of its letter. Called once the link is committed: a letter that
    does not leave loses nothing.
    """
    if settings.smtp_url is None:
        return link
    try:
        await send(
            letter(
                link.purpose,
                to=person.email,
                name=person.name,
                language=person.language,
                url=link.url,
                expires_at=link.expires_at,
                zone=settings.time_zone,
            ),
            settings,
        )
    except MailFailed as failure:
        return replace(link, mail_problem=str(failure))
    return replace(link, sent_to=person.email)


async def ask_reset(
    email: str, address: str, *, keys: Keys, now: datetime, settings: Settings
) -> None:
    """Whether a reset may be asked for; alike for addresses that are nobody's.

    Raises:
        Refused: 409 `mail-not-set-up`; 429 `too-many-attempts`.
    """
    if settings.smtp_url is None:
        raise Refused(
            Refusal(
                "mail-not-set-up",
                409,
                "This server sends no mail: ask your administrator for a link.",
            )
        )
    await throttle.spend_attempt("reset", email, address, keys=keys, now=now)


async def mail_reset(email: str, *, now: datetime, settings: Settings) -> Link | None:
    """Mails a link to whom the address belongs, if to anybody who may come in."""
    async with transaction():
        person = await accounts.person_by_email(email)
        if person is None or person.disabled_at is not None:
            return None
        link = await issue(person, by=NOBODY, now=now, settings=settings, asked_publicly=True)
    return await mailed(link, person, settings)


async def open_link(secret: str, new_password: str, *, keys: Keys, now: datetime) -> None:
    """The link's person chooses a password; every device of theirs is signed out.

    Raises:
        Refused: 409 `link-void`; 422 `password-…`, after which the link still works.
    """
    found = await links.working(fingerprint(secret), now)
    if found is None:
        raise Refused(LINK_VOID)
    refusal = acceptable_password(new_password, email=found.email, name=found.name)
    if refusal is not None:
        raise Refused(refusal)
    password_hash = await passwords.hashed(new_password)
    async with transaction():
        link = await links.working(fingerprint(secret), now, hold=True)
        if link is None:
            raise Refused(LINK_VOID)
        await set_password(
            link.account, password_hash, by=By(link.account), now=now, why=link.purpose
        )
        await throttle.forgive("password", link.email, keys=keys)


async def change_password(
    viewer: Viewer, current: str, new: str, address: str, *, keys: Keys, now: datetime
) -> None:
    """Changes one's own password; every other device is signed out.

    Raises:
        Refused: 422 `password-wrong`, `password-unchanged` or another `password-…`;
            429 `too-many-attempts`: whoever finds an open phone must not guess here either.
    """
    known = await accounts.credentials(id_=viewer.account_id)
    if known is None:
        raise Refused(NO_SUCH_PERSON)
    refusal = acceptable_password(new, email=known.email, name=known.name)
    if refusal is not None:
        raise Refused(refusal)
    await throttle.spend_attempt("password", known.email, address, keys=keys, now=now)
    if not await passwords.verified(known.password_hash, current):
        raise Refused(Refusal("password-wrong", 422, "The current password is wrong."))
    if new == current:
        raise Refused(
            Refusal("password-unchanged", 422, "The new password is the same as the current one.")
        )
    password_hash = await passwords.hashed(new)
    async with transaction():
        if await accounts.lock_credentials(known.id) != known:
            raise Refused(Refusal("password-wrong", 422, "The current password is wrong."))
        await throttle.forgive("password", known.email, keys=keys)
        await set_password(
            known.id, password_hash, by=viewer.by, now=now, why="changed", but=viewer.device_id
        )


async def set_password(
    account_id: UUID,
    password_hash: str,
    *,
    by: By,
    now: datetime,
    why: str,
    but: UUID | None = None,
) -> None:
    """Within the caller's transaction: the password, no link left, no device but one."""
    await accounts.change(account_id, {"password_hash": password_hash})
    await links.void(account_id, now)
    await sessions.revoke_devices(account_id, "password-changed", now, but=but)
    await record(Fact(kind="password-set", subject=account_id, why=why), by=by, at=now)
