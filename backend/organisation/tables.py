"""Our companies and their branches."""

from __future__ import annotations

from piccolo.constraints import Check, Unique
from piccolo.table import Table

from backend.database import columns


class Company(Table, tablename="company"):
    """A legal entity of ours. `ledger_loaded_at` is the age of what we know of its clients."""

    id = columns.key()
    code = columns.text(unique=True)
    name = columns.text()
    siren = columns.text(null=True)
    currency = columns.text()
    ledger_loaded_at = columns.instant(null=True)

    company_siren_digits = Check("siren ~ '^[0-9]{9}$'")
    company_currency_code = Check("currency ~ '^[A-Z]{3}$'")


class Branch(Table, tablename="branch"):
    """A place of one company."""

    id = columns.key()
    company = columns.link(Company)
    code = columns.text()
    name = columns.text()

    branch_code_once_a_company = Unique(["company", "code"])
