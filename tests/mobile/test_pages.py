"""The app's files and windows as a browser gets them in server mode."""

import gzip
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import flet as ft
import httpx
import pytest
from flet.messaging.protocol import MessageAction

from mobile.platform.pages import Named, pages
from mobile.platform.windows import Limits

CLIENT = "/main.dart.mjs"


async def nothing(page: ft.Page) -> None:
    """An app without a screen."""


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    served: Any = pages(
        nothing,
        uploads=tmp_path,
        upload_path="upload",
        upload_bytes_most=1_000,
        limits=Limits(9, 9, 9, 9),
        too_many=", ".join,
        secret_key="a secret",
        app_name="Encours",
        no_cdn=True,
    )
    transport = httpx.ASGITransport(served)
    async with httpx.AsyncClient(transport=transport, base_url="http://encours") as http:
        yield http


@pytest.mark.anyio
async def test_a_file_travels_compressed_to_whoever_takes_it_so(browser: httpx.AsyncClient):
    plain = await browser.get(CLIENT, headers={"Accept-Encoding": "identity"})
    async with browser.stream("GET", CLIENT, headers={"Accept-Encoding": "gzip"}) as answer:
        packed = b"".join([piece async for piece in answer.aiter_raw()])
    assert "content-encoding" not in plain.headers
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == plain.headers["content-type"]
    assert int(answer.headers["content-length"]) == len(packed) < len(plain.content) / 2
    assert gzip.decompress(packed) == plain.content


@pytest.mark.anyio
@pytest.mark.parametrize("accepted", ["gzip", "identity"])
async def test_a_browser_asks_whether_a_file_changed_and_gets_it_once(
    browser: httpx.AsyncClient, accepted: str
):
    first = await browser.get(CLIENT, headers={"Accept-Encoding": accepted})
    again = await browser.get(
        CLIENT, headers={"Accept-Encoding": accepted, "If-None-Match": first.headers["etag"]}
    )
    assert first.headers["cache-control"] == "no-cache"
    assert first.headers["vary"] == "Accept-Encoding"
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.anyio
async def test_a_compressed_file_has_the_same_version_in_every_process(tmp_path: Path):
    versions = set()
    for number in range(2):
        served: Any = pages(
            nothing,
            uploads=tmp_path,
            upload_path=f"u{number}",
            upload_bytes_most=1,
            limits=Limits(9, 9, 9, 9),
            too_many=", ".join,
            secret_key="s",
        )
        transport = httpx.ASGITransport(served)
        async with httpx.AsyncClient(transport=transport, base_url="http://encours") as http:
            versions.add((await http.get(CLIENT)).headers["etag"])
    assert len(versions) == 1


@pytest.mark.anyio
async def test_an_address_of_the_app_gives_its_page_and_an_absent_file_nothing(
    browser: httpx.AsyncClient,
):
    page = await browser.get("/clients/some-client")
    absent = await browser.get("/absent.wasm")
    assert "text/html" in page.headers["content-type"]
    assert page.headers["cross-origin-embedder-policy"] == "require-corp"
    assert absent.status_code == 404


@pytest.mark.anyio
@pytest.mark.parametrize("query", ["", "?f=a&e=tomorrow&s=x", "?f=a&e=2036-01-01T00:00:00&s=x"])
async def test_an_upload_nobody_signed_is_refused(browser: httpx.AsyncClient, query: str):
    answer = await browser.put(f"/upload{query}", content=b"x")
    assert answer.status_code in {400, 403}


def test_what_a_window_is_sent_is_never_spelt_out(caplog: pytest.LogCaptureFixture):
    """Flet's log would write every control of every message, with everything people read."""
    with caplog.at_level(logging.DEBUG):
        said = f"{Named(MessageAction.PATCH_CONTROL, 'Menuiserie Vauclair')}"
    assert said == "<PATCH_CONTROL>"
