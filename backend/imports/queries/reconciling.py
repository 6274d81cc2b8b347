"""What a company would be owed once the plan is written, to hold against the file's own total."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from backend.database.transaction import fetch_value

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

# Only a settlement without counterpart changes what is owed in all; the others move it.
ONE_SIDED = """CASE
  WHEN num_nonnulls({0}.credit_document, {0}.credit_payment) = 0 THEN -{0}.amount
  WHEN num_nonnulls({0}.debit_document, {0}.debit_payment) = 0 THEN {0}.amount ELSE 0 END"""


async def owed_after(company_ids: Sequence[UUID], currency: str) -> Decimal:
    """Outstanding of the companies in one currency, as the plan of a FEC would leave it."""
    owed = await fetch_value(
        f"""SELECT
              (SELECT coalesce(sum(d.residual), 0) FROM document d
                 JOIN client c ON c.id = d.original_client
                 WHERE c.company = ANY ($1) AND d.currency = $2 AND d.residual <> 0)
              - (SELECT coalesce(sum(p.unapplied), 0) FROM payment p
                 JOIN client c ON c.id = p.original_client
                 WHERE c.company = ANY ($1) AND p.currency = $2 AND p.unapplied <> 0)
              + (SELECT coalesce(sum(i.amount), 0) FROM item i WHERE i.currency = $2
                 AND NOT EXISTS (SELECT FROM found f WHERE f.line = i.line))
              + (SELECT coalesce(sum(x.amount - d.amount), 0) FROM change x
                 JOIN document d ON d.id = x.document_id WHERE d.currency = $2)
              - (SELECT coalesce(sum(n.amount), 0) FROM new_payment n WHERE n.currency = $2)
              - (SELECT coalesce(sum(x.amount - p.amount), 0) FROM payment_change x
                 JOIN payment p USING (id) WHERE p.currency = $2)
              + (SELECT coalesce(sum({ONE_SIDED.format("n")}), 0) FROM new_allocation n)
              - (SELECT coalesce(sum({ONE_SIDED.format("a")}), 0) FROM dropped_allocation x
                 JOIN allocation a USING (id))""",
        list(company_ids),
        currency,
    )
    return Decimal(owed)
