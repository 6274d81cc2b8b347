"""Access tokens, refresh tokens, one-time links: how they are made and recognised."""

from __future__ import annotations

import base64
import secrets
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID

import jwt

from backend.identity.viewer import Bearer
from shared.refusal import Refusal

if TYPE_CHECKING:
    from backend.edge.keys import Keys

ACCESS_LIFE = timedelta(minutes=15)
REFRESH_LIFE = timedelta(days=60)
ISSUER = AUDIENCE = "encours"
ALGORITHM = "HS256"
TOKENS_REMEMBERED = 10_000

SESSION_EXPIRED = Refusal("session-expired", 401, "The session has expired. Sign in again.")
NOT_SIGNED_IN = Refusal("not-signed-in", 401, "Sign in first.")


def access_token(bearer: Bearer, keys: Keys, now: datetime) -> str:
    claims = {
        "sub": str(bearer.account_id),
        "device": str(bearer.device_id),
        "iat": int(now.timestamp()),
        "exp": int((now + ACCESS_LIFE).timestamp()),
        "iss": ISSUER,
        "aud": AUDIENCE,
    }
    return jwt.encode(claims, keys.key("access token"), algorithm=ALGORITHM)


def read_access_token(token: str, keys: Keys, now: datetime) -> Bearer | Refusal:
    """Who a token stands for, by its signature and its times alone."""
    verified = verify(token, keys.key("access token"))
    if verified is None:
        return NOT_SIGNED_IN
    bearer, expires_at = verified
    return bearer if now.timestamp() < expires_at else SESSION_EXPIRED


def expiry_of(token: str, keys: Keys) -> datetime | None:
    """When a token of ours stops being good for anything; None for any other text."""
    verified = verify(token, keys.key("access token"))
    return None if verified is None else datetime.fromtimestamp(verified[1], UTC)


@lru_cache(maxsize=TOKENS_REMEMBERED)
def verify(token: str, key: bytes) -> tuple[Bearer, int] | None:
    """Whom a token of ours names, and the second it expires; None for any other text.

    The same token comes with every request of a quarter of an hour: its answer is remembered.
    """
    try:
        claims = jwt.decode(
            token,
            key,
            algorithms=[ALGORITHM],
            audience=AUDIENCE,
            issuer=ISSUER,
            # Times are compared by the caller, with our own clock.
            options={
                "require": ["sub", "device", "exp", "iat"],
                "verify_exp": False,
                "verify_iat": False,
            },
        )
        return Bearer(UUID(claims["sub"]), UUID(claims["device"])), int(claims["exp"])
    except (jwt.InvalidTokenError, ValueError, TypeError, AttributeError):
        return None


def new_secret() -> str:
    """256 random bits as a person may paste them: a refresh token, or a link's."""
    return secrets.token_urlsafe(32)


def successor_of(refresh_token: str, request_id: UUID | None, keys: Keys) -> str:
    """What a refresh token is exchanged for.

    The same exchange retried gives the same successor, which therefore need not be kept; without
    a request id nothing can be retried.
    """
    if request_id is None:
        return new_secret()
    return written(keys.digest("refresh token", f"{refresh_token} {request_id}"))


def invitation_secret(account_id: UUID, keys: Keys) -> str:
    """The secret of a person's first link, which can be answered again without being kept."""
    return written(keys.digest("invitation", str(account_id)))


def written(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
