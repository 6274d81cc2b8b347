"""Which column is which, by the names people and programs give them."""

import pytest

from backend.imports.reading.columns import currency_in, match
from backend.imports.reading.rows import Kind


def _match(headers: str, kind: Kind = Kind.OPEN_ITEMS, **mapped: str) -> dict[str, str]:
    found = match(kind, headers.split(";"), mapped)
    assert not found.refusals
    assert not found.questions
    return {field: found.header(field) for field in found.positions}


@pytest.mark.parametrize(
    "headers",
    [
        "Code client;N° facture;Date facture;Montant TTC",
        "CODE_CLIENT;NUMERO_FACTURE;DATE_FACTURE;MONTANT",
        "customerID;invoiceNumber;InvoiceDate;InvoiceAmount",
        "cust_number;doc_id;posting_date;converted_usd",
        "Compte tiers;N° pièce;Date;Solde dû",
        "Client;Facture;Date;Montant",
        "Kunnr;Belnr;Bldat;Wrbtr",
        "Customer account;Invoice number;Invoice date;Amount in currency;Currency code",
        "Invoice Partner Display Name;Number;Invoice/Bill Date;Amount Due;Total in Currency",
        "ContactName;InvoiceNumber;InvoiceDate;DueDate;Total;AmountDue",
        "Compte;Pièce;Date;Débit;Crédit",
        "N° client;Pièce n°;Émise le;Reste à payer (€)",
    ],
)
def test_the_columns_of_many_programs_are_known(headers):
    found = _match(headers)

    assert list(found.values())[:3]
    assert {"client_code", "number", "issued_on"} <= found.keys()
    assert {"amount", "residual", "debit"} & found.keys()


def test_a_code_and_a_name_share_the_word_client():
    found = _match("Code client;Client;Facture;Date;Montant")

    assert (found["client_code"], found["client_name"]) == ("Code client", "Client")


def test_the_date_of_the_document_is_preferred_to_the_date_of_posting():
    headers = "Customer;Posting Date;Document Date;Document Number;Amount in doc. curr."

    assert _match(headers)["issued_on"] == "Document Date"


def test_two_columns_that_fit_alike_are_a_question_and_not_a_guess():
    found = match(Kind.OPEN_ITEMS, ["Code client", "N° client", "Facture", "Date", "Montant"], {})

    (question,) = found.questions
    assert (question.option, question.choices) == ("--map", ("Code client", "N° client"))
    assert not found.refusals


def test_a_mapping_by_hand_comes_first():
    headers = "Code client;N° client;Facture;Date;Montant"

    assert _match(headers, client_code="N° client")["client_code"] == "N° client"


def test_a_mapping_that_names_nothing_is_refused_with_what_there_is():
    found = match(Kind.OPEN_ITEMS, ["Client", "Date"], {"due": "Date", "due_on": "Écheance"})

    codes = [finding.code for finding in found.refusals]
    assert codes[:2] == ["unknown-field", "unknown-header"]
    assert found.refusals[1].facts["headers"] == "Client, Date"


def test_a_missing_column_is_named_with_headers_it_goes_by():
    found = match(Kind.OPEN_ITEMS, ["Code client", "Date", "Montant"], {})

    (finding,) = found.refusals
    assert (finding.code, finding.facts["field"]) == ("missing-column", "number")
    assert "N° facture" in str(finding.facts["expected"])


def test_columns_that_are_nothing_of_ours_are_listed():
    found = match(Kind.OPEN_ITEMS, ["Client", "Facture", "Date", "Montant", "Humeur"], {})

    assert found.unmatched == ("Humeur",)


def test_a_running_balance_beside_debit_and_credit_is_no_residual():
    assert "residual" not in _match("Compte;Pièce;Date;Débit;Crédit;Solde")


@pytest.mark.parametrize(
    ("header", "code"),
    [("converted_usd", "USD"), ("Montant (€)", "EUR"), ("AmountGBP", "GBP"), ("Montant", None)],
)
def test_a_header_may_name_the_currency(header, code):
    assert currency_in(header) == code
