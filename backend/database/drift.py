"""Whether the migrations still make what the tables say.

Two comparisons, because each is blind to something. Piccolo compares the tables with the history
of its own statements; it does not see what raw SQL did to a column. The catalog comparison lays
the tables a second time, in a schema that is rolled back, and compares what PostgreSQL made of
them; it does not see a check that changed its condition under the same name in a raw statement.
"""

from __future__ import annotations

import contextlib
import io
from itertools import chain
from typing import TYPE_CHECKING

from piccolo.apps.migrations.auto import DiffableTable, SchemaDiffer, SchemaSnapshot
from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from backend.database.migrate import migrations
from backend.database.transaction import execute, fetch_all, transaction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from piccolo.table import Table

SCRATCH = "drift_scratch"

# Each row is one fact a table states; what only migrations add (generated columns, triggers,
# partial indexes) is asked of the tables' side only and so needs no exception.
COLUMNS = """
SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
       || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
       || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') AS fact
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
 WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' AND c.relname = ANY($2)
   AND a.attgenerated = ''
"""
CONSTRAINTS = """
SELECT c.relname || ' ' || pg_get_constraintdef(k.oid) AS fact
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
 WHERE c.relnamespace = $1::regnamespace AND c.relname = ANY($2) AND k.contype <> 'n'
"""
INDEXES = """
SELECT replace(pg_get_indexdef(i.indexrelid), n.nspname || '.', '') AS fact
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.oid = $1::regnamespace AND c.relname = ANY($2)
"""


async def drift(tables: Sequence[type[Table]]) -> list[str]:
    """What a new migration would have to change, one line each; empty when nothing."""
    return [*await unwritten_statements(tables), *await catalog_differences(tables)]


async def unwritten_statements(tables: Sequence[type[Table]]) -> list[str]:
    """What `piccolo migrations new encours --auto` would write."""
    responses = [await migration.forwards() for migration in migrations()]
    managers = [response for response in responses if isinstance(response, MigrationManager)]
    wanted = [
        DiffableTable(
            class_name=table.__name__,
            tablename=table._meta.tablename,  # noqa: SLF001 - Piccolo's only way to ask
            columns=table._meta.non_default_columns,  # noqa: SLF001
            constraints=table._meta.constraints,  # noqa: SLF001
            schema=table._meta.schema,  # noqa: SLF001
        )
        for table in tables
    ]
    differ = SchemaDiffer(
        schema=wanted,
        schema_snapshot=SchemaSnapshot(managers).get_snapshot(),
        auto_input="n",  # a renamed column counts as one dropped and one added
    )
    with contextlib.redirect_stdout(io.StringIO()):
        statements = differ.get_alter_statements()
    return list(chain.from_iterable(part.statements for part in statements))


class ScratchDone(Exception):  # noqa: N818 - ends the block that is to be rolled back
    """Raised to undo the scratch schema."""


async def catalog_differences(tables: Sequence[type[Table]]) -> list[str]:
    """Facts of freshly laid tables that the migrated ones lack, and columns nobody declares."""
    names = [table._meta.tablename for table in tables]  # noqa: SLF001 - as above
    here = (await fetch_all("SELECT current_schema()"))[0][0]
    lines: list[str] = []
    with contextlib.suppress(ScratchDone):
        async with transaction():
            await lay(tables)
            columns, laid_columns = await facts(COLUMNS, here, names)
            lines += [f"a migration is missing: {fact}" for fact in sorted(laid_columns - columns)]
            lines += [f"no table declares: {fact}" for fact in sorted(columns - laid_columns)]
            for query in (CONSTRAINTS, INDEXES):
                live, laid = await facts(query, here, names)
                lines += [f"a migration is missing: {fact}" for fact in sorted(laid - live)]
            raise ScratchDone
    return lines


async def lay(tables: Sequence[type[Table]]) -> None:
    """Creates the tables as declared, those referred to first."""
    await execute(f"CREATE SCHEMA {SCRATCH}")
    await execute(f"SET LOCAL search_path = {SCRATCH}, public")
    laid: set[str] = set()
    waiting = list(tables)
    while waiting:
        ready = [table for table in waiting if references(table) <= laid | {name_of(table)}]
        for table in ready or waiting:
            await table.create_table()
            laid.add(name_of(table))
        waiting = [table for table in waiting if name_of(table) not in laid]


def name_of(table: type[Table]) -> str:
    return table._meta.tablename  # noqa: SLF001 - Piccolo's only way to ask


def references(table: type[Table]) -> set[str]:
    keys = table._meta.foreign_key_columns  # noqa: SLF001 - as above
    return {name_of(key._foreign_key_meta.resolved_references) for key in keys}  # noqa: SLF001


async def facts(query: str, here: str, names: list[str]) -> tuple[set[str], set[str]]:
    """The facts of the migrated tables, and those of the tables just laid."""
    live = await fetch_all(query, here, names)
    laid = await fetch_all(query, SCRATCH, names)
    return named_alike(live, here), named_alike(laid, SCRATCH)


def named_alike(rows: Sequence[object], schema: str) -> set[str]:
    return {str(row["fact"]).replace(f"{schema}.", "") for row in rows}  # type: ignore[index]
