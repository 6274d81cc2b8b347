"""When something was said: the device's word for it, within what the server believes."""

from datetime import datetime, timedelta
from typing import Final

from shared.refusal import Refusal

AGE_MOST: Final = timedelta(days=60)


def said_when(said_at: datetime | None, now: datetime) -> datetime | Refusal:
    """The instant an entry counts from: what the device says, `now` where it says nothing.

    A device whose clock runs ahead says now. An entry typed offline may be old, but not beyond
    belief: `Refusal` (422).
    """
    if said_at is None or said_at > now:
        return now
    if said_at >= now - AGE_MOST:
        return said_at
    return Refusal(
        "said-too-long-ago",
        422,
        "The entry is more than {days} days old.",
        {"days": AGE_MOST.days},
    )
