"""Schemathesis on a running server: what it asks, as whom, and what it found."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder

from tests.contract.seeded import Seeded

SEED = 20_261_120
REAL_SHARE = 0.8
"""How often what a request names is something that exists."""

CHECKS = {
    # Whether a branch exists, or a cursor was made by us, no schema can say.
    "positive_data_acceptance": {
        "expected-statuses": ["2xx", "400", "401", "403", "404", "409", "422", "429", "5xx"]
    },
    # tests/access asks every operation without a sign-in; here it would double every request.
    "ignored_auth": {"enabled": False},
}

NAMED = {
    "path.client_id": "client_id",
    "path.document_id": "document_id",
    "path.contact_id": "contact_id",
    "path.user_id": "user_id",
    "path.company_id": "company_id",
    "path.branch_id": "branch_id",
    "path.device_id": "device_id",
    "path.run_id": "run_id",
    "path.file_id": "file_id",
    "path.promise_id": "promise_id",
    "path.plan_id": "plan_id",
    "body.document_ids[*]": "owed_id",
    "path.dispute_id": "dispute_id",
    "body.file_ids[*]": "file_id",
    "body.owner_id": "user_id",
    "path.link": "link",
    "path.comment_id": "comment_id",
    "path.visit_id": "visit_id",
    "path.report_id": "report_id",
    "body.visit_id": "visit_id",
    "body.mentions[*]": "user_id",
    "body.files[*]": "file_id",
    "body.into_client_id": "client_id",
    "body.to_user_id": "user_id",
    "body.rep_id": "user_id",
    "body.collector_id": "user_id",
    "body.branch_id": "branch_id",
    "body.branch_ids[*]": "branch_id",
    "body.company_id": "company_id",
    "body.email": "email",
    "body.password": "password",
    "body.refresh_token": "refresh_token",
}
# Where a request made of anything else has no chance at all, each names what exists.
NAMED_OTHERWISE = {
    "POST /api/open-link": {"body.token": "token", "body.new_password": "new_password"},
    "POST /api/clients/{client_id}/merge": {
        "path.client_id": "spare_id",
        "body.into_client_id": "contacted_id",
    },
    "POST /api/clients/{client_id}/unmerge": {"path.client_id": "merged_id"},
    "PATCH /api/clients/{client_id}/contacts/{contact_id}": {"path.client_id": "contacted_id"},
    "DELETE /api/clients/{client_id}/contacts/{contact_id}": {"path.client_id": "contacted_id"},
    **{
        f"POST /api/clients/{{client_id}}/{what}": {"path.client_id": "contacted_id"}
        for what in (
            "promises/{promise_id}/reschedule",
            "promises/{promise_id}/withdraw",
            "plans/{plan_id}/accept",
            "plans/{plan_id}/cancel",
        )
    },
    "POST /api/clients/{client_id}/promises": {
        "path.client_id": "contacted_id",
        "body.document_ids[*]": "owed_id",
        "body.promised_on": "promised_on",
    },
    "POST /api/clients/{client_id}/visits": {
        "path.client_id": "contacted_id",
        "body.planned_on": "promised_on",
    },
    "POST /api/imports": {"body.kind": "kind", "body.options": "options"},
    "POST /api/clients/{client_id}/files": {"body.file": "paper", "body.id": "own_id"},
    "POST /api/clients/{client_id}/disputes": {
        "path.client_id": "contacted_id",
        "body.document_id": "disputable_id",
    },
    "POST /api/disputes/{dispute_id}/resolve": {
        "body.resolution": "resolution",
        "body.granted": "granted",
    },
    "POST /api/disputes/{dispute_id}/close": {"path.dispute_id": "decided_id"},
    "POST /api/disputes/{dispute_id}/reopen": {"path.dispute_id": "decided_id"},
    # Whoever has an address that others are invited with finds it taken.
    "POST /api/users": {"body.email": "new_email"},
}


@dataclass
class Walked:
    """How often each operation answered what, and what each failed check had to say."""

    answers: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    failures: dict[str, str] = field(default_factory=dict)
    chained: int = 0
    """Requests made of what an earlier answer said."""

    def granted(self) -> set[str]:
        return {
            operation
            for operation, statuses in self.answers.items()
            if any(200 <= status < 300 for status in statuses)
        }


def walk(url: str, seeded: Seeded, phases: dict[str, Any]) -> Walked:
    """Every operation as the seeded person, in these phases of Schemathesis."""
    config = configured(seeded.real, phases)
    schema = schemathesis.openapi.from_url(f"{url}/api/openapi.json", config=config)

    @schema.auth(refresh_interval=None)
    class NextDevice:
        def get(self, case: Any, context: Any) -> str:  # noqa: ARG002 - Schemathesis's signature
            return next(seeded.tokens)

        def set(self, case: Any, data: str, context: Any) -> None:  # noqa: ARG002
            case.headers["Authorization"] = f"Bearer {data}"
            if case.path_parameters.get("user_id") == str(seeded.person.id):
                # Whoever takes their own role or scope away asks nothing more of use.
                case.path_parameters["user_id"] = str(seeded.place.colleague.id)

    walked = Walked()
    for event in from_schema(schema).execute():
        note(event, walked)
    return walked


def configured(real: dict[str, list[str]], phases: dict[str, Any]) -> SchemathesisConfig:
    real = real | {"new_email": [f"new.{n}@example.test" for n in range(40)]}

    def bound(names: dict[str, str], share: float) -> dict[str, Any]:
        return {
            key: {"dictionary": name, "probability": share}
            for key, name in names.items()
            if name in real
        }

    return SchemathesisConfig.from_dict(
        {
            "seed": SEED,
            "continue-on-failure": True,
            "generation": {
                "deterministic": True,
                "database": "none",
                "no-shrink": True,
                "with-security-parameters": False,
            },
            "checks": CHECKS,
            "dictionaries": {name: {"values": values} for name, values in real.items()},
            "parameters": bound(NAMED, REAL_SHARE),
            "operations": [
                *(
                    {"include-name": operation, "parameters": bound(names, 1.0)}
                    for operation, names in NAMED_OTHERWISE.items()
                ),
                # Its answer has no end; tests/live reads it.
                {"include-name": "GET /api/events", "enabled": False},
            ],
            "phases": {"enabled": False} | phases,
        }
    )


def note(event: events.EngineEvent, walked: Walked) -> None:
    match event:
        case events.ScenarioFinished(recorder=recorder):
            note_answers(recorder, walked)
            note_failures(recorder, walked)
        case events.NonFatalError():
            walked.failures[event.label] = str(event.value)
        case events.FatalError():
            raise event.exception


def note_answers(recorder: ScenarioRecorder, walked: Walked) -> None:
    for case_id, interaction in recorder.interactions.items():
        case = recorder.cases[case_id]
        walked.chained += case.is_transition_applied
        if interaction.response is not None:
            walked.answers[case.value.operation.label][interaction.response.status_code] += 1


def note_failures(recorder: ScenarioRecorder, walked: Walked) -> None:
    for case_id, checks in recorder.checks.items():
        for check in checks:
            if check.failure_info is not None:
                asked = recorder.cases[case_id].value.operation.label
                failure = check.failure_info.failure
                what = f"{asked}: {failure.title}"
                walked.failures[what] = f"{failure.message}\n{check.failure_info.code_sample}"
