"""How answers leave: contract models as JSON, and pages a client may keep by their ETag."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from litestar import Request, Response
from litestar.serialization import default_serializer
from pydantic import BaseModel

if TYPE_CHECKING:
    from litestar.types import Serializer

JSON = "application/json"

KEPT_BY_ETAG = {"kept_by_etag": True}
"""`opt` of a handler that answers by `kept_by_etag`, for the documentation."""


def json_bytes(answer: BaseModel) -> bytes:
    """The answer as it stands on the wire; pydantic writes it in one go."""
    return answer.__pydantic_serializer__.to_json(answer, by_alias=True)


class ContractResponse(Response[Any]):
    """Every handler's response: writes contract models as pydantic would."""

    def render(
        self, content: Any, media_type: str, enc_hook: Serializer = default_serializer
    ) -> bytes:
        if isinstance(content, BaseModel):
            return json_bytes(content)
        return super().render(content, media_type, enc_hook)


def etag_of(body: bytes) -> str:
    """A strong validator: the same bytes, the same tag."""
    return f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'


def kept_by_etag(request: Request[Any, Any, Any], answer: BaseModel | bytes) -> Response[bytes]:
    """The answer with its ETag, or 304 where the client already has it.

    `bytes` are JSON as PostgreSQL built it.
    """
    body = answer if isinstance(answer, bytes) else json_bytes(answer)
    headers = {"ETag": etag_of(body), "Cache-Control": "private, no-cache"}
    if matches(request.headers.getall("if-none-match", []), headers["ETag"]):
        return Response(b"", status_code=304, headers=headers, media_type=JSON)
    return Response(body, headers=headers, media_type=JSON)


def matches(given: list[str], etag: str) -> bool:
    """`If-None-Match` compares weakly (RFC 9110 §13.1.2)."""
    tags = {tag.strip().removeprefix("W/") for line in given for tag in line.split(",")}
    return "*" in tags or etag in tags
