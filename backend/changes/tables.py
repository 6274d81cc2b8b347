"""What the change feed must remember: which history this is, and what each device holds of it."""

from __future__ import annotations

from piccolo.columns import UUID
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from backend.database import columns
from backend.identity.tables import Device


class FeedEpoch(Table, tablename="feed_epoch"):
    """One life of the database; cursors of another are worth nothing.

    `identity` names server, database and this very table as PostgreSQL numbers them: put back from
    a dump, at least one of them is another, and the next reading begins an epoch of its own.
    """

    id = columns.key()
    identity = columns.text(unique=True)
    began_at = columns.instant()


class ClientVersion(Table, tablename="client_version"):
    """The position of the last sealed fact that concerns a client; kept by the database alone.

    `id` is the client's, as it stood when the fact was sealed; zeros stand for facts that concern
    every client (somebody of ours has another name). No foreign key: a client that an import made
    goes when the import is undone, and devices have yet to hear of it.
    """

    id = columns.key()
    position = columns.big_count()


class HeldClient(Table, tablename="held_client"):
    """A client that a device holds, with everything up to `version` that concerns it."""

    id = columns.key()
    device = columns.link(Device)
    client = UUID(default=None, null=False)
    version = columns.big_count()

    held_client_once_a_device = Unique(["device", "client"])
    held_client_version_counted = Check("version >= 0")


class DeviceFeed(Table, tablename="device_feed"):
    """How far a device has told us it is: `page` is the last one it has taken in.

    `id` is the device's.
    """

    id = columns.key()
    page = UUID(default=None, null=False)
    told_at = columns.instant()
