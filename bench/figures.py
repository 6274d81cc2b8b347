"""One measured figure, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`floor` is what the same run measured of the simplest thing that does the same work.

    `ratio` is value to floor; `most` and `least` bound the ratio where there is one, else the
    value.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    ratio: float | None = None
    most: float | None = None
    least: float | None = None

    @property
    def judged(self) -> float:
        return self.value if self.ratio is None else self.ratio

    @property
    def within(self) -> bool:
        too_much = self.most is not None and self.judged > self.most
        too_little = self.least is not None and self.judged < self.least
        return not (too_much or too_little)

    def line(self) -> str:
        """For a person: value, floor and ratio, and the bound with whether it is kept."""
        parts = [f"{self.name:<58} {self.value:>12,.2f} {self.unit:<6}"]
        parts.append("" if self.floor is None else f"floor {self.floor:,.2f}")
        parts.append("" if self.ratio is None else f"ratio {self.ratio:.2f}")
        bounds = [
            *([] if self.most is None else [f"≤ {self.most:g}"]),
            *([] if self.least is None else [f"≥ {self.least:g}"]),
        ]
        if bounds:
            parts.append(f"{' '.join(bounds)} {'kept' if self.within else 'NOT KEPT'}")
        return "  ".join(part for part in parts if part)
