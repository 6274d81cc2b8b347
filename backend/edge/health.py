"""Is the process alive, and can it serve? Beside the API, for whoever watches the server."""

from litestar import Response, get

from backend.database.errors import DatabaseUnavailable
from backend.database.migrate import is_current


@get("/health", include_in_schema=False, sync_to_thread=False)
def health() -> dict[str, str]:
    """The process answers; nothing else is asked."""
    return {"status": "alive"}


@get("/ready", include_in_schema=False)
async def ready() -> Response[dict[str, str]]:
    """The database answers and has this release's tables: 200, else 503 and why."""
    try:
        current = await is_current()
    except DatabaseUnavailable:
        return Response({"status": "the database does not answer"}, status_code=503)
    if not current:
        return Response({"status": "the database is not migrated"}, status_code=503)
    return Response({"status": "ready"})
