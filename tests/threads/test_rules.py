"""Until when a comment can be changed; how events are told."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.catalogue.threads import EVENTS
from backend.threads.events import KINDS, sentence_of
from backend.threads.rules import may_edit, topics_overridden
from shared.ids import new_id
from shared.refusal import Refusal

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
ME, OTHER = new_id(), new_id()


@given(st.integers(-600, 6_000))
def test_a_comment_can_be_changed_for_ten_minutes_to_the_second(seconds):
    refusal = may_edit(ME, ME, NOW, NOW + timedelta(seconds=seconds))
    assert (refusal is None) is (seconds <= 600)
    refusal = may_edit(OTHER, ME, NOW, NOW + timedelta(seconds=seconds))
    assert refusal is not None
    assert refusal.code == "not-your-comment"


def test_a_reason_overrides_and_tells_the_topics():
    refused = topics_overridden("Il est malade et c'est un con.", None, "fr")
    assert isinstance(refused, Refusal)
    assert topics_overridden("Il est malade et c'est un con.", "cité", "fr") == (
        "health",
        "insult",
    )
    assert topics_overridden("Virement vendredi.", None, "fr") == ()


FACTS = st.dictionaries(
    st.sampled_from(
        [
            "amount",
            "currency",
            "promised_on",
            "state",
            "document",
            "code",
            "into",
            "rep",
            "rep_name",
        ]
    ),
    st.none() | st.text(max_size=12) | st.sampled_from(["120.00", "EUR", "2026-11-20", "kept"]),
)


@pytest.mark.parametrize("language", ["fr", "en"])
@given(kind=st.sampled_from(KINDS), before=st.none() | FACTS, after=st.none() | FACTS)
def test_every_kind_is_told_whatever_its_fact_holds(language, kind, before, after):
    fact = {"kind": kind, "before": before, "after": after}
    assert sentence_of(fact, language).strip()  # type: ignore[arg-type]


def test_both_languages_tell_every_event():
    assert all(set(texts) == {"fr", "en"} for texts in EVENTS.values())


@pytest.mark.parametrize(
    ("kind", "after", "told"),
    [
        (
            "promise-judged",
            {"state": "broken", "amount": "120.00", "currency": "EUR"},
            "Promesse de 120,00\u00a0€ non tenue",
        ),
        (
            "dispute-opened",
            {"document": "F-24 655", "amount": "80.00", "currency": "EUR"},
            "Litige ouvert : F-24 655, 80,00\u00a0€",
        ),
        ("dispute-closed", {}, "Litige clos"),
        ("visit-reported", None, "Visite faite"),  # erased: nobody knows any more how they were
        ("dispute-resolved", None, "Litige tranché"),
        ("promise-judged", None, "Promesse jugée"),
        ("visit-reported", {"mood": "avoiding"}, "Visite faite : le client se dérobe"),
        (
            "dispute-opened",
            {"document": "F1", "amount": "80.00", "currency": "EUR", "reason": "quality"},
            "Litige ouvert : F1, 80,00\u00a0€, qualité",
        ),
        (
            "dispute-resolved",
            {"document": "F1", "currency": "EUR", "state": "partly_accepted", "granted": "50.00"},
            "Litige accepté en partie : F1, 50,00\u00a0€",
        ),
        (
            "dispute-resolved",
            {"document": "F1", "currency": "EUR", "state": "rejected", "granted": "0.00"},
            "Litige rejeté : F1",
        ),
        (
            "dispute-assigned",
            {"document": "F1", "owner_name": "Hugo Tessier"},
            "Litige confié à Hugo Tessier : F1",
        ),
        (
            "document-settled",
            {"document": "F1", "amount": "120.00", "currency": "EUR"},
            "Règlement imputé : F1, 120,00\u00a0€",
        ),
        ("client-merged", {"code": "K2", "into": "K1"}, "Client K2 fusionné dans K1"),
        (
            "ledger-imported",
            {"added": 2, "changed": 1, "closed": 0},
            "Comptes chargés : 2 pièces ajoutées, 1 modifiée, 0 soldée",
        ),
        (
            "client-assigned",
            {"collector": None, "branch": "x", "branch_name": "Lyon"},
            "Client confié : agence Lyon, recouvrement personne",
        ),
    ],
)
def test_events_are_told_in_the_trades_words(kind, after, told):
    assert sentence_of({"kind": kind, "before": None, "after": after}, "fr") == told  # type: ignore[arg-type]
