"""Single variables of the environment, read and bounded; what cannot be used is said so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

Language = Literal["fr", "en"]
ProxyNetwork = IPv4Network | IPv6Network

SECRET_KEY_LEAST_CHARACTERS = 32
CENTS = 2


class SettingsError(Exception):
    """A variable of the environment cannot be used; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads single variables; an empty one counts as not given."""

    env: Mapping[str, str]

    def text(self, name: str) -> str | None:
        return self.env.get(name, "").strip() or None

    def path(self, name: str) -> Path | None:
        given = self.text(name)
        if given is None:
            return None
        if "\0" in given:
            raise SettingsError(f"{name} is not a path: it holds a NUL character.")
        return Path(given).expanduser().absolute()

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        given = self.text(name)
        if given is None:
            return default
        understood = given.isascii() and given.isdigit() and len(given) <= len(str(most))
        if not (understood and least <= int(given) <= most):
            raise SettingsError(f"{name} must be a whole number {least} to {most}, not “{given}”.")
        return int(given)

    def share(self, name: str, default: str, *, most: int) -> Decimal:
        """A number from 0, with at most two decimals after a point."""
        given = self.text(name) or default
        whole, _, part = given.partition(".")
        understood = given.isascii() and whole.isdigit() and (part or "0").isdigit()
        if not understood or len(part) > CENTS or len(whole) > len(str(most)):
            raise SettingsError(f"{name} must be a number as 0.5, not “{given}”.")
        if Decimal(given) > most:
            raise SettingsError(f"{name} must be at most {most}, not “{given}”.")
        return Decimal(given)

    def day(self, name: str) -> date | None:
        given = self.text(name)
        try:
            return None if given is None else date.fromisoformat(given)
        except ValueError:
            raise SettingsError(f"{name} must be a day as 2026-01-31, not “{given}”.") from None

    def zone(self, name: str, default: str) -> ZoneInfo:
        given = self.text(name) or default
        try:
            return ZoneInfo(given)
        except (ValueError, OSError, KeyError):
            raise SettingsError(
                f"{name} must be a time zone as Europe/Paris, not “{given}”."
            ) from None

    def url(self, name: str, schemes: tuple[str, ...]) -> str | None:
        """The value is left out of the message: it may hold a password."""
        given = self.text(name)
        if given is None:
            return None
        expected = " or ".join(f"{scheme}://" for scheme in schemes)
        try:
            parts = urlsplit(given)
            understood = parts.scheme in schemes and (parts.port or 0) >= 0
        except ValueError:
            understood = False
        if not understood or "://" not in given:
            raise SettingsError(f"{name} must be an address that starts with {expected}.")
        return given.rstrip("/") if parts.scheme.startswith("http") else given

    def mail(self, name: str) -> str | None:
        given = self.text(name)
        if given is not None and ("@" not in given or "\n" in given):
            raise SettingsError(f"{name} must be an e-mail address, not “{given}”.")
        return given

    def networks(self, name: str) -> tuple[ProxyNetwork, ...]:
        """Comma-separated addresses or networks whose forwarded headers are believed."""
        parts = (part.strip() for part in (self.text(name) or "").split(","))
        try:
            return tuple(ip_network(part) for part in parts if part)
        except ValueError as error:
            raise SettingsError(
                f"{name} must be addresses or networks as 10.0.0.0/8, by commas: {error}."
            ) from None

    def language(self, name: str) -> Language:
        given = self.text(name) or "fr"
        if given not in {"fr", "en"}:
            raise SettingsError(f"{name} must be fr or en, not “{given}”.")
        return cast("Language", given)

    def secret(self, name: str) -> str | None:
        given = self.text(name)
        if given is not None and len(given) < SECRET_KEY_LEAST_CHARACTERS:
            raise SettingsError(
                f"{name} must have at least {SECRET_KEY_LEAST_CHARACTERS} characters."
            )
        return given
