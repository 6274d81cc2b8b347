"""The made-up company."""

from __future__ import annotations

from shared.contract.base import Answer
from shared.contract.identity import Role


class DemoAccount(Answer):
    """Somebody of the made-up company, offered on the sign-in page in demo mode only."""

    name: str
    email: str
    role: Role
    password: str


class DemoAccountList(Answer):
    items: list[DemoAccount]
