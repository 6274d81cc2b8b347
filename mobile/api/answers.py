"""What is written on the wire, and how what comes back is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from mobile.api.failures import Misunderstood, Refused, Unreachable
from shared.contract.problems import Problem

if TYPE_CHECKING:
    import httpx

Model = TypeVar("Model", bound=BaseModel)


def written(body: BaseModel | None) -> Any:
    """Only what was said: an absent field stays as it is, null empties it. Passwords included."""
    if body is None:
        return None
    return {name: plain(value) for name, value in body.model_dump(exclude_unset=True).items()}


def plain(value: Any) -> Any:
    match value:
        case _ if hasattr(value, "get_secret_value"):
            return value.get_secret_value()
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case str() | int() | float() | None:
            return value
        case _:
            return value.isoformat() if hasattr(value, "isoformat") else str(value)


def accepted(answer: httpx.Response) -> httpx.Response:
    """The answer unless the server said no."""
    if not answer.is_error:
        return answer
    try:
        problem = Problem.model_validate_json(answer.content)
    except ValidationError:
        raise unexplained(answer) from None
    raise Refused(problem)


def unexplained(answer: httpx.Response) -> Unreachable | Misunderstood:
    """A proxy's page instead of an answer of ours: the server behind it is down, or elsewhere."""
    said = f"{answer.status_code} from {answer.request.url.path}"
    bad_gateway, gateway_timeout = 502, 504
    if bad_gateway <= answer.status_code <= gateway_timeout:
        return Unreachable(said)
    return Misunderstood(said)


def read(answer: httpx.Response, model: type[Model]) -> Model:
    try:
        return model.model_validate_json(answer.content)
    except ValidationError as error:
        raise Misunderstood(f"{answer.request.url.path}: {error.error_count()} errors") from error
