"""Signing in, people, their roles and scopes, their devices."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, SecretStr, StringConstraints

from shared.contract.base import Answer, Cursor, Message, Text
from shared.contract.organisation import Branch

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
Capability = Literal[
    "manage-users",
    "manage-organisation",
    "import-ledger",
    "merge-clients",
    "assign-clients",
    "edit-clients",
    "edit-contacts",
    "take-promises",
    "withdraw-promises",
    "agree-plans",
    "pin-comments",
    "see-audit",
    "export",
]

Email = Annotated[
    str,
    StringConstraints(
        max_length=254,
        to_lower=True,
        pattern=r"^[^@\s\x00<>()\[\],;:\\\"]{1,64}@[^@\s\x00<>()\[\],;:\\\"]{1,190}$",
    ),
]
Password = Annotated[SecretStr, Field(min_length=1, max_length=256)]
"""A password as typed; what a *new* one must satisfy is a rule of the server's."""


class SignIn(Message):
    email: Email
    password: Password
    device_name: Text | None = Field(default=None, description="“Claire's phone”, for her list.")


class Scope(Answer):
    """Which clients a person sees: the union of these (DOMAIN §15)."""

    everything: bool = False
    own_portfolio: bool = True
    branches: list[Branch] = Field(default_factory=list)


class User(Answer):
    """A person of ours."""

    id: UUID
    email: str
    name: str
    role: Role
    language: Language
    theme: Theme = "system"
    scope: Scope
    disabled: bool = False
    invited: bool = Field(default=False, description="Has not yet chosen a password.")
    last_seen_at: datetime | None = None
    clients: int = Field(default=0, description="Clients assigned as rep or collector.")
    capabilities: list[Capability] = Field(
        default_factory=list, description="What the role may do; what is seen, the scope says."
    )


class SignedIn(Answer):
    """Tokens and the person they stand for. Times are seconds from now."""

    access_token: str
    refresh_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 - the scheme, not a secret
    expires_in: int = Field(description="Life of the access token in seconds.")
    device_id: UUID
    user: User


class Refresh(Message):
    refresh_token: Annotated[str, StringConstraints(min_length=20, max_length=200)]
    request_id: UUID | None = Field(
        default=None, description="Client-made; a retry with the same one gets the same successor."
    )


class SignOut(Message):
    """Ends the device's family of tokens."""

    refresh_token: Annotated[str, StringConstraints(min_length=20, max_length=200)] | None = None


class ChangePassword(Message):
    current_password: Password
    new_password: Password


class ChangeProfile(Message):
    """One's own settings; absent fields stay."""

    language: Language | None = None
    theme: Theme | None = None


class Device(Answer):
    id: UUID
    name: str
    created_at: datetime
    last_seen_at: datetime
    current: bool = Field(description="The one that asks.")


class ChangeDevice(Message):
    name: Text


class DeviceList(Answer):
    items: list[Device]


class NewUser(Message):
    id: UUID | None = None
    email: Email
    name: Text
    role: Role
    language: Language = "fr"
    everything: bool = False
    own_portfolio: bool = True
    branch_ids: list[UUID] = Field(default_factory=list, max_length=500)


class ChangeUser(Message):
    """Absent fields stay."""

    email: Email | None = None
    name: Text | None = None
    role: Role | None = None
    everything: bool | None = None
    own_portfolio: bool | None = None
    branch_ids: list[UUID] | None = Field(default=None, max_length=500)
    disabled: bool | None = None


class UserList(Answer):
    items: list[User]
    next_cursor: Cursor | None = None


class Colleague(Answer):
    """Somebody a client may be given to."""

    id: UUID
    name: str
    role: Role


class ColleagueList(Answer):
    items: list[Colleague]
    next_cursor: Cursor | None = None


class OneTimeLink(Answer):
    """An invitation or a reset, to hand over; usable once."""

    url: str
    purpose: Literal["invitation", "reset"]
    expires_at: datetime
    sent_to: str | None = Field(default=None, description="Where it was mailed, if it was.")
    mail_problem: str | None = Field(
        default=None, description="Why it could not be mailed; the link holds all the same."
    )


class Invited(Answer):
    user: User
    link: OneTimeLink


class OpenLink(Message):
    """A person follows their link and chooses a password."""

    token: Annotated[str, StringConstraints(min_length=20, max_length=200)]
    new_password: Password


class AskReset(Message):
    email: Email


class Handover(Message):
    """Everything that is `from` becomes `to`'s, in one step."""

    to_user_id: UUID
    as_rep: bool = True
    as_collector: bool = True


class HandedOver(Answer):
    clients: int
