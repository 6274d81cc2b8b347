"""A large made-up ledger, the same at every run: made in PostgreSQL, in seconds.

    await load(connection, Size(clients=20_000, documents=1_000_000, open_documents=300_000))

Sizes are what the figures of the README speak of. The busiest client is `busiest_client`; every
n-th client belongs to one of the reps. Ids are made from numbers, so that a measurement can name
any of them: `client_id(1)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from asyncpg import Connection

TODAY = date(2026, 6, 30)
BRANCHES = 10
CLIENTS_A_REP = 200


@dataclass(frozen=True, slots=True)
class Size:
    """`open_documents` of the `documents`; the busiest client alone has `busiest` of them."""

    clients: int = 20_000
    documents: int = 1_000_000
    open_documents: int = 300_000
    busiest: int = 700

    @property
    def reps(self) -> int:
        return max(1, self.clients // CLIENTS_A_REP)


KINDS = {
    "company": 1, "branch": 2, "account": 3, "device": 4, "client": 5,
    "document": 6, "payment": 7, "allocation": 8, "scope": 9,
}  # fmt: skip


def made_id(kind: str, number: int) -> UUID:
    return UUID(f"0199{KINDS[kind]:04x}-0000-7000-8000-{number:012x}")


def client_id(number: int) -> UUID:
    """Clients count from 1; the first is the busiest."""
    return made_id("client", number)


def device_of_director() -> UUID:
    return made_id("device", 1)


def device_of_rep(rep: int) -> UUID:
    """The first rep is 1; theirs are the clients whose number is rep modulo the number of reps."""
    return made_id("device", 100 + rep)


def _id(kind: str, number: str) -> str:
    """The same id, in SQL."""
    return f"('0199{KINDS[kind]:04x}-0000-7000-8000-' || lpad(to_hex({number}), 12, '0'))::uuid"


def _pick(words: str, salt: str) -> str:
    """One of the words, decided by a text: no random() whose order could change."""
    count = len(words.split())
    return f"(ARRAY[{_quoted(words)}])[1 + abs(hashtext({salt}) % {count})]"


def _quoted(words: str) -> str:
    return ", ".join(
        "'" + word.replace("_", " ").replace("'", "''") + "'" for word in words.split()
    )


TRADES = (
    "Boulangerie Garage Menuiserie Transports Plomberie Électricité Maçonnerie Pharmacie Librairie "
    "Brasserie Imprimerie Carrosserie Charpente Couverture Peinture Serrurerie Fromagerie Poterie "
    "Quincaillerie Pépinières Scierie Métallerie Ébénisterie Traiteur Hôtel_du Café_de Ateliers "
    "Constructions Travaux_publics Établissements"
)
ONSETS = "B Br C Ch Cl D Dr F Fl G Gr J L M N P Pr R S St T Tr V Bl Gu Qu"
VOWELS = "a e i o u ou ai au oi eau é an en on in"
MIDDLES = "b c d f g l ll m n nn p r rr s ss t tt v lm rd rn rt st nd mp ch gn br"
ENDINGS = "ard aud eau el er et ier in on ot oux ais ez and ert ac our ange ault y"
LEGAL = "SARL SAS SA EURL et_Fils Frères & Cie"
TOWN_HEADS = "Saint- Mont Ville Château Bourg Beau Champ Roche Pont- Val Neuve Haute"
TOWN_TAILS = "Denis bel franche roux bon lieu dor maure vert ville mer court Martin aubert las sac"


def _name(number: str) -> str:
    def part(words: str, salt: str) -> str:
        return _pick(words, f"'{salt}' || {number}")

    surname = (
        f"{part(ONSETS, 'o')} || {part(VOWELS, 'v')} || {part(MIDDLES, 'm')} || "
        f"CASE WHEN {number} % 3 = 0 THEN {part(VOWELS, 'w')} || {part(MIDDLES, 'n')} ELSE '' END"
        f" || {part(ENDINGS, 'e')}"
    )
    return f"{part(TRADES, 't')} || ' ' || {surname} || ' ' || {part(LEGAL, 'l')}"


def _town(number: str) -> str:
    head = _pick(TOWN_HEADS, f"'h' || {number} % 97")
    tail = _pick(TOWN_TAILS, f"'i' || {number} % 89")
    return f"{head} || {tail}"


ORGANISATION = f"""
INSERT INTO company (id, code, name, currency, ledger_loaded_at)
  SELECT {_id("company", "n")}, 'C' || n, 'Company ' || n, 'EUR', '2026-06-30 05:00+00'
  FROM generate_series(1, 2) n;
INSERT INTO branch (id, company, code, name)
  SELECT {_id("branch", "n")}, {_id("company", "1 + n % 2")}, 'B' || n, 'Branch ' || n
  FROM generate_series(1, {BRANCHES}) n;
"""

PEOPLE = f"""
INSERT INTO account (id, email, name, role, language, theme, sees_everything,
                     sees_own_portfolio, created_at)
  SELECT {_id("account", "n")}, 'person' || n || '@example.com', 'Person ' || n,
    CASE WHEN n = 1 THEN 'finance_director' WHEN n <= 100 THEN 'branch_manager' ELSE 'sales' END,
    'fr', 'system', n = 1, n > 100, '2026-01-01'
  FROM generate_series(1, 100 + $1::int) n;
INSERT INTO account_branch (id, account, branch)
  SELECT {_id("scope", "n")}, {_id("account", "n")}, {_id("branch", f"1 + n % {BRANCHES}")}
  FROM generate_series(2, 100) n;
INSERT INTO device (id, account, name, created_at, last_seen_at)
  SELECT {_id("device", "n")}, {_id("account", "n")}, 'phone', '2026-01-01', '2026-01-01'
  FROM generate_series(1, 100 + $1::int) n;
