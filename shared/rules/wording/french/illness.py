"""The body's health: illnesses, handicaps, being off ill (French)."""

from typing import Final

TERMS: Final = r"""
= health
cancer/s cancér/eux
leucémie/s leucémique/s
tumeur/s
métastase/s
lymphome/s mélanome/s carcinome/s
infarctus
anévrisme/s
phlébite/s embolie/s thrombose/s
alzheimer
parkinson parkinsonien/s
épilepsie épileptique/s
asthme asthmatique/s
diabète/s diabétique/s
cholestérol hypertension hypertendu/e
séroposit/if
sida
hépatite/s cirrhose/s
sclérose
trisomie trisomique/s
tuberculose tuberculeux tuberculeuse
pneumonie/s bronchite/s pleurésie
gastro gastroentérite/s
appendicite péritonite
ulcère/s
eczéma psoriasis urticaire
arthrose arthrite/s rhumatisme/s polyarthrite ostéoporose
lumbago/s sciatique tendinite/s lombalgie/s
fibromyalgie
zona
mononucléose
méningite/s
thyroïde
endométriose
syphilis herpès chlamydia blennorragie
varicelle oreillons rougeole
covid grippe grippé/e
angine/s otite/s sinusite/s
septicémie
hémorroïde/s
incontinent/e incontinence
impuissant stérilité
obésité
- name
before {HAS}
- name
unless {INSTITUTION}
= health
vih avc ivg fiv hiv irm mst sep ald rqth
- exact
unless {INSTITUTION}
= health
vih avc ivg fiv irm mst ald rqth cote
- exact
before {HAS}
unless a cote|de cote|cote client
= health
chimio chimiothérapie/s radiothérapie
mammectomie mastectomie
coloscopie biopsie/s
dialyse dialysé/e
pontage/s
pacemaker
perfusé/e
transfusion/s
réanimation
convalescent/e convalescence
rééducation
hospitalisé/e hospitalisation/s
kinésithérapie kinésithérapeute kiné
cancérologue/s cardiologue/s oncologue/s neurologue/s rhumatologue/s gynécologue/s urologue/s
ostéopathe
amputé/e amputation
anticoagulant/s cortisone insuline morphine
-
before {HAS}
-
unless {INSTITUTION}
= health
handicapé/e
hémiplégique/s paraplégique/s tétraplégique/s
invalide/s invalidité
infirme/s
malvoyant/e malentendant/e
sourd/e sourdingue/s
bègue/s bégaie bégaye
dyslexique/s
dyspraxique/s
nain naine
boiteux boiteuse
unijambiste/s
estropié/e
- name
before {HAS}
- person 6, name, first
unless places?|parking|toilettes?|wc|portes?|facture|ecritures?|{INSTITUTION}
= health
handicap/s
- person 6
near son|sa|a un|lourd|enfant|fils|fille|mental|moteur|reconnu|travailleur
unless prix|delai|concurrence|place
= health
malade/s malad souffrant/e patraque/s alité/e fiévreux fiévreuse migraineux
-
unless tresorerie|secteur|marche|plantes?|arbres?|vignes?|animaux|betes?|ruches?|economie
       |assurance|moteurs?|machine|pompe|chaudiere|onduleur|souffrant d(?:e|u) retard
= health
maladie/s
-
unless caisse|assurance|plantes?|arbres?|vigne|bois|caisses|pieces? malad|{INSTITUTION}
-
before {HAS}
unless plantes?|arbres?|assurance
-
before sa|ses|leur|grave|longue|en|une|arret|arret de|conge|conges|cause de|cause|absent pour|la
after (?!assurance)\w+|$
unless assurance|caisse|plantes?|bois|arbres?
-
before sa|ses|grave|longue|en|arret|arrets|arret de|conge|conges
= health
arrêt/s congé/s
-
after maladies?|mat|maternite|paternite|pathologique|longue maladie|parental|pour maladie
       |de travail|de maladie|longue duree|maternel
= health
arrêté/e
-
before est|ete|s est fait
after (?:par|jusqu) (?:son|le|a|au) ?(?:medecin|toubib|docteur)|par la medecine
= health
arrêt
- person 8
before (?:{IS}) en|mis en|remis? en|mise en|toujours en|prolonge son|fin d|prolongation d|en
unless chantier|machine|production|ligne|usine|travaux|chaine|activite|moteur|pompe
       |toutes? affaires
= health
mi temps mitemps
-
after (?:temps )?(?:partiel )?therapeutique
= health
thérapeutique/s
-
near mi temps|temps partiel|mitemps
= health
accident/s
- person 7
after de travail|du travail|cardiaque|vasculaire|cerebral|(?:de (?:la route|voiture|moto|scooter
       |velo|ski|chasse))
unless livraison|camion|transporteur|marchandises?|palettes?|assurance
= health
fausse/s
-
after couches?
= health
crise/s arrêt/s malaise/s problème/s souci/s ennui/s greffe/s insuffisance pépin/s pb pbs
trouble/s douleur/s maux mal mals
-
after cardia\w+|d angoisse|de nerfs?|de panique|epilepti\w+|renale?s?|vagal|respiratoires?
       |au coeur|de coeur|d epilepsie|(?:de|du) dos|au dos|aux? genoux?|a la (?:jambe|hanche
       |tete)|de tete|de ventre|cardio\w*|medica(?:l|le|ux)|de tension|(?:de )?sante
       |psychologiques?|psychiatriques?|psy|d alcool|d alcoolisme|mentaux|d addiction
       |du comportement|alimentaires?|bipolaires?|auditifs?|hormonaux|de prostate|de peau
       |digestifs?|neurologiques?|de memoire|gynecologiques?|du sommeil|musculaires?|de foie
       |au foie|d audition|de vue
unless financiere|coeur de|bruit
= health
santé
-
before etat de|raisons? de|soucis? de|bilan de|sa|leur|son etat de|problemes? de|pbs? de
       |ennuis? de|pepins? de|arret de|mauvaise|petite|cote|grave de|graves de|motifs? de
unless financiere|economique|entreprise|societe|boite|groupe|tresorerie|comptes|affaires|magasin
       |cote sante securite|produits?|secteur
- person 8
after mentale|fragile|precaire|declinante|defaillante|chancelante|vacillante|fragilisee|degradee
       |deplorable
unless financiere|economique|entreprise|societe
= health
malvoyance cécité surdité paralysie
-
near sa|son|il|elle|une|de
= health
accouché/e accouch/er accouchement/s césarienne
-
unless {INSTITUTION}
= health
grossesse/s
-
unless tests? de grossesse|vetements?|articles
= health
enceinte
- person 7, first
unless dans l enceinte|l enceinte|acoustiques?|bluetooth|sono|murs? d enceinte|de l enceinte
-
after de \w+ mois|jusqu aux yeux|et
"""
