"""The noes about files, in French."""

FRENCH = {
    "file-empty": "Le fichier est vide.",
    "file-too-large": "Un fichier ne dépasse pas {limit_mb} Mo.",
    "storage-full": "Le disque du serveur est plein ; le fichier n’a pas été conservé.",
    "files-busy": "Trop de fichiers à la fois. Réessayez dans un instant.",
    "too-many-files": (
        "En 24 heures, {files} fichiers et {limit_mb} Mo au plus sont acceptés. Réessayez dans"
        " {hours} h."
    ),
    "too-many-unused-files": (
        "{files} fichiers que vous avez envoyés ne servent pas encore : publiez ce qui les montre,"
        " ou réessayez dans {hours} h."
    ),
    "file-type-unknown": (
        "Ce type de fichier n’est pas accepté : photos, PDF, texte, CSV, Excel et Word."
    ),
    "file-markup": (
        "Les pages web et les dessins SVG ne sont pas acceptés : ils peuvent contenir un programme."
    ),
    "file-with-program": "Le fichier contient un programme (macros) : enregistrez-le sans.",
    "file-damaged": "Le fichier est abîmé ou incomplet.",
    "file-two-kinds": "Le fichier est de deux types à la fois ; il n’est pas accepté.",
    "file-encrypted": "Le fichier est protégé par un mot de passe : envoyez-le sans.",
    "picture-too-large": (
        "L’image a trop de pixels : {limit_megapixels} millions au plus sont acceptés."
    ),
    "file-too-heavy": "Le fichier ne peut pas être examiné : il demande trop de ressources.",
    "no-such-file": "Ce client n’a pas ce fichier.",
}
