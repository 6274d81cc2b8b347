"""Aujourd'hui of a rep, a collector and after-sales, with years of what the field said.

.venv/bin/python -m bench.today

Each has as much to do in a company of 20,000 clients as in one of 2,000: what is asked of the large
one, over HTTP, is held against the same of the small one in the same run. What differs is how much
there is of everybody else's.
"""

from __future__ import annotations

import asyncio
import statistics
import time
import urllib.request
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from backend.identity import passwords
from bench.client_file import LARGE, PASSWORD, SMALL, signed_in
from bench.dataset import TODAY, made_id
from bench.ground import Ground, figure, free_port, ground, serving

if TYPE_CHECKING:
    import asyncpg

    from bench.dataset import Size

REP, COLLECTOR, AFTER_SALES = 101, 102, 90
PEOPLE: Final = {"a rep": REP, "a collector": COLLECTOR, "after-sales": AFTER_SALES}
TURNS: Final = 80
AGO: Final = "timestamptz '2026-06-30 08:00+00' - interval '1 hour' *"

# Reps and collectors have a portfolio of 200 clients at either size; after-sales answers in every
# branch, for two hundred people's clients or for two thousand's.
ROLES: Final = f"""
UPDATE account SET role = 'collector' WHERE id = '{made_id("account", COLLECTOR)}';
UPDATE account SET role = 'after_sales' WHERE id = '{made_id("account", AFTER_SALES)}';
INSERT INTO account_branch (id, account, branch)
  SELECT gen_random_uuid(), '{made_id("account", AFTER_SALES)}', id FROM branch
  ON CONFLICT (account, branch) DO NOTHING"""

# Of every third open invoice something was promised, one in ten is still open; a tenth of all was
# disputed, every fourth of those still is. `n` decides, so that both sizes are alike.
WORDS: Final = f"""
CREATE TEMP TABLE word AS
SELECT d.id AS document, d.client, d.currency, d.residual, c.rep, abs(hashtext(d.id::text)) AS n
FROM document d JOIN client c ON c.id = d.client WHERE d.residual > 1;

INSERT INTO promise (id, client, on_account, currency, amount, promised_on, deadline_on, state,
    channel, taken_by, said_at, taken_on, recorded_at, reschedules, place, ended_at)
SELECT w.document, client, false, currency, round(residual / 2, 2), day, day + 4, state, 'phone',
  rep, {AGO} (n % 9000), day - 10, {AGO} (n % 9000), 0, 0,
  CASE WHEN state IN ('superseded', 'withdrawn') THEN {AGO} (n % 900) END
FROM word w CROSS JOIN LATERAL (SELECT
  (ARRAY['open', 'kept', 'kept', 'kept', 'kept_late', 'partly_kept', 'broken', 'broken',
         'superseded', 'withdrawn'])[1 + n / 3 % 10] AS state,
  CASE WHEN n / 3 % 10 = 0 THEN DATE '{TODAY}' + 20 - n % 40
       ELSE DATE '{TODAY}' - n % 700 END AS day) x
WHERE n % 3 = 0;
INSERT INTO promise_document (id, promise, document)
SELECT gen_random_uuid(), document, document FROM word WHERE n % 3 = 0;

INSERT INTO dispute (id, client, document, reason, department, claimed, blocked, state, owner,
    opened_by, opened_at, opened_on, due_on, moved_at, closed_on, closed_because)
SELECT document, client, document, 'quality',
  (ARRAY['sales', 'after_sales', 'logistics', 'billing', 'finance'])[1 + n / 10 % 5],
  round(residual / 3, 2), CASE WHEN state = 'closed' THEN 0 ELSE round(residual / 3, 2) END, state,
  CASE WHEN n / 10 % 2 = 0 THEN rep END, rep, {AGO} (n % 9000), day, day + 15, {AGO} (n % 9000),
  CASE WHEN state = 'closed' THEN day + 20 END, CASE WHEN state = 'closed' THEN 'settled' END
FROM word CROSS JOIN LATERAL (SELECT DATE '{TODAY}' - n % 400 AS day,
  (ARRAY['opened', 'waiting_client', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed'])
    [1 + n / 100 % 8] AS state) x
WHERE n % 10 = 1;

INSERT INTO comment (id, client, author, said_at, recorded_at, version)
SELECT document, client, rep, {AGO} (n % 9000), {AGO} (n % 9000), 1 FROM word WHERE n % 4 > 0;
INSERT INTO comment_version (id, comment, number, text, written_at)
SELECT gen_random_uuid(), id, 1, 'The transfer is on its way, says the owner.', recorded_at
FROM comment;
INSERT INTO comment_mention (id, comment, role)
SELECT gen_random_uuid(), document, (ARRAY['sales', 'after_sales', 'collector'])[1 + n / 40 % 3]
FROM word WHERE n % 40 = 1;
INSERT INTO thread_read (id, client, account, read_through)
SELECT gen_random_uuid(), c.id, a.id, {AGO} 200 FROM client c, account a
WHERE a.id = ANY ($1) AND abs(hashtext(c.id::text)) % 10 > 0;

INSERT INTO visit (id, account, client, planned_on, place, planned_at)
SELECT document, rep, client, DATE '{TODAY}' - n % 400, 1, {AGO} (n % 9000) FROM word
WHERE n % 3 = 1;
INSERT INTO visit_report (id, visit, client, author, visited_on, said_at, recorded_at, mood, met)
SELECT v.id, v.id, v.client, v.account, v.planned_on, v.planned_at, v.planned_at, 'satisfied', 'M.'
FROM visit v WHERE abs(hashtext(v.id::text)) % 5 > 0;
INSERT INTO contact (id, client, name, role, phone)
SELECT gen_random_uuid(), id, 'Mme Roche', 'owner', '04 72 00 00 00' FROM client"""


