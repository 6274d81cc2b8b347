"""An import as the contract tells it, in the language of whoever reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from backend.catalogue import filled
from backend.catalogue.imports import ENGLISH, FRENCH
from backend.catalogue.ledger_files import ACCOUNTS, LABELS
from backend.imports.reading.mapping import fields_of
from backend.imports.reading.rows import Kind
from shared.contract.imports import (
    ControlTotal,
    FileColumn,
    FileField,
    ImportOptions,
    ImportRun,
    Match,
    Matches,
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
OF_A_COLUMN = {"missing-column", "two-columns-for-one-field"}


def told(code: str, facts: Mapping[str, object], language: Language) -> str:
    """The sentence of a finding; one that nobody wrote yet shows its code and facts."""
    if code not in ENGLISH:
        return f"{code}: {', '.join(f'{name} {value}' for name, value in facts.items())}"
    if "field" in facts and code in OF_A_COLUMN:
        facts = {**facts, "field": field_told(str(facts["field"]), language)}
    return filled((FRENCH if language == "fr" else ENGLISH)[code], facts, language)


def field_told(field: str, language: Language) -> str:
    """In English with the name that the command line knows it by."""
    label = label_of(field, language)
    return label if language == "fr" or label == field else f"{label} ({field})"


def finding_told(kept: Mapping[str, Any], language: Language) -> str:
    """The sentence, with the first lines it is about."""
    whole = told(kept["code"], kept["facts"], language)
    lines = kept.get("lines") or []
    if not lines or "line" in kept:
        return whole
    named = ", ".join(str(line) for line in lines[:LINES_TOLD_MOST])
    more = " …" if len(lines) > LINES_TOLD_MOST else ""
    word = "ligne" if language == "fr" else "line"
    return f"{whole} ({word if len(lines) == 1 else f'{word}s'} {named}{more})"


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
        control_totals=[total_told(total, language) for total in kept["control_totals"]],
        matches=matches_told(kept["matches"]) if kept.get("matches") else None,
    )


def total_told(kept: Mapping[str, Any], language: Language) -> ControlTotal:
    names = ACCOUNTS.get(kept["account"] or "")
    label = names[language == "fr"] if names else None
    return ControlTotal(**kept, label=label)


def matches_told(kept: Mapping[str, Any]) -> Matches:
    shown = [Match(client=one["client_code"], **without_code(one)) for one in kept.get("shown", ())]
    return Matches(
        count=kept["count"],
        amount=kept["amount"],
        currency=kept["currency"],
        accepted=kept["accepted"],
        shown=shown,
    )


def without_code(match: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in match.items() if name != "client_code"}


def fields_told(kind: Kind, matched: Mapping[str, str], language: Language) -> list[FileField]:
    """Everything a file of this kind may tell, and where this one does."""
    return [
        FileField(
            name=field.name,
            label=label_of(field.name, language),
            is_required=field.is_required,
            header=matched.get(field.name),
        )
        for field in fields_of(kind, matched)
    ]


def label_of(field: str, language: Language) -> str:
    """A field of a FEC is known to accountants by its legal name."""
    english, french = LABELS.get(field, (field, field))
    return french if language == "fr" else english


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
        requested_from=row["requested_from_name"],
        requested_at=row["requested_at"],
        applied_at=row["applied_at"],
        as_of=row["as_of"],
        options=ImportOptions.model_validate(row["options"]),
        columns=row["matched_columns"],
        file_columns=[FileColumn(**one) for one in row["headings"] or ()],
        fields=fields_told(Kind(row["kind"]), row["matched_columns"], language)
        if row["headings"]
        else [],
        outcome=outcome_told(row["outcome"], language) if row["outcome"] else None,
        question=question_told(row["question"], language) if row["question"] else None,
        problem=problem_told(row["problem"], language) if row["problem"] else None,
        can_be_undone=row["is_last"],
    )


def preset_told(row: Record) -> Preset:
    return Preset(name=row["name"], kind=row["kind"], options=row["options"])
