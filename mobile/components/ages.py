"""How late money is: swatches, ages, the bar of six buckets."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Final, get_args

import flet as ft

from mobile.components.layout import between, column, row
from mobile.components.semantics import identified
from mobile.components.words import amount, text
from mobile.theme import Motion, Radius, Space, style
from shared.contract.receivables import BucketName
from shared.formats import NBSP, number_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mobile.components.look import Look

BUCKETS: Final[tuple[BucketName, ...]] = get_args(BucketName)
SWATCH: Final = "■"
FLOOR_THOUSANDTHS: Final = 25
"""A bucket that holds anything stays wide enough to be seen."""
BAR_HEIGHT: Final = 14
BUCKET_DAYS: Final = 30
TICK: Final = 16
TICK_SELECTED: Final = 44


def bucket_of(days_past_due: int) -> int:
    """Index of the bucket, 0 for not due: 1–30 is 1, over 120 is 5 (DOMAIN §2)."""
    if days_past_due <= 0:
        return 0
    return min(len(BUCKETS) - 1, 1 + (days_past_due - 1) // BUCKET_DAYS)


def age_color(look: Look, days_past_due: int) -> str:
    return look.palette.age[bucket_of(days_past_due)]


def dot(color: str, size: int = 8) -> ft.Container:
    return ft.Container(width=size, height=size, border_radius=Radius.SWATCH, bgcolor=color)


def age(look: Look, days_past_due: int, words: str | None = None) -> ft.Text:
    """An age, as in "47 j", after the swatch of its bucket: the colour repeats what the words say.

    One text, not a row of three: lists draw hundreds of these.
    """
    said = NBSP + (words or look.days(days_past_due))
    swatch = style("sum", age_color(look, days_past_due))
    return ft.Text(
        spans=[
            ft.TextSpan(SWATCH, swatch),
            ft.TextSpan(said, style("sum", look.palette.ink2, weight=500)),
        ],
        semantics_label=words or look.spoken_days(days_past_due),
        no_wrap=True,
    )


def ageing(
    look: Look,
    amounts: Mapping[BucketName, Decimal],
    currency: str,
    on_bucket: Callable[[BucketName], Any],
    *,
    selected: BucketName | None = None,
    identifier: str = "ageing",
) -> ft.Column:
    """One bar, then its six buckets in the same order, each a button read with its exact amount."""
    legend = _lines if look.big else _columns
    return column(
        bar(look, amounts, identifier),
        legend(look, amounts, currency, on_bucket, selected, identifier),
        gap=6,
    )


def bar(look: Look, amounts: Mapping[BucketName, Decimal], identifier: str) -> ft.Semantics:
    total = sum(amounts.values(), Decimal(0))
    parts: list[ft.Control] = [
        ft.Container(expand=_share(amounts[name], total), bgcolor=look.palette.age[place])
        for place, name in enumerate(BUCKETS)
        if amounts[name] > 0
    ]
    bar = ft.Container(
        ft.Row(parts, spacing=2, vertical_alignment=ft.CrossAxisAlignment.STRETCH),
        height=BAR_HEIGHT,
        bgcolor=None if parts else look.palette.fill,
        border_radius=Radius.BAR,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )
    return identified(bar, f"{identifier}-bar", label=look.strings.age.bar)


def _share(part: Decimal, total: Decimal) -> int:
    return max(FLOOR_THOUSANDTHS, round(part / total * 1000))


def _columns(
    look: Look,
    amounts: Mapping[BucketName, Decimal],
    currency: str,
    on_bucket: Callable[[BucketName], Any],
    selected: BucketName | None,
    identifier: str,
) -> ft.Control:
    p, names = look.palette, look.strings.age.buckets
    shown: list[ft.Control] = []
    for place, name in enumerate(BUCKETS):
        held = amounts[name]
        parts = column(
            ft.Container(
                width=TICK_SELECTED if name == selected else TICK,
                height=4,
                border_radius=2,
                bgcolor=p.age[place],
                animate_size=Motion.STATE,
            ),
            text(
                look,
                names[name],
                "micro",
                p.accent if name == selected else p.ink3,
                one_line=True,
                spoken="",
            ),
            text(
                look,
                short_figure(held, look) if held else "–",
                "sum",
                p.ink if held else p.ink3,
                weight=600 if held else 400,
                one_line=True,
                spoken=_spoken(look, name, held, currency),
            ),
            gap=2,
        )
        shown.append(_target(parts, name, on_bucket, selected, identifier))
    return ft.Row(shown, spacing=2)


def _lines(
    look: Look,
    amounts: Mapping[BucketName, Decimal],
    currency: str,
    on_bucket: Callable[[BucketName], Any],
    selected: BucketName | None,
    identifier: str,
) -> ft.Control:
    p, names = look.palette, look.strings.age.buckets
    shown: list[ft.Control] = []
    for place, name in enumerate(BUCKETS):
        if not (held := amounts[name]):
            continue
        title = text(look, names[name], "label", p.ink2, spoken="")
        said = _spoken(look, name, held, currency)
        line = between(
            look,
            row(dot(p.age[place]), title),
            amount(look, held, currency, role="sum", weight=600, spoken=said),
        )
        target = _target(line, name, on_bucket, selected, identifier)
        target.expand = None
        shown.append(target)
    return column(*shown)


def _target(
    content: ft.Control,
    name: BucketName,
    on_bucket: Callable[[BucketName], Any],
    selected: BucketName | None,
    identifier: str,
) -> ft.Semantics:
    box = ft.Container(
        content,
        expand=True,
        ink=True,
        border_radius=Space.XXS,
        padding=ft.Padding.symmetric(vertical=Space.XXS),
        on_click=lambda: on_bucket(name),
    )
    slug = name.replace(">", "over-")
    return identified(box, f"{identifier}-{slug}", selected=name == selected)


def _spoken(look: Look, name: BucketName, held: Decimal, currency: str) -> str:
    ages = look.strings.age
    return ages.bucket_spoken(bucket=ages.buckets_spoken[name], amount=look.spoken(held, currency))


THOUSANDS_FROM: Final = 100_000
MILLIONS_FROM: Final = 1_000_000


def short_figure(held: Decimal, look: Look) -> str:
    """Whole units that fit a sixth of a phone: `10 240`, `184 k`, `1,2 M`. Half-up."""
    language = look.strings.language
    size = abs(held)
    if size < THOUSANDS_FROM:
        return number_text(held.quantize(Decimal(1), ROUND_HALF_UP), language)
    if size < MILLIONS_FROM:
        thousands = (held / 1000).quantize(Decimal(1), ROUND_HALF_UP)
        return f"{number_text(thousands, language)}{NBSP}k"
    millions = (held / 1_000_000).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{number_text(millions, language)}{NBSP}M"


def meter(share: float, color: str, height: int = 8) -> ft.Container:
    """How much of a whole, from 0 to 1; more shows as full. Its figures stand beside it."""
    percent = max(1, min(100, round(share * 100)))
    parts: list[ft.Control] = [
        ft.Container(expand=percent, bgcolor=color, border_radius=Radius.BAR)
    ]
    if percent < 100:  # noqa: PLR2004
        parts.append(ft.Container(expand=100 - percent))
    return ft.Container(
        ft.Row(parts, spacing=0, vertical_alignment=ft.CrossAxisAlignment.STRETCH),
        height=height,
        border_radius=Radius.BAR,
        bgcolor=ft.Colors.with_opacity(0.18, color),
    )
