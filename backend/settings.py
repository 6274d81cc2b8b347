"""What the operator may choose, read once from the environment and never changed after."""

import os
import secrets
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo

from backend.variables import (
    SECRET_KEY_LEAST_CHARACTERS,
    Language,
    ProxyNetwork,
    Reader,
    SettingsError,
)
from shared.rules.promise import PromisePolicy

__all__ = ["Language", "ProxyNetwork", "Settings", "SettingsError", "default_data_folder"]

PREFIX = "ENCOURS_"
WORKERS_MOST = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every choice has a default under which a single person can try Encours.

    `windows_…` bound the browser windows one process draws for; a session outlives its window's
    connection by `window_seconds`. `demo` offers the made-up company's sign-ins, passwords
    included, to whoever reaches the port.
    """

    data: Path
    database_url: str | None = None
    postgres_bin: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    today: date | None = None
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Paris"))
    public_url: str | None = None
    smtp_url: str | None = None
    mail_from: str | None = None
    trusted_proxies: tuple[ProxyNetwork, ...] = ()
    workers: int = 1
    language: Language = "fr"
    given_secret_key: str | None = None
    demo: bool = False
    windows_most: int = 500
    windows_an_address_most: int = 100
    window_seconds: int = 3_600
    window_seconds_signed_out: int = 60
    promises: PromisePolicy = field(default_factory=PromisePolicy)

    @classmethod
    def from_environment(cls, env: Mapping[str, str] = os.environ) -> "Settings":
        """Reads the environment.

        Raises:
            SettingsError: for the first variable that is unknown or has an impossible value.
        """
        refuse_unknown(env)
        reader = Reader(env)
        return cls(
            data=reader.path("ENCOURS_DATA") or default_data_folder(env),
            database_url=reader.url("DATABASE_URL", ("postgresql", "postgres")),
            postgres_bin=reader.path("ENCOURS_POSTGRES_BIN"),
            host=reader.text("ENCOURS_HOST") or "127.0.0.1",
            port=reader.number("ENCOURS_PORT", 8000, least=1, most=65535),
            today=reader.day("ENCOURS_TODAY"),
            time_zone=reader.zone("ENCOURS_TIME_ZONE", "Europe/Paris"),
            public_url=reader.url("ENCOURS_PUBLIC_URL", ("http", "https")),
            smtp_url=reader.url("ENCOURS_SMTP_URL", ("smtp", "smtps")),
            mail_from=reader.mail("ENCOURS_MAIL_FROM"),
            trusted_proxies=reader.networks("ENCOURS_TRUSTED_PROXIES"),
            workers=reader.number("ENCOURS_WORKERS", 1, least=1, most=WORKERS_MOST),
            language=reader.language("ENCOURS_LANGUAGE"),
            given_secret_key=reader.secret("ENCOURS_SECRET_KEY"),
            demo=reader.number("ENCOURS_DEMO", 0, least=0, most=1) == 1,
            windows_most=reader.number("ENCOURS_WINDOWS", 500, least=1, most=100_000),
            windows_an_address_most=reader.number(
                "ENCOURS_WINDOWS_AN_ADDRESS", 100, least=1, most=100_000
            ),
            window_seconds=reader.number("ENCOURS_WINDOW_SECONDS", 3_600, least=0, most=86_400),
            window_seconds_signed_out=reader.number(
                "ENCOURS_WINDOW_SECONDS_SIGNED_OUT", 60, least=0, most=86_400
            ),
            promises=promise_policy(reader),
        )

    def secret_key(self) -> str:
        """The key tokens are signed with: the one given, else the data folder's own.

        Raises:
            SettingsError: when the data folder cannot keep one.
        """
        if self.given_secret_key is not None:
            return self.given_secret_key
        path = self.data / "secret-key"
        try:
            return kept_secret_key(path)
        except OSError as error:
            raise SettingsError(
                f"ENCOURS_DATA: the secret key cannot be kept in {path}: {error.strerror}."
            ) from error


def promise_policy(reader: Reader) -> PromisePolicy:
    return PromisePolicy(
        tolerance_least=reader.share("ENCOURS_PROMISE_TOLERANCE", "1.00", most=100_000),
        tolerance_pct=reader.share("ENCOURS_PROMISE_TOLERANCE_PCT", "0.5", most=100),
        grace_days=reader.number("ENCOURS_PROMISE_GRACE_DAYS", 2, least=0, most=60),
        horizon_days=reader.number("ENCOURS_PROMISE_HORIZON_DAYS", 365, least=1, most=3_650),
        reschedules_most=reader.number("ENCOURS_PROMISE_RESCHEDULES", 2, least=0, most=100),
        instalments_missed_most=reader.number("ENCOURS_PLAN_MISSED", 1, least=0, most=60),
        alsace_moselle=reader.number("ENCOURS_ALSACE_MOSELLE", 0, least=0, most=1) == 1,
    )


def kept_secret_key(path: Path) -> str:
    """Reads the key, or makes it; of two processes that make it at once, both read the first's."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o755 if os.geteuid() == 0 else 0o700)
    if not path.exists():
        # Linked into place when whole: nobody can read half a key.
        draft = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(48))
                file.flush()
                os.fsync(file.fileno())
            with suppress(FileExistsError):
                path.hardlink_to(draft)
        finally:
            draft.unlink(missing_ok=True)
    key = path.read_text(encoding="ascii")
    if len(key) < SECRET_KEY_LEAST_CHARACTERS:
        raise SettingsError(f"The secret key in {path} is too short: it was not made by Encours.")
    return key


KNOWN = {
    PREFIX + name
    for name in """
    DATA POSTGRES_BIN HOST PORT TODAY TIME_ZONE PUBLIC_URL SMTP_URL MAIL_FROM TRUSTED_PROXIES
    WORKERS LANGUAGE SECRET_KEY DEMO WINDOWS WINDOWS_AN_ADDRESS WINDOW_SECONDS
    WINDOW_SECONDS_SIGNED_OUT PROMISE_TOLERANCE PROMISE_TOLERANCE_PCT PROMISE_GRACE_DAYS
    PROMISE_HORIZON_DAYS PROMISE_RESCHEDULES PLAN_MISSED ALSACE_MOSELLE
    """.split()  # noqa: SIM905 - a list of words is easier to read
}


def refuse_unknown(env: Mapping[str, str]) -> None:
    """A misspelt variable would otherwise be a choice silently not made."""
    for name in sorted(env):
        if name.startswith(PREFIX) and name not in KNOWN:
            near = get_close_matches(name, KNOWN, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(sorted(KNOWN))}."
            raise SettingsError(f"{name} is not a setting of Encours; {hint}")


def default_data_folder(env: Mapping[str, str]) -> Path:
    """Root serves a machine, anybody else themselves."""
    if os.geteuid() == 0:
        return Path("/var/lib/encours")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "encours"
    shared = Path(env.get("XDG_DATA_HOME") or "~/.local/share").expanduser()
    # The XDG specification has relative paths ignored.
    return (shared if shared.is_absolute() else Path("~/.local/share").expanduser()) / "encours"
