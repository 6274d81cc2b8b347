"""Whether what was found lets an import go on, and how its end is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from backend.imports.reading.findings import Finding, Question, RefusedLine
from backend.imports.telling import finding_kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from backend.activity.service import By
    from backend.imports.placing import Matches, Plan
    from backend.imports.reading.diagnosis import ControlTotal, Diagnosis, Outcome
    from backend.imports.reading.rows import Kind
    from shared.contract.imports import ImportOptions

End = Literal["previewed", "applied", "refused", "question"]

REFUSED_KEPT = 1_000
"""Refused lines a run keeps; the command line tells more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file and what to do with it. Without `apply` nothing is written."""

    run_id: UUID
    kind: Kind
    path: Path
    file_name: str
    options: ImportOptions
    apply: bool
    by: By
    language: str
    is_recorded: bool = False
    """Whether the run has its row already, as uploads have."""


@dataclass(frozen=True, slots=True)
class Result:
    """How an import ended, and what it would do or did.

    A `question` beside `previewed` is asked before applying: whether so much may close.
    """

    end: End
    diagnosis: Diagnosis
    question: Question | None = None
    added: int = 0
    changed: int = 0
    closed: int = 0
    refused: Sequence[RefusedLine] = ()
    refused_count: int = 0
    warnings: Sequence[Finding] = ()
    control_totals: Sequence[ControlTotal] = ()
    matches: Matches | None = None
    plan: Plan | None = field(default=None, repr=False)


def unready(diagnosis: Diagnosis) -> Result:
    """A file whose rows cannot be read: what is wrong with it, or what it leaves open."""
    if diagnosis.refusals:
        refused = [of_whole_file(finding, diagnosis) for finding in diagnosis.refusals]
        return Result("refused", diagnosis, refused=refused, refused_count=len(refused))
    return Result("question", diagnosis, question=diagnosis.questions[0])


def of_whole_file(finding: Finding, diagnosis: Diagnosis) -> RefusedLine:
    """A refusal of the file stands at the line it was found on, else at the header's."""
    header = diagnosis.source.header_line if diagnosis.source else 1
    return RefusedLine(finding.lines[0] if finding.lines else header, finding)


def judged(job: Job, diagnosis: Diagnosis, outcome: Outcome, plan: Plan | None) -> Result:
    """Whether what was found lets the import go on."""
    refused = [*outcome.refused, *(plan.refused if plan else ())]
    result = Result(
        "applied" if job.apply else "previewed",
        diagnosis,
        question=plan.confirm if plan and not job.options.confirm_closing else None,
        added=plan.added if plan else 0,
        changed=plan.changed if plan else 0,
        closed=plan.closed if plan else 0,
        refused=sorted(refused, key=lambda one: one.line),
        refused_count=outcome.refused_count + (plan.refused_count if plan else 0),
        warnings=[*outcome.warnings, *(plan.warnings if plan else ())],
        control_totals=outcome.control_totals,
        matches=plan.matches if plan else None,
        plan=plan,
    )
    if plan is not None and plan.refusal is not None:
        whole = of_whole_file(plan.refusal, diagnosis)
        return replace(result, end="refused", question=None, refused=[whole], refused_count=1)
    if plan is not None and plan.question is not None:
        return replace(result, end="question", question=plan.question)
    if result.refused_count and not job.options.skip_refused:
        return stopped(result, job, "refused")
    if job.apply and result.question is not None:
        return stopped(result, job, "question")
    return result


def stopped(result: Result, job: Job, end: End) -> Result:
    """Asked to apply, nothing was: then nothing was added. A preview tells what would be."""
    if not job.apply:
        return replace(result, end=end)
    return replace(result, end=end, added=0, changed=0, closed=0)


def outcome_kept(result: Result, *, everything: bool = False) -> dict[str, Any]:
    """The outcome as the run keeps it: codes and facts, told in the reader's language later."""
    refused = result.refused if everything else result.refused[:REFUSED_KEPT]
    return {
        "added": result.added,
        "changed": result.changed,
        "closed": result.closed,
        "refused_count": result.refused_count,
        "refused": [{"line": one.line, **finding_kept(one.finding)} for one in refused],
        "warnings": [finding_kept(finding) for finding in result.warnings],
        "control_totals": [
            {"currency": total.currency, "amount": f"{total.amount:f}", "account": total.account}
            for total in result.control_totals
        ],
        "matches": matches_kept(result.matches) if result.matches else None,
    }


def matches_kept(matches: Matches) -> dict[str, Any]:
    return {
        "count": matches.count,
        "amount": f"{matches.amount:f}",
        "currency": matches.currency,
        "accepted": matches.accepted,
        "shown": [
            {
                **asdict(match),
                "debit_on": match.debit_on.isoformat(),
                "credit_on": match.credit_on.isoformat(),
                "amount": f"{match.amount:f}",
            }
            for match in matches.shown
        ],
    }


def headings_kept(diagnosis: Diagnosis) -> list[dict[str, Any]]:
    return [{"header": one.header, "samples": list(one.samples)} for one in diagnosis.headings]


def question_kept(question: Question) -> dict[str, Any]:
    return {
        "option": question.option,
        "choices": list(question.choices),
        **finding_kept(question.finding),
    }
