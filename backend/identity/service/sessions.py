"""Coming in, staying in, going out: sign-in, refresh, devices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from backend.activity.service import By, Fact, record
from backend.database.transaction import transaction
from backend.edge.keys import fingerprint
from backend.identity import passwords
from backend.identity.queries import accounts, sessions
from backend.identity.service import throttle
from backend.identity.tokens import (
    REFRESH_LIFE,
    SESSION_EXPIRED,
    access_token,
    new_secret,
    successor_of,
)
from backend.identity.viewer import Bearer
from shared.ids import new_id
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from backend.edge.keys import Keys
    from backend.identity.queries.sessions import DeviceRow, TokenRow
    from backend.identity.viewer import Viewer

SIGN_IN_REFUSED = Refusal("sign-in-refused", 401, "The e-mail address or the password is wrong.")
SIGNED_OUT = Refusal("signed-out", 401, "This device is signed out. Sign in again.")
NO_SUCH_DEVICE = Refusal("not-found", 404, "Not found.")
DEVICES_SHOWN_MOST = 200


@dataclass(frozen=True, slots=True)
class Session:
    """What a device holds to go on."""

    bearer: Bearer
    access_token: str
    refresh_token: str


async def viewer_of(bearer: Bearer) -> Viewer:
    """Who asks, as the database knows them now.

    Raises:
        Refused: 401 `signed-out`, from the very next request on after a device is signed out or a
            person disabled.
    """
    viewer = await sessions.viewer(bearer.account_id, bearer.device_id)
    if viewer is None:
        raise Refused(SIGNED_OUT)
    return viewer


async def sign_in(
    email: str, password: str, device_name: str, address: str, *, keys: Keys, now: datetime
) -> Session:
    """Opens a session on a new device.

    Unknown, wrong, disabled and not yet come are one answer, after the same work.

    Raises:
        Refused: 401 `sign-in-refused`; 429 `too-many-attempts`.
    """
    await throttle.spend_attempt("password", email, address, keys=keys, now=now)
    known = await accounts.credentials(email=email)
    password_hash = known.password_hash if known and known.disabled_at is None else None
    if not await passwords.verified(password_hash, password) or known is None:
        raise Refused(SIGN_IN_REFUSED)
    renewed = await passwords.hashed(password) if passwords.is_outdated(password_hash or "") else ""
    async with transaction():
        now_known = await accounts.lock_credentials(known.id)
        if now_known != known:  # disabled, or another password, while we verified
            raise Refused(SIGN_IN_REFUSED)
        await throttle.forgive("password", email, keys=keys)
        if renewed:
            await accounts.change(known.id, {"password_hash": renewed})
        return await open_session(known.id, device_name, keys=keys, now=now)


async def open_session(account_id: UUID, device_name: str, *, keys: Keys, now: datetime) -> Session:
    bearer = Bearer(account_id, new_id())
    await sessions.add_device(bearer.device_id, account_id, device_name, now)
    refresh_token = new_secret()
    await keep(refresh_token, bearer.device_id, now)
    await record(
        Fact(kind="device-signed-in", subject=bearer.device_id, after={"name": device_name}),
        by=By(*bearer),
        at=now,
    )
    return Session(bearer, access_token(bearer, keys, now), refresh_token)


async def keep(refresh_token: str, device_id: UUID, now: datetime) -> None:
    await sessions.add_token(
        new_id(), device_id, fingerprint(refresh_token), now, now + REFRESH_LIFE
    )


async def refresh(
    refresh_token: str, request_id: UUID | None, *, keys: Keys, now: datetime
) -> Session:
    """Exchanges a refresh token, which serves once.

    The same exchange again (same token, same request id) answers the same successor until that
    one is used: its answer may have been lost on the way. Any other second use means that two
    hold the token: the device is signed out.

    Raises:
        Refused: 401 `session-expired`, `signed-out` or `token-reused`.
    """
    async with transaction():
        token = await sessions.lock_token(fingerprint(refresh_token))
        outcome = await exchange(refresh_token, token, request_id, keys=keys, now=now)
    # Outside: the signing out of a reused token's device must stand.
    if isinstance(outcome, Refusal):
        raise Refused(outcome)
    return outcome


async def exchange(
    refresh_token: str,
    token: TokenRow | None,
    request_id: UUID | None,
    *,
    keys: Keys,
    now: datetime,
) -> Session | Refusal:
    if token is None or token.expires_at <= now:
        return SESSION_EXPIRED
    if not token.is_welcome:
        return SIGNED_OUT
    successor = successor_of(refresh_token, request_id, keys)
    bearer = Bearer(token.account, token.device)
    if token.used_at is None:
        await sessions.use_token(token.id, str(request_id) if request_id else None, now)
        await keep(successor, token.device, now)
        await sessions.forget_expired_tokens(token.device, now)
        await sessions.see_device(token.device, now)
    elif not (token.request_id == str(request_id) and await is_waiting(successor)):
        await end_session(bearer, "token-reused", now)
        return Refusal(
            "token-reused",
            401,
            "This session was continued elsewhere, so it was ended. Sign in again.",
        )
    return Session(bearer, access_token(bearer, keys, now), successor)


async def is_waiting(successor: str) -> bool:
    return await sessions.is_unused(fingerprint(successor))


async def end_session(bearer: Bearer, because: str, now: datetime) -> bool:
    """Signs one device out, within the caller's transaction; False where it was already."""
    name = await sessions.revoke_device(bearer.device_id, bearer.account_id, because, now)
    if name is None:
        return False
    await record(
        Fact(
            kind="device-signed-out",
            subject=bearer.device_id,
            before={"name": name},
            why=because,
        ),
        by=By(*bearer),
        at=now,
    )
    return True


async def sign_out(bearer: Bearer | None, refresh_token: str | None, *, now: datetime) -> None:
    """Ends the session of the access token or of the refresh token, whichever is given and good."""
    async with transaction():
        if refresh_token is not None:
            token = await sessions.lock_token(fingerprint(refresh_token))
            if token is not None:
                await end_session(Bearer(token.account, token.device), "signed-out", now)
        if bearer is not None:
            await end_session(bearer, "signed-out", now)


async def devices_of(viewer: Viewer) -> list[DeviceRow]:
    return await sessions.devices_of(viewer.account_id, DEVICES_SHOWN_MOST)


async def rename_device(viewer: Viewer, device_id: UUID, name: str, *, now: datetime) -> DeviceRow:
    """Gives one of one's own devices another name.

    Raises:
        Refused: 404, for anybody else's device as for none.
    """
    async with transaction():
        device = await sessions.hold_device(device_id, viewer.account_id)
        if device is None:
            raise Refused(NO_SUCH_DEVICE)
        if device.name != name:
            await sessions.rename_device(device_id, name)
            renamed = Fact(
                kind="device-renamed",
                subject=device_id,
                before={"name": device.name},
                after={"name": name},
            )
            await record(renamed, by=viewer.by, at=now)
    return replace(device, name=name)


async def sign_device_out(viewer: Viewer, device_id: UUID, *, now: datetime) -> None:
    """Signs out one of one's own devices, this one included.

    Raises:
        Refused: 404, for anybody else's device as for none.
    """
    async with transaction():
        name = await sessions.revoke_device(device_id, viewer.account_id, "revoked", now)
        if name is None:
            raise Refused(NO_SUCH_DEVICE)
        await record(
            Fact(kind="device-signed-out", subject=device_id, before={"name": name}, why="revoked"),
            by=viewer.by,
            at=now,
        )
