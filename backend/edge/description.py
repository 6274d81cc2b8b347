"""The API's description: OpenAPI 3.1, from the handlers and the contract models.

Litestar walks the handlers; the schemas are pydantic's own, since only pydantic knows how it reads
and writes a model. Problems, security and 304 are added to every operation by what its handler is.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from litestar import Litestar
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Reference, Schema
from litestar.plugins import OpenAPISchemaPlugin
from litestar.routes import HTTPRoute
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from shared.contract.base import Message
from shared.contract.problems import PROBLEM_MEDIA_TYPE, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from litestar import Router
    from litestar.handlers import HTTPRouteHandler
    from litestar.typing import FieldDefinition
    from pydantic.json_schema import JsonSchemaMode

SCHEMAS = "#/components/schemas/"
WRITING = {"POST", "PUT", "PATCH", "DELETE"}

PROBLEM_TITLES = {
    400: "Malformed, or a parameter does not fit",
    401: "Not signed in",
    403: "The role may not",
    404: "Not found, or not visible to the person who asks",
    409: "The state says no",
    413: "Too large",
    415: "Not the declared kind of body",
    422: "The payload makes no sense",
    429: "Too often; see Retry-After",
    500: "A failure of the server",
    503: "Not now; see Retry-After",
}


class ContractSchemas(OpenAPISchemaPlugin):
    """Names each contract model by reference, and remembers which were named."""

    def __init__(self) -> None:
        self.models: set[type[BaseModel]] = {Problem}

    def is_plugin_supported_field(self, field_definition: FieldDefinition) -> bool:
        annotation = field_definition.annotation
        return isinstance(annotation, type) and issubclass(annotation, BaseModel)

    def to_openapi_schema(
        self,
        field_definition: FieldDefinition,
        schema_creator: Any,  # noqa: ARG002 - Litestar's signature
    ) -> Schema:
        model: type[BaseModel] = field_definition.annotation
        self.models.add(model)
        # Litestar takes no bare reference here: `bare` undresses it.
        return Schema(all_of=[Reference(ref=SCHEMAS + model.__name__)])

    def schemas(self) -> dict[str, Any]:
        """The models' schemas and those they rest on; messages as read, answers as written."""
        wanted: list[tuple[type[BaseModel], JsonSchemaMode]] = [
            (model, "validation" if issubclass(model, Message) else "serialization")
            for model in sorted(self.models, key=lambda model: model.__name__)
        ]
        names, definitions = models_json_schema(wanted, ref_template=SCHEMAS + "{model}")
        found: dict[str, Any] = definitions.get("$defs", {})
        for (model, _), reference in names.items():
            # A model that is read here and written there has two schemas, under longer names.
            found.setdefault(model.__name__, reference)
        return found


def describe(api: Router) -> dict[str, Any]:
    """The OpenAPI document of a router's handlers."""
    contract = ContractSchemas()
    walked = Litestar(
        [api],
        plugins=[contract],
        logging_config=None,
        openapi_config=OpenAPIConfig(
            title="Encours",
            version=release(),
            summary="What each client owes, for a company's whole team.",
            description="Amounts are text beside their currency. Every refusal is a problem "
            "(RFC 9457), in French or English as `Accept-Language` asks.",
            use_handler_docstrings=True,
            operation_id_creator=lambda handler, _method, _path: handler.handler_name,
            path="/unserved",
            render_plugins=[JsonRenderPlugin()],
        ),
    )
    make_nothing_up(walked)
    document: dict[str, Any] = bare(walked.openapi_schema.to_schema())
    for path, method, handler in handlers(walked):
        complete(document["paths"][path][method.lower()], handler, method, in_path="{" in path)
    document["components"] = {
        "schemas": {**document["components"].get("schemas", {}), **contract.schemas()},
        "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
    }
    return document


def make_nothing_up(app: Litestar) -> None:
    """Examples drawn at random are wrong ones, and drawing them would load a library of names."""
    for _, _, handler in handlers(app):
        for response in (handler.responses or {}).values():
            response.generate_examples = False


def bare(part: Any) -> Any:
    """Every `allOf` of one reference, as that reference."""
    match part:
        case {"allOf": [{"$ref": _} as reference], **rest} if not rest:
            return reference
        case dict():
            return {name: bare(inner) for name, inner in part.items()}
        case list():
            return [bare(inner) for inner in part]
        case _:
            return part


def handlers(app: Litestar) -> Iterator[tuple[str, str, HTTPRouteHandler]]:
    for route in app.routes:
        if not isinstance(route, HTTPRoute):
            continue
        for method, (handler, _) in route.route_handler_map.items():
            if handler.resolve_include_in_schema():
                yield route.path_format, method, handler


def complete(
    operation: dict[str, Any], handler: HTTPRouteHandler, method: str, *, in_path: bool
) -> None:
    is_open = bool(handler.opt.get("open_to_all"))
    operation["security"] = [] if is_open else [{"bearer": []}]
    responses = operation["responses"]
    responses.pop("400", None)  # Litestar's own, which never leaves
    if nothing := responses.get("204"):
        nothing.pop("content", None)
    if handler.opt.get("kept_by_etag"):
        responses["304"] = {"description": "As the client has it already (If-None-Match)"}
    for status in sorted(statuses(operation, handler, method, in_path=in_path)):
        responses[str(status)] = {
            "description": PROBLEM_TITLES[status],
            "content": {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": SCHEMAS + "Problem"}}},
        }


def statuses(
    operation: dict[str, Any], handler: HTTPRouteHandler, method: str, *, in_path: bool
) -> set[int]:
    """The problems an operation may answer, by what it asks for."""
    found = {500, 503, *handler.opt.get("problems", ())}
    if not handler.opt.get("open_to_all"):
        found |= {401}
    if any(hasattr(guard, "capability") for guard in handler.resolve_guards()):
        found |= {403}
    if in_path:
        found |= {404}
    if any(parameter["in"] != "path" for parameter in operation.get("parameters", ())):
        found |= {400}
    if method in WRITING:
        found |= {409}
    if "requestBody" in operation:
        found |= {400, 413, 415, 422}
    return found


@cache
def release() -> str:
    try:
        return version("encours")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "0"
