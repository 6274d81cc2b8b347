"""The API's description and its documentation page, which asks nobody else for anything."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from litestar import MediaType, Request, Response, Router, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from swagger_ui_bundle import swagger_ui_path  # type: ignore[import-untyped]

from backend.edge.response import kept_by_etag

OPEN = {"open_to_all": True}

# Served by name alone: a path never reaches the file system.
ASSETS = {
    "swagger-ui.css": "text/css",
    "swagger-ui-bundle.js": "text/javascript",
    "favicon-32x32.png": "image/png",
}

# The bundled Swagger UI reads 3.0; what the description uses of 3.1 it shows all the same.
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Encours API</title>
<link rel="icon" type="image/png" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="documentation"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
"""
START = """"use strict";
fetch("/api/openapi.json").then((answer) => answer.json()).then((description) => {
  SwaggerUIBundle({
    spec: {...description, openapi: "3.0.3"},
    dom_id: "#documentation",
    deepLinking: true,
    validatorUrl: null,
    defaultModelsExpandDepth: 0,
    persistAuthorization: false,
  });
});
"""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def documentation(describe: Callable[[], dict[str, Any]]) -> Router:
    """`/openapi.json`, and `/docs` to read it; described at the first request, then kept."""
    kept: list[bytes] = []

    @get("/openapi.json", sync_to_thread=True)
    def read_description(request: Request[Any, Any, Any]) -> Response[bytes]:
        if not kept:
            kept.append(msgspec.json.encode(describe()))
        return kept_by_etag(request, kept[0])

    @get("/docs", media_type=MediaType.HTML, sync_to_thread=False)
    def read_documentation() -> Response[str]:
        return Response(
            PAGE, media_type=MediaType.HTML, headers={"Content-Security-Policy": POLICY}
        )

    @get("/docs/start.js", sync_to_thread=False)
    def read_start() -> Response[str]:
        return Response(START, media_type="text/javascript")

    @get("/docs/{name:str}", sync_to_thread=True)
    def read_asset(name: FromPath[str]) -> Response[bytes]:
        if name not in ASSETS:
            raise NotFoundException
        return Response(
            Path(str(swagger_ui_path), name).read_bytes(),
            media_type=ASSETS[name],
            headers={"Cache-Control": "public, max-age=86400"},
        )

    return Router(
        "",
        route_handlers=[read_description, read_documentation, read_start, read_asset],
        opt=OPEN,
        include_in_schema=False,
    )
