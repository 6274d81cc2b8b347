"""Disputes: why clients contest, who answers by when, and which way a dispute may go (DOMAIN §9).

A dispute claims a share of one invoice. What it blocks from dunning follows from its state; what it
can block is bounded by what is still due.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, assert_never, get_args

from shared.calendar import add_business_days
from shared.refusal import Refusal

Department = Literal["sales", "after_sales", "logistics", "billing", "finance"]
DEPARTMENTS: Final[tuple[Department, ...]] = get_args(Department)

Reason = Literal[
    "price",
    "discount",
    "vat",
    "total",
    "quantity",
    "item",
    "quality",
    "delivery",
    "order_reference",
    "contract",
    "duplicate",
    "address",
    "not_received",
    "documents",
    "bank_details",
    "other",
    "warranty",
    "commercial_gesture",
    "cash_trouble",
    "insolvency",
    "post",
    "credit_note_awaited",
    "internal_error",
]
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)

State = Literal[
    "opened",
    "assigned",
    "waiting_client",
    "waiting_internal",
    "accepted",
    "partly_accepted",
    "rejected",
    "closed",
]
STATES: Final[tuple[State, ...]] = get_args(State)
UNSETTLED: Final[tuple[State, ...]] = ("opened", "assigned", "waiting_client", "waiting_internal")
"""Nobody has decided yet."""
DECIDED: Final[tuple[State, ...]] = ("accepted", "partly_accepted", "rejected")

Move = Literal["assign", "answer", "resolve", "close", "reopen"]
MOVES: Final[tuple[Move, ...]] = get_args(Move)
Resolution = Literal["credit_note", "gesture", "confirmed_due"]
"""What comes of it: a credit note is expected, something is given, or all of it is due."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Who answers for a reason, within how many business days, for what is said from a day on.

    `e_invoicing` is the reason's code in the French e-invoicing lifecycle (status 207), None for
    the reasons that are our own.
    """

    department: Department
    sla_days: int
    e_invoicing: str | None = None


# Days of response: our own, to be overridden by the company (`Override`).
POLICIES: Final[Mapping[Reason, Policy]] = {
    "price": Policy("sales", 5, "PU_ERR"),
    "discount": Policy("sales", 5, "REM_ERR"),
    "vat": Policy("billing", 5, "TX_TVA_ERR"),
    "total": Policy("billing", 5, "MONTANTTOTAL_ERR"),
    "quantity": Policy("logistics", 5, "QTE_ERR"),
    "item": Policy("logistics", 5, "ART_ERR"),
    "quality": Policy("after_sales", 10, "QUALITE_ERR"),
    "delivery": Policy("logistics", 5, "LIVR_INCOMP"),
    "order_reference": Policy("billing", 3, "CMD_ERR"),
    "contract": Policy("sales", 5, "REF_CT_ABSENT"),
    "duplicate": Policy("billing", 3, "DOUBLON"),
    "address": Policy("billing", 3, "ADR_ERR"),
    "not_received": Policy("billing", 2, "NON_TRANSMISE"),
    "documents": Policy("billing", 3, "JUSTIF_ABS"),
    "bank_details": Policy("finance", 2, "COORD_BANC_ERR"),
    "other": Policy("finance", 5, "AUTRE"),
    "warranty": Policy("after_sales", 10),
    "commercial_gesture": Policy("sales", 5),
    "cash_trouble": Policy("finance", 5),
    "insolvency": Policy("finance", 2),
    "post": Policy("billing", 3),
    "credit_note_awaited": Policy("billing", 5),
    "internal_error": Policy("billing", 3),
}


@dataclass(frozen=True, slots=True)
class Override:
    """The company's own policy for a reason, for disputes said from `from_on` on."""

    reason: Reason
    from_on: date
    department: Department
    sla_days: int


def policy_of(reason: Reason, on: date, overrides: Iterable[Override] = ()) -> Policy:
    """The policy in force that day: the company's latest word, else the product's."""
    own = [one for one in overrides if one.reason == reason and one.from_on <= on]
    known = POLICIES[reason]
    if not own:
        return known
    last = max(own, key=lambda one: one.from_on)
    return Policy(last.department, last.sla_days, known.e_invoicing)


