"""What can be recorded without a network: each kind of entry, and how the server is told.

An entry keeps its kind and its words, not the address they go to: a later release sends them where
that release's server takes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from shared.contract.clients import NewContact
from shared.contract.disputes import (
    AddDisputeEntry,
    AssignDispute,
    CloseDispute,
    OpenDispute,
    ReopenDispute,
    ResolveDispute,
)
from shared.contract.promises import AcceptPlan, EndPromise, NewPlan, NewPromise, ReschedulePromise
from shared.contract.threads import EditComment, PostComment
from shared.contract.visits import MoveVisit, PlanVisit, RemoveVisit, ReportVisit

if TYPE_CHECKING:
    from uuid import UUID

    from shared.contract.base import Message

Kind = Literal[
    "post-comment",
    "edit-comment",
    "take-promise",
    "reschedule-promise",
    "withdraw-promise",
    "propose-plan",
    "accept-plan",
    "cancel-plan",
    "open-dispute",
    "add-dispute-entry",
    "assign-dispute",
    "resolve-dispute",
    "close-dispute",
    "reopen-dispute",
    "plan-visit",
    "move-visit",
    "remove-visit",
    "report-visit",
    "add-contact",
]


@dataclass(frozen=True, slots=True)
class Command:
    """`path` names the client, and the thing it is `about` where it is about one.

    `makes`: the answer's id is that of a new thing, which is the entry's own unless the server had
    to give it another. `names`: fields of the body that name things of the client. `files`: the
    field that names photos and papers. `answers` False: it is done without a word.
    """

    model: type[Message]
    path: str
    makes: bool = False
    names: tuple[str, ...] = ()
    files: str | None = None
    method: Literal["POST", "PATCH"] = "POST"
    answers: bool = True

    @property
    def is_about(self) -> bool:
        return "{about}" in self.path

    def address(self, client_id: UUID, about_id: UUID | None) -> str:
        return self.path.format(client=client_id, about=about_id)


OF_CLIENT: Final = "/api/clients/{client}"
OF_PROMISE: Final = f"{OF_CLIENT}/promises/{{about}}"
OF_PLAN: Final = f"{OF_CLIENT}/plans/{{about}}"
OF_DISPUTE: Final = "/api/disputes/{about}"
OF_VISIT: Final = "/api/visits/{about}"

COMMANDS: Final[dict[Kind, Command]] = {
    "post-comment": Command(PostComment, f"{OF_CLIENT}/comments", makes=True, files="files"),
    "edit-comment": Command(EditComment, "/api/comments/{about}", method="PATCH"),
    "take-promise": Command(
        NewPromise,
        f"{OF_CLIENT}/promises",
        makes=True,
        names=("origin_comment_id", "said_by_contact_id"),
    ),
    "reschedule-promise": Command(
        ReschedulePromise, f"{OF_PROMISE}/reschedule", makes=True, names=("said_by_contact_id",)
    ),
    "withdraw-promise": Command(EndPromise, f"{OF_PROMISE}/withdraw"),
    "propose-plan": Command(
        NewPlan, f"{OF_CLIENT}/plans", makes=True, names=("said_by_contact_id",)
    ),
    "accept-plan": Command(AcceptPlan, f"{OF_PLAN}/accept", files="file_ids"),
    "cancel-plan": Command(EndPromise, f"{OF_PLAN}/cancel"),
    "open-dispute": Command(
        OpenDispute,
        f"{OF_CLIENT}/disputes",
        makes=True,
        names=("origin_comment_id",),
        files="file_ids",
    ),
    "add-dispute-entry": Command(AddDisputeEntry, f"{OF_DISPUTE}/entries", files="file_ids"),
    "assign-dispute": Command(AssignDispute, f"{OF_DISPUTE}/assign"),
    "resolve-dispute": Command(ResolveDispute, f"{OF_DISPUTE}/resolve"),
    "close-dispute": Command(CloseDispute, f"{OF_DISPUTE}/close"),
    "reopen-dispute": Command(ReopenDispute, f"{OF_DISPUTE}/reopen"),
    "plan-visit": Command(PlanVisit, f"{OF_CLIENT}/visits", makes=True),
    "move-visit": Command(MoveVisit, f"{OF_VISIT}/move"),
    "remove-visit": Command(RemoveVisit, f"{OF_VISIT}/remove", answers=False),
    "report-visit": Command(
        ReportVisit,
        f"{OF_CLIENT}/visit-reports",
        makes=True,
        names=("visit_id", "met_contact_id"),
    ),
    "add-contact": Command(NewContact, f"{OF_CLIENT}/contacts", makes=True),
}
