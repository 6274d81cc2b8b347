"""Sexual life and couples (French)."""

from typing import Final

TERMS: Final = r"""
= orientation
homosexuel/s homosexuelle/s homosexualité
lesbienne/s gouine/s goudou/s
pédé/s pédéraste/s pédale/s tapette/s tantouze/s tarlouze/s tafiole/s fiotte/s lopette/s
encul/eur
travelo/s travesti/s
transsexuel/s transsexuelle/s transgenre/s
bisexu/el
hétérosexuel/s
efféminé/e
échangiste/s libertin/e libertinage partouze/s partouzeur/s
nymphomane/s nympho/s
-
unless velo|frein|embrayage|poubelle|souris|a pedale|machine|pieges?|rongeurs?|sport
= orientation
homo/s gay/s bi trans pd lgbt hétéro
- person 7, name, exact
before {IS}|(?:{PERSON})|couple|un|une|des|ouvertement|bar|qu il est|de|milieu
unless gay lussac|biface|sas|sarl|bi (?:mensuel|annuel)|trans (?:europe|ports?)
= orientation
homo/s gay/s
- name, exact
before couple|un|une|est|ouvertement|notoirement|sont|mariage|milieu|bar
= orientation
bord placard
- person 6, exact
before de l autre|sorti du|sortie du
unless chantier|quai|route|rue|canal|cuisine
= orientation
voile vapeur
- exact
before a
after et a (?:la )?(?:voile|vapeur)
= orientation
aime aimait préfère
- person 5, exact
after (?:les|plutot les) (?:hommes|garcons|mecs|femmes|jeunes|petites? (?:jeunes|minettes))
= orientation
couche/nt couchait couché coucher couchent
- person 9, exact
after avec|ensemble
unless isolant|peinture|enduit|primaire|premiere couche|deuxieme couche|une couche|vernis|lasure
= orientation
tromp/er trompé/e
- exact
after (?:sa|son) (?:femme|mari|copine|compagnon|compagne|epouse|epoux|conjointe?|mec|meuf)
= orientation
maîtresse/s amant/e
- exact
before sa|son|une|un|ses|la|l|leur|chez sa|de sa
unless poutre|ecole|maitresse d|piece maitresse|piece
= orientation
liaison aventure/s relation histoire
- person 8, exact
after (?:extra ?conjugale?s?|avec (?:sa|son|la|une?|le|l) (?:secretaire|comptable|assistante?
       |stagiaire|employee?|femme|patronn?e?|voisine?|vendeuse|associee?|collegue|belle
       |salariee?|apprentie)|adultere|amoureuse|intime|de cul|de fesses|sexuelle)
unless technique|routiere|aerienne|commerciale
= orientation
liaison aventure
- person 6, exact
before une
after avec (?:une?|le|la|l|son|sa)
unless technique|routiere|aerienne
= orientation
aventures conquêtes coucheries frasques
- person 8
before ses|les
= orientation
vie orientation moeurs préférences
-
after sexuelles?|intime|legeres|amoureuse|de couple|conjugale|sentimentale
= orientation
sexe cul fesses
- exact
before histoires? de|obsede par le|que par le|affaire de|pense qu au|parle que de
= orientation
divorc/er divorce/s divorcé/e
adultère/s
infidèle/s infidélité/s
cocu/e cocufié/e
concubin/e concubinage
- person 9, first
unless divorce entre|fournisseurs?|actionnaires?|actionnariat|groupe
= orientation
divorce/s divorcé/e séparation
-
before son|sa|en plein|leur|en instance de|en cours de|procedure de|en|vient de|d un|plein
       |la suite de son|apres un|un|ex|fraichement|recemment|pleine
unless patrimoine|des lots|cloison|reseaux?|biens
= orientation
séparé/e séparer
- person 7, exact
before est|sont|s est|se sont|vient de se|se|fraichement
unless factures?|lots?|envois?|livr\w+|commandes?|colis|comptes? separes?|cloison
       |associes? (?:se|s)
= orientation
quitté plaqué largué lâché abandonné viré jeté quitter plaquer larguer lâcher plaquée larguée
quittée
- person 8, exact
before (?:femme|mari|epouse|copine|compagne|copain|meuf|conjointe?|mec|nana) (?:l )?a|(?:femme
       |mari|epouse|copine|compagne|meuf|mec|compagnon) (?:vient de )?(?:l )?(?:a )?|s est fait
       |s est faite|se faire|se fait|a|fait|ete|faite
after (?:par )?(?:sa|son) (?:femme|mari|copine|compagne|compagnon|epouse|mec|meuf)|pour (?:un
       |une|son|sa) (?:autre|plus|secretaire|collegue|voisine?|jeune|associee?)|$|et|depuis|donc
       |en|il|elle|la|le
unless tableau|chaussee|or|poste|entreprise|son poste|la societe
= orientation
femme mari épouse copine compagne
- exact
before sa|son
after (?:l a|vient de l|est) (?:quitte\w*|plaque\w*|largue\w*|partie?|barree?|trompe\w*
       |foutu\w* dehors|mise? dehors|jete\w*|vire\w*)|l a mis a la porte|est partie? avec
= orientation
pension
- exact
after alimentaire
unless logiciel|paie
= orientation
garde
- exact
after (?:alternee|partagee|des enfants|de ses enfants|de (?:son|sa) (?:fils|fille))
= orientation
ménage couple mariage
- exact
before scenes? de|problemes? de|probleme dans son|soucis? de|crise de|crise dans son
       |difficultes? de|ennuis de|histoires de|sauver son
unless produits?|femme de|societe de
= orientation
célibataire/s
- person 6, exact, first
= orientation
drague/nt dragueur/s draguer coureur/s chaud
- person 8, exact
after (?:de jupons?|tout ce qui|les|la|sa|nos|notre|toutes?|lourdement|la secretaire|lapin)
unless port|canal|riviere|sable|fond
= orientation
dragueur/s queutard/s
- exact
before un|c est un|gros|sacre|vieux
= orientation
enfant fils fille bâtard
- exact
after illegitime|hors mariage|adulterine?|cachee?|naturel
= orientation
prostitué/e putes escort/s escorte bordel
- person 9, exact
unless quel bordel|c est le bordel|vehicule|convoi
= orientation
prostituée/s proxénète
-
= orientation
site/s
- exact
after de rencontres?|porno\w*
= orientation
porno pornographie
- person 9, exact
= orientation
coming
- exact
after out
= orientation
bord
- exact, person 7
before de l autre|du meme|de l autre cote du
unless chantier|quai|route|rue|canal|cuisine
= orientation
grosse
- exact
before (?:elle|comptable|secretaire|patronne|gerante) est (?:trop |tres |vraiment |enorme et )?
after et|comme|\w+te|$
unless commande|facture
= orientation
homme femme
- person 7, exact
before (?:vit|couche|couple|en couple|marie|mariee|habite|sort|installe|parti
       |partie) avec une? (?:autre |jeune )?
"""
