"""What is noted while lines go by: refused lines and warnings, bounded however large the file."""

from collections import Counter
from typing import Final

from backend.imports.reading.findings import LINES_SHOWN, REFUSALS_KEPT, Finding, RefusedLine


class Notes:
    """Refusals by line in file order; warnings gathered by code with their number and lines."""

    def __init__(self) -> None:
        self.refused: list[RefusedLine] = []
        self.refused_count = 0
        self._warned: Counter[str] = Counter()
        self._lines: dict[str, list[int]] = {}
        self._facts: dict[str, dict[str, str | int]] = {}

    def refuse(self, line: int, code: str, **facts: str | int) -> None:
        self.refused_count += 1
        if len(self.refused) < REFUSALS_KEPT:
            self.refused.append(RefusedLine(line, Finding(code, facts)))

    def warn(self, code: str, line: int | None = None, **facts: str | int) -> None:
        """One more case; `facts` are those of the first, `count` is added at the end."""
        self._warned[code] += 1
        self._facts.setdefault(code, facts)
        lines = self._lines.setdefault(code, [])
        if line is not None and len(lines) < LINES_SHOWN:
            lines.append(line)

    def warnings(self) -> tuple[Finding, ...]:
        return tuple(
            Finding(code, {"count": count, **self._facts[code]}, tuple(self._lines[code]))
            for code, count in self._warned.items()
        )


class ClientWatch:
    """Looks at client codes and names as they go by: zeros that got lost, names that differ.

    A client is its code, so both are warnings only. Beyond `LIMIT` codes it stops looking.
    """

    LIMIT: Final = 250_000

    def __init__(self) -> None:
        self._names: dict[str, str | None] = {}
        self._several: set[str] = set()
        self._example: tuple[str, str, str] | None = None

    def see(self, code: str, name: str | None) -> None:
        if code not in self._names:
            if len(self._names) < self.LIMIT:
                self._names[code] = name
            return
        known = self._names[code]
        if known is None:
            self._names[code] = name
        elif name is not None and name != known and _folded(name) != _folded(known):
            self._several.add(code)
            self._example = self._example or (code, known, name)

    @property
    def count(self) -> int:
        return len(self._names)

    def warnings(self) -> tuple[Finding, ...]:
        found: list[Finding] = []
        by_figures: dict[str, list[str]] = {}
        for code in self._names:
            by_figures.setdefault(code.lstrip("0"), []).append(code)
        alike = [codes for codes in by_figures.values() if len(codes) > 1]
        if alike:
            facts: dict[str, str | int] = {
                "count": len(alike),
                "codes": ", ".join(sorted(alike[0])[:3]),
            }
            found.append(Finding("codes-differ-by-zeros", facts))
        if self._example:
            code, one, other = self._example
            facts = {"count": len(self._several), "code": code, "name": one, "other": other}
            found.append(Finding("several-names-for-a-code", facts))
        return tuple(found)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
