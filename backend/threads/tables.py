"""Comments, what they say in each version, whom they name, and who has read how far."""

from __future__ import annotations

from piccolo.constraints import Check, Unique
from piccolo.table import Table

from backend.clients.tables import Client
from backend.database import columns
from backend.files.tables import StoredFile
from backend.identity.tables import Account


class Comment(Table, tablename="comment"):
    """A comment on a client, on the client it was said of: a merge moves none.

    Its words stand in `comment_version` only; `version` is the one that counts.
    """

    id = columns.key()
    client = columns.link(Client, index=True)
    author = columns.link(Account, index=True)
    said_at = columns.instant()
    recorded_at = columns.instant()
    version = columns.count()
    edited_at = columns.instant(null=True)
    pinned_at = columns.instant(null=True)
    pinned_by = columns.link(Account, null=True)

    comment_versions_from_one = Check("version >= 1")
    comment_edited_whole = Check("(version = 1) = (edited_at IS NULL)")
    comment_pinned_whole = Check("(pinned_at IS NULL) = (pinned_by IS NULL)")


class CommentVersion(Table, tablename="comment_version"):
    """What a comment said, from `written_at` until the next version. Never changed."""

    id = columns.key()
    comment = columns.link(Comment)
    number = columns.count()
    text = columns.text()
    written_at = columns.instant()

    comment_version_once = Unique(["comment", "number"])
    comment_version_bounded = Check("char_length(text) BETWEEN 1 AND 10000")


class CommentMention(Table, tablename="comment_mention"):
    """Somebody, or everybody of a role, whom a comment names: one of the two."""

    id = columns.key()
    comment = columns.link(Comment, index=True)
    account = columns.link(Account, null=True, index=True)
    role = columns.text(null=True)

    comment_mention_one = Check("num_nonnulls(account, role) = 1")
    comment_mention_once = Unique(["comment", "account"])
    comment_mention_role_once = Unique(["comment", "role"])
    comment_mention_role_known = Check(
        "role IN ('sales', 'after_sales', 'collector', 'branch_manager', 'credit_manager',"
        " 'finance_director', 'admin')"
    )


class CommentFile(Table, tablename="comment_file"):
    """A file of the client's that a comment shows."""

    id = columns.key()
    comment = columns.link(Comment)
    file = columns.link(StoredFile, index=True)

    comment_file_once = Unique(["comment", "file"])


class ThreadFollow(Table, tablename="thread_follow"):
    """Whether a person wants to hear of a client's thread; a row they took back stays, as a no."""

    id = columns.key()
    client = columns.link(Client)
    account = columns.link(Account, index=True)
    is_following = columns.flag()
    since = columns.instant()

    thread_follow_once = Unique(["client", "account"])


class ThreadRead(Table, tablename="thread_read"):
    """How far a person has read a client's thread."""

    id = columns.key()
    client = columns.link(Client)
    account = columns.link(Account, index=True)
    read_through = columns.instant()

    thread_read_once = Unique(["client", "account"])