"""

CLIENTS = f"""
INSERT INTO client (id, company, code, name, siren, address, postcode, town, country, language,
                    currency, branch, rep, collector, created_at)
  SELECT {_id("client", "n")}, {_id("company", f"1 + (1 + n % {BRANCHES}) % 2")},
    'C' || lpad(n::text, 6, '0'), {_name("n")}, lpad((n * 7919 % 1000000000)::text, 9, '0'),
    n || ' rue du Commerce', lpad((n % 95000 + 1000)::text, 5, '0'), {_town("n")}, 'FR', 'fr',
    CASE WHEN n % 50 = 0 THEN 'USD' ELSE 'EUR' END, {_id("branch", f"1 + n % {BRANCHES}")},
    {_id("account", "101 + n % $2::int")}, {_id("account", "101 + (n / 7) % $2::int")}, '2026-01-01'
  FROM generate_series(1, $1::int) n;
"""

# The triggers that would learn them sleep too.
WORDS = """
INSERT INTO search_word SELECT DISTINCT said FROM client, unnest(search_words) said
  WHERE char_length(said) >= 4 AND said !~ '[0-9]'
"""

# The first documents are the open ones. Of them the first go to the busiest client, the others
# round and round, a sixth of them twice to the first half: some clients have more than others.
DOCUMENTS = f"""
WITH made AS (
  SELECT n, n <= $3::int AS is_open,
    CASE WHEN n <= $4::int OR (n > $3::int AND n <= $3::int + 5 * $4::int) THEN 1
         WHEN n % 6 = 0 THEN 2 + (n / 6) % (($1::int - 1) / 2)
         ELSE 2 + n % ($1::int - 1) END AS client,
    abs(hashtext('a' || n)) AS chance
  FROM generate_series(1, $2::int) n
), dated AS (
  SELECT *, CASE WHEN is_open THEN $5::date - chance % 120
                 ELSE $5::date - 60 - chance % 700 END AS issued_on,
    CASE WHEN n % 23 = 0 THEN -1 ELSE 1 END * (500 + chance % 900000)::numeric / 100 AS amount
  FROM made
)
INSERT INTO document (id, client, original_client, kind, number, label, issued_on, due_on,
                      due_estimated, currency, amount, settled, last_settled_on, source, source_key)
  SELECT {_id("document", "n")}, {_id("client", "client")}, {_id("client", "client")},
    CASE WHEN amount < 0 THEN 'credit_note' ELSE 'invoice' END, 'FA' || lpad(n::text, 8, '0'),
    'Delivery ' || n, issued_on, issued_on + 45, false,
    CASE WHEN client % 50 = 0 AND n % 10 > 0 THEN 'USD' ELSE 'EUR' END,
    round(amount, 2), CASE WHEN is_open THEN 0 ELSE round(amount, 2) END,
    CASE WHEN is_open THEN NULL ELSE issued_on + 30 + (chance / 7) % 60 END,
    'bench', 'FA' || n
  FROM dated
  -- In the order in which a ledger fills: by date, clients mixed.
  ORDER BY issued_on, n
"""

PAYMENTS = f"""
WITH paid AS (
  SELECT d.*, (right(d.id::text, 12))::text AS tail FROM document d WHERE settled <> 0
), new_payment AS (
  INSERT INTO payment (id, client, original_client, value_on, currency, amount, applied,
                       reference, source, source_key)
    SELECT ('0199{KINDS["payment"]:04x}-0000-7000-8000-' || tail)::uuid, client, original_client,
      last_settled_on, currency, amount, amount, 'VIR ' || number, 'bench', 'P' || number FROM paid
)
INSERT INTO allocation (id, debit_document, credit_document, debit_payment, credit_payment,
                        amount, value_on, source)
  SELECT ('0199{KINDS["allocation"]:04x}-0000-7000-8000-' || tail)::uuid,
    CASE WHEN amount > 0 THEN id END, CASE WHEN amount < 0 THEN id END,
    CASE WHEN amount < 0 THEN ('0199{KINDS["payment"]:04x}-0000-7000-8000-' || tail)::uuid END,
    CASE WHEN amount > 0 THEN ('0199{KINDS["payment"]:04x}-0000-7000-8000-' || tail)::uuid END,
    abs(amount), last_settled_on, 'bench' FROM paid;
"""

FREE_PAYMENTS = f"""
INSERT INTO payment (id, client, original_client, value_on, currency, amount, reference, source,
                     source_key)
  SELECT {_id("payment", "1000000000000 + n")}, {_id("client", "n * 10")},
    {_id("client", "n * 10")}, $2::date - n % 60, 'EUR', (100 + n % 5000)::numeric(20, 2), 'VIR',
    'bench', 'free' || n
  FROM generate_series(1, $1::int / 10) n
"""


async def load(connection: Connection, size: Size) -> None:
    """Fill a migrated, empty database; a superuser's connection is needed.

    Triggers and foreign keys sleep while rows that agree with each other are written at once.
    """
    async with connection.transaction():
        await connection.execute("SET LOCAL session_replication_role = replica")
        await connection.execute(ORGANISATION)
        for statement in PEOPLE.split(";\n")[:-1]:
            args = [size.reps] if "$1" in statement else []
            await connection.execute(statement, *args)
        await connection.execute(CLIENTS, size.clients, size.reps)
        await connection.execute(WORDS)
        await connection.execute(
            DOCUMENTS, size.clients, size.documents, size.open_documents, size.busiest, TODAY
        )
        await connection.execute(PAYMENTS)
        await connection.execute(FREE_PAYMENTS, size.clients, TODAY)
    await connection.execute("VACUUM (ANALYZE, FREEZE)")
