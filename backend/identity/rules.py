"""What a role may do, what a password must be, how often one may try. Pure."""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, assert_never, get_args

from shared.refusal import Refusal

if TYPE_CHECKING:
    from datetime import datetime

    from backend.identity.viewer import Role

Capability = Literal[
    "manage-users",
    "manage-organisation",
    "import-ledger",
    "merge-clients",
    "assign-clients",
    "edit-clients",
    "edit-contacts",
    "take-promises",
    "withdraw-promises",
    "agree-plans",
    "pin-comments",
    "see-audit",
    "export",
]
CAPABILITIES: tuple[Capability, ...] = get_args(Capability)

OF_EVERYONE: frozenset[Capability] = frozenset({"edit-contacts", "take-promises"})
OF_COLLECTORS: frozenset[Capability] = OF_EVERYONE | {
    "edit-clients",
    "export",
    "agree-plans",
    "pin-comments",
}
OF_MANAGERS: frozenset[Capability] = OF_COLLECTORS | {
    "assign-clients",
    "see-audit",
    "withdraw-promises",
}
OF_FINANCE: frozenset[Capability] = OF_MANAGERS | {"import-ledger", "merge-clients"}
OF_ADMINS: frozenset[Capability] = OF_FINANCE | {"manage-users", "manage-organisation"}


def capabilities_of(role: Role) -> frozenset[Capability]:
    """What a role may do; what its person may see is the scope's business."""
    match role:
        case "sales" | "after_sales":
            return OF_EVERYONE
        case "collector":
            return OF_COLLECTORS
        case "branch_manager":
            return OF_MANAGERS
        case "credit_manager" | "finance_director":
            return OF_FINANCE
        case "admin":
            return OF_ADMINS
        case _:
            assert_never(role)


def may(role: Role, capability: Capability) -> bool:
    return capability in capabilities_of(role)


def may_change_person(
    *, is_oneself: bool, is_last_admin: bool, role: Role | None, disabled: bool | None
) -> Refusal | None:
    """Why a person may not be given another role or be disabled; None for what is not asked.

    A company without an administrator could never have one again but by the command line.
    """
    if disabled and is_oneself:
        return Refusal("not-oneself", 409, "One cannot disable oneself.")
    if is_last_admin and (disabled or role not in {None, "admin"}):
        return Refusal("last-admin", 409, "At least one administrator must remain active.")
    return None


PASSWORD_LEAST_CHARACTERS = 12
PASSWORD_MOST_CHARACTERS = 256
NAME_LEAST_CHARACTERS = 4

# Folded, at least twelve characters: shorter ones are refused anyway.
COMMON_PASSWORDS = frozenset(
    """
    123456789012 1234567890123 12345678901234 123412341234 123123123123 111111111111 000000000000
    121212121212 112233445566 123456123456 987654321098 abcdefghijkl abcdefghijklm abcd1234abcd
    1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3edc4rfv qwertyuiopas qwertyuiop12 qwertyuiop123 qwerty123456
    qwertyqwerty azertyuiopqs azertyuiop12 azertyuiop123 azerty123456 azertyazerty asdfghjklqwe
    password1234 password12345 password123456 passwordpassword motdepasse12 motdepasse123
    motdepasse1234 motdepassemotdepasse monmotdepasse changemoi123 changeme1234 bonjour12345
    bonjourbonjour administrator administrateur welcome12345 bienvenue123 bienvenue1234
    iloveyou1234 jetaime12345 soleilsoleil doudoudoudou letmein12345 entrez123456
    correcthorsebattery correcthorsebatterystaple encours12345 encoursencours
    """.split()  # noqa: SIM905 - a list of words is easier to read
)


def acceptable_password(password: str, *, email: str, name: str) -> Refusal | None:
    """Why a new password will not do; None where it will.

    Length is what protects, so there are no rules about kinds of characters.
    """
    if len(password) < PASSWORD_LEAST_CHARACTERS:
        return Refusal(
            "password-too-short",
            422,
            "A password has at least {least} characters.",
            {"least": PASSWORD_LEAST_CHARACTERS},
        )
    if len(password) > PASSWORD_MOST_CHARACTERS:
        return Refusal(
            "password-too-long",
            422,
            "A password has at most {most} characters.",
            {"most": PASSWORD_MOST_CHARACTERS},
        )
    folded = fold(password)
    if folded in COMMON_PASSWORDS or len(set(folded)) < PASSWORD_LEAST_CHARACTERS // 3:
        return Refusal("password-common", 422, "This password is among the first to be tried.")
    if any(own in folded for own in own_words(email, name)):
        return Refusal(
            "password-personal", 422, "A password must not hold one's name or e-mail address."
        )
    return None


def own_words(email: str, name: str) -> list[str]:
    """What everybody knows of a person; words too short to say anything are left out."""
    words = [fold(email), fold(email).partition("@")[0], fold(name), *fold(name).split()]
    return [word for word in words if len(word) >= NAME_LEAST_CHARACTERS]


def fold(text: str) -> str:
    """Without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark)).strip()


ATTEMPT_WINDOW = timedelta(minutes=15)
ATTEMPTS_OF_AN_ACCOUNT = 10
ATTEMPTS_OF_AN_ADDRESS = 50
"""More than of an account: a whole branch may sit behind one address."""


def next_attempt(
    now: datetime, *, count: int, oldest: datetime | None, most: int
) -> Refusal | None:
    """Whether one more attempt is one too many; `count` and `oldest` of the window's failures.

    Refused attempts are not counted: whoever waits as told gets in, however long an attack lasts.
    """
    if oldest is None or count < most:
        return None
    wait = max(1, round((oldest + ATTEMPT_WINDOW - now).total_seconds()))
    return Refusal(
        "too-many-attempts",
        429,
        "Too many attempts. Try again in {minutes} min.",
        {"retry_after_seconds": wait, "minutes": -(-wait // 60)},
    )
