"""`OPTIONS` answered in full.

Litestar makes one route of each handler, and lets the last one on a path answer OPTIONS for itself
alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar.enums import HttpMethod
from litestar.routes import HTTPRoute

if TYPE_CHECKING:
    from litestar.types import Message, Scope


async def name_every_method(message: Message, scope: Scope) -> None:
    """A `before_send` hook: `Allow` names the methods of every handler on the path."""
    if message["type"] != "http.response.start" or scope.get("method") != HttpMethod.OPTIONS:
        return
    methods = {
        str(method)
        for route in scope["litestar_app"].routes
        if isinstance(route, HTTPRoute) and route.path_format == scope.get("path_template")
        for method in route.methods
    }
    if methods:
        others = [(name, value) for name, value in message["headers"] if name.lower() != b"allow"]
        message["headers"] = [*others, (b"allow", ", ".join(sorted(methods)).encode())]
