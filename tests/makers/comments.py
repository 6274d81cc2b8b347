"""A comment, as a test needs one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from backend.activity.service import By, Fact, record
from backend.database.transaction import transaction
from shared.ids import new_id
from tests.makers.ledger import LONG_AGO, insert, make_person


async def make_comment(
    client: UUID,
    text: str = "Vu sur place.",
    *,
    author: UUID | None = None,
    at: datetime = LONG_AGO,
) -> UUID:
    """By somebody out of everybody's scope, where no author is named."""
    id_ = new_id()
    author = author or (await make_person("admin")).id
    async with transaction():
        await insert(
            "comment",
            id=id_,
            client=client,
            author=author,
            said_at=at,
            recorded_at=at,
            version=1,
        )
        await insert("comment_version", id=id_, comment=id_, number=1, text=text, written_at=at)
        fact = Fact(kind="comment-posted", subject=id_, client=client)
        await record(fact, by=By(author), at=at)
    return id_
