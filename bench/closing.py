"""The daily closing over 100,000 open promises whose day is over.

.venv/bin/python -m bench.closing
"""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta

from backend.database.opening import open_database
from backend.database.transaction import connection, fetch_all, fetch_value
from backend.promises.service.closing import close_day
from bench.dataset import TODAY, Size
from bench.ground import Ground, figure, ground
from shared.ids import new_id
from shared.rules.promise import PromisePolicy

PROMISES = 100_000
NOW = datetime(2026, 6, 30, 20, tzinfo=UTC)
PROMISED, DEADLINE, CLOSED = (TODAY - timedelta(days=days) for days in (6, 4, 2))

# One promise on each of the first open invoices; every fifth is paid in time, every fifth in part,
# every fifth too late.
MADE = """
CREATE TEMP TABLE promised AS
SELECT row_number() OVER (ORDER BY d.id) AS n, gen_random_uuid() AS id, d.id AS document, d.client,
  d.currency, d.amount
FROM document d WHERE d.residual > 0 AND d.amount > 50 AND d.issued_on < $2::date
ORDER BY d.id LIMIT $1"""
PROMISED_ROWS = """
INSERT INTO promise (id, client, on_account, currency, amount, promised_on, deadline_on, state,
    channel, said_at, taken_on, recorded_at, reschedules, place)
SELECT id, client, false, currency, amount, $1::date, $2::date, 'open', 'phone',
  $1::date - interval '10 days', $1::date - 10, $1::date - interval '10 days', 0, 0 FROM promised"""
ABOUT = """
INSERT INTO promise_document (id, promise, document)
SELECT gen_random_uuid(), id, document FROM promised"""
MONEY = """
INSERT INTO payment (id, client, original_client, value_on, currency, amount, source, source_key)
SELECT id, client, client, CASE WHEN n % 5 = 3 THEN $1::date + 5 ELSE $1::date END, currency,
  CASE WHEN n % 5 = 2 THEN round(amount / 2, 2) ELSE amount END, 'bench', 'promised ' || n
FROM promised WHERE n % 5 IN (1, 2, 3)"""
SETTLED = """
INSERT INTO allocation (id, debit_document, credit_payment, amount, value_on, source)
SELECT gen_random_uuid(), p.document, y.id, y.amount, y.value_on, 'bench'
FROM promised p JOIN payment y ON y.id = p.id"""


async def make_promises() -> None:
    async with connection() as borrowed:
        await borrowed.execute("DROP TABLE IF EXISTS promised")
        await borrowed.execute(MADE.replace("$1", str(PROMISES)).replace("$2", f"'{PROMISED}'"))
        await borrowed.execute(PROMISED_ROWS, PROMISED, DEADLINE)
        await borrowed.execute(ABOUT)
        await borrowed.execute(MONEY, PROMISED)
        await borrowed.execute(SETTLED)
        for company in await fetch_all("SELECT id FROM company"):
            await borrowed.execute(
                "INSERT INTO cash_source (id, company, name, is_active, covers_through)"
                " VALUES ($1, $2, 'bank', true, $3)",
                new_id(),
                company["id"],
                TODAY,
            )
        await borrowed.execute("VACUUM (ANALYZE)")


async def timed() -> float:
    began = time.perf_counter()
    await close_day(CLOSED, today=TODAY, now=NOW, policy=PromisePolicy())
    return time.perf_counter() - began


async def measured(place: Ground) -> list[dict[str, object]]:
    await place.make("promises", Size(clients=20_000, documents=300_000, open_documents=300_000))
    async with open_database(place.settings("promises")):
        await make_promises()
        first, again = await timed(), await timed()
        judged = await fetch_value("SELECT count(DISTINCT promise) FROM promise_judgement")
        assert judged == PROMISES, judged
        states = await fetch_all("SELECT state, count(*) FROM promise GROUP BY 1 ORDER BY 1")
        print("#", ", ".join(f"{row['state']} {row['count']:,}" for row in states))
    return [
        figure("closing a day of 100,000 open promises", first, "s"),
        figure("closing it again", again, "s"),
    ]


def results() -> list[dict[str, object]]:
    with ground() as place:
        return asyncio.run(measured(place))


if __name__ == "__main__":
    for line in results():
        print(f"{line['name']}: {line['value']} {line['unit']}")
