"""One comment being written or changed: kept while it is typed, looked over, sent once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal
from uuid import UUID  # noqa: TC003 - a dataclass's fields are looked at

from flet import Observable

from mobile.api.failures import Failure, Refused
from mobile.store.mentioning import completed, fragment_typed, passages
from mobile.store.sent_draft import draft_after, draft_refused, is_typed
from shared.ids import new_id
from shared.rules.wording_guard import not_factual

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from mobile.store.attachments import Attachments
    from mobile.store.mentioning import Fragment, Name
    from mobile.sync.entries import Entry as Kept
    from shared.contract.threads import Comment
    from shared.rules.wording_guard import Finding

TEXT_MOST: Final = 10_000
REASON_MOST: Final = 200
Part = Literal["text", "reason", "files"]
CommentTrouble = Literal[
    "nothing-written", "too-long", "reason-missing", "reason-too-long", "failed-file"
]
NOT_FACTUAL: Final = "wording-not-factual"


@dataclass(frozen=True, slots=True)
class Draft:
    """`id` is the comment's own from the first letter on: sent twice, it is posted once."""

    id: UUID = field(default_factory=new_id)
    text: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ready:
    """What is sent: the words, whom they name, why wording the guard advises against stands."""

    id: UUID
    text: str
    named: tuple[Name, ...]
    files: tuple[UUID, ...]
    reason: str | None


class CommentEntry(Observable):
    """Nothing typed is lost by a failure, by closing the sheet, or by leaving the client's file."""

    def __init__(
        self,
        send: Callable[[Ready], Awaitable[Comment | Kept]],
        attachments: Attachments | None = None,
        said: str = "",
    ) -> None:
        self._send = send
        self._said = said
        self.attachments = attachments
        self.draft = Draft(text=said)
        self.fragment: Fragment | None = None
        self._chosen: list[Name] = []
        self.findings: tuple[Finding, ...] = ()
        """What the guard found in the text that was to be sent."""
        self.asked = False
        self.sending = False
        self.failure: Failure | None = None

    @property
    def is_typed(self) -> bool:
        words = is_typed(self.draft, Draft(text=self._said))
        return self.sending or words or bool(self.attachments and self.attachments.items)

    def write(self, text: str) -> None:
        self.fragment = fragment_typed(self.draft.text, text)
        self._change(replace(self.draft, text=text))
        self.findings = ()

    def name(self, name: Name) -> None:
        """Whom the fragment means."""
        if self.fragment is not None:
            text = completed(self.draft.text, self.fragment, name)
            self._change(replace(self.draft, text=text))
            self._chosen.insert(0, name)  # of two of the same name, the one chosen last
        self.fragment = None

    def begin_name(self) -> None:
        """An @ at the end, for who looks for it on a small keyboard."""
        text = self.draft.text
        space = "" if not text or text[-1].isspace() else " "
        self.write(f"{text}{space}@")

    def explain(self, reason: str) -> None:
        self._change(replace(self.draft, reason=reason))

    def _change(self, draft: Draft) -> None:
        self.draft = draft
        if isinstance(self.failure, Refused):
            self.failure = None

    def troubles(self) -> dict[Part, CommentTrouble]:
        """What is to be mended before it can be sent."""
        found: dict[Part, CommentTrouble] = {}
        text, reason = self.draft.text.strip(), self.draft.reason.strip()
        if not text:
            found["text"] = "nothing-written"
        elif len(text) > TEXT_MOST:
            found["text"] = "too-long"
        if self.attachments is not None and self.attachments.has_failed:
            found["files"] = "failed-file"
        if self.findings and not reason:
            found["reason"] = "reason-missing"
        elif len(reason) > REASON_MOST:
            found["reason"] = "reason-too-long"
        return found

    def look_over(self) -> bool:
        """Whether it can be sent as it is: else what stands in the way is told from now on."""
        self.asked = bool(self.troubles())
        if not self.findings and not self.asked:
            self.findings = tuple(not_factual(self.draft.text))
            return not self.findings
        return not self.asked

    async def files_arrived(self) -> bool:
        """Waits for the photos on their way; whether it can be sent with all of them.

        What is written meanwhile is looked over as it is then.
        """
        if self.sending:
            return False
        self.sending = True
        try:
            if self.attachments is not None:
                await self.attachments.arrived()
        finally:
            self.sending = False
        return self.look_over()

    async def send(self, names: Sequence[Name]) -> Comment | Kept | None:
        """The comment as it was taken, or kept until it can be sent.

        None where it is neither, and then `failure` says why.
        """
        if self.sending:
            return None
        self.sending, self.failure = True, None
        sent, ready = self.draft, self._ready(names)
        try:
            made = await self._send(ready)
        except Failure as failure:
            self._failed(failure)
            return None
        finally:
            self.sending = False
        self.draft = draft_after(sent, self.draft, Draft(text=self._said))
        self._chosen = [one.name for one in passages(self.draft.text, self._chosen)]
        self.findings, self.asked = (), False
        if self.attachments is not None:
            self.attachments.taken(ready.files)
        return made

    def _ready(self, names: Sequence[Name]) -> Ready:
        text = self.draft.text.strip()
        named = dict.fromkeys(one.name for one in passages(text, [*self._chosen, *names]))
        files = self.attachments.file_ids if self.attachments else []
        reason = self.draft.reason.strip() if self.findings else ""
        return Ready(self.draft.id, text, tuple(named), tuple(files), reason or None)

    def _failed(self, failure: Failure) -> None:
        self.failure = failure
        code = failure.code if isinstance(failure, Refused) else ""
        if code == NOT_FACTUAL:
            self.findings = tuple(not_factual(self.draft.text)) or self.findings
        self.draft = draft_refused(failure, self.draft)
