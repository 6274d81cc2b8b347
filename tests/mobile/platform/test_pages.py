"""What a browser's window is sent, while it is there."""

from __future__ import annotations

import asyncio

import pytest
from flet.messaging.protocol import Message, MessageAction

from mobile.platform.pages import LiveWindow

pytestmark = pytest.mark.anyio


async def test_what_is_drawn_for_a_browser_that_is_gone_goes_nowhere_and_stops_nothing():
    window = LiveWindow(
        address="192.0.2.1",
        loop=asyncio.get_running_loop(),
        executor=None,
        main=None,
        before_main=None,
    )
    window.send_message(Message(MessageAction.PATCH_CONTROL, {"id": 1}))
