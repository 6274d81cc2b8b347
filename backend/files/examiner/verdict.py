"""What the examination of a file comes to."""

from __future__ import annotations

from dataclasses import dataclass, field


class Unfit(Exception):  # noqa: N818 - it says what is so
    """The file will not do. `code` is that of a refusal (backend.files.refusals)."""

    def __init__(self, code: str, **facts: int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file is. `width` and `height` in pixels, of a photo only, as it was drawn anew."""

    media_type: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """As the process writes it on its output: `examined`, or a `refused` code with its facts."""

    examined: dict[str, str | int | None] | None = None
    refused: str | None = None
    facts: dict[str, int] = field(default_factory=dict)
