"""Invented names. Syllables are drawn, so that no real company or person is named on purpose.

What could be somebody's is taken from ranges that belong to nobody: SIREN numbers begin with 0
(none is issued so), telephone numbers come from the blocks the French regulator keeps for fiction,
addresses of e-mail end in `.example` (RFC 2606).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

TRADES = (
    "Menuiserie", "Charpentes", "Chauffage", "Électricité", "Maçonnerie", "Peintures", "Garage",
    "Ateliers", "Scierie", "Serrurerie", "Plomberie", "Couverture", "Carrelages", "Isolation",
    "Terrassement", "Métallerie", "Vitrerie", "Paysages", "Cuisines", "Transports", "Façades",
    "Constructions", "Rénovation", "Chaudronnerie", "Climatisation", "Étanchéité",
)  # fmt: skip
FORMS = ("", "", "", " SARL", " SAS", " & Fils", " Frères", " et Associés")
FIRST = ("Vau", "Mi", "Bré", "Du", "Nob", "Pont", "Ri", "Hau", "Lo", "Cer", "Tré", "Bel", "Gran",
         "Val", "Mor", "Sau", "Fon", "Jou", "Che", "Arv", "Oli", "Ru", "Sé", "Aum")  # fmt: skip
MIDDLE = ("clai", "ro", "von", "rel", "lan", "te", "ve", "mar", "ti", "bri", "gni", "do", "sa",
          "lè", "pe", "ra")  # fmt: skip
LAST = ("r", "vel", "ne", "le", "ce", "lune", "lor", "ret", "zon", "dier", "mont", "vigne", "taz",
        "chon", "bois", "sel")  # fmt: skip
GIVEN = ("Claire", "Yanis", "Sophie", "Malik", "Inès", "Hugo", "Nadia", "Paul", "Léa", "Karim",
         "Élodie", "Thomas", "Awa", "Julien", "Maud", "Rachid", "Zoé", "Bruno")  # fmt: skip
STREETS = ("rue des Tilleuls", "rue du Moulin", "avenue de la Gare", "chemin des Vignes",
           "zone artisanale des Prés", "rue de l’Église", "route de la Scierie",
           "impasse des Forges")  # fmt: skip


def surname(draw: Random) -> str:
    """Two or three syllables: Vauclair, Mirovel, Brévonne."""
    middle = draw.choice(MIDDLE) if draw.random() < 0.55 else ""
    return draw.choice(FIRST) + middle + draw.choice(LAST)


def client_name(draw: Random) -> str:
    return f"{draw.choice(TRADES)} {surname(draw)}{draw.choice(FORMS)}"


def siren(draw: Random) -> str:
    """Nine digits with a right Luhn key, in the range 0… that is never issued."""
    digits = [0] + [draw.randrange(10) for _ in range(7)]
    return "".join(map(str, digits)) + str(_luhn_key(digits))


def siret(draw: Random, of_siren: str) -> str:
    digits = [int(digit) for digit in of_siren] + [0, 0, 0, draw.randrange(1, 6)]
    return "".join(map(str, digits)) + str(_luhn_key(digits))


def _luhn_key(digits: list[int]) -> int:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = digit * 2 if place % 2 == 0 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return -total % 10


def vat_number(of_siren: str) -> str:
    """The French key: (12 + 3 × (SIREN mod 97)) mod 97."""
    return f"FR{(12 + 3 * (int(of_siren) % 97)) % 97:02d}{of_siren}"


def telephone(draw: Random) -> str:
    """A landline of the block 03 53 01, kept for fiction."""
    return f"+33 3 53 01 {draw.randrange(100):02d} {draw.randrange(100):02d}"


def mobile(draw: Random) -> str:
    """A mobile of the block 06 39 98, kept for fiction."""
    return f"+33 6 39 98 {draw.randrange(100):02d} {draw.randrange(100):02d}"
