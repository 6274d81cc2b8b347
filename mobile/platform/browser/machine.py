"""The browser's own objects, as Python sees them from the worker it runs in.

They are there in a browser only, so they are asked for when they are used; and they are `Any`, for
what they have is the browser's to say.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def machine() -> Any:
    """The worker's global scope."""
    import js  # type: ignore[import-not-found]  # noqa: PLC0415 - there in a browser only

    return js


def plain(options: Mapping[str, Any]) -> Any:
    """A JavaScript object with those fields."""
    return _ffi().to_js(dict(options), dict_converter=machine().Object.fromEntries)


def array(values: Sequence[Any]) -> Any:
    """A JavaScript array."""
    return _ffi().to_js(list(values))


def octets(content: bytes) -> Any:
    """A `Uint8Array` with a copy of the content."""
    return _ffi().to_js(content)


def thrown() -> type[Exception]:
    """What Python raises for whatever JavaScript throws."""
    kind: type[Exception] = _ffi().JsException
    return kind


def proxied(callback: Callable[..., object]) -> Any:
    """To be called from JavaScript until it is destroyed."""
    return _ffi().create_proxy(callback)


async def settled(target: Any, good: str, *bad: str) -> None:
    """Until the event `good` (`onsuccess`) comes to a request or transaction.

    Raises OSError with what the browser says, at any of `bad`.
    """
    over: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()

    def end(why: str | None) -> None:
        if not over.done():
            over.set_result(why)

    proxies = {good: proxied(lambda _: end(None))}
    proxies |= {name: proxied(lambda _: end(reason(target))) for name in bad}
    for name, proxy in proxies.items():
        setattr(target, name, proxy)
    try:
        why = await over
    finally:
        for name, proxy in proxies.items():
            setattr(target, name, None)
            proxy.destroy()
    if why is not None:
        raise OSError(why)


def reason(target: Any) -> str:
    """Such as `QuotaExceededError: …`, of a request or transaction that failed."""
    error = getattr(target, "error", None)
    return f"{error.name}: {error.message}" if error else "the browser gives no reason"


def _ffi() -> Any:
    from pyodide import ffi  # type: ignore[import-not-found]  # noqa: PLC0415 - as above

    return ffi
