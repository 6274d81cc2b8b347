"""From the lines of an open-item or history file to documents: which are known, which are new.

A document's identity in its source is its client, its number and, where a number stands several
times (instalments), which of them it is: `source_key` is `1:` and the number, then `2:` …
"""

from __future__ import annotations

from backend.database.transaction import execute, fetch_value
from backend.imports.queries.numbering import ids_by

# `shared.rules.terms.due_date_of`, for a million rows: a test holds the two equal.
MONTH_END = "(date_trunc('month', {day}::timestamp) + interval '1 month - 1 day')::date"
ESTIMATED_DUE = f"""CASE {{basis}}
    WHEN 'net' THEN {{issued}} + {{days}}
    WHEN 'cash' THEN {{issued}} + {{days}}
    WHEN 'eom_a' THEN {MONTH_END.format(day="({issued} + {days})")}
    WHEN 'eom_b' THEN {MONTH_END.format(day="{issued}")} + {{days}}
    ELSE {{issued}} + 30 END"""

OF_PAYER = ESTIMATED_DUE.format(issued="s.issued_on", basis="p.terms_basis", days="p.terms_days")


async def make_items() -> None:
    """`item`: each line with its client, its due date and the id it gets if it is new."""
    await execute(f"""
      CREATE TEMP TABLE item ON COMMIT DROP AS
      SELECT s.line, {ids_by("row_number() OVER (ORDER BY p.client_id, s.line) - 1")} AS id,
        p.client_id, coalesce(p.merged_into, p.client_id) AS owes_id, p.is_new AS client_is_new,
        nullif(pl.branch_id, p.branch_id) AS branch_id, pl.branch_id AS stated_branch_id,
        pl.company_id, s.kind, s.number,
        left(s.label, 300) AS label, s.issued_on, s.due_on AS stated_due_on,
        coalesce(s.due_on, {OF_PAYER}) AS due_on, s.due_on IS NULL AS due_estimated,
        s.currency, s.amount, s.residual, s.settled_on, '1:' || s.number AS source_key
      FROM staged_item s
      JOIN place pl ON pl.company_code = coalesce(s.company_code, '')
        AND pl.branch_code = coalesce(s.branch_code, '')
      JOIN payer p ON p.company_id = pl.company_id AND p.code = s.client_code""")
    await execute("ANALYZE item")


async def find_documents() -> None:
    """`found`: the document each line is already. Numbers that stand once go the straight way."""
    await execute("""
      CREATE TEMP TABLE twin ON COMMIT DROP AS
      SELECT client_id, number FROM item GROUP BY 1, 2 HAVING count(*) > 1""")
    if await fetch_value(
        "SELECT EXISTS (SELECT FROM document d WHERE d.original_client IN"
        " (SELECT client_id FROM payer WHERE NOT is_new))"
    ):
        await find_single_numbers()
        await find_numbers_of_other_sources()
    if await fetch_value("SELECT EXISTS (SELECT FROM twin)"):
        await find_among_twins()
        await number_new_twins()
    await execute("ANALYZE found")


async def find_single_numbers() -> None:
    """A number that stands once in the file and once here, issued on the same day.

    All other numbers that we know already join the twins.
    """
    await execute("""
      INSERT INTO twin
      SELECT DISTINCT d.original_client, d.number FROM document d
      JOIN payer p ON p.client_id = d.original_client AND NOT p.is_new
      WHERE d.source_key LIKE '%:%' AND d.source_key NOT LIKE '1:%'
        AND d.source IN ('open-items', 'history')""")
    await execute("ANALYZE twin")
    await execute("""
      INSERT INTO found
      SELECT i.line, d.id FROM item i
      JOIN document d ON d.original_client = i.client_id AND d.source_key = i.source_key
        AND d.currency = i.currency AND sign(d.amount) = sign(i.amount)
        AND d.issued_on = i.issued_on
      WHERE NOT EXISTS
        (SELECT FROM twin t WHERE t.client_id = i.client_id AND t.number = i.number)""")
    await execute("ANALYZE found")
    await execute("""
      INSERT INTO twin
      SELECT DISTINCT i.client_id, i.number FROM item i
      JOIN document d ON d.original_client = i.client_id AND d.source_key = i.source_key
      WHERE NOT EXISTS (SELECT FROM found f WHERE f.line = i.line)
        AND NOT EXISTS (SELECT FROM twin t WHERE t.client_id = i.client_id AND t.number = i.number)
    """)
    await execute("ANALYZE twin")


