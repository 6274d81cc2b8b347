"""Clients of the scene's branch, as a day of its people finds them."""

from datetime import date
from typing import Any

from tests.disputes.scene import Scene
from tests.makers.ledger import MadeClient, make_client, make_document

LONG_DUE = date(2026, 9, 30)


async def of(scene: Scene, name: str, overdue: str | None = None, **fields: Any) -> MadeClient:
    client = await make_client(
        company=scene.branch.company, branch=scene.branch.id, name=name, **fields
    )
    if overdue is not None:
        await make_document(client, overdue, due_on=LONG_DUE)
    return client


def names(rows: list[dict[str, Any]]) -> list[str]:
    return [row["client"]["name"] for row in rows]
