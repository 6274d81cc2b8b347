"""What every handler may ask for by name, beside the person who asks."""

from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import SkipValidation

from backend.clock import Clock
from backend.edge.keys import Keys
from backend.paging import Cursors
from backend.settings import Settings

TheClock = NamedDependency[SkipValidation[Clock]]
TheSettings = NamedDependency[SkipValidation[Settings]]
TheKeys = NamedDependency[SkipValidation[Keys]]
TheCursors = NamedDependency[SkipValidation[Cursors]]


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
