# ruff: noqa: S106  (labels and sentences about passwords, no passwords)
"""What surrounds the portfolio, in French: the shell, failures, signing in, Me."""

from __future__ import annotations

from mobile.strings import catalogue_shell as c
from mobile.strings.phrase import Phrase

COMMON = c.Common(
    app="Encours",
    motto="Savoir, avant de vendre.",
    retry="Réessayer",
    cancel="Annuler",
    close="Fermer",
    save="Enregistrer",
    back="Retour",
    more="Plus d'actions",
    confirm="Confirmer",
    copy="Copier",
    copied="Copié",
    loading="Chargement...",
    saving="Enregistrement...",
    none="–",
    required="À remplir",
    languages={"fr": "Français", "en": "English"},
)
SHELL = c.Shell(
    today="Aujourd'hui",
    data_of_today=Phrase("Données d'aujourd'hui, {at}"),
    clients="Clients",
    team="Équipe",
    data="Données",
    me="Moi",
    offline="Hors ligne",
    offline_since=Phrase("Hors ligne — données de {when}"),
    refreshing="Actualisation...",
    data_of=Phrase("Données du {when}"),
    data_unknown="Aucune donnée chargée",
    not_found="Cette page n'existe pas",
    not_found_way="L'adresse est peut-être incomplète, ou la page n'est pas pour vous.",
    home="Revenir à ma journée",
)
FAILURE = c.Failure(
    offline="Le serveur ne répond pas. Êtes-vous connecté à internet ?",
    slow="Le serveur met trop de temps à répondre.",
    choose_again="Ce fichier n'est plus là : choisissez-le de nouveau.",
    server="Le serveur a rencontré un problème.",
    not_found="Introuvable, ou hors de votre périmètre.",
    forbidden="Votre rôle ne permet pas cette action.",
    too_many="Trop d'essais : patientez un instant.",
    not_installable=(
        "L’application à installer n’est pas prête sur ce serveur : `make pwa` la construit."
    ),
    too_many_windows=(
        "Trop de fenêtres sont ouvertes depuis ici."
        " Celle-ci s’ouvrira dès qu’une autre sera fermée."
    ),
    version="Cette version de l'application est trop ancienne pour le serveur.",
    unexpected="La réponse du serveur n'a pas été comprise.",
    broken="Cet écran n'a pas pu s'afficher.",
    broken_kept="Rien n'est perdu sur le serveur, et les autres écrans fonctionnent.",
    kept_typed="Ce que vous avez saisi est conservé.",
    kept_shown=Phrase("Affichées : les données du {when}."),
    reference=Phrase("Référence : {id}"),
)
SIGN_IN = c.SignIn(
    chosen="Mot de passe enregistré. Connectez-vous.",
    remember="Rester connecté sur cet appareil",
    title="Connexion",
    email="E-mail",
    password="Mot de passe",
    show_password="Afficher le mot de passe",
    hide_password="Masquer le mot de passe",
    submit="Se connecter",
    forgotten="Mot de passe oublié",
    reset_title="Mot de passe oublié",
    reset_way="Un lien à usage unique sera envoyé à votre adresse.",
    reset_send="Envoyer le lien",
    reset_sent="Si cette adresse est connue, un lien vient d'y être envoyé.",
    choose_title="Choisir un mot de passe",
    choose_welcome="Il vous servira sur tous vos appareils.",
    choose_submit="Enregistrer",
    link_spent="Ce lien a déjà servi ou a expiré. Demandez-en un nouveau.",
    demo="Démonstration : entrer en tant que",
    demo_as=Phrase("{name}, {role}"),
    email_missing="Saisissez votre e-mail.",
    email_malformed="Cette adresse n'est pas complète.",
    password_missing="Saisissez votre mot de passe.",
    promise="Vos données restent dans votre entreprise",
    session_over="Votre session a pris fin. Reconnectez-vous.",
)
ME = c.Me(
    title="Moi",
    role="Rôle",
    scope="Périmètre",
    scope_all="Tous les clients",
    scope_portfolio="Mon portefeuille",
    language="Langue",
    theme="Thème",
    themes={"system": "Automatique", "light": "Clair", "dark": "Sombre"},
    roles={
        "sales": "Commercial",
        "after_sales": "SAV",
        "collector": "Chargé de recouvrement",
        "branch_manager": "Responsable d'agence",
        "credit_manager": "Credit manager",
        "finance_director": "Directeur financier",
        "admin": "Administrateur",
    },
    password="Mot de passe",
    password_change="Changer de mot de passe",
    password_current="Mot de passe actuel",
    password_new="Nouveau mot de passe",
    password_changed="Mot de passe changé",
    devices="Appareils",
    device_this="Cet appareil",
    device_seen=Phrase("Vu {when}"),
    device_end="Déconnecter",
    device_rename="Renommer l’appareil",
    device_name="Nom",
    device_name_length=Phrase("Un nom compte de 1 à {most} caractères."),
    device_end_ask=Phrase("Déconnecter {device} ?"),
    installing="Sans réseau",
    installing_why=(
        "Installée, l’application s’ouvre et cherche sans réseau :"
        " ce que vous y saisissez part dès qu’il revient."
    ),
    install="Installer / travailler hors ligne",
    sign_out="Se déconnecter",
)
