"""`encours serve`: the app and the API on one port."""

from __future__ import annotations

import os
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from backend.commands import on_database
from backend.database.embedded import EmbeddedPostgres
from backend.settings import Settings, SettingsError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from backend.commands import Commands

GRACE_SECONDS = 10
"""How long requests under way may take once the server is told to stop."""


def register(commands: Commands) -> None:
    parser = commands.add_parser("serve", help="Serve the app and the API on one port")
    parser.add_argument("--host", help="address to listen on (ENCOURS_HOST, 127.0.0.1)")
    parser.add_argument("--port", type=int, help="port to listen on (ENCOURS_PORT, 8000)")
    parser.add_argument("--workers", type=int, help="processes (ENCOURS_WORKERS, 1)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - read anew below
    """Serves until told to stop (SIGINT, SIGTERM)."""
    given = {"HOST": options.host, "PORT": options.port, "WORKERS": options.workers}
    return serve(chosen({name: value for name, value in given.items() if value is not None}))


def chosen(choices: dict[str, object]) -> Settings:
    """Settings under these choices, which the worker processes find in their environment too.

    Raises:
        SettingsError: for an impossible one, under the name of its variable.
    """
    os.environ.update({f"ENCOURS_{name}": str(value) for name, value in choices.items()})
    return Settings.from_environment()


def serve(settings: Settings) -> int:
    refuse_taken_port(settings)
    with held_database(settings):
        on_database(settings, nothing_more)
        Server(
            "serving:app",
            address=settings.host,
            port=settings.port,
            interface=Interfaces.ASGI,
            workers=settings.workers,
            factory=True,
            log_level=LogLevels.warning,
            respawn_failed_workers=True,
            workers_kill_timeout=GRACE_SECONDS,
        ).serve()
    return 0


async def nothing_more() -> int:
    """The database is opened and migrated once, before the workers race for it."""
    return 0


@contextmanager
def held_database(settings: Settings) -> Iterator[None]:
    """Keeps the embedded server up while workers come and go."""
    if settings.database_url is not None:
        yield
        return
    server = EmbeddedPostgres(settings.data, postgres_bin=settings.postgres_bin)
    server.start()
    try:
        yield
    finally:
        server.leave()


def refuse_taken_port(settings: Settings) -> None:
    """Says so at once, rather than after the database has started.

    Raises:
        SettingsError: where the address is not ours or the port is taken.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((settings.host, settings.port))
        except OSError as error:
            raise SettingsError(
                f"Port {settings.port} of {settings.host} cannot be listened on"
                f" ({error.strerror}): choose another with PORT= or --port."
            ) from error
