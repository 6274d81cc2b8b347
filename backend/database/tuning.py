"""How the embedded server is set: for one company's ledger on a machine it shares."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MB = 1024 * 1024
MEMORY_ASSUMED = 4096 * MB

# What makes a committed transaction outlive the power; tests alone may do without.
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
FLEETING = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def server_settings(socket_folder: Path, *, durable: bool) -> dict[str, str]:
    """No port is opened: the server listens on a socket in its own closed folder."""
    memory = memory_bytes() if durable else MEMORY_ASSUMED // 8
    return {
        "listen_addresses": "",
        "unix_socket_directories": str(socket_folder),
        "unix_socket_permissions": "0700",
        "port": "5432",
        "password_encryption": "scram-sha-256",
        "max_connections": "200",
        "shared_buffers": kilobytes(memory // 8, least=64 * MB, most=1024 * MB),
        "effective_cache_size": kilobytes(memory // 2, least=256 * MB, most=64 * 1024 * MB),
        "work_mem": kilobytes(memory // 256, least=8 * MB, most=32 * MB),
        "maintenance_work_mem": kilobytes(memory // 32, least=64 * MB, most=512 * MB),
        # Large imports should not checkpoint every few seconds.
        "max_wal_size": "2GB",
        "checkpoint_timeout": "10min",
        # Disks of today read at random nearly as fast as in order.
        "random_page_cost": "1.1",
        "jit": "off",
        # A killed client must not hold its locks for the two hours of TCP's default.
        "client_connection_check_interval": "10s" if os.uname().sysname == "Linux" else "0",
        "TimeZone": "UTC",
        "log_timezone": "UTC",
        "lc_messages": "C",
        "logging_collector": "off",
        "log_checkpoints": "off",
        "log_line_prefix": "%m [%p] ",
        # A failed statement is the application's affair, and may hold personal data.
        "log_min_error_statement": "panic",
    } | (DURABLE if durable else FLEETING)


def kilobytes(size: int, *, least: int, most: int) -> str:
    return f"{max(least, min(size, most)) // 1024}kB"


def memory_bytes() -> int:
    """The machine's memory, or what a container leaves of it."""
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        with open("/sys/fs/cgroup/memory.max", encoding="ascii") as limit:  # noqa: PTH123
            given = limit.read().strip()
    except (OSError, ValueError):
        given = "max"
        memory = MEMORY_ASSUMED
    return min(memory, int(given)) if given.isdigit() else memory


def configuration_text(settings: dict[str, str]) -> str:
    lines = [
        f"{name} = '{value.replace(chr(39), chr(39) * 2)}'" for name, value in settings.items()
    ]
    return "\n".join(
        [
            "# Written by Encours at every start; your own go to ../postgres.local.conf.",
            *lines,
            "include_if_exists = '../postgres.local.conf'",
            "",
        ]
    )
