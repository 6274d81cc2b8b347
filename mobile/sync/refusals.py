"""Why the device itself does not take, change or send an entry. The screens find the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mobile.api.failures import Failure, Refused
from shared.contract.files import FILE_BYTES_MOST
from shared.contract.problems import Problem
from shared.contract.threads import FILES_MOST

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from mobile.sync.entries import NewFile


class NotKept(Failure):
    """The device's disk is full, or its storage refused. What was typed is still on the screen."""


class OutboxFull(NotKept):
    """What waits to be sent may take so many bytes, and would take more."""

    def __init__(self, bytes_most: int) -> None:
        super().__init__(f"more than {bytes_most} bytes would wait to be sent")
        self.bytes_most = bytes_most


class FileTooLarge(NotKept):
    """The server would refuse it."""

    def __init__(self, name: str, bytes_most: int) -> None:
        super().__init__(f"{name} is larger than {bytes_most} bytes")
        self.name = name
        self.bytes_most = bytes_most


class TooManyFiles(NotKept):
    """The server would refuse them."""

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} files")
        self.most = most


class AlreadyEntered(Failure):
    """The id stands for another entry of this device."""

    def __init__(self, id_: UUID) -> None:
        super().__init__(str(id_))
        self.id = id_


class MayHaveArrived(Failure):
    """The entry was on its way when the line broke: whether it was taken will be known later."""

    def __init__(self, id_: UUID) -> None:
        super().__init__(str(id_))
        self.id = id_


class RefusedHere(Refused):
    """The server's no to an entry of this device, which keeps it: it is said again as the same."""


class NotYours(Failure):
    """The file belongs to another person, or to another server."""


class Unreadable(Failure):
    """The outbox's file is damaged. It is left as it is: somebody may still read it."""


FILE_LOST: Final = Problem(
    title="Gone", status=410, code="file-lost", detail="The device has lost a file of this entry."
)
UNKNOWN_KIND: Final = Problem(
    title="Unknown",
    status=422,
    code="unknown-kind",
    detail="This release of the app cannot send this entry.",
)


def refuse_files(files: Sequence[NewFile]) -> None:
    """Raises what can be known before anything is kept."""
    if len(files) > FILES_MOST:
        raise TooManyFiles(FILES_MOST)
    for file in files:
        if len(file.content) > FILE_BYTES_MOST:
            raise FileTooLarge(file.name, FILE_BYTES_MOST)
