"""The embedded server: quick to start, shared by processes, and never loses a commit."""

import os
import signal
import socket
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path

import asyncpg
import pytest

from backend.database.embedded import EmbeddedPostgres
from backend.database.postmaster import wait_until
from tests.database.servers import (
    another_process,
    ask,
    folder_of_its_own,
    kill_everything,
    line_from,
    server_processes,
)

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(not Path("/proc/self").exists(), reason="finds processes through /proc"),
]


@pytest.fixture
def data():
    with folder_of_its_own() as folder:
        yield folder


@pytest.fixture
def server(data):
    server = EmbeddedPostgres(data)
    yield server
    server.leave()


def test_the_first_start_takes_less_than_three_seconds():
    """The quickest of a few: what else the machine does is not ours to promise."""
    taken: list[float] = []
    while not taken or (min(taken) >= 3 and len(taken) < 4):
        with folder_of_its_own() as data:
            server = EmbeddedPostgres(data)
            began = time.monotonic()
            server.start()
            taken.append(time.monotonic() - began)
            server.leave()
    assert min(taken) < 3, taken


async def test_a_commit_reaches_the_disk_and_nobody_on_the_network_reaches_the_server(server):
    assert await ask(server, "SHOW fsync") == "on"
    assert await ask(server, "SHOW synchronous_commit") == "on"
    assert await ask(server, "SHOW full_page_writes") == "on"
    assert await ask(server, "SHOW data_checksums") == "on"
    assert await ask(server, "SHOW listen_addresses") == ""
    assert await ask(server, "SHOW password_encryption") == "scram-sha-256"


async def test_a_wrong_password_is_refused(server):
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(**(server.start() | {"password": "guess", "database": "postgres"}))


async def test_text_folds_and_sorts_the_same_on_every_machine(server):
    assert await ask(server, "SELECT lower('ÉCLAIR ŒUVRE')") == "éclair œuvre"
    assert await ask(server, "SELECT 'Z' < 'a'") is True


def test_secrets_are_closed_to_others(server, data):
    server.start()
    for name in ("postgres", "postgres.password", "postgres.log"):
        assert (data / name).stat().st_mode & 0o077 == 0, name
    assert not (data / ".postgres.password").exists()


def test_root_does_not_run_the_server_itself(server, data):
    server.start()
    owners = {Path(f"/proc/{pid}").stat().st_uid for pid in server_processes(data)}
    assert 0 not in owners
    assert len(owners) == 1


STAY_UNTIL_TOLD = "print(server.status().pid, flush=True); input(); server.leave()"


def test_a_second_process_attaches_and_the_last_to_leave_stops_the_server(server, data):
    server.start()
    pid = server.status().pid
    with another_process(data, STAY_UNTIL_TOLD) as other:
        assert int(line_from(other)) == pid
        server.leave()
        assert server.status().pid == pid, "the other one still uses it"
        other.communicate("\n")
    assert not server.status().is_running


def test_processes_that_come_at_once_share_one_server(data):
    with ExitStack() as together:
        others = [together.enter_context(another_process(data, STAY_UNTIL_TOLD)) for _ in range(3)]
        pids = {int(line_from(other)) for other in others}
        for other in others:
            other.communicate("\n")
    assert len(pids) == 1
    assert server_processes(data) == []


def test_a_process_that_was_killed_counts_as_gone(server, data):
    server.start()
    with another_process(data, "print('in', flush=True); input()") as other:
        assert line_from(other) == "in\n"
    server.leave()
    assert not server.status().is_running


def test_the_operator_can_keep_it_running_and_stop_it(server, data):
    server.start(keep_running=True)
    server.leave()
    assert server.status().is_running
    assert server.status().is_kept_running
    assert EmbeddedPostgres(data).stop()
    assert not server.status().is_running
    assert not EmbeddedPostgres(data).stop()


def test_stopping_what_never_was_makes_no_folder(data):
    assert not EmbeddedPostgres(data).stop()
    assert not data.exists()


