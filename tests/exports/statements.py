"""A client with a usual account, and where its statement is."""

import re
from datetime import UTC, datetime
from typing import Any

from backend.database.transaction import execute
from tests.makers.ledger import (
    TODAY,
    MadeClient,
    ago,
    make_client,
    make_company,
    make_document,
    make_payment,
)

ABSENT = "01890000-0000-7000-8000-000000000000"


def pdf(client: MadeClient) -> str:
    return f"/api/clients/{client.id}/statement.pdf"


def xlsx(client: MadeClient) -> str:
    return f"/api/clients/{client.id}/statement.xlsx"


def flat(text: str) -> str:
    """On one line, so that a sentence is found wherever its lines were broken."""
    return re.sub(r"[ \n]+", " ", text)


async def a_usual_client(**values: Any) -> MadeClient:
    company = await make_company("FR01")
    await execute(
        "UPDATE company SET name = 'Thermique de l’Est', siren = '552100554',"
        " ledger_loaded_at = $1 WHERE id = $2",
        datetime(2026, 11, 19, 23, 30, tzinfo=UTC),
        company.id,
    )
    return await make_client(
        "000417",
        name="Établissements Noël & Sœurs",
        company=company.id,
        address="12 bis, rue de l’Église\nZone des Prés",
        postcode="39100",
        town="Dole",
        siren="732829320",
        **values,
    )


async def some_items(client: MadeClient) -> None:
    """Owed 1 734,56, of which 1 234,56 late; a credit note of 34,50; 100,00 paid and free."""
    await make_document(
        client, "1234.56", number="FA-1", due_on=ago(47), label="Chaudière à condensation"
    )
    await make_document(client, "500.00", number="FA-2", due_on=TODAY, due_estimated=True)
    await make_document(client, "-34.50", number="AV-3", issued_on=ago(12), label="Retour")
    await make_payment(client, "100.00", value_on=ago(3), reference="VIR 2026-11")
