"""The disputes that are under way today: some in every state, each reason at least once."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from itertools import cycle
from typing import TYPE_CHECKING, get_args

from backend.demo.field import texts
from backend.demo.field.office import business_before
from backend.demo.field.photos import PHOTOS
from shared.calendar import add_business_days
from shared.rules.dispute import State

if TYPE_CHECKING:
    from datetime import date

    from backend.demo.field.case import Case
    from backend.demo.field.disputing import Disputes
    from backend.demo.ledger import DemoDocument
    from shared.rules.dispute import Reason

OPEN_NOW = 40
CENT = Decimal("0.01")
PHOTO_OF: dict[Reason, str] = dict(
    zip(("quality", "delivery", "item", "warranty"), PHOTOS, strict=True)
)


def dispute_now(disputes: Disputes) -> None:
    """Of invoices that are open still, each contested in the last weeks."""
    day = business_before(disputes.book.today, 30)
    ready = [
        invoice
        for client in disputes.book.clients
        for invoice in disputes.book.overdue(client, day, -25)
        if disputes.is_free(invoice) and disputes.book.left_now(invoice) > 20
    ]
    chosen = disputes.draw.sample(ready, min(OPEN_NOW, len(ready)))
    states, photos = cycle(get_args(State)), dict(PHOTO_OF)
    for place, (invoice, state) in enumerate(zip(chosen, states, strict=False)):
        began_on = business_before(disputes.book.today, disputes.draw.randrange(7, 29))
        reason = disputes.reason_for(invoice.client, place)
        case = disputes.open(
            invoice,
            reason,
            began_on,
            part_of(disputes, invoice, place),
            photo=photos.pop(reason, None),
        )
        bring_to(state, case, began_on, place)


def part_of(disputes: Disputes, invoice: DemoDocument, place: int) -> Decimal | None:
    """Every other one is contested in part only."""
    if place % 2:
        return None
    share = disputes.book.left_now(invoice) * disputes.draw.choice((20, 35, 50)) / 100
    return share.quantize(CENT, rounding=ROUND_HALF_UP)


def bring_to(state: State, case: Case, began_on: date, place: int) -> None:
    """The steps that lead there; every third case has been through it once before."""
    day = add_business_days(began_on, 1)
    match state:
        case "opened":
            return
        case "assigned":
            case.assign(day)
        case "waiting_client" | "waiting_internal":
            case.assign(day)
            case.answer(add_business_days(day, 1), waits_for_client=state == "waiting_client")
            case.say(add_business_days(day, 2), texts.WORDS[place % len(texts.WORDS)])
        case "accepted" | "partly_accepted" | "rejected" | "closed":
            decide(state, case, day, place)


def decide(state: State, case: Case, day: date, place: int) -> None:
    case.answer(day)
    if state == "accepted":
        gesture = case.dispute.reason == "commercial_gesture"
        case.resolve(
            add_business_days(day, 2), "gesture" if gesture else "credit_note", case.claimed
        )
    elif state == "partly_accepted":
        part = (case.claimed / 2).quantize(CENT, rounding=ROUND_HALF_UP)
        case.resolve(add_business_days(day, 2), "credit_note", part)
    else:
        case.resolve(add_business_days(day, 2), "confirmed_due", Decimal(0))
    if state == "closed":
        case.close(add_business_days(day, 4), texts.CLOSED_DUE)
    if state == "rejected" and place % 3 == 0:
        case.reopen(add_business_days(day, 4))
