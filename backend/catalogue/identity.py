"""What sign-in, people and the organisation say."""

FRENCH = {
    "sign-in-refused": "Adresse ou mot de passe incorrect.",
    "not-signed-in": "Connectez-vous d’abord.",
    "session-expired": "La session a expiré. Reconnectez-vous.",
    "signed-out": "Cet appareil n’est plus connecté. Reconnectez-vous.",
    "too-many-attempts": "Trop de tentatives. Réessayez dans {minutes} min.",
    "role-may-not": "Votre rôle ne permet pas cette action.",
}
