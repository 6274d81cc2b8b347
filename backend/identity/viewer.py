"""Who is asking, and how far they see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from backend.activity.service import By

if TYPE_CHECKING:
    from uuid import UUID

Role = Literal[
    "sales",
    "after_sales",
    "collector",
    "branch_manager",
    "credit_manager",
    "finance_director",
    "admin",
]


Language = Literal["fr", "en"]
Theme = Literal["system", "light", "dark"]


class Bearer(NamedTuple):
    """What an access token says: who, on which device. The database may have disowned both since.

    Only for a statement that itself joins the device and the account and checks both.
    """

    account_id: UUID
    device_id: UUID


@dataclass(frozen=True, slots=True)
class Viewer:
    """A signed-in person, read from the database at this request, on this device.

    The scope is the union of what the three last fields allow (DOMAIN §15); the role says what
    one may *do*, never what one may see.
    """

    account_id: UUID
    device_id: UUID
    name: str
    role: Role
    language: Language
    sees_everything: bool
    sees_own_portfolio: bool
    branch_ids: tuple[UUID, ...]

    @property
    def by(self) -> By:
        """As the author of a fact."""
        return By(self.account_id, self.device_id)
