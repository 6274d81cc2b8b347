"""Sign-in, refresh, sign-out, devices."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, delete, get, patch, post
from litestar.params import FromPath, JSONBody

from backend.edge.provided import TheClock, TheKeys, TheSettings
from backend.edge.request import address_of_request
from backend.identity.access import OPEN_TO_ALL, TheViewer, bearer_of, problems
from backend.identity.controllers.answers import device_answer, signed_in_answer
from backend.identity.service import people, sessions
from backend.identity.tokens import NOT_SIGNED_IN
from shared.contract.identity import (
    ChangeDevice,
    Device,
    DeviceList,
    Refresh,
    SignedIn,
    SignIn,
    SignOut,
)
from shared.refusal import Refused

UNNAMED_DEVICE = "–"


class SessionController(Controller):
    tags = ("Session",)

    @post(
        "/sign-in",
        status_code=200,
        opt=OPEN_TO_ALL | problems(401, 429),
        summary="Sign in on a new device",
    )
    async def sign_in(
        self,
        data: JSONBody[SignIn],
        request: Request[Any, Any, Any],
        settings: TheSettings,
        keys: TheKeys,
        clock: TheClock,
    ) -> SignedIn:
        session = await sessions.sign_in(
            data.email,
            data.password.get_secret_value(),
            data.device_name or device_name(request),
            address_of_request(request, settings),
            keys=keys,
            now=clock.now(),
        )
        return signed_in_answer(session, await people.person(session.bearer.account_id))

    @post(
        "/refresh",
        status_code=200,
        opt=OPEN_TO_ALL | problems(401),
        summary="Exchange a refresh token",
    )
    async def refresh(self, data: JSONBody[Refresh], keys: TheKeys, clock: TheClock) -> SignedIn:
        session = await sessions.refresh(
            data.refresh_token, data.request_id, keys=keys, now=clock.now()
        )
        return signed_in_answer(session, await people.person(session.bearer.account_id))

    @post("/sign-out", status_code=204, opt=OPEN_TO_ALL | problems(401), summary="End the session")
    async def sign_out(
        self, data: JSONBody[SignOut], request: Request[Any, Any, Any], clock: TheClock
    ) -> None:
        """An expired access token is no obstacle where the refresh token is given."""
        bearer = None if data.refresh_token else bearer_of(request)
        if bearer is None and data.refresh_token is None:
            raise Refused(NOT_SIGNED_IN)
        await sessions.sign_out(bearer, data.refresh_token, now=clock.now())

    @get("/devices", summary="One's own devices that are signed in")
    async def list_devices(self, viewer: TheViewer) -> DeviceList:
        return DeviceList(
            items=[device_answer(row, viewer) for row in await sessions.devices_of(viewer)]
        )

    @patch("/devices/{device_id:uuid}", summary="Rename one of one's own devices")
    async def rename_device(
        self,
        device_id: FromPath[UUID],
        data: JSONBody[ChangeDevice],
        viewer: TheViewer,
        clock: TheClock,
    ) -> Device:
        row = await sessions.rename_device(viewer, device_id, data.name, now=clock.now())
        return device_answer(row, viewer)

    @delete("/devices/{device_id:uuid}", summary="Sign out one of one's own devices")
    async def sign_device_out(
        self, device_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> None:
        await sessions.sign_device_out(viewer, device_id, now=clock.now())


def device_name(request: Request[Any, Any, Any]) -> str:
    """What the browser says it is, where the person gave no name."""
    agent = "".join(mark for mark in request.headers.get("user-agent", "") if mark.isprintable())
    return agent[:200].strip() or UNNAMED_DEVICE
