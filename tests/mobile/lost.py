"""What becomes of answers on a bad line."""

from __future__ import annotations

from typing import Any


async def no_server(send: Any) -> None:
    """What a proxy answers when there is nobody behind it."""
    await send({"type": "http.response.start", "status": 503, "headers": []})
    await send({"type": "http.response.body", "body": b"no server behind the proxy"})


async def unheard(_: Any) -> None:
    """An answer that never arrives."""
