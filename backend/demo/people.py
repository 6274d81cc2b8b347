"""The fourteen people of the demo company, their places and what they see."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.text import fold

if TYPE_CHECKING:
    from backend.identity.viewer import Role

MAIL_DOMAIN = "rivaton.example"


@dataclass(frozen=True, slots=True)
class DemoBranch:
    company: str
    code: str
    name: str
    towns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DemoPerson:
    name: str
    role: Role
    language: str = "fr"
    branches: tuple[str, ...] = ()
    everything: bool = False
    own_portfolio: bool = True

    @property
    def email(self) -> str:
        given, family = fold(self.name).split(" ", 1)
        return f"{given}.{family.replace(' ', '-')}@{MAIL_DOMAIN}"


COMPANIES = (
    ("RD", "Rivaton Distribution", "012345674"),
    ("RL", "Rivaton Location", "023456782"),
)
BRANCHES = (
    DemoBranch(
        "RD",
        "EST",
        "Est",
        (
            ("25000", "Besançon"),
            ("25300", "Pontarlier"),
            ("70000", "Vesoul"),
            ("90000", "Belfort"),
            ("70100", "Gray"),
        ),
    ),
    DemoBranch(
        "RD",
        "JUR",
        "Jura",
        (
            ("39100", "Dole"),
            ("39000", "Lons-le-Saunier"),
            ("39200", "Saint-Claude"),
            ("39300", "Champagnole"),
        ),
    ),
    DemoBranch(
        "RL",
        "ALP",
        "Alpes",
        (
            ("74000", "Annecy"),
            ("73000", "Chambéry"),
            ("01200", "Bellegarde"),
            ("74100", "Annemasse"),
        ),
    ),
)
PEOPLE = (
    DemoPerson("Claire Vautrel", "sales"),
    DemoPerson("Yanis Morlaz", "sales"),
    DemoPerson("Inès Belmarne", "sales"),
    DemoPerson("Hugo Sautierce", "sales"),
    DemoPerson("Zoé Grantivel", "sales", language="en"),
    DemoPerson("Malik Rurolune", "after_sales", branches=("EST", "JUR")),
    DemoPerson("Maud Trévonne", "after_sales", branches=("ALP",)),
    DemoPerson("Sophie Cerlanne", "collector", branches=("EST",)),
    DemoPerson("Karim Fonsadier", "collector", branches=("JUR", "ALP")),
    DemoPerson("Nadia Haubrizon", "branch_manager", branches=("EST",)),
    DemoPerson("Paul Arvemont", "branch_manager", branches=("JUR", "ALP")),
    DemoPerson("Élodie Jouratel", "credit_manager", everything=True),
    DemoPerson("Bruno Lotibois", "finance_director", everything=True),
    DemoPerson("Awa Séparet", "admin", everything=True),
)


def demo_password(secret_key: str, email: str) -> str:
    """A password of this data folder: the same at each start, of no use anywhere else.

    60 bits drawn from the folder's own key, as three groups that can be typed on a phone.
    """
    digest = hmac.new(secret_key.encode(), f"demo password of {email}".encode(), hashlib.sha256)
    letters = base64.b32encode(digest.digest()).decode().lower()[:12]
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:12]}"
