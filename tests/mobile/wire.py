"""The client's end of Flet's wire."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgpack  # type: ignore[import-untyped]
from flet.controls.base_control import BaseControl
from flet.messaging.connection import Connection
from flet.messaging.protocol import MessageAction, configure_encode_object_for_msgpack
from flet.pubsub.pubsub_hub import PubSubHub


def packed(body: Any) -> bytes:
    """As on the wire. Packing also takes the snapshots that later differences are computed from."""
    encode = configure_encode_object_for_msgpack(BaseControl)
    wire: bytes = msgpack.packb(body, default=encode)
    return wire


class Wire(Connection):
    """The client's end: counts what is sent and answers what is asked."""

    def __init__(self, answer: Callable[[Any], None], crashed: Callable[[str], None]) -> None:
        super().__init__()
        self._answer, self._crashed = answer, crashed
        self.loop = asyncio.get_running_loop()
        self.executor = ThreadPoolExecutor(2)
        self.pubsubhub = PubSubHub(loop=self.loop, executor=self.executor)
        self.page_url = "http://phone.test/"
        self.messages = 0
        self.bytes_sent = 0

    def send_message(self, message: Any) -> None:
        action = MessageAction(message.action)
        self.messages += 1
        self.bytes_sent += len(packed([message.action, message.body]))
        if action == MessageAction.INVOKE_METHOD:
            self.loop.call_soon(self._answer, message.body)
        elif action == MessageAction.SESSION_CRASHED:
            self._crashed(message.body.message)

    def get_upload_url(self, file_name: str, expires: int) -> str:  # noqa: ARG002
        return f"/upload/{file_name}"

    def dispose(self) -> None:
        self.executor.shutdown(wait=False)
