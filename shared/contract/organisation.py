"""Our companies and their branches."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from shared.contract.base import Answer, Code, Message, Text


class Company(Answer):
    """One of our legal entities."""

    id: UUID
    code: Code
    name: str
    siren: str | None = None
    currency: str


class Branch(Answer):
    """A place of one of our companies."""

    id: UUID
    company_id: UUID
    code: Code
    name: str


class NewBranch(Message):
    id: UUID | None = None
    company_id: UUID
    code: Code
    name: Text


class ChangeBranch(Message):
    name: Text


class NewCompany(Message):
    id: UUID | None = None
    code: Code
    name: Text
    siren: Annotated[str, StringConstraints(pattern=r"^\d{9}$")] | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "EUR"


class ChangeCompany(Message):
    name: Text


class Organisation(Answer):
    """Our companies and their branches."""

    companies: list[Company]
    branches: list[Branch]
