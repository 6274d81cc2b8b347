"""One port: what the app's pages are told and tell, beside the API."""

import stat
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import httpx
import pytest

from backend.settings import Settings
from serving import OnePort, app

PROXIES = (ip_network("10.0.0.0/8"),)


class Pages:
    """Stands where Flet does, and remembers from where it was asked."""

    def __init__(self) -> None:
        self.client: Any = None

    async def __call__(self, scope: Any, *_: Any) -> None:
        self.client = scope["client"]


@pytest.mark.anyio
@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        ("192.0.2.7", "203.0.113.9", "192.0.2.7"),  # a stranger may say anything
        ("10.0.0.1", "2001:db8:1:2:3::9", "2001:db8:1:2:3::9"),
    ],
)
async def test_a_browser_behind_a_trusted_proxy_has_its_own_address(
    kind: str, peer: str, forwarded: str, address: str
):
    pages = Pages()
    port = OnePort(api=None, pages=pages, trusted_proxies=PROXIES)
    headers = [(b"x-forwarded-for", forwarded.encode())]
    scope: Any = {"type": kind, "path": "/ws", "client": (peer, 4711), "headers": headers}
    await port(scope, None, None)  # type: ignore[arg-type]
    assert pages.client[0] == address


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("origin", "opens"),
    [
        ("http://encours.test:8000", True),
        ("https://encours.example", True),  # the public address, before a proxy renamed the host
        ("http://evil.example", False),
        ("null", False),
        (None, True),  # no browser at all
    ],
)
async def test_only_the_apps_own_page_opens_a_session(origin: str | None, opens: bool):
    pages, sent = Pages(), []

    async def send(message: Any) -> None:
        sent.append(message["type"])

    port = OnePort(None, pages, PROXIES, "https://encours.example")
    headers = [(b"host", b"encours.test:8000")]
    headers += [(b"origin", origin.encode())] if origin else []
    client = ("192.0.2.7", 4711)
    scope: Any = {"type": "websocket", "path": "/ws", "client": client, "headers": headers}
    await port(scope, None, send)  # type: ignore[arg-type]
    assert (pages.client is not None) is opens
    assert sent == ([] if opens else ["websocket.close"])


@pytest.mark.anyio
async def test_a_browser_without_an_address_is_served_all_the_same():
    pages = Pages()
    port = OnePort(api=None, pages=pages, trusted_proxies=PROXIES)
    scope: Any = {"type": "websocket", "path": "/ws", "client": None, "headers": []}
    await port(scope, None, None)  # type: ignore[arg-type]
    assert pages.client is None


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/", "/lien/a-secret", "/main.dart.js"])
async def test_the_apps_pages_forbid_sniffing_framing_and_referrers(tmp_path: Path, path: str):
    transport = httpx.ASGITransport(app(Settings(data=tmp_path, demo=True)))  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://encours") as http:
        answer = await http.get(path)
    assert answer.status_code == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_what_browsers_send_is_nobody_elses_to_read(tmp_path: Path):
    app(Settings(data=tmp_path, demo=True))
    assert stat.S_IMODE((tmp_path / "uploads").stat().st_mode) == 0o700
