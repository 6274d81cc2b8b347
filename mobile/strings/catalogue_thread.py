"""Sentences about the thread of a client and its comments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.store.comment_entry import CommentTrouble
    from mobile.strings.phrase import Phrase, Plural
    from shared.rules.wording.terms import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The tab of the client file, and the pane beside it."""

    tab: str
    title: str
    comments: Plural
    people: Plural
    unread: Plural
    empty: str
    empty_way: str
    older: str
    pinned: str
    pinned_by: Phrase
    today: str
    yesterday: str
    you: str
    new: str
    edited: Phrase
    follow: str
    unfollow: str
    followed: str
    unfollowed: str
    menu: Phrase
    edit: str
    pin: str
    unpin: str
    versions: str
    versions_title: str
    version_now: str
    to_promise: str
    to_dispute: str
    became_promise: str
    became_dispute: str
    from_comment: Phrase
    from_a_comment: str
    from_thread: str
    whole: str
    write: str
    spoken: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentSheet:
    """Writing a comment, and changing it."""

    action: str
    title: str
    edit_title: str
    edit_until: Phrase
    internal: str
    text: str
    hint: str
    count: Phrase
    mention: str
    named: Phrase
    nobody: str
    names_unread: str
    everybody: Phrase
    files: str
    guard: str
    guard_passage: Phrase
    guard_instead: Phrase
    reason: str
    reason_way: str
    topics: dict[Topic, str]
    troubles: dict[CommentTrouble, str]
    save: str
    save_anyway: str
    save_edit: str
    sent: str
    changed: str
    to_review: str
    not_sent: str
    kept: str
    posted_already: str
