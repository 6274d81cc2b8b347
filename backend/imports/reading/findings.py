"""What is found in a file and has to be told: of its lines, of the whole of it, or asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LINES_SHOWN = 20
"""Of the lines a finding concerns; its count has them all."""
REFUSALS_KEPT = 10_000
"""Refused lines kept with their reasons; all are counted."""

Facts = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell: a stable kebab-case code and the facts its sentence is made of."""

    code: str
    facts: Facts = field(default_factory=dict)
    lines: tuple[int, ...] = ()
    """Some of the lines concerned (at most ``LINES_SHOWN``); ``count`` in facts has them all."""


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that is not taken, and why."""

    line: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Question:
    """What the file leaves undecided; ``option`` settles it with one of ``choices``."""

    finding: Finding
    option: str
    choices: tuple[str, ...]
