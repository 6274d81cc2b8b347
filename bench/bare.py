"""The least that can answer a client file: one handler, one statement, nobody asked who they are.

DATABASE_URL=… python -m bench.bare PORT WORKERS
"""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from uuid import UUID

import asyncpg
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server
from litestar import Litestar, Response, get
from litestar.datastructures import State
from litestar.params import FromPath

REFERENCE = (Path(__file__).parent / "reference.sql").read_text()
POOL_SIZE = 10


@get("/clients/{client_id:uuid}")
async def client_file(client_id: FromPath[UUID], state: State) -> Response[bytes]:
    body = await state.pool.fetchval(REFERENCE, client_id, state.today)
    return Response(body.encode(), media_type="application/json")


@asynccontextmanager
async def pool(app: Litestar) -> AsyncIterator[None]:
    async with asyncpg.create_pool(
        os.environ["DATABASE_URL"], max_size=POOL_SIZE, server_settings={"jit": "off"}
    ) as made:
        app.state.pool = made
        app.state.today = date.fromisoformat(os.environ["ENCOURS_TODAY"])
        yield


def app() -> Litestar:
    return Litestar([client_file], lifespan=[pool], openapi_config=None, logging_config=None)


if __name__ == "__main__":
    Server(
        "bench.bare:app",
        port=int(sys.argv[1]),
        workers=int(sys.argv[2]),
        interface=Interfaces.ASGI,
        factory=True,
        log_level=LogLevels.warning,
    ).serve()
