"""What every handler may ask for by name, beside the person who asks."""

from typing import Annotated

from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import QueryParameter, SkipValidation

from backend.clock import Clock
from backend.edge.keys import Keys
from backend.paging import Cursors
from backend.settings import Settings

TheClock = NamedDependency[SkipValidation[Clock]]
TheSettings = NamedDependency[SkipValidation[Settings]]
TheKeys = NamedDependency[SkipValidation[Keys]]
TheCursors = NamedDependency[SkipValidation[Cursors]]

CURSOR_CHARACTERS_MOST = 5_000
"""A name of emoji takes that many; each may travel as twelve, and an address has 65,535."""

CursorGiven = Annotated[str | None, QueryParameter(max_length=CURSOR_CHARACTERS_MOST)]
"""The query parameter `cursor`, as `Cursors` wrote it; none for the first page.

Bounds stand in a `QueryParameter`: those that a contract's type carries are not looked at where the
value may be absent (tests/access/test_parameters.py asks every parameter).
"""


def clock(state: State) -> Clock:
    return state.clock  # type: ignore[no-any-return]


def settings(state: State) -> Settings:
    return state.settings  # type: ignore[no-any-return]


def keys(state: State) -> Keys:
    return state.signing_keys  # type: ignore[no-any-return]


def cursors(state: State) -> Cursors:
    return state.cursors  # type: ignore[no-any-return]


PROVIDED = {
    name: Provide(provide, sync_to_thread=False)
    for name, provide in {
        "clock": clock,
        "settings": settings,
        "keys": keys,
        "cursors": cursors,
    }.items()
}
