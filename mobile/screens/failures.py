"""A failure in the person's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.api.failures import (
    GoneFromDevice,
    Misunderstood,
    Refused,
    SomebodyElse,
    TooSlow,
    Unreachable,
)
from mobile.sync.refusals import (
    AlreadyEntered,
    FileTooLarge,
    MayHaveArrived,
    NotKept,
    NotYours,
    OutboxFull,
    TooManyFiles,
    Unreadable,
)
from mobile.sync.versions import NewerRelease

if TYPE_CHECKING:
    from mobile.api.failures import Failure
    from mobile.strings.catalogue import Strings


def sentence(words: Strings, failure: Failure) -> str:
    """The server's own sentence where it gave one; it speaks the person's language."""
    told = words.failure
    match failure:
        case Refused():
            said = failure.problem.detail
        case TooSlow():
            said = told.slow
        case Unreachable():
            said = told.offline
        case GoneFromDevice():
            said = told.choose_again
        case Misunderstood():
            said = told.unexpected
        case _:
            said = _of_device(words, failure) or _of_outbox(words, failure) or told.server
    return said


def _of_device(words: Strings, failure: Failure) -> str:
    """What the device itself does not take, or does not let go of; empty of anything else."""
    told, said = words.refusals, ""
    match failure:
        case OutboxFull():
            said = told.full
        case FileTooLarge(name=name):
            said = told.file_too_large(name=name)
        case TooManyFiles(most=most):
            said = told.too_many_files(most)
        case NotKept():
            said = told.not_kept
        case AlreadyEntered():
            said = told.already_entered
        case MayHaveArrived():
            said = told.may_have_arrived
        case SomebodyElse():
            said = told.somebody_else
    return said


def _of_outbox(words: Strings, failure: Failure) -> str:
    """Why what was entered here cannot be opened; empty of anything else."""
    match failure:
        case NewerRelease():
            return words.offline.newer_release
        case Unreadable():
            return words.offline.unreadable
        case NotYours():
            return words.offline.not_yours
        case _:
            return ""


def reference(failure: Failure) -> str:
    """What to quote to whoever runs the server; empty when it never saw the request."""
    server_error = 500
    if isinstance(failure, Refused) and failure.status >= server_error:
        return failure.problem.request_id or ""
    return ""
