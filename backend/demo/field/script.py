"""The whole script of two years, in the order in which it happens. Pure."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from backend.demo.field.book import Book
from backend.demo.field.deeds import Deed, Promised
from backend.demo.field.disputes_open import dispute_now
from backend.demo.field.disputing import Disputes
from backend.demo.field.office import Office
from backend.demo.field.planning import of_plans
from backend.demo.field.promises_open import promise_now
from backend.demo.field.promising import Promises
from backend.demo.field.threads import Threads
from backend.demo.field.visiting import Visits
from backend.demo.ledger import HISTORY, SEED

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

    from backend.demo.ledger import DemoLedger


def written(ledger: DemoLedger, today: date, zone: ZoneInfo) -> list[Deed]:
    """The same ledger gives the same script; all of it is before today."""
    draw = random.Random(SEED + 1)  # noqa: S311 - repeatable on purpose, nothing secret
    book, office = Book(ledger, today), Office(draw, zone)
    planned = {id(invoice) for plan in ledger.plans for invoice in plan.invoices}
    disputes = Disputes(book, office, planned)
    dispute_now(disputes)
    disputes.of_credit_notes(ledger)
    disputes.of_late_payers()
    promises = Promises(book, office, today - HISTORY, planned | disputes.contested)
    promises.of_halves()
    promises.of_the_past()
    promise_now(promises)
    threads = Threads(book, office)
    threads.about_promises([one for one in promises.deeds if isinstance(one, Promised)])
    threads.about_disputes([case.dispute for case in disputes.cases])
    threads.about_visits()
    threads.decisions()
    visits = Visits(book, office)
    visits.of_promises([one for one in promises.deeds if isinstance(one, Promised)])
    visits.in_between()
    visits.rounds()
    plans = of_plans(ledger.plans, office, today)
    told = (disputes, promises, threads, visits)
    deeds = [*plans, *(deed for part in told for deed in part.deeds)]
    return sorted(deeds, key=lambda deed: deed.at)
