"""The noes about visits, in French."""

FRENCH = {
    "visit-in-the-past": "Une visite se prévoit pour aujourd’hui ou plus tard.",
    "visit-too-far": "Une visite se prévoit {days} jours à l’avance au plus.",
    "visit-planned-already": "Ce client est déjà dans la liste de ce jour.",
    "visit-day-full": "Une journée compte {most} visites au plus.",
    "visit-reported-already": "Cette visite a été faite et son compte rendu enregistré.",
    "visit-of-another": "La visite était prévue chez un autre client.",
    "visit-evidence-missing": "Dites ce que le client a dit ou fait qui le montre.",
    "visit-met-missing": "Dites qui vous avez rencontré.",
    "visit-next-step-half": "Une suite à donner a sa date, et une date sa suite.",
    "visit-next-step-past": "La suite à donner est pour aujourd’hui ou plus tard.",
}
