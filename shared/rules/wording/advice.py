"""What the wording guard tells whoever writes: why, and how to say the fact instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from shared.rules.wording.terms import Language, Topic


class Advice(NamedTuple):
    """`why` it should not stand there, and `instead`, an example of factual wording."""

    why: str
    instead: str


ADVICE: Final[dict[Language, dict[Topic, Advice]]] = {
    "fr": {
        "health": Advice(
            "La santé d’une personne ne regarde qu’elle ; elle peut demander à lire ce fil.",
            "Absent jusqu’au …, sans remplaçant pour signer.",
        ),
        "religion": Advice(
            "La religion d’une personne ne regarde qu’elle ; elle peut demander à lire ce fil.",
            "Joignable du … au …, de … h à … h.",
        ),
        "insult": Advice(
            "Ces mots jugent une personne ; elle peut demander à lire ce fil.",
            "Promesse du … non tenue, troisième report ; ne répond pas depuis le ….",
        ),
        "origin": Advice(
            "L’origine d’une personne ne dit rien de ce qu’elle doit.",
            "Règle en espèces ; échange en anglais.",
        ),
        "orientation": Advice(
            "La vie privée d’une personne ne regarde qu’elle.",
            "Décision prise avec son associé.",
        ),
        "opinion": Advice(
            "Les opinions et l’appartenance syndicale d’une personne ne regardent qu’elle.",
            "Demande une réponse écrite avant le ….",
        ),
        "crime": Advice(
            "Condamnations et soupçons ne se notent pas ici : la loi le réserve à la justice.",
            "Interlocuteur injoignable depuis le … ; faire confirmer le paiement par écrit.",
        ),
    },
    "en": {
        "health": Advice(
            "A person’s health is their own business, and they may ask to read this thread.",
            "Away until …, nobody else can sign.",
        ),
        "religion": Advice(
            "A person’s religion is their own business, and they may ask to read this thread.",
            "Reachable from … to …, between … and ….",
        ),
        "insult": Advice(
            "These words judge a person, who may ask to read this thread.",
            "Promise of … not kept, put off for the third time; no answer since ….",
        ),
        "origin": Advice(
            "Where a person comes from says nothing of what they owe.",
            "Pays in cash; speaks French with us.",
        ),
        "orientation": Advice(
            "A person’s private life is their own business.",
            "Decided together with the partner.",
        ),
        "opinion": Advice(
            "A person’s opinions and trade union are their own business.",
            "Asks for a written answer by ….",
        ),
        "crime": Advice(
            "Convictions and suspicions are not noted here: the law leaves them to the courts.",
            "Not reachable since …; have the payment confirmed in writing.",
        ),
    },
}
