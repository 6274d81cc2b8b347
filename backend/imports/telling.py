"""An import as the contract tells it, in the language of whoever reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from backend.catalogue import filled
from backend.catalogue.imports import ENGLISH, FRENCH
from shared.contract.imports import (
    ControlTotal,
    ImportOptions,
    ImportRun,
    Outcome,
    Preset,
    Question,
    RefusedLine,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from asyncpg import Record

    from backend.imports.reading.findings import Finding
    from backend.settings import Language

LINES_TOLD_MOST = 5


def told(code: str, facts: Mapping[str, object], language: Language) -> str:
    """The sentence of a finding; one that nobody wrote yet shows its code and facts."""
    if code not in ENGLISH:
        return f"{code}: {', '.join(f'{name} {value}' for name, value in facts.items())}"
    return filled((FRENCH if language == "fr" else ENGLISH)[code], facts)


def finding_told(kept: Mapping[str, Any], language: Language) -> str:
    """The sentence, with the first lines it is about."""
    whole = told(kept["code"], kept["facts"], language)
    lines = kept.get("lines") or []
    if not lines or "line" in kept:
        return whole
    named = ", ".join(str(line) for line in lines[:LINES_TOLD_MOST])
    more = " …" if len(lines) > LINES_TOLD_MOST else ""
    return f"{whole} ({'lignes' if language == 'fr' else 'lines'} {named}{more})"


def outcome_told(kept: Mapping[str, Any], language: Language) -> Outcome:
    """The outcome of a run; refused lines beyond those kept are counted in a warning."""
    refused = [
        RefusedLine(line=one["line"], reason=finding_told(one, language)) for one in kept["refused"]
    ]
    warnings = [finding_told(one, language) for one in kept["warnings"]]
    if kept["refused_count"] > len(refused):
        facts = {"count": kept["refused_count"] - len(refused)}
        warnings.append(told("more-refused", facts, language))
    return Outcome(
        added=kept["added"],
        changed=kept["changed"],
        closed=kept["closed"],
        refused=refused,
        warnings=warnings,
        control_totals=[ControlTotal(**total) for total in kept["control_totals"]],
    )


def question_told(kept: Mapping[str, Any], language: Language) -> Question:
    facts = kept["facts"]
    return Question(
        option=kept["option"],
        detail=told(kept["code"], facts, language),
        choices=kept["choices"],
        examples=[str(facts["example"])] if facts.get("example") else [],
        field=str(facts["field"]) if kept["option"] == "--map" else None,
    )


def problem_kept(code: str, facts: Mapping[str, object]) -> str:
    return json.dumps({"code": code, "facts": dict(facts)}, ensure_ascii=False)


def problem_told(kept: str, language: Language) -> str:
    problem = json.loads(kept)
    return told(problem["code"], problem["facts"], language)


def finding_kept(finding: Finding) -> dict[str, Any]:
    return {"code": finding.code, "facts": dict(finding.facts), "lines": list(finding.lines)}


def run_told(row: Record, language: Language) -> ImportRun:
    return ImportRun(
        id=row["id"],
        kind=row["kind"],
        file_name=row["file_name"],
        size=row["file_size"],
        fingerprint=row["fingerprint"],
        state=row["state"],
        progress=float(row["progress_share"]),
        requested_by=row["requested_by_name"],
        requested_at=row["requested_at"],
        applied_at=row["applied_at"],
        as_of=row["as_of"],
        options=ImportOptions.model_validate(row["options"]),
        columns=row["matched_columns"],
        outcome=outcome_told(row["outcome"], language) if row["outcome"] else None,
        question=question_told(row["question"], language) if row["question"] else None,
        problem=problem_told(row["problem"], language) if row["problem"] else None,
        can_be_undone=row["is_last"],
    )


def preset_told(row: Record) -> Preset:
    return Preset(name=row["name"], kind=row["kind"], options=row["options"])