WRITE_FOR_EVER = """
async def write():
    connection = await asyncpg.connect(**(options | {'database': 'postgres'}))
    await connection.execute('CREATE TABLE entry (number int)')
    for number in range(1_000_000):
        await connection.execute('INSERT INTO entry VALUES ($1)', number)
        print(number, flush=True)
asyncio.run(write())
"""


async def test_killing_everything_loses_nothing_that_was_committed(data):
    with another_process(data, WRITE_FOR_EVER) as writer:
        confirmed = [int(line_from(writer)) for _ in range(100)]
        writer.send_signal(signal.SIGKILL)
        kill_everything(data)
        confirmed += [int(line) for line in writer.communicate()[0].splitlines() if line]
    server = EmbeddedPostgres(data)
    kept = await ask(server, "SELECT count(*) FROM entry")
    server.leave()
    assert confirmed == list(range(len(confirmed)))
    assert kept in {len(confirmed), len(confirmed) + 1}, "the last one may not have been told"


async def test_a_killed_server_comes_back_for_a_process_that_stayed(server):
    await ask(server, "CREATE TABLE kept AS SELECT 1 AS x")
    os.kill(server.status().pid, signal.SIGKILL)
    assert wait_until(lambda: not server.status().is_running, 10)
    assert await ask(server, "SELECT x FROM kept") == 1


async def test_a_dead_servers_file_that_names_a_living_process_does_not_mislead(server, data):
    server.start()
    kill_everything(data)
    bystander = subprocess.Popen(["sleep", "60"], cwd="/")  # noqa: ASYNC220 - at once
    try:
        pid_file = data / "postgres" / "postmaster.pid"
        lines = pid_file.read_text().splitlines()
        pid_file.write_text("\n".join([str(bystander.pid), *lines[1:]]))
        (data / "postgres" / ".s.PGSQL.5432.lock").write_text(f"{bystander.pid}\n")
        assert await ask(server, "SELECT 1") == 1
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


async def test_a_socket_somebody_put_in_our_place_is_cleared_away(server, data):
    server.start()
    kill_everything(data)
    path = data / "postgres" / ".s.PGSQL.5432"
    path.unlink()
    with socket.socket(socket.AF_UNIX) as thief:
        thief.bind(str(path))
        thief.listen()
        assert await ask(server, "SELECT 1") == 1


async def test_a_first_start_that_was_killed_midway_is_begun_anew(server, data):
    (data / "postgres.draft" / "base").mkdir(parents=True)
    (data / ".postgres.password").write_text("half")
    assert await ask(server, "SELECT 1") == 1
    assert not (data / "postgres.draft").exists()


async def test_a_deep_folder_gets_a_socket_elsewhere(data):
    deep = data.joinpath(*["a-rather-long-name-of-a-folder"] * 4)
    server = EmbeddedPostgres(deep)
    assert await ask(server, "SELECT 1") == 1
    socket_folder = server.status().socket_folder
    assert socket_folder is not None
    assert socket_folder.stat().st_mode & 0o077 == 0
    server.leave()
    socket_folder.rmdir()


async def test_a_folder_with_spaces_and_quotes_works(data):
    odd = data / 'l\'encours de "Mme Œuvrard" $HOME'
    server = EmbeddedPostgres(odd)
    assert await ask(server, "SELECT 1") == 1
    server.leave()


async def test_the_operators_own_tuning_is_kept(server, data):
    server.start()
    (data / "postgres.local.conf").write_text("work_mem = '7MB'\nport = 54321\n")
    server.leave()
    assert await ask(server, "SHOW work_mem") == "7MB"


def test_the_log_does_not_grow_for_ever(server, data):
    server.start()
    server.leave()
    with (data / "postgres.log").open("a") as log:
        log.write("x" * 11_000_000)
    server.start()
    assert (data / "postgres.log").stat().st_size < 1_000_000
    assert (data / "postgres.old.log").exists()
