"""What is entered without a network: kept, seen with its state, still there later, sent once."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.database.transaction import fetch_all, fetch_value
from tests.edge_fixtures import Somebody
from tests.files.samples import picture
from tests.mobile.app_fixtures import Window
from tests.mobile.choosing import choose
from tests.mobile.phone_fixtures import Phone

pytestmark = pytest.mark.anyio
KEPT = "Enregistré sur cet appareil"
WORDS = "Benne voilée, avoir promis au client."


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    """Where what is chosen in a window arrives."""
    folder = tmp_path / "uploads"
    folder.mkdir()
    return folder


async def promise(window: Window) -> list[str]:
    """Three taps from the file."""
    taps = ["promise", "promise-day-friday", "promise-save"]
    for tap in taps:
        await window.tap(tap)
    await window.misses("promise-sheet")
    return taps


async def comment(window: Window, text: str = WORDS) -> None:
    await window.tap("comment")
    await window.type("comment-text", text)
    await window.tap("comment-save")
    await window.misses("comment-sheet")


async def dispute(window: Window, folder: Path) -> list[str]:
    """Four taps from the file, the photo apart."""
    await window.tap("dispute")
    await choose(window, "attach-photo", folder, ("porte.jpg", picture()))
    await window.until(lambda: "joint" in window.words("dispute-sheet"), "the photo held")
    taps = ["reason-quality", "dispute-save"]
    for tap in taps:
        await window.tap(tap)
    await window.misses("dispute-sheet")
    return ["dispute", "attach-photo", *taps]


async def report(window: Window) -> None:
    await window.choose("report-visit")
    await window.tap("visit-met-other")
    await window.type("visit-someone", "M. Lo")
    await window.tap("visit-mood-satisfied")
    await window.tap("visit-save")
    await window.misses("visit-sheet")


async def test_a_day_without_network_is_kept_survives_a_restart_and_arrives_once(
    phone: Phone, claire: Somebody, client, uploads: Path
):
    await phone.fill(claire)
    phone.cut()
    async with phone.window(f"/clients/{client.id}") as window:
        await window.sees("outstanding")
        assert len(await promise(window)) == 3
        await window.reads(KEPT)
        assert len(await dispute(window, uploads)) == 4
        await comment(window)
        await report(window)
        await window.reads("4 saisies en attente")
        await window.tap("status-entries")
        await window.first("entry-client-")
    async with phone.window("/moi/saisies") as window:  # the app was killed, and starts again
        await window.until(lambda: len(window.those("entry-client-")) == 4, "all four")
        words = window.all_words()
        assert "4 saisies en attente" in words
        for part in ("5 200,00 €", "pour le ven. 27 nov.", "1 fichier", WORDS, "M. Lo"):
            assert part in words
        assert words.count("Menuiserie Vauclair") == 4
        assert words.count("Enregistré") == 4
        phone.mend()
        await window.tap("entries-send")
        await window.sees("no-entries")
        await window.reads("Tout est parti")
    assert await fetch_value("SELECT count(*) FROM promise") == 1
    assert await fetch_value("SELECT count(*) FROM dispute_file") == 1
    assert await fetch_value("SELECT count(*) FROM visit_report") == 1
    assert [row["text"] for row in await fetch_all("SELECT text FROM comment_version")] == [WORDS]


async def test_what_waits_is_seen_where_it_belongs_and_counts_nowhere(
    phone: Phone, claire, client, uploads: Path
):
    await phone.fill(claire)
    phone.cut()
    async with phone.window(f"/clients/{client.id}") as window:
        await window.sees("outstanding")
        before = window.words("outstanding")
        await promise(window)
        await dispute(window, uploads)
        await comment(window)
        assert window.words("outstanding") == before
        invoice = next(one for one in window.those("document-"))
        assert "Promesse · Enregistré" in window.words(invoice)
        assert "Litige · Enregistré" in window.words(invoice)
        await window.phone.go(f"/clients/{client.id}/promesses")
        await window.sees("pending")
        pending = window.words(window.those("pending-")[0])
        assert "5 200,00 €" in pending
        assert "Enregistré" in pending
        assert "Aucune promesse" not in window.all_words()
        await window.phone.go(f"/clients/{client.id}/litiges")
        await window.reads("Qualité")
        assert "Aucun litige" not in window.all_words()
        await window.phone.go(f"/clients/{client.id}/fil")
        await window.reads(WORDS)
        assert "Vous" in window.words(window.those("pending-")[0])


async def test_what_has_gone_gives_way_to_the_servers_own(phone: Phone, claire, client):
    await phone.fill(claire)
    phone.cut()
    async with phone.window(f"/clients/{client.id}/fil") as window:
        await window.sees("thread")
        await comment(window)
        await window.sees(await window.first("pending-"))
        phone.mend()
        await window.tap("refresh")
        await window.until(lambda: not window.those("pending-"), "the server's own")
        assert window.all_words().count(WORDS) == 1
        id_ = await fetch_value("SELECT id FROM comment")
        assert f"comment-{id_}" in window.phone.identifiers()


async def test_with_a_network_a_word_goes_at_once_and_says_so(phone: Phone, claire, client):
    await phone.fill(claire)
    async with phone.window(f"/clients/{client.id}") as window:
        await window.sees("outstanding")
        await promise(window)
        await window.reads("Promesse envoyée : 5 200,00 €")
    assert await fetch_value("SELECT count(*) FROM promise") == 1


async def test_a_report_is_looked_over_before_it_is_kept(phone: Phone, claire, client):
    await phone.fill(claire)
    phone.cut()
    async with phone.window(f"/clients/{client.id}") as window:
        await window.sees("outstanding")
        await window.choose("report-visit")
        await window.tap("visit-met-other")
        await window.type("visit-someone", "M. Lo")
        await window.tap("visit-mood-annoyed")
        await window.type("visit-evidence", "Il est dépressif depuis mars.")
        await window.tap("visit-save")
        assert "La santé d’une personne ne regarde qu’elle" in window.words("visit-evidence-error")
        await window.type("visit-override", "écrit dans son courrier du 3 mars")
        await window.tap("visit-save")
        await window.misses("visit-sheet")
        await window.reads(KEPT)


async def test_a_contact_met_without_a_network_waits_in_the_list(phone: Phone, claire, client):
    await phone.fill(claire)
    phone.cut()
    async with phone.window(f"/clients/{client.id}/contacts") as window:
        await window.tap("add-contact")
        await window.type("contact-name", "Mme Roche")
        await window.tap("contact-save")
        await window.misses("contact-sheet")
        pending = await window.first("pending-")
        assert "Mme Roche" in window.words(pending)
        phone.mend()
        await window.tap("refresh")
        await window.until(lambda: not window.those("pending-"), "the server's own")
        await window.reads("Mme Roche")
    assert await fetch_value("SELECT count(*) FROM contact") == 1
