"""Append-only facts (who did what to which client, when), and the commands already answered."""

from __future__ import annotations

from piccolo.columns import UUID, BigInt, Bytea
from piccolo.constraints import Unique
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


class UnsealedFact(Table, tablename="unsealed_fact"):
    """A fact the sealer has not numbered yet; a trigger on `activity` adds it."""

    fact = columns.key()


class SealedFact(Table, tablename="sealed_fact"):
    """A fact's place in the one history: `position` is gapless from 1.

    `hash` chains it to the fact before (backend/activity/rules.py). Of what may be personal text it
    covers `text_digest` alone, made with `salt`, which is erased with the text.
    """

    position = BigInt(primary_key=True, default=None, null=False)
    fact = columns.link(Activity)
    salt = Bytea(default=None, null=True)
    text_digest = Bytea(default=None, null=False)
    hash = Bytea(default=None, null=False)

    sealed_fact_once = Unique(["fact"])


class AnsweredCommand(Table, tablename="answered_command"):
    """A command that was applied, under the `id` of what it made.

    `account` (zero for the command line) asked for it under `asked_id`, which is `id` unless that
    was in use. `digest` tells the same body from another.
    """

    id = columns.key()
    account = UUID(default=None, null=False)
    asked_id = UUID(default=None, null=False)
    command = columns.text()
    digest = columns.text()
    answered_at = columns.instant()

    answered_command_once_an_account = Unique(["account", "asked_id"])
