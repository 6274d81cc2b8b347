"""One promise being taken or put off: kept while it is typed, sent, and sent again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from flet import Observable

from mobile.api.failures import Failure, Refused
from mobile.store.promise_draft import Draft
from mobile.store.sent_draft import draft_after, draft_refused, is_typed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.sync.entries import Entry as Kept
    from shared.contract.promises import Promise  # noqa: F401 - named in PromiseEntry's base


W = TypeVar("W")
M = TypeVar("M")


class Entry(Observable, Generic[W, M]):
    """Nothing typed is lost by a failure, by closing the sheet, or by leaving the client's file.

    `W` is the word that is sent, `M` what the server makes of it.
    """

    def __init__(
        self, send: Callable[[W], Awaitable[M | Kept]], blank: Callable[[], Draft] = Draft
    ) -> None:
        self._send = send
        self._blank = blank
        self.draft = blank()
        self.asked = False
        """Whether it was to be sent as it is: what is missing is told from then on."""
        self.sending = False
        self.failure: Failure | None = None

    @property
    def is_typed(self) -> bool:
        return self.sending or is_typed(self.draft, self._blank())

    def change(self, **fields: Any) -> None:
        """What is typed or chosen, over what is there now."""
        self.draft = replace(self.draft, **fields)
        if isinstance(self.failure, Refused):
            self.failure = None

    def ask(self) -> None:
        self.asked = True

    async def send(self, word: W) -> M | Kept | None:
        """What was made, as it was taken, or what is kept until it can be sent.

        None where it is neither, and then `failure` says why.
        """
        if self.sending:
            return None
        self.sending, self.failure = True, None
        sent = self.draft
        try:
            made = await self._send(word)
        except Failure as failure:
            self.failure = failure
            self.draft = draft_refused(failure, self.draft)
            return None
        finally:
            self.sending = False
        self.draft, self.asked = draft_after(sent, self.draft, self._blank()), False
        return made


class PromiseEntry(Entry[W, "Promise"], Generic[W]):
    """One promise."""
