"""Where the next page begins, sealed so that only our own cursors come back."""

from __future__ import annotations

import base64
import binascii
import hmac
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

Place = TypeVar("Place")
SEAL_BYTES = 12


class Cursors:
    """Writes and reads cursors: the sort key and id of the last row of a page.

        next_cursor = cursors.write("clients by name", (row.folded_name, row.id))
        name, id = cursors.read("clients by name", cursor, tuple[str, UUID])

    The name says which list in which order: a cursor of another list is refused.
    """

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        self._key = key

    def write(self, of: str, place: Sequence[Any]) -> str:
        body = to_json(list(place))
        return base64.urlsafe_b64encode(self._seal(of, body) + body).rstrip(b"=").decode()

    def read(self, of: str, cursor: str, shape: type[Place]) -> Place:
        """The place a cursor names.

        Raises:
            Refused: 400 `bad-cursor`, where this server did not write it for this list.
        """
        try:
            raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
            seal, body = raw[:SEAL_BYTES], raw[SEAL_BYTES:]
            if hmac.compare_digest(seal, self._seal(of, body)):
                place: Place = adapter(shape).validate_python(json.loads(body))  # type: ignore[arg-type]
                return place
        except (binascii.Error, ValueError, ValidationError):
            pass  # told below, alike for every way of being wrong
        raise Refused(Refusal("bad-cursor", 400, "This cursor does not belong to this list."))

    def _seal(self, of: str, body: bytes) -> bytes:
        return hmac.digest(self._key, of.encode() + b"\0" + body, "sha256")[:SEAL_BYTES]


@lru_cache(maxsize=64)
def adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)
