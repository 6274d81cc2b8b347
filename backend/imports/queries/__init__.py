"""Every statement of an import, by step.

The steps share temporary tables that live as long as the import's transaction:
`staged_*` (the file's rows as they were read), `place` and `payer` (whose they are), `item` (what
becomes a document), `found` (which document an item is already), and the plan: `change`,
`new_payment`, `new_allocation`, `dropped_allocation`, `dropped_payment`, `refusal`.
A preview makes the plan and rolls back; applying writes it, set by set.

Imports write the tables of other modules here, as `position` reads them: a million rows go by sets
or not at all.
"""
