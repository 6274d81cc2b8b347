"""Clients, the debtors behind them, their contacts."""

from __future__ import annotations

from piccolo.constraints import Check, Unique
from piccolo.table import Table

from backend.database import columns
from backend.identity.tables import Account
from backend.organisation.tables import Branch, Company


class Debtor(Table, tablename="debtor"):
    """The legal entity behind one or several clients."""

    id = columns.key()
    siren = columns.text(unique=True)
    name = columns.text()

    debtor_siren_digits = Check("siren ~ '^[0-9]{9}$'")


class Client(Table, tablename="client"):
    """A payer account in one of our companies. The client *is* its code, whatever its name.

    A client merged into another keeps its row and code: what the ledger says of the code goes to
    `merged_into`, and unmerging gives it back.
    """

    id = columns.key()
    company = columns.link(Company)
    code = columns.text()
    name = columns.text()
    siren = columns.text(null=True)
    siret = columns.text(null=True)
    vat_number = columns.text(null=True)
    address = columns.text(null=True)
    postcode = columns.text(null=True)
    town = columns.text(null=True)
    country = columns.text(null=True)
    language = columns.text()
    currency = columns.text()
    terms_basis = columns.text(null=True)
    terms_days = columns.count(null=True)
    profile = columns.text(null=True)
    branch = columns.link(Branch, null=True, index=True)
    rep = columns.link(Account, null=True, index=True)
    collector = columns.link(Account, null=True, index=True)
    debtor = columns.link(Debtor, null=True, index=True)
    merged_into = columns.link("self", null=True, index=True)
    created_at = columns.instant()

    client_code_once_a_company = Unique(["company", "code"])
    client_currency_code = Check("currency ~ '^[A-Z]{3}$'")
    client_language_known = Check("language IN ('fr', 'en')")
    client_terms_whole = Check("(terms_basis IS NULL) = (terms_days IS NULL)")
    client_terms_known = Check("terms_basis IN ('net', 'eom_a', 'eom_b', 'cash')")
    client_terms_bounded = Check("terms_days BETWEEN 0 AND 365")
    client_not_merged_into_itself = Check("merged_into <> id")


class Contact(Table, tablename="contact"):
    """Somebody at the client's. Minimal data (DOMAIN §15)."""

    id = columns.key()
    client = columns.link(Client, index=True)
    name = columns.text()
    role = columns.text()
    email = columns.text(null=True)
    phone = columns.text(null=True)
    mobile = columns.text(null=True)
    note = columns.text(null=True)

    contact_role_known = Check(
        "role IN ('accounts_payable', 'finance', 'owner', 'purchasing', 'site', 'sales', 'other')"
    )
