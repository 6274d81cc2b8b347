"""Phones on the application under test."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from tests.changes.phone import Phone
from tests.makers.ledger import MadePerson

PhoneOf = Callable[..., Phone]


@pytest.fixture
def phone_of(http: httpx.AsyncClient) -> PhoneOf:
    """`phone_of(person, limit=2)`: a phone that holds nothing yet."""

    def phone(person: MadePerson, limit: int = 100) -> Phone:
        return Phone(http, person, limit)

    return phone
