"""Payment plans on the phone: proposed, agreed with proof, told as they go, and ended."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from backend.database.transaction import execute, fetch_all, fetch_value
from tests.edge_fixtures import AddPerson
from tests.files.samples import picture
from tests.makers.ledger import TODAY, ago, make_allocation, make_document, make_payment
from tests.makers.promises import make_judgement, make_plan, make_promise
from tests.mobile.app_fixtures import Browser, Window
from tests.mobile.choosing import choose

pytestmark = pytest.mark.anyio


@pytest.fixture
async def karim(add_person: AddPerson):
    return await add_person("collector", name="Karim Fontanet", everything=True)


async def opened(window: Window, somebody) -> None:
    await window.sign_in(somebody)
    await window.tap("plan-propose")
    await window.sees("plan-sheet")


async def parts_kept() -> list[tuple[date, Decimal]]:
    rows = await fetch_all("SELECT due_on, amount FROM plan_instalment ORDER BY place")
    return [(row["due_on"], row["amount"]) for row in rows]


async def test_all_that_is_overdue_is_spread_over_three_months_in_three_taps(
    browser: Browser, claire, client
):
    await make_document(client, "5200.00", due_on=ago(34))
    await make_document(client, "4000.01", due_on=ago(13))
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await opened(window, claire)
        await window.until(lambda: "9 200,01 €" in window.words("plan-total"), "the total")
        await window.tap("promise-day-month-end")
        await window.until(lambda: "plan-part-3" in window.phone.identifiers(), "the preview")
        assert "lun. 30 nov." in window.words("plan-part-1")
        assert "3 066,67 €" in window.words("plan-part-1")
        assert "30 janv. 2027" in window.words("plan-part-3")
        await window.tap("plan-save")
        await window.misses("plan-sheet")
        await window.reads("Échéancier proposé : 9 200,01 € en 3 échéances")
        plan = f"plan-{await fetch_value('SELECT id FROM payment_plan')}"
        await window.sees(plan)
        assert "Proposé" in window.words(plan)
        assert "Proposé par Claire Vasseur" in window.words(plan)
    assert await parts_kept() == [
        (date(2026, 11, 30), Decimal("3066.67")),
        (date(2026, 12, 30), Decimal("3066.67")),
        (date(2027, 1, 30), Decimal("3066.67")),
    ]


async def test_the_number_the_rhythm_and_the_invoices_change_the_preview(
    browser: Browser, claire, client
):
    first = await make_document(client, "1000.00", due_on=ago(34))
    await make_document(client, "500.00", due_on=ago(13))
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await opened(window, claire)
        await window.tap("promise-day-tomorrow")
        await window.tap(f"promise-invoice-{first.id}")
        await window.tap("plan-parts-2")
        await window.tap("plan-rhythm-weekly")
        await window.until(lambda: "250,00 €" in window.words("plan-part-2"), "the preview")
        assert "sam. 28 nov." in window.words("plan-part-2")
        assert "plan-part-3" not in window.phone.identifiers()
        await window.tap("plan-parts-other")
        await window.type("plan-parts", "61")
        await window.tap("plan-save")
        await window.sees("plan-parts-error")
        await window.type("plan-parts", "5")
        await window.misses("plan-parts-error")
        await window.until(lambda: "100,00 €" in window.words("plan-part-5"), "five parts")
        await window.tap("plan-save")
        await window.misses("plan-sheet")
    assert [amount for _, amount in await parts_kept()] == [Decimal("100.00")] * 5


async def test_without_a_day_nothing_is_sent_and_the_day_is_asked(browser: Browser, claire, client):
    await make_document(client, "10.00", due_on=ago(1))
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await opened(window, claire)
        await window.tap("plan-save")
        await window.sees("promise-when-error")
        assert "première échéance" in window.words("refusal")
    assert await fetch_value("SELECT count(*) FROM payment_plan") == 0


async def test_what_was_paid_meanwhile_is_told_under_the_invoices(browser: Browser, claire, client):
    invoice = await make_document(client, "300.00", due_on=ago(13))
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await opened(window, claire)
        await window.tap("promise-day-tomorrow")
        payment = await make_payment(client, "100.00", value_on=TODAY)
        await make_allocation("100.00", debit=invoice, credit=payment, value_on=TODAY)
        await window.tap("plan-save")
        await window.sees("promise-invoices-error")
        assert "À revoir" in window.words("refusal")
        await window.until(lambda: "200,00 €" in window.words("plan-total"), "what is owed now")
        await window.tap("plan-save")
        await window.misses("plan-sheet")
    assert sum(amount for _, amount in await parts_kept()) == Decimal("200.00")


async def test_without_network_what_was_typed_stays_and_is_sent_once(
    browser: Browser, claire, client
):
    await make_document(client, "300.00", due_on=ago(13))
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await opened(window, claire)
        await window.tap("promise-day-tomorrow")
        await window.tap("plan-parts-6")
        browser.lose_answers()
        await window.tap("plan-save")
        await window.sees("refusal")
        browser.mend()
        await window.tap("plan-save")
        await window.misses("plan-sheet")
    assert await fetch_value("SELECT count(*) FROM payment_plan") == 1


async def test_an_agreement_is_kept_with_its_photo_and_the_instalments_are_expected(
    browser: Browser, karim, client, tmp_path: Path
):
    invoice = await make_document(client, "300.00", due_on=ago(13))
    plan = await make_plan(client, invoice, amount="300.00")
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await window.sign_in(karim)
        await window.tap(f"plan-accept-{plan}")
        await window.tap("plan-move-save")
        await window.sees("plan-move-text-error")
        await choose(window, "attach-photo", tmp_path, ("accord.jpg", picture()))
        await window.until(lambda: "envoyé" in window.words("plan-move-sheet"), "the photo kept")
        await window.tap("plan-move-save")
        await window.misses("plan-move-sheet")
        await window.reads("Accord enregistré")
        await window.until(lambda: "0 sur 2 payées" in window.words(f"plan-{plan}"), "its state")
        assert "Accord noté par Karim Fontanet" in window.words(f"plan-{plan}")
        assert f"plan-accept-{plan}" not in window.phone.identifiers()
        await window.first("file-")
    assert await fetch_value("SELECT count(*) FROM plan_file") == 1
    assert await fetch_value("SELECT count(*) FROM promise WHERE plan = $1", plan) == 2


async def test_a_proposal_is_withdrawn_with_a_reason(browser: Browser, karim, client):
    invoice = await make_document(client, "300.00", due_on=ago(13))
    plan = await make_plan(client, invoice, amount="300.00")
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await window.sign_in(karim)
        await window.tap(f"plan-cancel-{plan}")
        await window.tap("plan-move-save")
        await window.sees("plan-move-text-error")
        await window.type("plan-move-text", "Mensualités trop élevées")
        await window.tap("plan-move-save")
        await window.misses("plan-move-sheet")
        await window.until(
            lambda: "Mensualités trop élevées" in window.words(f"plan-{plan}"), "why it ended"
        )
        assert f"plan-cancel-{plan}" not in window.phone.identifiers()
        assert "Annulé" in window.words(f"instalment-{plan}-1")
    assert await fetch_value("SELECT state FROM payment_plan") == "cancelled"


async def test_what_somebody_else_decided_meanwhile_is_told(browser: Browser, karim, client):
    invoice = await make_document(client, "300.00", due_on=ago(13))
    plan = await make_plan(client, invoice, amount="300.00")
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await window.sign_in(karim)
        await window.tap(f"plan-accept-{plan}")
        await window.type("plan-move-text", "Courriel du 20")
        await execute("UPDATE payment_plan SET state = 'cancelled', ended_at = now()")
        await window.tap("plan-move-save")
        await window.until(lambda: "À revoir" in window.words("refusal"), "the refusal")
        assert window.typed("plan-move-text") == "Courriel du 20"
        await window.until(lambda: "Annulé" in window.words(f"plan-{plan}"), "its state by now")


async def test_a_rep_proposes_and_does_not_agree(browser: Browser, claire, client):
    invoice = await make_document(client, "300.00", due_on=ago(13))
    plan = await make_plan(client, invoice, amount="300.00")
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await window.sign_in(claire)
        await window.sees(f"plan-{plan}")
        assert not {f"plan-accept-{plan}", f"plan-cancel-{plan}"} & set(window.phone.identifiers())


async def test_what_was_missed_is_counted(browser: Browser, claire, client):
    invoice = await make_document(client, "300.00", due_on=ago(90))
    plan = await make_plan(client, invoice, amount="300.00")
    await execute(
        "UPDATE payment_plan SET state = 'active', accepted_at = now(), proof = 'courriel'"
    )
    for place, state in ((1, "broken"), (2, "open")):
        promise = await make_promise(
            client, invoice, amount="150.00", promised_on=ago(60 - 30 * place), plan=plan,
            place=place,
        )  # fmt: skip
        if state == "broken":
            await make_judgement(promise, state)
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await window.sign_in(claire)
        await window.until(
            lambda: "0 sur 2 payées · 1 manquée" in window.words(f"plan-{plan}"), "the count"
        )
        assert "Non tenue" in window.words(f"instalment-{plan}-1")
