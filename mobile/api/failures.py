"""Everything that can go wrong between the app and the server: one tree."""

from __future__ import annotations

from typing import Final

from shared.contract.problems import Problem


class Failure(Exception):  # noqa: N818 - what happened, in the words of the screens
    """The server was asked and the answer is not the one hoped for."""


class Unreachable(Failure):
    """No answer: offline, or the server is down. What the app has stays good."""


class TooSlow(Unreachable):
    """No answer in time. The request may or may not have been carried out."""


class GoneFromDevice(Failure):
    """A chosen file that the device does not hold any more: it is to be chosen again."""


class Misunderstood(Failure):
    """An answer, but not one of the contract: another program, or a newer server."""


class Refused(Failure):
    """The server said no, and why: `problem.detail` is a sentence for the person."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem

    @property
    def code(self) -> str:
        return self.problem.code

    @property
    def status(self) -> int:
        return self.problem.status


class SessionOver(Refused):
    """The device must sign in again: its token expired, was revoked, or was never there."""


NO_TOKEN: Final = Problem(
    title="Unauthorized", status=401, code="not-signed-in", detail="Nobody is signed in."
)


class SomebodyElse(Failure):
    """Another person is signed in on this device than the one whose words were to be sent."""
