"""Everyday words one slip away from a word of the lexicons: spelt right, they mean themselves."""

from typing import Final

COMMON: Final[frozenset[str]] = frozenset(
    """
    abouti aboutie abouties aboutis abri addition additions adduction aident altiste
    arables arnaquer artiste artistes artistic ashore assaults attained attested bandait
    bannit batches bavard bavarde bavards bazarde believe believed believes belled
    beurre beurres bidons billots birches bison blackhead blend blends boasting boires
    boisent boisons boitent bondit bordes bores botches bouees boues bouges boules
    boulon boulonne boulonnee boulonnes boulons bournes bourse bourses boutes bouton
    boutonne boutons brailleur brandit britched britches broke broker brokers brooked
    buisson burglary buried burner burnous burped butait cahier cahiers caisses caissier
    caissiers calier campent canard canards cancel cancels cancre cancres canker cannier
    canter cantre carrier carriers caser cassant casse casser cassie casting cathodique
    causent cerises cessent change changed charge charger charges chariot chariots
    charlotte charmed charted chassent chatted chatting cheater chests chicks chimie
    chineur chinos chins chipeur chirurgien choeur choeurs chunks cirrus cleats clinks
    clisses coache coachee cocarde coche cochee cokerie collapse comptees comptes comtes
    concasse concassee concerted concession conclusion concues cones confusion conges
    congres connaisse connues conques contasse content contes contusion converged
    conversed converter cools cooperation coopte cooptes copiees copies coptes cossues
    coterie cotes cotillon cotton coulions coulons couplons coutes created creatine
    creating crepin crepine criees cries crieur crimes crises crisses croisees croises
    crottin croyait cruche cuisses customs darkness dealing deballe deballent deballer
    deballes debite debitee debitees debites decale decalent decaler decent decile
    defile defilee defiles defronce degressif degressifs degressive degressives dementes
    denonce denoncee depress depresses deprise derange descant descend descends devaler
    devour disable disables dogue domestics drague draguent draguer dragues drinks
    droguerie drogueries ebroue echoue echouee echouees echoues ecrou ecroule ecroulee
    ecroulees ecroules ecrous ecroute ecule egalise egalisee egalises electronics elise
    emerge emergent emerger encolle encollee encolles encolleur encuve encuvee enlise
    enlisee enroue espace espaces espere esperee etiquetees etiquetes etiquettes
    etrangler extremest fachees faches facture facturee facturees facturer factures
    fagots fainter fastening fasting feignait feinted fellows fender fiere fieres flancs
    forget fractures freeloaded fuelled fuient funded funding funked funking furent
    galets gardees garder gardes garees gares gerces gerees glander glaneur gomine
    gourat gouter graces gradees grades grand grande grandes grandeur grandeurs grandi
    grands grange gronde grosses hardie hardies harpe healing healthy hearth heath
    heather hematite herein heritages heroic heroine heron hinds hosting idioms illegal
    illegally inane incassable incassables incompetence industry insure insured interdis
    interdite invalide invalider jackal jackals jacks jailer junkier kascher lasers
    lasting layers lesbos liars logette loggers loners loosen looser looses looters
    loses losses lovers lowers lowliness maire maires maitre maitres malais malaise
    malaxe malaxee malgre maltaise manade marbre maroons masque masquee masquees masques
    mediation medique meditation menait menent meneur meneurs meneuse menial mentally
    menteurs mentit menuisier merite metal metals mettait mettent metteur metteurs
    metteuse meurs migre moister monster monsters montait montent monteur monteurs
    monteuse monteuses moppets moque moquee mordons morion morrows moteur moteurs
    mullets murals murdered muslin mythes nautisme netters neuters nippers nuls operas
    operations operera opinons orateur origins ouvrer paient parient parole parrying
    pasting patrons payer payers paying pedalo penale penales percussion petale petales
    petille petit petite petites petits pickets pierre pierres pigeon pikers pikes
    pilotes played player players playing pleasant plient plonked pointage poison
    poisons poivron poivrons policed polices policy polite poncage ponçage portage porte
    porter porters portes postage poster posters posting potage potter potters pourra
    pourras pourri poutre poutres pratique pratiquer pratiques pratiquez priera prieure
    prirent prisent prisons privent profiler profileur profiter protestait protestent
    quake quakes raciale raciales raciest racine racines radie radiee radis raisin
    raisins raison raisons rapine ravine ravines rayons receler recentrer receveur
    receveurs reduction reductions regard regarded regards religions remainder
    remainders remained rendis rentre rentree rentrees rentrer rentrez renvois replis
    repris reprise reprit retainer retainers retard retourne retournee retournes revois
    reward rewarded rewards roasting rocaille rois romain roman romane romans saule
    scamper scanner scanners scatter scatters scrounge sechees seches selecteur
    selecteurs sender sentes serieuse shipped shots siphon siphons sipped skipped
    slammer slapped slapping sledding sleeting sliced slimmed slipper slipping sloping
    sniped snipped sottes souci soufflant soufflard souffrent soumis souris spammer
    stammer steeping stepping stoke stressed stresses strike strikes strobe strode
    stroked strokes strove stupids subites suintee suintes suite suites sweeping swindle
    swiped tacking tagging taking takings talking taming tanking tanning taping tapotee
    tapping tasers tasking tassette tasting taxing tempe temple tender testing thinks
    toking topette tosses towers trafficked traitement trempe trempee trombe troupe
    truite truites tueur tuteur tuteurs tutors unionized valeur valeurs vatting veille
    veillee veillees veilles vetting vieil vieille vieilles vigile viles villes violente
    violentes virile vitres voies voiler voiles volees voles vowing voyants voyeur
    voyons vrillees vrilles wacker walker walkers wander wanders wasting weird wheres
    wholes zealous
    """.split()  # noqa: SIM905 - a list of words is easier to read
)
