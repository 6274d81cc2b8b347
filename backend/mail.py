"""Sends one e-mail through the operator's own server (`ENCOURS_SMTP_URL`)."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlsplit

if TYPE_CHECKING:
    from backend.settings import Settings

SECONDS_MOST = 15.0


class MailFailed(Exception):  # noqa: N818 - it names what became of the letter
    """The letter did not leave; the message says why, in one sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Letter:
    to: str
    subject: str
    text: str


async def send(letter: Letter, settings: Settings) -> None:
    """Hands a letter to the mail server.

    Raises:
        MailFailed: no server is set, it cannot be reached, or it refuses the letter.
    """
    if settings.smtp_url is None:
        raise MailFailed("No mail server is set (ENCOURS_SMTP_URL).")
    await asyncio.to_thread(deliver, letter, urlsplit(settings.smtp_url), settings.mail_from)


def deliver(letter: Letter, server: SplitResult, sender: str | None) -> None:
    message = EmailMessage()
    message["To"] = letter.to
    message["From"] = sender or sender_of(server)
    message["Subject"] = letter.subject
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    try:
        with connected(server) as connection:
            connection.send_message(message)
    except (smtplib.SMTPException, OSError) as error:
        raise MailFailed(f"The mail server {server.hostname} said: {error}") from error


def sender_of(server: SplitResult) -> str:
    user = unquote(server.username or "")
    return user if "@" in user else f"encours@{server.hostname}"


def connected(server: SplitResult) -> smtplib.SMTP:
    """Encrypted wherever the server offers it, and always before a password is said."""
    host = server.hostname or "localhost"
    trust = ssl.create_default_context()
    connection: smtplib.SMTP
    if server.scheme == "smtps":
        connection = smtplib.SMTP_SSL(host, server.port or 465, timeout=SECONDS_MOST, context=trust)
    else:
        connection = smtplib.SMTP(host, server.port or 587, timeout=SECONDS_MOST)
    try:
        if server.scheme == "smtp":
            encrypt(connection, server, trust)
        if server.username:
            connection.login(unquote(server.username), unquote(server.password or ""))
    except BaseException:
        connection.close()
        raise
    return connection


def encrypt(connection: smtplib.SMTP, server: SplitResult, trust: ssl.SSLContext) -> None:
    connection.ehlo()
    if connection.has_extn("starttls"):
        connection.starttls(context=trust)
    elif server.username:
        raise smtplib.SMTPNotSupportedError("no encryption is offered, so the password is not sent")
