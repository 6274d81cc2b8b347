"""Promises and plans as the contract tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.files.service import files_by_id
from backend.files.telling import file_told
from shared.contract.clients import Person
from shared.contract.promises import (
    CountedPart,
    Instalment,
    Judgement,
    KeptRate,
    Plan,
    Promise,
    PromisedDocument,
)
from shared.money import round_amount

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from asyncpg import Record

    from backend.promises.service.reading import Told


def promise_told(told: Told) -> Promise:
    row = told.row
    return Promise(
        id=row["id"],
        state=row["state"],
        is_unknown=told.is_unknown,
        is_suspended=told.is_suspended,
        cash_through=told.cash_through,
        currency=row["currency"],
        amount=row["amount"],
        promised_on=row["promised_on"],
        deadline_on=told.deadline_on,
        about="account" if row["on_account"] else "documents",
        documents=[PromisedDocument(**one) for one in row["documents"]],
        said_by_contact_id=row["said_by_contact"],
        said_by=row["said_by"],
        channel=row["channel"],
        note=row["note"],
        taken_by=person(row, "taken_by"),
        said_at=row["said_at"],
        recorded_at=row["recorded_at"],
        origin_comment_id=row["origin_now"],
        replaces_id=row["replaces"],
        replaced_by_id=row["replaced_by"],
        reschedules=row["reschedules"],
        plan_id=row["plan"],
        place=row["place"],
        counted=round_amount(told.counted, row["currency"]),
        left=round_amount(told.left, row["currency"]),
        disputed=round_amount(told.disputed, row["currency"]),
        parts=[
            CountedPart(
                amount=one.amount,
                value_on=one.settlement.value_on,
                value_after=one.settlement.value_after,
                by="unknown" if one.settlement.kind == "unknown" else "payment",
                document_id=one.settlement.document,
            )
            for one in told.parts
        ],
        judgements=[Judgement(**one) for one in row["judgements"]],
        ended_at=row["ended_at"],
        ended_by=person(row, "ended_by"),
        ended_why=row["ended_why"],
    )


def person(row: Record, role: str) -> Person | None:
    return Person(id=row[role], name=row[f"{role}_name"]) if row[role] else None


def rate_told(row: Record) -> KeptRate:
    return KeptRate(
        currency=row["currency"],
        said_by_contact_id=row["said_by_contact"],
        said_by=None if row["is_whole"] else row["said_by"],
        judged=row["judged"],
        kept=row["kept"],
        kept_late=row["kept_late"],
        expected=row["expected"],
        counted=row["counted"],
        share_of_promises=row["kept"] / row["judged"],
        share_of_amount=float(row["counted"] / row["expected"]),
    )


async def plans_told(rows: Sequence[Record]) -> list[Plan]:
    """With their papers, all in one question."""
    files = await files_by_id([id_ for row in rows for id_ in row["files"]])
    return [plan_told(row, files) for row in rows]


def plan_told(row: Record, files: Mapping[UUID, Record]) -> Plan:
    return Plan(
        id=row["id"],
        state=row["state"],
        currency=row["currency"],
        amount=row["amount"],
        documents=[PromisedDocument(**one) for one in row["documents"]],
        instalments=[Instalment(**one) for one in row["instalments"]],
        said_by_contact_id=row["said_by_contact"],
        said_by=row["said_by"],
        note=row["note"],
        proposed_by=person(row, "proposed_by"),
        said_at=row["said_at"],
        recorded_at=row["recorded_at"],
        accepted_by=person(row, "accepted_by"),
        accepted_at=row["accepted_at"],
        proof=row["proof"],
        # A file whose client was merged and stands alone again is no longer shown here.
        files=[
            file_told(files[id_])
            for id_ in row["files"]
            if files[id_]["client"] == row["client_now"]
        ],
        ended_by=person(row, "ended_by"),
        ended_at=row["ended_at"],
        ended_why=row["ended_why"],
    )
