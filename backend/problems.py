"""Every no and every failure, as an RFC 9457 problem in the language that was asked for."""

from __future__ import annotations

import errno
import logging
from typing import TYPE_CHECKING, Any

import asyncpg
from litestar import Response
from litestar.exceptions import (
    HTTPException,
    MethodNotAllowedException,
    NotFoundException,
    ValidationException,
)

from backend.catalogue import preferred, sentence
from backend.catalogue.edge import TITLES, field_sentence
from backend.database.errors import DatabaseUnavailable
from backend.edge.request import BodyNotJson, BodyRefused
from backend.observability import request_id_of
from shared.contract.problems import PROBLEM_MEDIA_TYPE, FieldProblem, Problem
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from litestar import Request
    from litestar.types import ExceptionHandlersMap

    from backend.settings import Language

logger = logging.getLogger(__name__)
RETRY_SECONDS = 5

# Two writers met; the second may simply try again.
COLLISIONS = (
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.LockNotAvailableError,
)


# The server went away under a statement.
INTERRUPTIONS = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.CannotConnectNowError,
)


def problem(
    request: Request[Any, Any, Any],
    status: int,
    code: str,
    english: str,
    *,
    facts: Mapping[str, Any] | None = None,
    fields: list[FieldProblem] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[bytes]:
    language = language_of(request)
    titles = TITLES.get(status) or TITLES[400 if status < 500 else 500]  # noqa: PLR2004
    told = Problem(
        type=f"urn:encours:problem:{code}",
        title=titles[language],
        status=status,
        code=code,
        detail=sentence(code, english, facts or {}, language),
        facts=dict(facts or {}),
        fields=fields or [],
        request_id=request_id_of(request.scope),
    )
    return Response(
        told.model_dump_json().encode(),
        status_code=status,
        media_type=PROBLEM_MEDIA_TYPE,
        headers={"Content-Language": language, **(headers or {})},
    )


def language_of(request: Request[Any, Any, Any]) -> Language:
    default: Language = request.app.state.settings.language
    return preferred(request.headers.get("accept-language", ""), default)


def refused(request: Request[Any, Any, Any], exc: Refused) -> Response[bytes]:
    refusal: Refusal = exc.refusal
    facts = refusal.facts_for_wire()
    headers = {}
    if "retry_after_seconds" in facts:
        headers["Retry-After"] = str(facts["retry_after_seconds"])
    if refusal.status == 401:  # noqa: PLR2004
        headers["WWW-Authenticate"] = 'Bearer realm="encours"'
    return problem(
        request, refusal.status, refusal.code, refusal.message, facts=facts, headers=headers
    )


def body_refused(request: Request[Any, Any, Any], exc: BodyRefused) -> Response[bytes]:
    if exc.errors[0]["type"] == "json_invalid":
        return problem(request, 400, "malformed-json", "The body is not valid JSON.")
    language = language_of(request)
    fields = []
    for error in exc.errors:
        code, detail = field_sentence(error["type"], error.get("ctx") or {}, language)
        path = ".".join(str(step) for step in error["loc"])
        fields.append(FieldProblem(field=path, code=code, detail=detail))
    return problem(request, 422, "payload-invalid", "Some fields do not fit.", fields=fields)


def body_not_json(request: Request[Any, Any, Any], exc: BodyNotJson) -> Response[bytes]:  # noqa: ARG001
    return problem(request, 415, "not-json", "The body must be application/json.")


def parameter_refused(request: Request[Any, Any, Any], exc: ValidationException) -> Response[bytes]:
    """A query parameter (400), a path parameter (no such thing: 404), or no body at all (400)."""
    errors = [error for error in exc.extra or [] if isinstance(error, dict)]
    if any(error.get("source") == "path" for error in errors):
        return problem(request, 404, "not-found", "Not found.")
    if any("`data`" in error["message"] or error.get("key") == "data" for error in errors):
        return problem(request, 400, "body-missing", "The request needs a JSON body.")
    code, detail = field_sentence("", {}, language_of(request))
    fields = [
        FieldProblem(field=error.get("key", ""), code=code, detail=detail) for error in errors
    ]
    return problem(
        request, 400, "bad-parameter", "A parameter of the address does not fit.", fields=fields
    )


def not_found(request: Request[Any, Any, Any], exc: NotFoundException) -> Response[bytes]:  # noqa: ARG001
    return problem(request, 404, "not-found", "Not found.")


def method_not_allowed(
    request: Request[Any, Any, Any], exc: MethodNotAllowedException
) -> Response[bytes]:
    return problem(
        request,
        405,
        "method-not-allowed",
        "This address does not take the method {method}.",
        facts={"method": request.scope["method"]},
        headers=exc.headers,
    )


def http_exception(request: Request[Any, Any, Any], exc: HTTPException) -> Response[bytes]:
    """What Litestar itself refuses, without its words."""
    match exc.status_code:
        case 413:
            return problem(request, 413, "too-large", "The request is too large.")
        case status if status < 500:  # noqa: PLR2004
            return problem(request, status, "request-refused", "The request was refused.")
        case _:
            return failure(request, exc)


def unavailable(request: Request[Any, Any, Any], exc: Exception) -> Response[bytes]:
    logger.error("%s: %s", request_id_of(request.scope), exc)
    return problem(
        request,
        503,
        "database-unavailable",
        "The database does not answer. Try again in a moment.",
        headers={"Retry-After": str(RETRY_SECONDS)},
    )


def no_room(request: Request[Any, Any, Any], exc: OSError) -> Response[bytes]:
    """What is being sent is laid on the disk before anybody reads it: a full one is no bug."""
    if exc.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return failure(request, exc)
    logger.error("%s: %s", request_id_of(request.scope), exc)
    return problem(
        request, 503, "storage-full", "The server's disk is full; the file was not kept."
    )


def collision(request: Request[Any, Any, Any], exc: asyncpg.PostgresError) -> Response[bytes]:
    logger.warning("%s: %s", request_id_of(request.scope), exc)
    return problem(
        request,
        503,
        "try-again",
        "Other changes were under way. Try again.",
        headers={"Retry-After": "1"},
    )


def failure(request: Request[Any, Any, Any], exc: Exception) -> Response[bytes]:
    """A bug: all of it for the log, nothing of it for the client but the request's number."""
    logger.error("%s failed", request_id_of(request.scope), exc_info=exc)
    return problem(
        request,
        500,
        "internal-error",
        "Something failed on the server. Give the request's number to the administrator.",
    )


PROBLEMS: ExceptionHandlersMap = {
    Refused: refused,
    BodyRefused: body_refused,
    BodyNotJson: body_not_json,
    ValidationException: parameter_refused,
    NotFoundException: not_found,
    MethodNotAllowedException: method_not_allowed,
    HTTPException: http_exception,
    DatabaseUnavailable: unavailable,
    **dict.fromkeys(INTERRUPTIONS, unavailable),
    **dict.fromkeys(COLLISIONS, collision),
    OSError: no_room,
    Exception: failure,
}
