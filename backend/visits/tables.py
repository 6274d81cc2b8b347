"""Visits that people plan, and what they report of those they made."""

from __future__ import annotations

from piccolo.columns import UUID
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from backend.clients.tables import Client
from backend.database import columns
from backend.identity.tables import Account

MOODS = "'satisfied', 'annoyed', 'avoiding'"
UNPAID_REASONS = (
    "'cash_short', 'waits_for_own_clients', 'forgotten', 'invoice_not_received',"
    " 'awaiting_approval', 'disputed', 'payment_sent', 'terms_misunderstood', 'unwilling',"
    " 'no_decider', 'other'"
)


class Visit(Table, tablename="visit"):
    """A client on somebody's list for a day, at a place from 1 on; one taken off keeps its row.

    `client` is the one it was planned for, merged since or not. Places may have gaps: what was
    taken off left one.
    """

    id = columns.key()
    account = columns.link(Account)
    client = columns.link(Client, index=True)
    planned_on = columns.day()
    place = columns.count()
    planned_at = columns.instant()
    removed_at = columns.instant(null=True)

    visit_place_from_one = Check("place >= 1")


class VisitReport(Table, tablename="visit_report"):
    """What came of a visit, once; never changed (trigger `visit_report_is_append_only`).

    `met_contact` names a contact without a foreign key: contacts may be removed, `met` keeps the
    name.
    """

    id = columns.key()
    visit = columns.link(Visit, null=True)
    client = columns.link(Client, index=True)
    author = columns.link(Account)
    visited_on = columns.day()
    said_at = columns.instant()
    recorded_at = columns.instant()
    met_contact = UUID(default=None, null=True)
    met = columns.text(null=True)
    mood = columns.text()
    evidence = columns.text(null=True)
    unpaid_reason = columns.text(null=True)
    next_step = columns.text(null=True)
    next_step_on = columns.day(null=True)
    note = columns.text(null=True)

    visit_report_once_a_visit = Unique(["visit"])
    visit_report_mood_known = Check(f"mood IN ({MOODS})")
    visit_report_mood_shown = Check("mood = 'satisfied' OR evidence IS NOT NULL")
    visit_report_met_known = Check("mood = 'avoiding' OR met IS NOT NULL")
    visit_report_reason_known = Check(f"unpaid_reason IN ({UNPAID_REASONS})")
    visit_report_step_whole = Check("(next_step IS NULL) = (next_step_on IS NULL)")
    visit_report_texts_bounded = Check(
        "char_length(met) <= 200 AND char_length(evidence) <= 10000"
        " AND char_length(next_step) <= 10000 AND char_length(note) <= 10000"
    )
