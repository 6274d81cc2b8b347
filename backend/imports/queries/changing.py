"""The fields in which a file's line and the document it is already differ."""

from __future__ import annotations

from backend.database.transaction import execute


async def find_changes(amount: str) -> None:
    """`change`: what each known document becomes, where that is anything else than it is.

    `amount` is an SQL expression over `i` (the item), `d` (the document) and `s` (its stand). A
    field that the file leaves empty stays; an estimated due date is estimated anew.
    """
    await execute(f"""
      INSERT INTO change
      SELECT * FROM (
        SELECT d.id, i.line,
          CASE WHEN i.stated_branch_id IS NULL THEN d.branch ELSE i.branch_id END AS branch_id,
          i.kind, i.number, coalesce(i.label, d.label) AS label, i.issued_on,
          CASE WHEN i.stated_due_on IS NOT NULL OR d.due_estimated THEN i.due_on ELSE d.due_on END,
          CASE WHEN i.stated_due_on IS NOT NULL THEN false ELSE d.due_estimated END,
          {amount} AS amount
        FROM found f JOIN item i USING (line) JOIN document d ON d.id = f.document_id
        LEFT JOIN stand s ON s.document_id = d.id
      ) n (id, line, branch_id, kind, number, label, issued_on, due_on, due_estimated, amount)
      WHERE EXISTS (
        SELECT FROM document d WHERE d.id = n.id
          AND (d.branch, d.kind, d.number, d.label, d.issued_on, d.due_on, d.due_estimated,
               d.amount)
            IS DISTINCT FROM (n.branch_id, n.kind, n.number, n.label, n.issued_on, n.due_on,
               n.due_estimated, n.amount))""")
