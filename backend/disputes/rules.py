"""Which disputes a list is asked for. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from shared.rules.dispute import STATES, UNSETTLED

if TYPE_CHECKING:
    from shared.contract.disputes import DisputeFilter
    from shared.rules.dispute import State


def states_wanted(filter_: DisputeFilter) -> tuple[State, ...]:
    """What waits for somebody's answer is undecided; what is open, not closed yet."""
    match filter_:
        case "mine":
            return UNSETTLED
        case "open":
            return tuple(state for state in STATES if state != "closed")
        case "all":
            return STATES
        case _:
            assert_never(filter_)
