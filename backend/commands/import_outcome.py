"""How an import ended, as the command line tells it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from backend.commands import complain, say
from backend.imports.accounting_export import OUTSTANDING_ACCOUNT
from backend.imports.judging import outcome_kept, question_kept
from backend.imports.telling import outcome_told, question_told

if TYPE_CHECKING:
    from backend.imports.judging import Result
    from shared.contract.imports import ControlTotal, Matches

MATCHES_SAID = 20


def print_json(result: Result) -> None:
    told = outcome_told(outcome_kept(result, everything=True), "en")
    answer = told.model_dump(mode="json", exclude_none=True)
    if result.question is not None:
        question = question_told(question_kept(result.question), "en")
        answer["question"] = question.model_dump(mode="json")
    say(json.dumps(answer, ensure_ascii=False, indent=2))
    if result.question is not None and result.end == "question":
        complain(asked_in(result))


def print_text(result: Result) -> None:
    told = outcome_told(outcome_kept(result), "en")
    for line in told.refused:
        complain(f"line {line.line}: {line.reason}")
    for warning in told.warnings:
        complain(f"warning: {warning}")
    if result.end == "question":
        complain(asked_in(result))
        return
    if result.end == "refused":
        complain("Nothing was applied.")
    else:
        done = "Applied" if result.end == "applied" else "Would apply"
        say(f"{done}: {told.added} added, {told.changed} changed, {told.closed} closed.")
    for total in told.control_totals:
        say(total_line(total))
    if told.matches is not None:
        say_matches(told.matches, applied=result.end == "applied")
    if result.question is not None:
        complain(asked_in(result))


def total_line(total: ControlTotal) -> str:
    if total.account is None:
        return f"Control total: {total.amount} {total.currency}"
    apart = "" if total.account == OUTSTANDING_ACCOUNT else " (no part of the outstanding)"
    return f"Control total {total.account} {total.label}: {total.amount} {total.currency}{apart}"


def say_matches(matches: Matches, *, applied: bool) -> None:
    """Those proposed, and what becomes of them."""
    word = "match" if matches.count == 1 else "matches"
    fate = "only shown: --accept-matches applies them"
    if matches.accepted:
        fate = "applied" if applied else "would be applied"
    say(f"{matches.count} {word} proposed, {matches.amount} {matches.currency}: {fate}.")
    for match in matches.shown[:MATCHES_SAID]:
        say(
            f"  {match.client}: {match.debit} of {match.debit_on} by {match.credit} of"
            f" {match.credit_on}, {match.amount} (one {match.reason})"
        )
    if matches.count > MATCHES_SAID:
        say(f"  and {matches.count - MATCHES_SAID} more")


def asked_in(result: Result) -> str:
    if result.question is None:
        return ""
    question = question_told(question_kept(result.question), "en")
    choices = f" ({', '.join(question.choices)})" if question.choices else ""
    return f"{question.detail} Settle it with {question.option}{choices}."
