"""Append-only facts: who did what to which client, when, from which device."""

from __future__ import annotations

from piccolo.columns import UUID
from piccolo.table import Table

from backend.database import columns


class Activity(Table, tablename="activity"):
    """One business fact. People, devices and clients are named by id only: no foreign keys."""

    id = columns.key()
    recorded_at = columns.instant()
    said_at = columns.instant()
    actor = UUID(default=None, null=True)
    device = UUID(default=None, null=True)
    client = UUID(default=None, null=True)
    kind = columns.text()
    subject = UUID(default=None, null=True)
    before = columns.document(null=True)
    after = columns.document(null=True)
    why = columns.text(null=True)
