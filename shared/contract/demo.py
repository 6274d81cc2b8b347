"""The people of the demo company; a server outside demo mode has no such answer."""

from __future__ import annotations

from shared.contract.base import Answer
from shared.contract.identity import Role


class DemoAccount(Answer):
    """One person's sign-in, offered on the screen where one signs in."""

    name: str
    role: Role
    email: str
    password: str


class DemoAccounts(Answer):
    items: list[DemoAccount]
