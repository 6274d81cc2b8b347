"""How an import ended, as the command line tells it.

To a person in the language of the deployment; to a program (`--json`) in English always.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from backend.catalogue.console import said
from backend.commands import complain, say
from backend.imports.accounting_export import OUTSTANDING_ACCOUNT
from backend.imports.judging import outcome_kept, question_kept
from backend.imports.telling import outcome_told, question_told

if TYPE_CHECKING:
    from backend.imports.judging import Result
    from backend.settings import Language
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
        complain(asked_in(result, "en"))


def print_text(result: Result, language: Language) -> None:
    told = outcome_told(outcome_kept(result), language)
    for line in told.refused:
        complain(said(language, "line-refused", line=str(line.line), reason=line.reason))
    for warning in told.warnings:
        complain(said(language, "warning", warning=warning))
    if result.end == "question":
        complain(asked_in(result, language))
        return
    if result.end == "refused":
        complain(said(language, "nothing-applied"))
    else:
        done = "applied" if result.end == "applied" else "would-apply"
        counts = {"added": told.added, "changed": told.changed, "closed": told.closed}
        say(said(language, done, **counts))
    for total in told.control_totals:
        say(total_line(total, language))
    if told.matches is not None:
        say_matches(told.matches, language, applied=result.end == "applied")
    if result.question is not None:
        complain(asked_in(result, language))


def total_line(total: ControlTotal, language: Language) -> str:
    code = "control-total"
    if total.account is not None:
        is_owed = total.account == OUTSTANDING_ACCOUNT
        code = "control-total-of" if is_owed else "control-total-apart"
    return said(language, code, **total.model_dump())


def say_matches(matches: Matches, language: Language, *, applied: bool) -> None:
    """Those proposed, and what becomes of them."""
    code = "matches-shown"
    if matches.accepted:
        code = "matches-applied" if applied else "matches-would-be-applied"
    facts = matches.model_dump(include={"count", "amount", "currency"})
    say(said(language, code, **facts))
    for match in matches.shown[:MATCHES_SAID]:
        say(said(language, f"match-by-{match.reason}", **match.model_dump()))
    if matches.count > MATCHES_SAID:
        say(said(language, "and-more", count=matches.count - MATCHES_SAID))


def asked_in(result: Result, language: Language) -> str:
    if result.question is None:
        return ""
    question = question_told(question_kept(result.question), language)
    choices = f" ({', '.join(question.choices)})" if question.choices else ""
    return said(
        language,
        "settle-with",
        question=question.detail,
        option=question.option,
        choices=choices,
    )
