"""What the demo company's people write: French, short, and facts of trade only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shared.rules.dispute import Department, Reason

PROMISE_NOTES: Final = (
    None,
    None,
    None,
    "Virement annoncé, ordre transmis à la banque.",
    "Chèque préparé, à prendre au prochain passage.",
    "Attend le règlement d’un chantier, paiera ensuite.",
    "Facture retrouvée, validée par le gérant.",
    "Paiement dans la prochaine campagne de virements.",
    "Confirmé par message après l’appel.",
)
PUT_OFF_NOTES: Final = (
    "Son client n’a pas encore réglé le chantier : demande quelques jours.",
    "Signataire absent jusqu’à la semaine prochaine.",
    "Campagne de virements décalée par leur comptable.",
)
TAKEN_BACK: Final = (
    "Saisie sur le mauvais client.",
    "Date mal comprise au téléphone, je rappelle demain.",
)
PLAN_NOTES: Final = (
    "Trésorerie tendue depuis la fin du chantier, propose des mensualités.",
    "Demande à étaler l’arriéré, continue de payer les factures courantes.",
)
PLAN_PROOFS: Final = (
    "Échéancier signé et renvoyé par courriel.",
    "Accord écrit du gérant, lettre reçue à l’agence.",
)
PLAN_REFUSED: Final = "Mensualités trop élevées pour le client, nouvelle proposition à faire."
PLAN_CANCELLED: Final = "Nouvel accord en discussion avec la direction."

OPENING: Final[Mapping[Reason, str]] = {
    "price": "Le prix facturé n’est pas celui du devis : écart sur deux lignes.",
    "discount": "La remise de fin d’année annoncée n’a pas été déduite.",
    "vat": "Chantier de rénovation : le client attend la TVA à taux réduit.",
    "total": "Le total ne correspond pas à la somme des lignes, selon leur comptable.",
    "quantity": "Bon de livraison signé pour moins de pièces que la facture.",
    "item": "Référence livrée différente de celle commandée, emballage non ouvert.",
    "quality": "Marchandise abîmée au déballage, photo prise sur place.",
    "delivery": "Livraison arrivée quatre jours après la date convenue, et incomplète.",
    "order_reference": "Leur numéro de commande manque sur la facture, bloquée à la saisie.",
    "contract": "Les conditions du contrat-cadre n’ont pas été appliquées.",
    "duplicate": "Même livraison déjà facturée le mois précédent, selon le client.",
    "address": "Facture envoyée à l’ancienne adresse du siège.",
    "not_received": "N’a pas reçu la facture, demande un duplicata par courriel.",
    "documents": "Demande le bon de livraison signé avant de payer.",
    "bank_details": "A viré sur l’ancien compte, attend nos nouvelles coordonnées.",
    "other": "Demande un point complet du compte avant de payer cette facture.",
    "warranty": "Matériel en panne sous garantie, paiement suspendu jusqu’à la réparation.",
    "commercial_gesture": "Demande un geste pour le retard subi sur son chantier.",
    "cash_trouble": "Trésorerie tendue : deux chantiers livrés, pas encore réglés.",
    "insolvency": "Parle d’une procédure à venir, conseil de l’entreprise à contacter.",
    "post": "Chèque envoyé selon le client, jamais arrivé chez nous.",
    "credit_note_awaited": "Attend l’avoir promis au retour de la marchandise.",
    "internal_error": "Facturé par erreur sur ce compte, à reprendre chez nous.",
}
ANSWER: Final[Mapping[Department, tuple[str, str]]] = {
    "sales": (
        "Je reprends le devis et les conditions, retour sous deux jours.",
        "Devis retrouvé, j’attends l’accord écrit du client sur l’écart.",
    ),
    "after_sales": (
        "Passage prévu cette semaine pour constater sur place.",
        "Photos bien reçues, il me manque le numéro de série.",
    ),
    "logistics": (
        "Je demande le bon de livraison signé au transporteur.",
        "Bon signé retrouvé, envoyé au client pour vérification.",
    ),
    "billing": (
        "Duplicata envoyé par courriel ce matin, avec les pièces demandées.",
        "Je vérifie la facture ligne à ligne avec l’agence.",
    ),
    "finance": (
        "Coordonnées bancaires renvoyées au client, j’attends sa confirmation.",
        "Point de compte envoyé, rappel prévu vendredi.",
    ),
}
WORDS: Final = (
    "Le client a rappelé, il attend notre retour avant de payer.",
    "Vu sur place avec lui, il maintient sa demande.",
    "Pièces transmises par courriel, ajoutées au dossier.",
)
GRANTED: Final = "Vérifié avec l’agence : la demande est fondée, avoir à établir."
GRANTED_PART: Final = "Une partie seulement est fondée, le reste est dû : client prévenu."
GESTURE: Final = "Geste accordé pour garder de bonnes relations, avoir à établir."
CONFIRMED: Final = "Pièces vérifiées et envoyées : tout est dû, client prévenu."
CLOSED: Final = "Avoir établi et rapproché de la facture."
CLOSED_DUE: Final = "Le client a reçu les pièces et accepte de payer."
REOPENED: Final = "Le client apporte un bon signé que nous n’avions pas : à revoir."

ASKS: Final = (
    "{contact} annonce un règlement pour le {day}. {at} tu passes les voir d’ici là ?",
    "Eu {contact} : paiement promis le {day}. {at} je te tiens au courant.",
    "{at} {contact} paiera le {day}, chantier encaissé entre-temps. Rien de plus à livrer avant.",
)
REPLIES: Final = (
    "Merci {at}, j’y passe mercredi et je demande la preuve du virement.",
    "C’est noté {at}. Je rappelle la veille.",
    "Vu avec le gérant hier : il confirme la date. {at}",
)
NOT_PAID: Final = (
    "Rien reçu au {day} malgré la promesse. {at} peux-tu les voir cette semaine ?",
    "Toujours rien en banque le {day}. {at} on suspend les livraisons non réglées ?",
)
EXPLAINS: Final = (
    "{at} ils attendent le règlement d’un chantier public, promis pour la fin du mois.",
    "{at} livraison arrivée en retard chez eux, ils veulent en parler avant de payer.",
    "Trésorerie tendue en ce moment, ils proposent deux versements. {at} ton avis ?",
)
DISPUTE_WORDS: Final = (
    "{at} litige sur {number} : {note} Le client paiera dès que c’est réglé.",
    "Je viens d’ouvrir un litige sur {number}. {at} peux-tu répondre avant la fin de semaine ?",
)
ROLE_WORDS: Final = "@Service après-vente : {number} bloquée, merci de prendre le dossier."
DECISIONS: Final = (
    "Décision : livraisons au comptant jusqu’au règlement des factures échues.",
    "Décision : pas de nouvelle commande au-dessus de 2 000 € sans accord de l’agence.",
    "Décision : relance unique le 5 du mois, les promesses passent par {at}.",
)
ANNOYED: Final = (
    "Dit avoir réclamé deux fois le bon de livraison sans réponse.",
    "Demande pourquoi la remise n’apparaît pas sur la dernière facture.",
)
AVOIDING: Final = (
    "Le comptable était sorti pour la deuxième fois, rendez-vous non tenu.",
    "Personne au dépôt à l’heure convenue, message laissé au gérant.",
)
STEPS: Final = (
    "Passer prendre le chèque.",
    "Rappeler pour la preuve du virement.",
    "Vérifier en banque avec le recouvrement.",
)
COME_BACK: Final = "Repasser sans prévenir, avec le relevé de compte."
VISIT_NOTES: Final = (
    "Dépôt bien rempli, deux chantiers signés pour le trimestre.",
    "Commande de printemps en préparation, demande un nouveau tarif.",
    "Tout est à jour, satisfait des dernières livraisons.",
)
VISITED: Final = (
    "Passé ce matin : gros chantier qui démarre. Le prix de la dernière commande est à revoir.",
    "Vu {contact} au dépôt : a signalé une livraison en retard, sans réclamer d’avoir.",
    "Nouvelle commande à venir, ils demandent un délai de paiement plus long.",
)