async def say(connection: asyncpg.Connection) -> None:
    """What everybody said in the last years, of every client."""
    people = ", ".join(f"'{made_id('account', number)}'" for number in PEOPLE.values())
    hashed = await passwords.hashed(PASSWORD)
    await connection.execute(ROLES)
    for number in PEOPLE.values():
        await connection.execute(
            "UPDATE account SET password_hash = $1 WHERE id = $2",
            hashed,
            made_id("account", number),
        )
    async with connection.transaction():
        # Rows that agree with each other are written at once: triggers and foreign keys sleep.
        await connection.execute("SET LOCAL session_replication_role = replica")
        await connection.execute(WORDS.replace("$1", f"ARRAY[{people}]::uuid[]"))
    await connection.execute("VACUUM (ANALYZE)")


async def say_in(place: Ground, databases: tuple[str, ...]) -> None:
    for database in databases:
        connection = await place.connect(database)
        await say(connection)
        await connection.close()


def spent(port: int, token: str) -> float:
    """Milliseconds until the whole day has come."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/today", headers={"Authorization": f"Bearer {token}"}
    )
    began = time.perf_counter()
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own
        answer.read()
    return (time.perf_counter() - began) * 1000


def measured(place: Ground, large: str, small: str, turns: int = TURNS) -> list[dict[str, object]]:
    asyncio.run(say_in(place, (large, small)))
    return days(place, large, small, turns)


def days(place: Ground, large: str, small: str, turns: int) -> list[dict[str, object]]:
    ports = {database: free_port() for database in (large, small)}
    figures = []
    with ExitStack() as servers:
        for database, port in ports.items():
            environment = {
                "DATABASE_URL": place.url(database),
                "ENCOURS_TODAY": TODAY.isoformat(),
                "ENCOURS_DATA": str(place.folder / database),
            }
            serve = ["backend.cli", "serve", "--port", str(port)]
            servers.enter_context(serving(serve, port, **environment))
        for name, person in PEOPLE.items():
            tokens = {port: signed_in(port, person) for port in ports.values()}
            times: dict[int, list[float]] = {port: [] for port in tokens}
            for _ in range(turns):
                for port, token in tokens.items():
                    times[port].append(spent(port, token))
            mine, floor = (statistics.median(times[ports[which]]) for which in (large, small))
            figures.append(figure(f"the day of {name}, against a tenth", mine, "ms", floor))
    return figures


async def make_ledgers(place: Ground, large: Size, small: Size) -> None:
    await place.make("large", large)
    await place.make("small", small)


def results(
    large: Size = LARGE, small: Size = SMALL, turns: int = TURNS
) -> list[dict[str, object]]:
    with ground() as place:
        asyncio.run(make_ledgers(place, large, small))
        return measured(place, "large", "small", turns)


if __name__ == "__main__":
    for line in results():
        print(f"{line['name']}: {line['value']} {line['unit']}, ratio {line['ratio']}")
