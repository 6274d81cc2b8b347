"""The letters that carry a one-time link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from backend.mail import Letter

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

Purpose = Literal["invitation", "reset"]

SUBJECTS: dict[tuple[Purpose, str], str] = {
    ("invitation", "fr"): "Votre accès à Encours",
    ("invitation", "en"): "Your access to Encours",
    ("reset", "fr"): "Votre mot de passe Encours",
    ("reset", "en"): "Your Encours password",
}
TEXTS: dict[tuple[Purpose, str], str] = {
    ("invitation", "fr"): (
        "Bonjour {name},\n\nUn accès à Encours vous est ouvert. Choisissez votre mot de passe ici :"
        "\n\n{url}\n\nCe lien sert une fois, jusqu’au {until}.\n"
    ),
    ("invitation", "en"): (
        "Hello {name},\n\nYou have been given access to Encours. Choose your password here:"
        "\n\n{url}\n\nThis link works once, until {until}.\n"
    ),
    ("reset", "fr"): (
        "Bonjour {name},\n\nPour choisir un nouveau mot de passe :\n\n{url}\n\nCe lien sert une "
        "fois, jusqu’au {until}. Si vous n’avez rien demandé, ignorez ce message : votre mot de "
        "passe reste valable.\n"
    ),
    ("reset", "en"): (
        "Hello {name},\n\nTo choose a new password:\n\n{url}\n\nThis link works once, until "
        "{until}. If you did not ask for it, ignore this message: your password still holds.\n"
    ),
}


def letter(
    purpose: Purpose,
    *,
    to: str,
    name: str,
    language: str,
    url: str,
    expires_at: datetime,
    zone: ZoneInfo,
) -> Letter:
    """Times are told in the business's time zone."""
    local = expires_at.astimezone(zone)
    until = f"{local:%d/%m/%Y %H:%M}" if language == "fr" else f"{local:%Y-%m-%d %H:%M}"
    text = TEXTS[purpose, language].format(name=name, url=url, until=until)
    return Letter(to=to, subject=SUBJECTS[purpose, language], text=text)
