"""What a window keeps for the app, and a window that does not answer."""

from __future__ import annotations

import asyncio
from typing import Any

import flet as ft
import pytest

from mobile.platform import preferences
from mobile.platform.preferences import Preferences, Unanswered

pytestmark = pytest.mark.anyio


class CutOff(ft.SharedPreferences):
    """Of a window that never gets what it is asked."""

    async def get(self, key: str) -> Any:  # noqa: ARG002
        await asyncio.Event().wait()


async def test_a_window_that_does_not_answer_is_not_waited_for_without_end(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(preferences, "READ_SECONDS_MOST", 0.02)
    with pytest.raises(Unanswered):
        await Preferences(CutOff()).read()
