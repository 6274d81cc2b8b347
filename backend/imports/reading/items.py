"""Rows of `open-items` and `history` files: documents with what is still due of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import compress
from typing import Any, Final, NamedTuple

from backend.imports.reading.building import Builder
from backend.imports.reading.cells import Columns
from backend.imports.reading.document_kinds import is_credit_side, kind_of, settle_kind
from backend.imports.reading.rows import ItemKind, OpenItem

_YES: Final = frozenset({"yes", "y", "oui", "o", "true", "vrai", "1", "x", "litige", "disputed"})
_NO: Final = frozenset({"no", "n", "non", "false", "faux", "0", "-"})
_ZERO: Final = Decimal(0)
_REQUIRED: Final = ("client_code", "number", "issued_on")


def build_items(columns: Columns, builder: Builder, *, is_history: bool) -> list[OpenItem]:
    """The chunk's documents; what is not taken is noted with its line."""
    refused = builder.refused_positions(columns, _REQUIRED)
    amounts, residuals = _amounts(columns)
    currencies = [code or builder.currency for code in columns["currency"]]
    judge = _Judge(builder, is_history=is_history)
    judged = [
        None if at in refused else judge.judge(line, *facts)
        for at, (line, *facts) in enumerate(
            zip(
                *(columns.lines, columns["kind"], amounts, residuals, columns["settled_on"]),
                currencies,
                strict=True,
            )
        )
    ]
    items = list(map(OpenItem._make, _side_by_side(columns, currencies, judged, builder)))
    if "due_on" in columns.values:
        for item in items:
            if item.due_on is not None and item.due_on < item.issued_on:
                builder.notes.warn("due-before-issue", item.line)
    builder.keep((item.client_code, item.client_name) for item in items)
    builder.add((item.currency, item.amount if is_history else item.residual) for item in items)
    return items


def _side_by_side(
    columns: Columns, currencies: list[str], judged: list["_Judged | None"], builder: Builder
) -> Iterator[tuple[Any, ...]]:
    """The fields of the rows that are taken, in the order of `OpenItem`."""
    nothing = _Judged("", _ZERO, _ZERO, None)
    kinds, amounts, residuals, settled = zip(*(one or nothing for one in judged), strict=True)
    company = builder.options.company_code
    fields = (
        columns.lines,
        [code or company for code in columns["company_code"]],
        columns["branch_code"],
        columns["client_code"],
        columns["client_name"],
        kinds,
        columns["number"],
        columns["issued_on"],
        columns["due_on"],
        currencies,
        amounts,
        residuals,
        settled,
        list(map(_truth, columns["disputed"])),
        columns["terms"],
        columns["label"],
    )
    return compress(zip(*fields, strict=True), judged)


class _Judged(NamedTuple):
    kind: str
    amount: Decimal
    residual: Decimal
    settled_on: date | None


class _Judge:
    """Says what each line is and how much of it is due; None where it is not taken."""

    def __init__(self, builder: Builder, *, is_history: bool) -> None:
        self._builder = builder
        self._is_history = is_history

    def judge(
        self,
        line: int,
        word: str | None,
        amount: Decimal | None,
        residual: Decimal | None,
        settled: date | None,
        currency: str,
    ) -> _Judged | None:
        builder = self._builder
        amount = residual if amount is None else amount
        if amount is None or self._is_closed(line, residual, settled):
            if amount is None:
                header = builder.headers.get("amount", "amount")
                builder.notes.refuse(line, "blank-value", header=header)
            return None
        settled = settled if self._is_history else None
        kind, effect = settle_kind(self._kind(line, word) if word else None, amount)
        whole = builder.rounded(effect, currency, line)
        if whole is None:
            return None
        if self._is_history and settled is not None:
            return _Judged(kind, whole, whole - whole, settled)
        if residual is amount or residual is None or residual == effect:
            return _Judged(kind, whole, whole, settled)
        return self._with_residual(line, _Judged(kind, whole, residual, settled), currency)

    def _is_closed(self, line: int, residual: Decimal | None, settled: date | None) -> bool:
        """Whether a list of open items holds a line that is settled, or owes nothing."""
        if self._is_history or (residual and settled is None):
            return False
        as_of = self._builder.options.as_of
        if settled is not None and (as_of is None or settled <= as_of):
            self._builder.notes.warn("settled-lines-skipped", line)
            return True
        if residual is not None and residual == 0:
            self._builder.notes.warn("nothing-due-skipped", line)
            return True
        return False

    def _with_residual(self, line: int, written: _Judged, currency: str) -> _Judged | None:
        """What is due now is what the file is about: a document is never smaller than that."""
        kind, whole, residual, settled = written
        left = self._builder.rounded(settle_kind(ItemKind(kind), residual)[1], currency, line)
        if left is None:
            return None
        if abs(left) <= abs(whole) and left * whole >= 0:
            return _Judged(kind, whole, left, settled)
        facts = {"residual": f"{left}", "amount": f"{whole}"}
        self._builder.notes.warn("residual-above-amount", line, **facts)
        return _Judged(kind if left * whole > 0 else ItemKind.ADJUSTMENT, left, left, settled)

    def _kind(self, line: int, word: str) -> ItemKind | None:
        kind = kind_of(word)
        if kind is None:
            self._builder.notes.warn("unknown-document-type", line, text=word[:40])
        elif kind is ItemKind.PAYMENT:
            self._builder.notes.warn("payments-read-as-deposits", line)
        return kind


def _amounts(columns: Columns) -> tuple[Sequence[Any], Sequence[Any]]:
    """Amount and residual a row, from whichever columns the file has."""
    amounts = _signed(columns)
    residuals = columns["residual"]
    if "residual" not in columns.values:
        paid = columns["paid"]
        residuals = [
            amount - abs(part) * (1 if amount >= 0 else -1)
            if isinstance(amount, Decimal) and isinstance(part, Decimal)
            else amount
            for amount, part in zip(amounts, paid, strict=True)
        ]
    elif "amount" not in columns.values and "debit" not in columns.values:
        amounts = residuals
    return amounts, residuals


def _signed(columns: Columns) -> Sequence[Any]:
    if "debit" in columns.values and "credit" in columns.values and "amount" not in columns.values:
        return [
            None if debit is None and credit is None else (debit or _ZERO) - (credit or _ZERO)
            for _, debit, credit in columns.rows("debit", "credit")
        ]
    if "side" not in columns.values:
        return columns["amount"]
    return [
        -amount if isinstance(amount, Decimal) and is_credit_side(side) else amount
        for _, amount, side in columns.rows("amount", "side")
    ]


def _truth(text: str | None) -> bool | None:
    folded = text.lower() if text else ""
    return True if folded in _YES else False if folded in _NO else None
