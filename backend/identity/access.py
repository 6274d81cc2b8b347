"""Who may call a handler: the guards, and the person who asks as a dependency."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.di import NamedDependency, Provide
from litestar.handlers import BaseRouteHandler
from litestar.params import SkipValidation

from backend.identity.rules import Capability, may
from backend.identity.service.sessions import viewer_of
from backend.identity.tokens import NOT_SIGNED_IN, expiry_of, read_access_token
from backend.identity.viewer import Bearer, Viewer
from shared.refusal import Refusal, Refused, unless_refused

Connection = ASGIConnection[Any, Any, Any, Any]

TheViewer = NamedDependency[SkipValidation[Viewer]]
TheBearer = NamedDependency[SkipValidation[Bearer]]

OPEN_TO_ALL = {"open_to_all": True}
"""`opt` of a handler that asks for no sign-in."""


def problems(*statuses: int) -> dict[str, tuple[int, ...]]:
    """`opt` of a handler that answers other problems than its kind does, for the documentation."""
    return {"problems": statuses}


CHECKS_DEVICE_ITSELF = {"checks_device_itself": True}
"""`opt` of a handler that takes a `bearer` and whose own statement joins device and account."""


async def signed_in(connection: Connection, handler: BaseRouteHandler) -> None:
    """The guard of everything under /api: who is nobody is told so before anything is read."""
    if handler.opt.get("open_to_all"):
        return
    bearer = bearer_of(connection)
    if bearer is None:
        raise Refused(NOT_SIGNED_IN)
    connection.scope["auth"] = bearer
    if not handler.opt.get("checks_device_itself"):
        connection.scope["user"] = await viewer_of(bearer)


def bearer_of(connection: Connection) -> Bearer | None:
    """Who the access token says asks; None without one.

    Raises:
        Refused: 401 `not-signed-in` for a token that is not ours, `session-expired` for an old one.
    """
    token = token_of(connection)
    if token is None:
        return None
    state = connection.app.state
    return unless_refused(read_access_token(token, state.signing_keys, state.clock.now()))


def token_of(connection: Connection) -> str | None:
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token else None


def signed_in_until(connection: Connection) -> datetime:
    """When the access token of a signed-in request expires, for an answer that outlasts it."""
    expiry = expiry_of(token_of(connection) or "", connection.app.state.signing_keys)
    if expiry is None:
        raise Refused(NOT_SIGNED_IN)
    return expiry


def require(
    capability: Capability,
) -> Callable[[Connection, BaseRouteHandler], Awaitable[None]]:
    """A guard: 403 `role-may-not` unless the role may."""

    async def guard(connection: Connection, handler: BaseRouteHandler) -> None:  # noqa: ARG001
        viewer: Viewer = connection.scope["user"]
        if not may(viewer.role, capability):
            raise Refused(
                Refusal(
                    "role-may-not",
                    403,
                    "Your role does not allow this.",
                    {"role": viewer.role, "capability": capability},
                )
            )

    guard.capability = capability  # type: ignore[attr-defined]  # for the documentation
    return guard


def viewer(request: Request[Any, Any, Any]) -> Viewer:
    return request.scope["user"]  # type: ignore[no-any-return]


def bearer(request: Request[Any, Any, Any]) -> Bearer:
    return request.scope["auth"]  # type: ignore[no-any-return]


PROVIDED = {
    "viewer": Provide(viewer, sync_to_thread=False),
    "bearer": Provide(bearer, sync_to_thread=False),
}
