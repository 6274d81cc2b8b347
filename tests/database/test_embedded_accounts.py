"""As whom it runs: an ordinary user is enough, and root becomes somebody else."""

import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from backend.database.account import Account, known_account, server_account
from backend.database.binaries import find_binaries, reachable_binaries
from backend.database.embedded import EmbeddedPostgres
from backend.database.errors import DatabaseUnavailable
from tests.database.servers import CHECKOUT, ask, folder_of_its_own, kill_everything

pytestmark = pytest.mark.anyio

NOBODY = "nobody"


@pytest.fixture
def data():
    with folder_of_its_own() as folder:
        yield folder


def python_for(account: Account) -> str | None:
    """A Python this account can run: root's own may lie under a closed home."""
    found = [sys.executable, shutil.which("python3", path="/usr/bin:/usr/local/bin")]
    return next((path for path in found if path and account.may_read(Path(path).resolve())), None)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become an ordinary user")
def test_an_ordinary_user_starts_uses_and_stops_a_database(data):
    nobody = known_account(NOBODY)
    assert nobody is not None
    python = python_for(nobody)
    if python is None:
        pytest.skip("this machine has no Python outside a closed home")
    data.mkdir()
    programs = reachable_binaries(find_binaries(None), nobody, data / "binaries").folder
    shutil.copytree(CHECKOUT / "backend" / "database", data / "code" / "backend" / "database")
    (data / "code" / "backend" / "__init__.py").touch()
    home = data / "home"
    home.mkdir(mode=0o700)
    os.chown(home, nobody.uid, nobody.gid)
    program = (
        "import sys, subprocess, os\n"
        "from pathlib import Path\n"
        "from backend.database.embedded import EmbeddedPostgres\n"
        f"server = EmbeddedPostgres(Path({str(home / 'encours')!r}),"
        f" postgres_bin=Path({str(programs)!r}))\n"
        "options = server.start()\n"
        "print(os.stat(f'/proc/{server.status().pid}').st_uid)\n"
        "server.leave()\n"
        "print(server.status().is_running)\n"
    )
    told = subprocess.run(
        [
            *("setpriv", f"--reuid={nobody.uid}", f"--regid={nobody.gid}", "--clear-groups"),
            *(python, "-B", "-c", program),
        ],
        env={"PATH": os.defpath, "PYTHONPATH": str(data / "code")},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stderr == ""
    assert told.stdout.split() == [str(nobody.uid), "False"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes somebody else")
def test_root_runs_the_server_as_an_account_without_a_login(data):
    account = server_account(data / "postgres")
    assert account.uid != 0
    assert not pwd.getpwnam(account.name).pw_shell.endswith(("/sh", "/bash"))


@pytest.mark.skipif(os.geteuid() != 0, reason="anybody else runs the server as themselves")
async def test_root_may_keep_the_data_where_the_account_cannot_walk(data):
    closed = data / "home"
    closed.mkdir(parents=True)
    closed.chmod(0o700)
    server = EmbeddedPostgres(closed / "encours")
    await ask(server, "CREATE TABLE kept AS SELECT 7 AS x")
    server.leave()
    assert await ask(server, "SELECT x FROM kept") == 7
    kill_everything(closed / "encours")
    assert await ask(server, "SELECT x FROM kept") == 7
    assert {process.stat().st_uid for process in closed.iterdir()} == {0}
    server.leave()
    assert not server.status().is_running


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give folders away")
def test_an_existing_cluster_is_run_as_its_owner(data):
    nobody = known_account(NOBODY)
    assert nobody is not None
    cluster = data / "postgres"
    cluster.mkdir(parents=True)
    os.chown(cluster, nobody.uid, nobody.gid)
    assert server_account(cluster) == nobody


def test_an_owner_without_an_account_is_told(data):
    if os.geteuid() != 0:
        pytest.skip("only root can give folders away")
    cluster = data / "postgres"
    cluster.mkdir(parents=True)
    os.chown(cluster, 54_321, 54_321)
    with pytest.raises(DatabaseUnavailable, match="54321 has no account"):
        server_account(cluster)


def test_an_account_may_enter_only_where_every_folder_above_lets_it(tmp_path):
    other = Account("other", uid=54_321, gid=54_321)
    inner = tmp_path / "inner"
    inner.mkdir()
    for folder in (tmp_path, inner):
        folder.chmod(0o755)
    reachable_from_here = all(parent.stat().st_mode & 0o001 for parent in tmp_path.parents)
    assert other.may_enter(inner) == reachable_from_here
    tmp_path.chmod(0o700)
    assert not other.may_enter(inner)
