"""What of a client's file a fact concerns: only that is read again."""

from __future__ import annotations

from typing import Final, Literal, get_args

Part = Literal["file", "promises", "plans", "contacts", "disputes", "brief"]
CONCERNED: Final[dict[str, frozenset[Part]]] = {
    "comment": frozenset({"brief"}),
    "contact": frozenset({"contacts"}),
    "promise": frozenset({"promises", "file", "brief"}),
    "plan": frozenset({"promises", "plans", "file", "brief"}),
    "dispute": frozenset({"disputes", "promises", "file", "brief"}),
    "ledger": frozenset({"file", "promises", "plans", "disputes", "brief"}),
    "visit": frozenset(),
}
"""By what a fact is about, the first word of its kind; any other may concern everything."""
EVERYTHING: Final = frozenset({"everything"})


def parts_of(kind: str) -> frozenset[Part]:
    return CONCERNED.get(kind.partition("-")[0], frozenset(get_args(Part)))


def moves_disputes(kind: str) -> bool:
    return kind.startswith(("dispute", "document", "ledger"))
