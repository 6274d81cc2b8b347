"""What was loaded, from which file, by whom, and what it changed."""

from __future__ import annotations

from piccolo.columns import UUID
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from backend.database import columns


class ImportRun(Table, tablename="import_run"):
    """One file that was read. `sequence` orders the applied runs; the last can be undone.

    `requested_from` is the device of `requested_by`; both are absent from the command line.
    `touched_at` is the last sign of life of whoever works on it. `headings` are the columns the
    file has, each with a few of its values; `matched_columns` says which is read as which field.
    """

    id = columns.key()
    kind = columns.text()
    file_name = columns.text()
    file_size = columns.big_count()
    fingerprint = columns.text()
    state = columns.text()
    progress_share = columns.money()
    requested_by = UUID(default=None, null=True)
    requested_from = UUID(default=None, null=True)
    requested_at = columns.instant()
    touched_at = columns.instant()
    applied_at = columns.instant(null=True)
    sequence = columns.count(null=True)
    as_of = columns.day(null=True)
    options = columns.document()
    matched_columns = columns.document()
    headings = columns.document(null=True)
    outcome = columns.document(null=True)
    question = columns.document(null=True)
    problem = columns.text(null=True)

    import_run_kind_known = Check("kind IN ('open-items', 'history', 'payments', 'clients', 'fec')")
    import_run_state_known = Check(
        "state IN ('reading', 'question', 'previewed', 'applying', 'applied', 'refused',"
        " 'failed', 'undone')"
    )


class ImportCoverage(Table, tablename="import_coverage"):
    """What an applied run spoke of: a company, or one of its branches, as of a day."""

    id = columns.key()
    import_run = columns.link(ImportRun, index=True)
    company = UUID(default=None, null=False)
    branch = UUID(default=None, null=True)
    as_of = columns.day()


class ImportChange(Table, tablename="import_change"):
    """What a run replaced, so that it can be undone: the columns before and after.

    Without `before` the run added the row; without `after` it took it away.
    """

    id = columns.key()
    import_run = columns.link(ImportRun, index=True)
    relation = columns.text()
    row = UUID(default=None, null=False)
    before = columns.document(null=True)
    after = columns.document(null=True)


class ImportPreset(Table, tablename="import_preset"):
    """How to read one kind of file, under a name."""

    id = columns.key()
    name = columns.text()
    kind = columns.text()
    options = columns.document()

    import_preset_name_once_a_kind = Unique(["kind", "name"])
