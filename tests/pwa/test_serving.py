"""What a browser is answered under /app."""

from pathlib import Path

import httpx
import pytest

from backend.settings import Settings
from mobile.platform.installable import FOR_EVER, Installable, best
from serving import OnePort, app

NAMED = "encours-0123456789ab"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / NAMED).mkdir(parents=True)
    (folder / "index.html").write_text("the page")
    (folder / "sw.js").write_text("the service worker")
    (folder / NAMED / "app.wasm").write_bytes(b"as it is")
    (folder / NAMED / "app.wasm.br").write_bytes(b"smallest")
    (folder / NAMED / "app.wasm.gz").write_bytes(b"smaller")
    return folder


def asked(site: Path) -> httpx.AsyncClient:
    installable = Installable(site, lambda languages: f"not built ({next(iter(languages))})")
    port = OnePort(None, None, (), None, installable)
    transport = httpx.ASGITransport(port)  # type: ignore[arg-type]
    return httpx.AsyncClient(
        transport=transport, base_url="http://encours", headers={"Accept-Encoding": ""}
    )


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/app/", "/app/clients", "/app/clients/0199-4?tab=thread"])
async def test_every_address_of_a_screen_gets_the_page(site: Path, path: str):
    async with asked(site) as http:
        answer = await http.get(path)
    assert (answer.status_code, answer.text) == (200, "the page")
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.anyio
async def test_the_address_without_its_slash_leads_to_the_page(site: Path):
    async with asked(site) as http:
        answer = await http.get("/app")
    assert (answer.status_code, answer.headers["location"]) == (308, "/app/")


@pytest.mark.anyio
async def test_what_is_named_after_its_content_is_kept_for_ever(site: Path):
    async with asked(site) as http:
        answer = await http.get(f"/app/{NAMED}/app.wasm")
    assert answer.headers["cache-control"] == FOR_EVER
    assert answer.headers["content-type"] == "application/wasm"


@pytest.mark.anyio
async def test_what_may_change_is_asked_for_again_and_not_sent_twice(site: Path):
    async with asked(site) as http:
        first = await http.get("/app/sw.js")
        again = await http.get("/app/sw.js", headers={"If-None-Match": first.headers["etag"]})
        (site / "sw.js").write_text("another")
        (site / "index.html").write_text("another page")
        changed = await http.get("/app/sw.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert (changed.status_code, changed.text) == (200, "another")


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("accepted", "encoding", "body"),
    [
        ("gzip, deflate, br, zstd", "br", b"smallest"),
        ("gzip", "gzip", b"smaller"),
        ("br;q=0, gzip;q=0.5", "gzip", b"smaller"),
        ("identity", None, b"as it is"),
        ("", None, b"as it is"),
    ],
)
async def test_a_browser_gets_the_smallest_it_takes(
    site: Path, accepted: str, encoding: str | None, body: bytes
):
    async with asked(site) as http:
        asking = http.stream("GET", f"/app/{NAMED}/app.wasm", headers={"Accept-Encoding": accepted})
        async with asking as answer:
            sent = b"".join([piece async for piece in answer.aiter_raw()])
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert sent == body


def test_what_is_not_offered_is_never_chosen():
    assert best((), "br, gzip") is None
    assert best(("gzip",), "br") is None


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/app/%2e%2e/serving.py", "/app//etc/passwd", "/app/x.js"])
async def test_there_is_nothing_but_the_site(site: Path, path: str):
    async with asked(site) as http:
        answer = await http.get(path)
    assert answer.status_code == 404 or answer.text == "the page"


@pytest.mark.anyio
async def test_nothing_is_sent_to_the_site(site: Path):
    async with asked(site) as http:
        answer = await http.post("/app/clients")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.anyio
async def test_its_files_forbid_sniffing_framing_and_scripts_of_others(site: Path):
    async with asked(site) as http:
        for path in ("/app/", f"/app/{NAMED}/app.wasm"):
            told = (await http.get(path)).headers
            assert told["x-content-type-options"] == "nosniff"
            assert told["x-frame-options"] == "DENY"
            assert "default-src 'self'" in told["content-security-policy"]
            assert told["cross-origin-embedder-policy"] == "require-corp"


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("language", "said"), [("fr-FR,fr;q=0.9", "`make pwa` la construit"), ("en", "builds it")]
)
async def test_without_a_build_one_sentence_says_so_and_the_rest_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
):
    monkeypatch.setattr("serving.INSTALLABLE", tmp_path / "nothing")
    transport = httpx.ASGITransport(app(Settings(data=tmp_path, demo=True)))  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://encours") as http:
        answer = await http.get("/app/clients", headers={"Accept-Language": language})
        rest = await http.get("/")
    assert answer.status_code == 404
    assert said in answer.text
    assert len(answer.text.splitlines()) == 1
    assert rest.status_code == 200


@pytest.mark.anyio
async def test_a_build_made_while_it_serves_is_served(site: Path):
    page = site / "index.html"
    kept = page.read_text()
    page.unlink()
    async with asked(site) as http:
        missing = await http.get("/app/", headers={"Accept-Language": "en"})
        page.write_text(kept)
        there = await http.get("/app/")
    assert missing.text == "not built (en)"
    assert there.text == "the page"
