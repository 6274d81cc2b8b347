"""What stands in the database of a stored file; its bytes stand outside (backend.files.storage)."""

from __future__ import annotations

from piccolo.columns import UUID
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from backend.clients.tables import Client
from backend.database import columns
from backend.identity.tables import Account


class StoredFile(Table, tablename="stored_file"):
    """A photo or a paper of a client's file, as it was kept: never changed.

    One that nothing refers to a day later is taken away, and so is one whose words were erased.

    `body` and `thumbnail` are what the storage knows the bytes by: made here, so that neither the
    sender's id nor the file's name is ever a path. `sha256` is that of what was sent, and leaves
    the server in no answer: nobody learns from it what somebody else has sent.
    """

    id = columns.key()
    client = columns.link(Client, index=True)
    uploaded_by = columns.link(Account, null=True)
    uploaded_at = columns.instant()
    name = columns.text()
    media_type = columns.text()
    size_bytes = columns.count()
    width = columns.count(null=True)
    height = columns.count(null=True)
    body = UUID(default=None, null=False)
    thumbnail = UUID(default=None, null=True)
    sha256 = columns.text()

    stored_file_body_once = Unique(["body"])
    stored_file_thumbnail_once = Unique(["thumbnail"])
    stored_file_name_bounded = Check("char_length(name) BETWEEN 1 AND 120")
    stored_file_size_sane = Check("size_bytes > 0")
    stored_file_sha256_written = Check("sha256 ~ '^[0-9a-f]{64}$'")
    stored_file_picture_whole = Check("num_nonnulls(width, height, thumbnail) IN (0, 3)")
