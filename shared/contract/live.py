"""What an open screen is told: ids only, whatever they stand for is read again by the API."""

from __future__ import annotations

from uuid import UUID

from pydantic import Field

from shared.contract.base import Answer


class LiveEvent(Answer):
    """One fact about a client that the person may see at this moment."""

    position: int = Field(ge=1, description="Its place in the history; the event's id.")
    client_id: UUID = Field(description="The client, or the one it was merged into.")
    kind: str = Field(description="What happened, as `contact-added`.")
    fact_id: UUID
