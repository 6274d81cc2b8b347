"""Disputes: what a client contests of an invoice, who answers, and what came of it."""

from __future__ import annotations

from piccolo.columns import UUID
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from backend.clients.tables import Client
from backend.database import columns
from backend.files.tables import StoredFile
from backend.identity.tables import Account
from backend.receivables.tables import Document

REASONS = (
    "'price', 'discount', 'vat', 'total', 'quantity', 'item', 'quality', 'delivery',"
    " 'order_reference', 'contract', 'duplicate', 'address', 'not_received', 'documents',"
    " 'bank_details', 'other', 'warranty', 'commercial_gesture', 'cash_trouble', 'insolvency',"
    " 'post', 'credit_note_awaited', 'internal_error'"
)
DEPARTMENTS = "'sales', 'after_sales', 'logistics', 'billing', 'finance'"


class Dispute(Table, tablename="dispute"):
    """A share of one invoice that its client contests.

    `client` is the one the invoice was booked on: whoever owes it today is found through it.
    `claimed` is what is contested; `blocked` what of it is not dunned in the present state, which
    what is still due bounds (shared.rules.dispute). Both are in the invoice's currency. The answer
    comes from `owner`, or from anybody of `department`, by `due_on`.
    """

    id = columns.key()
    client = columns.link(Client)
    document = columns.link(Document, index=True)
    reason = columns.text()
    department = columns.text()
    claimed = columns.money()
    blocked = columns.money()
    state = columns.text()
    owner = columns.link(Account, null=True)
    opened_by = columns.link(Account, null=True)
    opened_at = columns.instant()
    opened_on = columns.day()
    due_on = columns.day()
    moved_at = columns.instant()
    resolution = columns.text(null=True)
    granted = columns.money(null=True)
    closed_on = columns.day(null=True)
    closed_because = columns.text(null=True)
    # Of a module above this one: the database holds the tie (migration 0009b).
    origin_comment = UUID(default=None, null=True)

    dispute_reason_known = Check(f"reason IN ({REASONS})")
    dispute_department_known = Check(f"department IN ({DEPARTMENTS})")
    dispute_state_known = Check(
        "state IN ('opened', 'assigned', 'waiting_client', 'waiting_internal', 'accepted',"
        " 'partly_accepted', 'rejected', 'closed')"
    )
    dispute_resolution_known = Check("resolution IN ('credit_note', 'gesture', 'confirmed_due')")
    dispute_closed_because_known = Check("closed_because IN ('settled', 'resolved')")
    dispute_claimed_sane = Check("claimed > 0 AND claimed < 1e15 AND scale(claimed) <= 4")
    dispute_granted_within = Check("granted BETWEEN 0 AND claimed")
    dispute_blocked_by_state = Check(
        "blocked = CASE WHEN state IN ('rejected', 'closed') THEN 0"
        " WHEN state IN ('accepted', 'partly_accepted') THEN granted ELSE claimed END"
    )
    dispute_decided_whole = Check("(resolution IS NULL) = (granted IS NULL)")
    dispute_closed_whole = Check(
        "(closed_on IS NULL) = (state <> 'closed')"
        " AND (closed_on IS NULL) = (closed_because IS NULL)"
    )
    dispute_owned_once_assigned = Check("state <> 'assigned' OR owner IS NOT NULL")


class DisputeSpan(Table, tablename="dispute_span"):
    """How much a dispute kept from being dunned, from a day up to the day before another."""

    id = columns.key()
    dispute = columns.link(Dispute, index=True)
    from_on = columns.day()
    until_on = columns.day(null=True)
    amount = columns.money()

    dispute_span_forwards = Check("until_on >= from_on")
    dispute_span_amount_sane = Check("amount > 0 AND amount < 1e15")


class DisputeEntry(Table, tablename="dispute_entry"):
    """Something said about a dispute, or a move of it: appended, never changed.

    `place` counts the entries of a dispute in the order they were taken in, under its lock.
    `move` is what was done with it (`open`, `assign`, `answer` …), None for mere words.
    """

    id = columns.key()
    dispute = columns.link(Dispute)
    place = columns.count()
    author = columns.link(Account, null=True)
    said_at = columns.instant()
    recorded_at = columns.instant()
    move = columns.text(null=True)
    state = columns.text()
    amount = columns.money(null=True)
    owner = columns.link(Account, null=True)
    text = columns.text(null=True)

    dispute_entry_place_once = Unique(["dispute", "place"])
    dispute_entry_text_bounded = Check("char_length(text) <= 10000")


class DisputeFile(Table, tablename="dispute_file"):
    """A photo or a paper that an entry brought as evidence."""

    id = columns.key()
    entry = columns.link(DisputeEntry)
    file = columns.link(StoredFile, index=True)

    dispute_file_once_an_entry = Unique(["entry", "file"])


class DisputePolicy(Table, tablename="dispute_policy"):
    """The company's own department and days of response for a reason, from a day on."""

    id = columns.key()
    reason = columns.text()
    from_on = columns.day()
    department = columns.text()
    sla_days = columns.count()

    dispute_policy_once_a_day = Unique(["reason", "from_on"])
    dispute_policy_reason_known = Check(f"reason IN ({REASONS})")
    dispute_policy_department_known = Check(f"department IN ({DEPARTMENTS})")
    dispute_policy_days_sane = Check("sla_days BETWEEN 0 AND 365")
