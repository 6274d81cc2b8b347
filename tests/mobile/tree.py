"""The live tree of what is drawn, as Flet keeps it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import flet as ft
from flet.controls.base_control import BaseControl

NOT_DRAWN = {
    *("_parent", "_parent_component", "_state", "_contexts", "_values", "_dirty", "_internals"),
    *("fn", "args", "kwargs"),
}


def shown(text: ft.Text) -> str:
    return text.value + "".join(span.text or "" for span in text.spans or [])


def is_closed(node: BaseControl) -> bool:
    """A sheet that went down: Flet keeps it until the client says that it is gone."""
    return isinstance(node, ft.DialogControl) and not node.open


def under(node: Any, seen: set[int]) -> Iterator[BaseControl]:
    if isinstance(node, BaseControl):
        if id(node) in seen or is_closed(node):
            return
        seen.add(id(node))
        yield node
    for part in _parts(node):
        yield from under(part, seen)


def _parts(node: Any) -> list[Any]:
    if isinstance(node, dict):
        return list(node.values())
    if isinstance(node, list | tuple):
        return list(node)
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        names = [f.name for f in dataclasses.fields(node) if f.name not in NOT_DRAWN]
        return [getattr(node, name, None) for name in names]
    return []
