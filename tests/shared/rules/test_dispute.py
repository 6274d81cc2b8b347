"""Disputes' rules against DOMAIN §9, told a second time here."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.refusal import Refusal
from shared.rules.dispute import (
    DEPARTMENTS,
    MOVES,
    POLICIES,
    REASONS,
    STATES,
    Mover,
    Override,
    answer_due_on,
    blocked_by,
    effective_shares,
    may_dispute,
    may_move,
    outcome_of,
    policy_of,
)

CENTS = st.integers(0, 1_000_000).map(lambda cents: Decimal(cents) / 100)

# DOMAIN §9, reason by reason.
E_INVOICING = {
    "price": "PU_ERR",
    "discount": "REM_ERR",
    "vat": "TX_TVA_ERR",
    "total": "MONTANTTOTAL_ERR",
    "quantity": "QTE_ERR",
    "item": "ART_ERR",
    "quality": "QUALITE_ERR",
    "delivery": "LIVR_INCOMP",
    "order_reference": "CMD_ERR",
    "contract": "REF_CT_ABSENT",
    "duplicate": "DOUBLON",
    "address": "ADR_ERR",
    "not_received": "NON_TRANSMISE",
    "documents": "JUSTIF_ABS",
    "bank_details": "COORD_BANC_ERR",
    "other": "AUTRE",
}


def test_each_reason_has_its_code_a_department_and_days():
    assert {r: p.e_invoicing for r, p in POLICIES.items() if p.e_invoicing} == E_INVOICING
    assert set(POLICIES) == set(REASONS)
    for policy in POLICIES.values():
        assert policy.department in DEPARTMENTS
        assert policy.sla_days > 0


def test_days_to_answer_are_business_days():
    friday = date(2026, 11, 20)
    assert answer_due_on(friday, POLICIES["not_received"]) == date(2026, 11, 24)
    before_christmas = date(2026, 12, 24)
    assert answer_due_on(before_christmas, POLICIES["not_received"]) == date(2026, 12, 29)


def test_the_company_s_latest_word_before_the_day_holds():
    own = [
        Override("price", date(2026, 1, 1), "billing", 1),
        Override("price", date(2026, 6, 1), "finance", 2),
        Override("vat", date(2026, 1, 1), "sales", 9),
    ]
    assert policy_of("price", date(2025, 12, 31), own) == POLICIES["price"]
    assert policy_of("price", date(2026, 5, 31), own).department == "billing"
    assert policy_of("price", date(2026, 6, 1), own).sla_days == 2
    assert policy_of("price", date(2026, 6, 1), own).e_invoicing == "PU_ERR"


# Which moves lead where: opened → assigned → waiting → decided → closed, and back by reopening.
ALLOWED = {
    "assign": {"opened", "assigned", "waiting_client", "waiting_internal"},
    "answer": {"opened", "assigned", "waiting_client", "waiting_internal"},
    "resolve": {"opened", "assigned", "waiting_client", "waiting_internal"},
    "close": {"accepted", "partly_accepted", "rejected"},
    "reopen": {"accepted", "partly_accepted", "rejected", "closed"},
}


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("state", STATES)
def test_a_move_starts_from_its_states_alone(move, state):
    refusal = may_move(move, state, Mover(is_opener=False, is_owner=True, leads=False))
    if state in ALLOWED[move]:
        assert refusal is None
    else:
        assert isinstance(refusal, Refusal)
        assert (refusal.status, refusal.code) == (409, "dispute-not-so")


@pytest.mark.parametrize(
    ("mover", "moves"),
    [
        (Mover(is_opener=False, is_owner=False, leads=False), set()),
        (Mover(is_opener=True, is_owner=False, leads=False), {"assign", "close", "reopen"}),
        (Mover(is_opener=False, is_owner=True, leads=False), set(MOVES)),
        (Mover(is_opener=False, is_owner=False, leads=True), set(MOVES)),
    ],
)
def test_who_may_move_a_dispute(mover, moves):
    found = {move for move in MOVES for state in STATES if may_move(move, state, mover) is None}
    assert found == moves


@given(CENTS, CENTS, CENTS)
def test_what_is_disputed_never_exceeds_what_is_due(claimed, residual, blocked):
    refused = may_dispute(claimed, residual, blocked) is not None
    assert refused == (claimed <= 0 or claimed + blocked > residual)


@given(st.lists(CENTS, max_size=8), CENTS)
def test_shares_hold_each_euro_once_the_oldest_first(claims, residual):
    # Euro by euro (cent by cent): each goes to the oldest claim that still wants it.
    wanted = [int(claim * 100) for claim in claims]
    got = [0] * len(wanted)
    left = int(residual * 100)
    for at, want in enumerate(wanted):
        while want > got[at] and left:
            step = min(want - got[at], left)
            got[at] += step
            left -= step
    assert effective_shares(claims, residual) == [Decimal(cents) / 100 for cents in got]
    assert sum(effective_shares(claims, residual)) <= residual


def test_an_overpaid_invoice_holds_nothing():
    assert effective_shares([Decimal(5)], Decimal(-3)) == [Decimal(0)]


@given(CENTS.filter(bool), CENTS, st.sampled_from(["credit_note", "gesture", "confirmed_due"]))
def test_a_decision_grants_all_a_part_or_nothing(claimed, granted, resolution):
    outcome = outcome_of(claimed, granted, resolution)
    if granted > claimed or (granted == 0) != (resolution == "confirmed_due"):
        assert isinstance(outcome, Refusal)
        return
    expected = (
        "rejected" if not granted else "accepted" if granted == claimed else "partly_accepted"
    )
    assert outcome == expected


@pytest.mark.parametrize("state", STATES)
def test_what_is_undecided_or_granted_is_not_dunned(state):
    blocked = blocked_by(state, Decimal(100), Decimal(30))
    match state:
        case "rejected" | "closed":
            assert blocked == 0
        case "accepted" | "partly_accepted":
            assert blocked == 30
        case _:
            assert blocked == 100
