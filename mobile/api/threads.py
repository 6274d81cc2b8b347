"""Calls about what is said of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.contract.threads import (
    Comment,
    CommentVersionList,
    Mentionable,
    ReadThrough,
    ThreadHead,
    ThreadPage,
)

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from mobile.api.wire import Params, Wire


async def page(wire: Wire, client_id: UUID, cursor: str | None, limit: int) -> ThreadPage:
    """Comments and events, the newest first."""
    params: Params = {"limit": limit}
    if cursor:
        params["cursor"] = cursor
    return await wire.get(f"/api/clients/{client_id}/thread", ThreadPage, params)


async def head(wire: Wire, client_id: UUID) -> ThreadHead:
    return await wire.get(f"/api/clients/{client_id}/thread/head", ThreadHead)


async def read_through(wire: Wire, client_id: UUID, through: datetime) -> None:
    body = ReadThrough(through=through)
    await wire.tell("PUT", f"/api/clients/{client_id}/thread/read", body)


async def follow(wire: Wire, client_id: UUID, *, is_following: bool) -> None:
    path = f"/api/clients/{client_id}/thread/follow"
    await wire.tell("PUT" if is_following else "DELETE", path)


async def mentionable(wire: Wire, client_id: UUID, beginning: str) -> Mentionable:
    """Those a word of whose name begins so; everybody for nothing."""
    params: Params = {"q": beginning} if beginning else {}
    return await wire.get(f"/api/clients/{client_id}/mentionable", Mentionable, params)


async def versions(wire: Wire, comment_id: UUID) -> CommentVersionList:
    return await wire.get(f"/api/comments/{comment_id}/versions", CommentVersionList)


async def pin(wire: Wire, comment_id: UUID, *, is_pinned: bool) -> Comment:
    path = f"/api/comments/{comment_id}/pin"
    return await wire.send("PUT" if is_pinned else "DELETE", path, Comment)
