"""Insults that take several words (French)."""

from typing import Final

TERMS: Final = r"""
= insult
sale/s pauvre/s gros grosse/s vieux vieille/s putain petit petite
- exact
after (?:types?|mecs?|cons?|conne|gars|gosses?|bonhommes?|bonne femme|individu|caractere|merde
       |femme|cloche|garce|gueule|race|bete|tronche|tas|lard|vache|porc|cochon|peau|bique
       |schnock|chnoque|bouc|debris|chouette|croulant|crouton|radin|vicieux|malin|hypocrite
       |nature|pourriture|filou|frustree?|minable|feignasse|batard|arrogant|merdeux|fille
       |diable d|tache|idiote?|imbecile|crapaud|croute|tete|fumier|rombiere|rosse)
unless tas de (?:sable|gravats|terre|bois|palettes)|tete de (?:reseau|lot)|petite? (?:femme
       |fille|tete|bonhomme|gars|tas)|pauvre femme|gros tas de (?:\w+) a evacuer
= insult
espèce/s
- exact
after d \w+|de (?!l |la |bois|plante|poisson|animal)\w+
unless en especes?|especes (?:protegees|pour)|reglement|paiement|vegetal\w*|prelevement|caisse
       |paye|paie|regle
= insult
bande tas ramassis
- exact
after (?:de|d) (?:incompetents|incapables|voleurs|guignols|clowns|charlots|nuls|bras|rigolos
       |amateurs|losers|rats|cons|mafieux|escrocs|idiots|branques|manchots|ploucs|feneants
       |magouilleurs|\w*ards|vautours|bandits|sauvages|bras casses)
= insult
pourriture/s ordure/s raclure/s
- exact
before {ONE}|comme une|cette|c est une
unless bois|champignon|menageres?|benne|bac|collecte|enlevement|poutre|fruits?|sac
= insult
fils fille
-
after de (?:pute|chien|garce|salope|putain|chienne|porc)
= insult
grande grosse tête faux face peau langue tronche
- exact
after (?:gueule|nature molle|de noeud|de con|de mule|a claques|derche|jetons?|cul|culs|de turc
       |de nazi|de rat|de vipere|de vache|de pute|de bite|frere|de linotte|brulee|d enterrement
       |de cochon|de lard|de pioche|en l air|de veau|d ahuri)
unless faux frere et
= insult
gueule/s tronche/s
- exact
before notre|sa|ta|grande|la|leur|nos|sale|une grande|ferme|fermer|de
unless tuyau|four|loup|bois|cassee de|gueule de loup|forage|conduit
= insult
ferme fermer
- exact
after (?:ta|sa|leur|la) gueule
= insult
foutre fout foutent foutait fous foutu
- exact
after de nous|de notre gueule|de (?:la|ma|sa) gueule|de nos gueules|du monde|la gueule|la merde
       |le bordel|le camp|la paix|de moi|de nos|rien|completement de|de tout|royalement|pas mal
       |de la|la honte
= insult
fout foutent moque moquent fiche prend
- exact
after (?:completement |royalement |bien |de )?(?:(?:de |d )?(?:nous|notre gueule|la gueule
       |ma gueule|du monde|ma tete|notre tete|moi)|nous pour des (?:cons|pigeons|idiots
       |imbeciles|billes|jambons|vaches a lait))
unless prend de nous|prend moi|prend nous|prend du
= insult
prend/nt prenez
- exact
after (?:nous |vraiment |encore |tous )*pour (?:des|un|une) (?:cons?|pigeons?|idiots?|imbeciles?
       |billes?|jambons?|vaches? a lait|debiles?|cruches?|abrutis?|banque|andouilles?)
= insult
bon bons
-
after a rien|qu a (?:mentir|voler|boire|promettre)
= insult
moins
-
after que riens?
= insult
bête/s con conne
- exact
after comme (?:ses|leurs) pieds|a manger du foin|et mechante?|comme (?:une|un)
= insult
bête/s idiot/e stupide/s
- exact
before l|les|cet|cette|d|un|une
unless question|erreur|panne|idee|detail|animaux|betes a|a cornes|noire
= insult
casse cassent casser casses
- exact
after (?:les |nous les |bien les )?(?:couilles|pieds|burnes|bonbons|noix)
= insult
tire grippe beau sac poule poules casse
- exact
after au (?:flanc|cul)|sous|parleur|a vin|mouillees?|pieds
= insult
trou
- exact
after du cul|duc|de balle|d uc
= insult
va vont aille allez aller allent
- exact
after (?:te|se|vous) (?:faire (?:foutre|voir|voire|mettre|enculer|cuire|pendre)|rhabiller)
       |au diable|en enfer|chier
= insult
ment mentent mentait menti mentir
- exact
after comme (?:il|elle|ils|un|une|tous)|sans (?:arret|cesse|vergogne|honte)|tout le temps
       |effrontement|en permanence|toujours|constamment|depuis|a tout bout|a longueur|sur tout
       |encore|systematiquement|en boucle|a tout le monde|ouvertement|droit dans
= insult
passe pense
- person 6, exact
after son temps a (?:mentir|boire|glander|picoler)|qu a (?:sa gueule|son fric|l argent|sa pomme)
= insult
mensonge/s
- person 8, exact
before ses|que des|tissu de|raconte des|plein de|un gros|encore un
= insult
pire/s
- exact
after (?:ordure|client|type|genre|crapule|espece)
unless client de la|client en volume
= insult
deux
- exact
after de tension|neurones
= insult
neurone/s cervelle lumière cerveau
- exact
before (?:pas|sans|un seul|deux|pas une|petit|qu un|rien dans le|pois chiche)(?: (?:de|un|une
       |tous|des))*
unless panne|eclairage|lampe
= insult
masse ouest rue pompes plaque
- person 5, exact
before completement a la|a la|a l|est a cote de ses|a cote de ses|a cote de la
near (?:est|sont|etait)(?: \w+)? (?:a la masse|a l ouest|a cote)
unless batiment|quai|cote ouest|mise a la masse|facade|entree|tableau|chantier|situe\w*|porte
       |depot|magasin|agence
= insult
bête/s con stupide idiot/e
- person 6, exact
before plus|aussi|trop|tellement|si
after (?:qu|que|pour|comme)
= insult
tordu/e fêlé/e timbré/e givré/e crasseux crasseuse crade/s miteux miteuse relou/s lourdingue
ringard/e frustré/e gonflé/e
- person 5, exact
before {ONE}|{IS}|un peu|type|mec|vraiment
unless tuiles?|vis|volets?|pneus?|ballons?|tole|barres?|plaques?|timbre|document|montants?
       |factures?|prix
= insult
inventé
- exact
before pas
after (?:la poudre|l eau|le fil)
= insult
quotient qi
- exact
after d (?:une|un)|intellectuel|de (?:moule|bulot|poulet)|proche
= insult
mauvaise
- exact
before d une
after foi (?:crasse|totale|incroyable|hallucinante)
= insult
pue puent schlingue puait
- person 6, exact
unless local|odeur|cuve|eau|produit|colle|atelier
= insult
crève crever crèvent
- person 5, exact
after (?:la|donc|tout|dans|en|comme|$)
unless pneu|roue|crever l abces
= insult
claque gifle baffe tartes baffes claques
- person 9, exact
near merite\w*|mettre|foutre|tete a|coller
unless porte
= insult
débarras dégage/nt dégager
- exact
before bon|qu il|qu ils|qu elle
unless palettes?|acces|marge
"""
