"""What sign-in and people say."""

FRENCH = {
    "sign-in-refused": "Adresse ou mot de passe incorrect.",
    "not-signed-in": "Connectez-vous d’abord.",
    "session-expired": "La session a expiré. Reconnectez-vous.",
    "signed-out": "Cet appareil n’est plus connecté. Reconnectez-vous.",
    "token-reused": (
        "Cette session a été reprise ailleurs ; elle a donc été fermée. Reconnectez-vous."
    ),
    "too-many-attempts": "Trop de tentatives. Réessayez dans {minutes} min.",
    "role-may-not": "Votre rôle ne permet pas cette action.",
    "password-too-short": "Un mot de passe compte au moins {least} caractères.",
    "password-too-long": "Un mot de passe compte au plus {most} caractères.",
    "password-common": "Ce mot de passe est parmi les premiers que l’on essaie.",
    "password-personal": (
        "Un mot de passe ne doit contenir ni votre nom ni votre adresse électronique."
    ),
    "password-wrong": "Le mot de passe actuel est incorrect.",
    "password-unchanged": "Le nouveau mot de passe est le même que l’actuel.",
    "link-void": "Ce lien a déjà servi ou a expiré. Demandez-en un autre.",
    "mail-not-set-up": (
        "Ce serveur n’envoie pas de courriel : demandez un lien à votre administrateur."
    ),
    "email-taken": "L’adresse {email} est déjà celle de quelqu’un.",
    "id-taken": "Cet identifiant a déjà servi à autre chose.",
    "user-disabled": "Cette personne est désactivée. Réactivez-la d’abord.",
    "user-unknown": "Personne n’a l’adresse {email}.",
    "last-admin": "Il faut qu’un administrateur au moins reste actif.",
    "not-oneself": "On ne peut pas se désactiver soi-même.",
}