async def find_numbers_of_other_sources() -> None:
    """An invoice that came by another way, an accounting export say, is not a second invoice."""
    await execute("""
      INSERT INTO found
      SELECT line, document_id FROM (
        SELECT i.line, d.id AS document_id,
          count(*) OVER (PARTITION BY i.line) AS of_line,
          count(*) OVER (PARTITION BY d.id) AS of_document
        FROM item i
        JOIN document d ON d.original_client = i.client_id AND d.number = i.number
          AND d.source NOT IN ('open-items', 'history')
          AND d.currency = i.currency AND sign(d.amount) = sign(i.amount)
          AND d.issued_on = i.issued_on
        WHERE NOT i.client_is_new AND NOT EXISTS (SELECT FROM found f WHERE f.line = i.line)
      ) pair WHERE of_line = 1 AND of_document = 1""")


async def find_among_twins() -> None:
    """Where a number stands several times: those of the same days, then what is left, in order.

    What is left is the same document only if it is still open here and one of its days is the same;
    a number used again in another year is another document.
    """
    for same, ours in (
        ("issued_on, due_on", "true"),
        ("issued_on", "residual <> 0"),
        ("due_on", "residual <> 0"),
    ):
        rank = f"client_id, number, currency, sign(amount), {same}"
        await execute(f"""
          INSERT INTO found
          SELECT i.line, d.id FROM (
            SELECT i.*, row_number() OVER (PARTITION BY {rank} ORDER BY due_on, issued_on,
              amount, line) AS place
            FROM item i WHERE (client_id, number) IN (SELECT client_id, number FROM twin)
              AND NOT EXISTS (SELECT FROM found f WHERE f.line = i.line)
          ) i JOIN (
            SELECT d.*, row_number() OVER (PARTITION BY {rank} ORDER BY residual = 0, due_on,
              issued_on, amount, source_key) AS place
            FROM (SELECT original_client AS client_id, document.* FROM document) d
            WHERE (client_id, number) IN (SELECT client_id, number FROM twin) AND {ours}
              AND source IN ('open-items', 'history')
              AND NOT EXISTS (SELECT FROM found f WHERE f.document_id = d.id)
          ) d USING ({rank.replace(", sign(amount)", "")}, place)
          WHERE sign(i.amount) = sign(d.amount)""")


async def number_new_twins() -> None:
    """New documents of a number that stands several times are counted on from those we have."""
    await execute("""
      UPDATE item i SET source_key = n.occurrence || ':' || i.number FROM (
        SELECT i.line, row_number() OVER (PARTITION BY i.client_id, i.number
            ORDER BY i.due_on, i.issued_on, i.amount, i.line) + coalesce(k.latest, 0) AS occurrence
        FROM item i
        LEFT JOIN (
          SELECT original_client, number, max(split_part(source_key, ':', 1)::integer) AS latest
          FROM document
          WHERE source IN ('open-items', 'history') AND source_key ~ '^[0-9]{1,6}:'
            AND (original_client, number) IN (SELECT client_id, number FROM twin)
          GROUP BY 1, 2
        ) k ON k.original_client = i.client_id AND k.number = i.number
        WHERE (i.client_id, i.number) IN (SELECT client_id, number FROM twin)
          AND NOT EXISTS (SELECT FROM found f WHERE f.line = i.line)
      ) n WHERE n.line = i.line""")


async def count_new() -> int:
    return int(
        await fetch_value("SELECT (SELECT count(*) FROM item) - (SELECT count(*) FROM found)")
    )


async def count_estimated() -> int:
    """New documents whose due date the file does not say."""
    return int(
        await fetch_value(
            "SELECT count(*) FROM item i WHERE due_estimated"
            " AND NOT EXISTS (SELECT FROM found f WHERE f.line = i.line)"
        )
    )