def answer_due_on(said_on: date, policy: Policy) -> date:
    """The last day to answer in time."""
    return add_business_days(said_on, policy.sla_days)


@dataclass(frozen=True, slots=True)
class Mover:
    """What decides whether somebody may move a dispute.

    `leads`: their role answers for collection or for a branch, so they move every dispute they see.
    """

    is_opener: bool
    is_owner: bool
    leads: bool


def may_move(move: Move, state: State, mover: Mover) -> Refusal | None:
    """Why this person may not make this move now; None where they may.

    Whoever opened a dispute does not decide it, unless they own it too.
    """
    allowed = mover.leads or mover.is_owner
    match move:
        case "assign" | "close" | "reopen":
            allowed = allowed or mover.is_opener
        case "answer" | "resolve":
            pass
        case _:
            assert_never(move)
    if not allowed:
        return Refusal("dispute-not-yours", 403, "Others answer for this dispute.")
    if state not in FROM[move]:
        return Refusal(
            "dispute-not-so", 409, "The dispute is not in a state for this.", {"state": state}
        )
    return None


# The states each move starts from.
FROM: Final[Mapping[Move, tuple[State, ...]]] = {
    "assign": UNSETTLED,
    "answer": UNSETTLED,
    "resolve": UNSETTLED,
    "close": DECIDED,
    "reopen": (*DECIDED, "closed"),
}


def may_dispute(claimed: Decimal, residual: Decimal, blocked: Decimal) -> Refusal | None:
    """Why that much cannot be disputed of what is due; `blocked` is what other disputes hold.

    All in the invoice's currency.
    """
    room = room_left(residual, blocked)
    if room <= 0:
        return Refusal(
            "nothing-left-to-dispute", 409, "Nothing is left to dispute on this invoice."
        )
    if claimed <= 0:
        return Refusal("dispute-not-positive", 422, "The disputed amount is above zero.")
    if claimed > room:
        return Refusal(
            "disputed-too-much", 409, "Only {left:number} is left to dispute.", {"left": room}
        )
    return None


def room_left(residual: Decimal, blocked: Decimal) -> Decimal:
    return max(residual - blocked, Decimal(0))


def outcome_of(claimed: Decimal, granted: Decimal, resolution: Resolution) -> State | Refusal:
    """What a decision makes of a dispute: granted wholly, in part, or not at all."""
    if not 0 <= granted <= claimed:
        return Refusal(
            "granted-out-of-bounds",
            422,
            "Between nothing and {claimed:number} is granted.",
            {"claimed": claimed},
        )
    if (granted == 0) != (resolution == "confirmed_due"):
        return Refusal(
            "resolution-without-sense",
            422,
            "Something is granted by a credit note or a gesture; nothing, where all is due.",
        )
    if granted == 0:
        return "rejected"
    return "accepted" if granted == claimed else "partly_accepted"


def blocked_by(state: State, claimed: Decimal, granted: Decimal | None) -> Decimal:
    """What a dispute keeps from being dunned, before what is still due bounds it.

    Undecided, all that is claimed; once decided, what was granted, until it has come; else nothing.
    """
    match state:
        case "opened" | "assigned" | "waiting_client" | "waiting_internal":
            return claimed
        case "accepted" | "partly_accepted":
            return granted or Decimal(0)
        case "rejected" | "closed":
            return Decimal(0)
        case _:
            assert_never(state)


def effective_shares(blocked: Sequence[Decimal], residual: Decimal) -> list[Decimal]:
    """What each of an invoice's disputes really holds, the oldest served first.

    A payment is never refused for a dispute: the claims stay, and together they hold at most what
    is still due, so that no euro counts twice.
    """
    left, shares = max(residual, Decimal(0)), []
    for claim in blocked:
        share = min(claim, left)
        shares.append(share)
        left -= share
    return shares
