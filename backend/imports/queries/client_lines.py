"""The client file: each line is a client, found by its code or made, and its rep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import execute, fetch_value
from backend.imports.queries.applying import remember
from backend.imports.queries.numbering import ids_by

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

FIELDS = (
    "name", "siren", "siret", "vat_number", "address", "postcode", "town", "country", "language",
    "currency", "terms_basis", "terms_days", "profile", "branch", "rep", "collector",
)  # fmt: skip

PEOPLE = """
  SELECT lower(email) AS named, id FROM account WHERE disabled_at IS NULL
  UNION ALL
  SELECT public.fold(name), id FROM account WHERE disabled_at IS NULL"""


async def find_people() -> None:
    """`person`: who is named as rep or collector, by e-mail or by name."""
    await execute(f"""
      CREATE TEMP TABLE person ON COMMIT DROP AS
      SELECT n.named, count(DISTINCT p.id) AS people, (array_agg(p.id))[1] AS id
      FROM (SELECT DISTINCT public.fold(rep) AS named FROM staged_client WHERE rep IS NOT NULL
            UNION SELECT public.fold(collector) FROM staged_client WHERE collector IS NOT NULL) n
      LEFT JOIN ({PEOPLE}) p USING (named) GROUP BY 1""")


async def make_lines() -> None:
    """`client_line`: each client of the file once, by its first line."""
    await execute("""
      CREATE TEMP TABLE client_line ON COMMIT DROP AS
      SELECT DISTINCT ON (p.client_id) p.client_id AS id, p.is_new, s.line, p.company_id, p.code,
        coalesce(s.client_name, p.known_name, p.code) AS name, coalesce(s.siren, left(s.siret, 9))
        AS siren, s.siret, s.vat_number, s.address, s.postcode, s.town, s.country, s.language,
        s.currency, m.basis AS terms_basis, m.days AS terms_days, s.profile,
        pl.branch_id AS branch, r.id AS rep, k.id AS collector
      FROM staged_client s
      JOIN place pl ON pl.company_code = coalesce(s.company_code, '')
        AND pl.branch_code = coalesce(s.branch_code, '')
      JOIN payer p ON p.company_id = pl.company_id AND p.code = s.client_code
      LEFT JOIN terms_meant m ON m.code = s.terms
      LEFT JOIN person r ON r.named = public.fold(s.rep) AND r.people = 1
      LEFT JOIN person k ON k.named = public.fold(s.collector) AND k.people = 1
      ORDER BY p.client_id, s.line""")


async def refuse_unknown_people() -> None:
    """A rep or a collector that nobody here is, or several are."""
    for column in ("rep", "collector"):
        await execute(f"""
          INSERT INTO refusal
          SELECT s.line, CASE p.people WHEN 0 THEN '{column}-unknown' ELSE '{column}-ambiguous' END,
            jsonb_build_object('name', s.{column})
          FROM staged_client s JOIN person p ON p.named = public.fold(s.{column})
          WHERE p.people <> 1""")


async def refuse_unknown_branches() -> None:
    await execute("""
      INSERT INTO refusal
      SELECT s.line, 'branch-unknown', jsonb_build_object('branch', s.branch_code)
      FROM staged_client s
      JOIN place pl ON pl.company_code = coalesce(s.company_code, '')
        AND pl.branch_code = coalesce(s.branch_code, '')
      WHERE s.branch_code IS NOT NULL AND pl.branch_id IS NULL""")


async def refuse_impossible_fields() -> None:
    """What the database would not take: a number that is no SIREN, an unknown language."""
    await execute("""
      INSERT INTO refusal
      SELECT line, 'siren-malformed', jsonb_build_object('siren', coalesce(siren, siret))
      FROM staged_client
      WHERE siren !~ '^[0-9]{9}$' OR siret !~ '^[0-9]{14}$'
      UNION ALL
      SELECT line, 'language-unknown', jsonb_build_object('language', language)
      FROM staged_client WHERE language NOT IN ('fr', 'en')
      UNION ALL
      SELECT line, 'currency-unknown', jsonb_build_object('currency', currency)
      FROM staged_client WHERE currency !~ '^[A-Z]{3}$'""")


async def find_client_changes() -> None:
    """`client_change`: what each known client becomes. A field left empty stays as it is."""
    kept = ", ".join(f"coalesce(l.{name}, c.{name}) AS {name}" for name in FIELDS)
    await execute(f"""
      CREATE TEMP TABLE client_change ON COMMIT DROP AS
      SELECT n.* FROM (
        SELECT c.id, {kept} FROM client_line l JOIN client c ON c.id = l.id
      ) n JOIN client c USING (id)
      WHERE ({", ".join(f"n.{name}" for name in FIELDS)})
        IS DISTINCT FROM ({", ".join(f"c.{name}" for name in FIELDS)})""")
    await execute(f"""
      CREATE TEMP TABLE new_contact ON COMMIT DROP AS
      SELECT {ids_by("row_number() OVER () - 1")} AS id, * FROM (
        SELECT DISTINCT ON (p.client_id, lower(coalesce(s.email, s.phone)))
          p.client_id, coalesce(s.client_name, p.known_name, p.code) AS name, s.email, s.phone
        FROM staged_client s
        JOIN place pl ON pl.company_code = coalesce(s.company_code, '')
          AND pl.branch_code = coalesce(s.branch_code, '')
        JOIN payer p ON p.company_id = pl.company_id AND p.code = s.client_code
        WHERE num_nonnulls(s.email, s.phone) > 0 AND NOT EXISTS (
          SELECT FROM contact c WHERE c.client = p.client_id AND (
            lower(c.email) = lower(s.email)
            OR s.email IS NULL AND s.phone IN (c.phone, c.mobile)))
        ORDER BY p.client_id, lower(coalesce(s.email, s.phone)), s.line
      ) x""")


async def apply_lines(run_id: UUID, language: str, currency: str, now: datetime) -> None:
    """Makes the new clients and changes the known ones, debtors and contacts with them."""
    await execute(
        """INSERT INTO client (id, company, code, name, siren, siret, vat_number, address, postcode,
             town, country, language, currency, terms_basis, terms_days, profile, branch, rep,
             collector, created_at)
           SELECT id, company_id, code, name, siren, siret, vat_number, address, postcode, town,
             country, coalesce(language, $1), coalesce(currency, $2), terms_basis, terms_days,
             profile, branch, rep, collector, $3
           FROM client_line WHERE is_new ORDER BY id""",
        language,
        currency,
        now,
    )
    await execute(remember("client", "id, NULL, NULL FROM client_line WHERE is_new"), run_id)
    before = ", ".join(f"'{name}', c.{name}" for name in FIELDS)
    after = ", ".join(f"'{name}', x.{name}" for name in FIELDS)
    await execute(
        remember(
            "client",
            f"c.id, jsonb_build_object({before}), jsonb_build_object({after})"
            " FROM client_change x JOIN client c USING (id)",
        ),
        run_id,
    )
    sets = ", ".join(f"{name} = x.{name}" for name in FIELDS)
    await execute(f"UPDATE client c SET {sets} FROM client_change x WHERE c.id = x.id")
    await make_debtors(run_id)
    await make_contacts(run_id)


async def make_debtors(run_id: UUID) -> None:
    """The legal entity behind each SIREN, and its clients tied to it."""
    await execute(
        f"""WITH made AS (
              INSERT INTO debtor (id, siren, name)
              SELECT {ids_by("row_number() OVER () - 1")}, siren, name FROM (
                SELECT DISTINCT ON (siren) siren, name FROM client_line
                WHERE siren IS NOT NULL ORDER BY siren, line) l
              ON CONFLICT (siren) DO NOTHING RETURNING id)
            {remember("debtor", "id, NULL, NULL FROM made")}""",
        run_id,
    )
    await execute(
        f"""WITH tied AS (
              UPDATE client c SET debtor = b.id FROM client_line l JOIN debtor b USING (siren)
              WHERE c.id = l.id AND c.debtor IS DISTINCT FROM b.id
              RETURNING c.id, b.id AS debtor, l.is_new),
            untied AS (SELECT t.*, c.debtor AS former FROM tied t JOIN client c USING (id))
            {
            remember(
                "client",
                "id, jsonb_build_object('debtor', former), jsonb_build_object('debtor', debtor)"
                " FROM untied WHERE NOT is_new",
            )
        }""",
        run_id,
    )


async def make_contacts(run_id: UUID) -> None:
    await execute("""
      INSERT INTO contact (id, client, name, role, email, phone)
      SELECT id, client_id, name, 'accounts_payable', email, phone FROM new_contact""")
    await execute(remember("contact", "id, NULL, NULL FROM new_contact"), run_id)


async def tell_clients(run_id: UUID, actor: UUID | None, device: UUID | None, at: datetime) -> None:
    """A fact for each client that was made, changed or given a contact."""
    await execute(
        f"""INSERT INTO activity (id, recorded_at, said_at, actor, device, client, kind, subject,
              before, after)
            SELECT {ids_by("row_number() OVER () - 1")}, $2, $2, $3, $4, client_id, kind, $1,
              before, after
            FROM (
              SELECT row AS client_id, CASE WHEN before IS NULL THEN 'client-added'
                ELSE 'client-changed' END AS kind,
                (SELECT jsonb_object_agg(b.key, b.value) FROM jsonb_each(before) b
                  WHERE b.value IS DISTINCT FROM after -> b.key) AS before,
                (SELECT jsonb_object_agg(a.key, a.value) FROM jsonb_each(after) a
                  WHERE a.value IS DISTINCT FROM before -> a.key) AS after
              FROM import_change WHERE import_run = $1 AND relation = 'client'
              UNION ALL
              SELECT client_id, 'contact-added', NULL, jsonb_build_object('name', name)
              FROM new_contact
            ) t""",
        run_id,
        at,
        actor,
        device,
    )


async def counts() -> tuple[int, int]:
    """How many clients are made, and how many change."""
    added = await fetch_value("SELECT count(*) FROM client_line WHERE is_new")
    changed = await fetch_value("""
      SELECT count(*) FROM (
        SELECT id FROM client_change
        UNION SELECT n.client_id FROM new_contact n JOIN client_line l ON l.id = n.client_id
          AND NOT l.is_new) u""")
    return int(added), int(changed)
