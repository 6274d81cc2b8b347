"""Rows of `open-items` and `history` files: documents with what is still due of them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

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
    items: list[OpenItem] = []
    named = columns.rows(
        *("company_code", "branch_code", "client_code", "client_name", "kind", "number"),
        *("issued_on", "due_on", "currency", "settled_on", "disputed", "terms", "label"),
    )
    for cells, amount, residual in zip(named, amounts, residuals, strict=True):
        at = cells[0]
        if at in refused:
            continue
        item = _item(columns.lines[at], cells[1:], amount, residual, builder, is_history=is_history)
        if item is not None:
            items.append(item)
            total = item.amount if is_history else item.residual
            builder.keep(item.currency, total, item.client_code, item.client_name)
    return items


def _item(
    line: int,
    cells: tuple[Any, ...],
    amount: Decimal | None,
    residual: Decimal | None,
    builder: Builder,
    *,
    is_history: bool,
) -> OpenItem | None:
    company, branch, client, name, word, number, issued, due, currency, settled, *rest = cells
    amount = residual if amount is None else amount
    if amount is None:
        builder.notes.refuse(line, "blank-value", header=builder.headers.get("amount", "amount"))
        return None
    if _is_closed(line, residual, settled, builder, is_history=is_history):
        return None
    kind = kind_of(word)
    if word and kind is None:
        builder.notes.warn("unknown-document-type", line, text=word[:40])
    if kind is ItemKind.PAYMENT:
        builder.notes.warn("payments-read-as-deposits", line)
    code = currency or builder.currency
    settled_kind, effect = settle_kind(kind, amount)
    whole = builder.rounded(effect, code, line)
    if whole is None:
        return None
    left = _left(settled_kind, effect, whole, residual, code, line, builder)
    if left is None:
        return None
    if abs(left) > abs(whole) or left * whole < 0:
        # What is due now is what the file is about: the document is taken for that much.
        builder.notes.warn("residual-above-amount", line, residual=f"{left}", amount=f"{whole}")
        settled_kind = settled_kind if left * whole > 0 else ItemKind.ADJUSTMENT
        whole = left
    builder.check_dates(line, issued, due, "due-before-issue")
    disputed, terms, label = rest
    return OpenItem(
        line,
        company or builder.options.company_code,
        branch,
        client,
        name,
        settled_kind,
        number,
        issued,
        due,
        code,
        whole,
        _ZERO.quantize(whole) if is_history and settled else left,
        settled if is_history else None,
        _truth(disputed),
        terms,
        label,
    )


def _left(
    kind: ItemKind,
    effect: Decimal,
    whole: Decimal,
    residual: Decimal | None,
    currency: str,
    line: int,
    builder: Builder,
) -> Decimal | None:
    """What is still due, signed as the document is; None where it is refused."""
    if residual is None or residual == effect:
        return whole
    return builder.rounded(settle_kind(kind, residual)[1], currency, line)


def _is_closed(
    line: int, residual: Decimal | None, settled: date | None, builder: Builder, *, is_history: bool
) -> bool:
    """Whether a list of open items holds a line that is settled, or of which nothing is due."""
    if is_history:
        return False
    as_of = builder.options.as_of
    if settled is not None and (as_of is None or settled <= as_of):
        builder.notes.warn("settled-lines-skipped", line)
        return True
    if residual is not None and residual == 0:
        builder.notes.warn("nothing-due-skipped", line)
        return True
    return False


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
