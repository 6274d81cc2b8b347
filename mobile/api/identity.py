"""Calls about people: signing in, oneself, colleagues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import SecretStr

from mobile.api.failures import Refused
from shared.contract.identity import (
    AskReset,
    ChangeDevice,
    ChangePassword,
    ChangeProfile,
    ChangeUser,
    ColleagueList,
    Device,
    DeviceList,
    HandedOver,
    Handover,
    Invited,
    NewUser,
    OneTimeLink,
    OpenLink,
    SignedIn,
    SignIn,
    SignOut,
    User,
    UserList,
)
from shared.contract.organisation import Organisation

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.api.wire import Wire


async def sign_in(wire: Wire, email: str, password: str, device_name: str | None) -> SignedIn:
    """Refused 401 `sign-in-failed`, or 429 when there were too many attempts."""
    body = SignIn(email=email, password=SecretStr(password), device_name=device_name)
    return await wire.sign_in_with("/api/sign-in", body)


async def open_link(wire: Wire, token: str, password: str) -> None:
    """Follow a one-time link and choose a password; refused when the link is spent."""
    body = OpenLink(token=token, new_password=SecretStr(password))
    await wire.open("POST", "/api/open-link", body)


async def ask_reset(wire: Wire, email: str) -> None:
    """Answers alike whether the address is known or not."""
    await wire.open("POST", "/api/ask-reset", AskReset(email=email))


async def sign_out(wire: Wire) -> None:
    """End this device's session, here in any case, on the server if it can be reached."""
    token = await wire.refresh_token()
    try:
        if token is not None:
            await wire.open("POST", "/api/sign-out", SignOut(refresh_token=token))
    except Refused:
        pass  # it had ended already
    finally:
        await wire.forget()


async def me(wire: Wire) -> User:
    return await wire.get("/api/me", User)


async def change_me(wire: Wire, change: ChangeProfile) -> User:
    return await wire.send("PATCH", "/api/me", User, change)


async def change_password(wire: Wire, current: str, new: str) -> None:
    body = ChangePassword(current_password=SecretStr(current), new_password=SecretStr(new))
    await wire.tell("POST", "/api/me/password", body)


async def devices(wire: Wire) -> DeviceList:
    return await wire.get("/api/devices", DeviceList)


async def rename_device(wire: Wire, device_id: UUID, name: str) -> None:
    await wire.send("PATCH", f"/api/devices/{device_id}", Device, ChangeDevice(name=name))


async def end_device(wire: Wire, device_id: UUID) -> None:
    await wire.tell("DELETE", f"/api/devices/{device_id}")


async def users(wire: Wire, cursor: str | None = None) -> UserList:
    return await wire.get("/api/users", UserList, {"cursor": cursor} if cursor else None)


async def colleagues(wire: Wire, cursor: str | None = None) -> ColleagueList:
    return await wire.get("/api/colleagues", ColleagueList, {"cursor": cursor} if cursor else None)


async def invite(wire: Wire, user: NewUser) -> Invited:
    return await wire.send("POST", "/api/users", Invited, user)


async def change_user(wire: Wire, user_id: UUID, change: ChangeUser) -> User:
    return await wire.send("PATCH", f"/api/users/{user_id}", User, change)


async def new_link(wire: Wire, user_id: UUID) -> OneTimeLink:
    return await wire.send("POST", f"/api/users/{user_id}/link", OneTimeLink)


async def hand_over(wire: Wire, user_id: UUID, to: Handover) -> HandedOver:
    return await wire.send("POST", f"/api/users/{user_id}/handover", HandedOver, to)


async def organisation(wire: Wire) -> Organisation:
    return await wire.get("/api/organisation", Organisation)
