"""How a request's body and address are read."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Any

from litestar import Request
from litestar.exceptions import NotFoundException
from pydantic import BaseModel, ValidationError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from litestar.datastructures import Headers
    from pydantic_core import ErrorDetails

    from backend.settings import ProxyNetwork, Settings

IPV6_HOME_BITS = 64


class BodyRefused(Exception):  # noqa: N818 - a client's mistake, answered as a problem
    """The body is no such message; `errors` are pydantic's, without the input."""

    def __init__(self, errors: Sequence[ErrorDetails]) -> None:
        super().__init__(f"{len(errors)} problems in the body")
        self.errors = errors


class BodyNotJson(Exception):  # noqa: N818 - a client's mistake, answered as a problem
    """The body is declared as something else than JSON."""


class ContractRequest(Request[Any, Any, Any]):
    """Reads a JSON body straight into the contract model that the handler asks for.

    Strict, and from the bytes: `"true"` is no boolean, a number is no text, and an amount never
    passes through a binary float.
    """

    __slots__ = ()

    async def json(self) -> Any:
        wanted = self.route_handler.parsed_data_field.annotation  # type: ignore[union-attr]
        if not (isinstance(wanted, type) and issubclass(wanted, BaseModel)):
            return await super().json()
        if self.content_type[0] != "application/json":
            raise BodyNotJson
        try:
            return wanted.model_validate_json(await self.body(), strict=True)
        except ValidationError as error:
            raise BodyRefused(
                error.errors(include_url=False, include_input=False, include_context=True)
            ) from None


async def refuse_impossible_path(request: Request[Any, Any, Any]) -> None:
    """No name of ours holds a NUL, which PostgreSQL would not take: there is no such thing.

    Raises:
        NotFoundException: for a path with one.
    """
    if "\0" in request.scope["path"]:
        raise NotFoundException


def address_of(peer: str | None, headers: Headers, trusted_proxies: Sequence[ProxyNetwork]) -> str:
    """Where a request comes from, as a key to count by: an IPv4 address, or an IPv6 /64."""
    address = origin_of(peer, headers, trusted_proxies)
    if isinstance(address, IPv6Address):
        return str(ip_network((address, IPV6_HOME_BITS), strict=False))
    return str(address) if address else "unknown"


def origin_of(
    peer: str | None, headers: Headers, trusted_proxies: Sequence[ProxyNetwork]
) -> IPv4Address | IPv6Address | None:
    """Where a request comes from, as far as is known.

    `X-Forwarded-For` is read from its right end, and only as far as trusted proxies wrote it.
    """
    address = read_address(peer or "")
    forwarded = [part for line in headers.getall("x-forwarded-for", []) for part in line.split(",")]
    while forwarded and address is not None and any(address in net for net in trusted_proxies):
        further = read_address(forwarded.pop())
        if further is None:
            break
        address = further
    return address


def address_of_request(request: Request[Any, Any, Any], settings: Settings) -> str:
    peer = request.client.host if request.client else None
    return address_of(peer, request.headers, settings.trusted_proxies)


def read_address(text: str) -> IPv4Address | IPv6Address | None:
    """None for what is no address; an IPv4 address in IPv6 clothes is undressed."""
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
