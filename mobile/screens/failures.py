"""A failure in the person's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.api.failures import GoneFromDevice, Misunderstood, Refused, TooSlow, Unreachable

if TYPE_CHECKING:
    from mobile.api.failures import Failure
    from mobile.strings.catalogue import Strings


def sentence(words: Strings, failure: Failure) -> str:
    """The server's own sentence where it gave one; it speaks the person's language."""
    told = words.failure
    match failure:
        case Refused():
            return failure.problem.detail
        case TooSlow():
            return told.slow
        case Unreachable():
            return told.offline
        case GoneFromDevice():
            return told.choose_again
        case Misunderstood():
            return told.unexpected
        case _:
            return told.server


def reference(failure: Failure) -> str:
    """What to quote to whoever runs the server; empty when it never saw the request."""
    server_error = 500
    if isinstance(failure, Refused) and failure.status >= server_error:
        return failure.problem.request_id or ""
    return ""
