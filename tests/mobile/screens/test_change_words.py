"""Every recorded fact in words: no key, no id, no ISO date reaches the screen."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import backend
from mobile.components.look import Look
from mobile.palette import LIGHT
from mobile.screens.change_words import differences_of, title_of
from mobile.strings import strings
from shared.contract.clients import Change
from shared.ids import new_id
from tests.mobile.app_fixtures import plain

TODAY = date(2026, 11, 20)
FRENCH, ENGLISH = Look(LIGHT, strings("fr")), Look(LIGHT, strings("en"))
OF_CLIENTS = "client|contact|document|settlement|due-dates|ledger|import|visit"
RECORDED = re.compile(rf"""["']((?:{OF_CLIENTS})-[a-z]+(?:ed|done))["']""")


def change(kind: str, **values: Any) -> Change:
    named = {"actor": None, "device": None, "subject": None, "before": None, "after": None}
    recorded = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    return Change(
        **({"id": new_id(), "recorded_at": recorded, "kind": kind, "why": None} | named | values)
    )


def lines(look: Look, *args: Any, **values: Any) -> list[str]:
    told = differences_of(look, change(*args, **values), TODAY)
    return [plain(f"{one.name}: {one.before} > {one.after}") for one in told]


@pytest.mark.parametrize(
    ("kind", "before", "after", "said"),
    [
        ("client-changed", {"town": "Dole"}, {"town": "Dijon"}, ["Ville: Dole > Dijon"]),
        (
            "visit-reported",
            None,
            {"mood": "annoyed", "unpaid_reason": "forgotten", "next_step_on": "2026-11-27"},
            [
                "Client:  > Mécontent",
                "Pourquoi impayé:  > Oubli",
                "Suite à donner:  > ven. 27 nov.",
            ],
        ),
        ("client-changed", {"language": "fr"}, {"language": "en"}, ["Langue: Français > English"]),
        (
            "client-changed",
            {"terms_basis": "net", "terms_days": 30},
            {"terms_basis": "eom_a", "terms_days": 45},
            ["Conditions de paiement: 30 jours nets > 45 jours, puis fin de mois"],
        ),
        (
            "client-changed",
            {"terms_days": 30},
            {"terms_days": 45},
            ["Conditions de paiement: 30 j > 45 j"],
        ),
        (
            "client-changed",
            {"terms_basis": None, "terms_days": None},
            {"terms_basis": "net", "terms_days": 60},
            ["Conditions de paiement: rien > 60 jours nets"],
        ),
        (
            "client-changed",
            {"terms_basis": "net"},
            {"terms_basis": "eom_b"},
            ["Conditions de paiement: jours nets > fin de mois, puis délai"],
        ),
        (
            "client-assigned",
            {"rep": str(new_id()), "rep_name": "Claire"},
            {"rep": None, "rep_name": None},
            ["Commercial: Claire > rien"],
        ),
        ("client-assigned", {"rep": None}, {"rep": str(new_id())}, ["Commercial: rien > –"]),
        ("client-changed", {"debtor": None}, {"debtor": str(new_id())}, []),
        (
            "contact-added",
            None,
            {"name": "Inès", "role": "finance", "email": None},
            ["Nom:  > Inès", "Rôle:  > Direction financière", "E-mail:  > rien"],
        ),
        ("contact-removed", {"name": "Inès"}, None, ["Nom: Inès > "]),
        (
            "client-merged",
            None,
            {"code": "C2", "into": "C1", "items": 12},
            ["Code:  > C2", "Devenu:  > C1", "Déplacé:  > 12 pièces et paiements"],
        ),
        (
            "document-settled",
            None,
            {"allocation": str(new_id()), "by": str(new_id()), "amount": "1200.50",
             "value_on": "2026-11-19"},
            ["Montant:  > 1 200,50", "Date de valeur:  > jeu. 19 nov."],
        ),
        ("due-dates-estimated", None, {"documents": 3}, ["Concerne:  > 3 pièces"]),
        (
            "ledger-imported",
            None,
            {"file": "open-items", "added": 2, "changed": 0, "closed": 1},
            [
                "Contenu:  > Factures ouvertes",
                "Ajouté:  > 2 pièces ajoutées",
                "Soldé:  > 1 pièce soldée",
            ],
        ),
    ],
)  # fmt: skip
def test_fields_and_values_are_in_words(kind, before, after, said):
    assert lines(FRENCH, kind, before=before, after=after) == said


def test_the_documents_that_a_file_changed_are_told_one_by_one():
    before = [
        {"number": "F1", "due_on": "2026-10-31", "amount": "10.00", "kind": "invoice",
         "due_estimated": True},
    ]  # fmt: skip
    after = [{"due_on": "2026-11-30", "amount": "10.00", "kind": "invoice", "due_estimated": False}]
    assert lines(
        FRENCH,
        "ledger-imported",
        before={"documents": before},
        after={"file": "history", "changed": 1, "documents": after},
    ) == [
        "Contenu:  > Historique des factures",
        "Modifié:  > 1 pièce modifiée",
        "F1, Échéance: sam. 31 oct. > lun. 30 nov.",
        "F1, Échéance estimée: oui > non",
    ]


def test_the_code_in_the_title_is_not_told_twice():
    merged = {"code": "C2", "into": "C1", "items": 1}
    assert lines(FRENCH, "client-merged", subject="C2", after=merged) == [
        "Devenu:  > C1",
        "Déplacé:  > 1 pièce ou paiement",
    ]


def test_in_english_too():
    assert lines(
        ENGLISH, "client-changed", before={"terms_days": 30}, after={"terms_days": 45}
    ) == ["Payment terms: 30 d > 45 d"]


def test_what_it_is_about_is_told_where_it_is_not_the_client_itself():
    contact = change("contact-added", subject="Inès Valmont")
    assert plain(title_of(FRENCH, contact)) == "Contact ajouté : Inès Valmont"
    assert title_of(FRENCH, change("client-changed", subject="C04821")) == "Fiche modifiée"
    handed = change("client-assigned", subject="C04821", why="handover")
    assert title_of(FRENCH, handed) == "Portefeuille transmis"
    assert title_of(FRENCH, change("something-of-next-year")) == "Modification"


@pytest.mark.parametrize("look", [FRENCH, ENGLISH])
def test_whatever_is_recorded_no_id_and_no_key_is_shown(look):
    side = {
        name: str(new_id())
        for name in ("id", "debtor", "allocation", "by", "unheard_of", "rep", "branch")
    }
    told = differences_of(look, change("client-changed", before=side, after={}), TODAY)
    shown = " ".join(f"{one.name} {one.before} {one.after}" for one in told)
    assert not any(value in shown for value in side.values())
    assert "_" not in shown


def test_every_kind_of_fact_about_a_client_has_its_words():
    recorded = {
        kind
        for file in Path(backend.__file__).parent.rglob("*.py")
        for kind in RECORDED.findall(file.read_text(encoding="utf-8"))
    }
    assert {"client-merged", "ledger-imported", "contact-added"} <= recorded
    problems = {"import-failed"}  # a word of a refusal
    assert recorded - problems <= set(strings("fr").history.kinds)
