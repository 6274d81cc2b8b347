"""Puts the modules together: the same for the server, the command line, the demo and the tests."""

from __future__ import annotations

from backend.activity.reacting import react_to
from backend.reactions import REACTIONS


def wire() -> None:
    """Registers every reaction; again does no harm."""
    for kind, reaction in REACTIONS:
        react_to(kind, reaction)
