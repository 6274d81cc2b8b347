"""What a screen reader and a test see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import flet as ft

Handler: TypeAlias = Callable[[], Any]
"""What a tap does; may be async."""


def identified(
    content: ft.Control,
    identifier: str,
    *,
    label: str | None = None,
    button: bool | None = None,
    selected: bool | None = None,
    header: bool | None = None,
    live: bool | None = None,
) -> ft.Semantics:
    """The control under a stable identifier. `label` is read before what the control says itself.

    `expand` moves to the wrapper: it is the wrapper that stands in the row or column.
    """
    expand, content.expand = content.expand, None
    return ft.Semantics(
        content=content,
        identifier=identifier,
        label=label,
        button=button,
        selected=selected,
        header=header,
        live_region=live,
        expand=expand,
    )


def merged(content: ft.Control, identifier: str, *, label: str | None = None) -> ft.MergeSemantics:
    """One node for the control and its name: else a reader hears a group and a nameless button.

    For what holds a single thing to tap or to type in.
    """
    inside = identified(content, identifier, label=label)
    expand, inside.expand = inside.expand, None
    return ft.MergeSemantics(content=inside, expand=expand)
