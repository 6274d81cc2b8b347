"""Everyday words that look or sound like a lexicon's: spelt right, they mean themselves."""

from typing import Final

EVERYDAY: Final[frozenset[str]] = frozenset(
    """
    abandon abandoned abandonna abandonnais abandonnee abandonnees abandonner abandonnes
    abandonnez abouti abuse abused abusent abuses accessed accursed accusant accuse accuser
    accuses accusez acidic acquired activism activite activites addition additions addressee
    addresses adduser adressais adressait adresse adressee adressees adressent adresser
    adressera adresses adressez adventure affaiblir affaiblit affaire affaires affairs afghani
    agitees agites agreement agrees agrement aident aises alban albany alcools algerian algerien
    algeriens alliees allies amandes america american americana americano americas amused
    amusees amusent amuses analyse analysee analyser analysez analystes analyze anciennes
    anciens angie angoisser annalise antecedent anxieties appareils apportion appretes arete
    aretes arguments arlette armenia arming arnett arreter arretez arretiez arrogance artiste
    artistes artistic artistique artistiques ashlee ashore asiles asperge asperges assassinats
    assassiner assigns assise assistes attached attacker attaquee attaquees attaquer attaquez
    attarder atteins attendais attendant attendit attendrait attente attentes aventurer aveuglee
    aveugler avises bachelors backs bader bagging bagues bailiff baisais baisant baissait baisse
    baiting bakers bakery balanced balances balder baleines balise ballard ballerine balloons
    banana banane bananes bandy bangin bankers banking banners banning baptise baptisee baptises
    baptism baptiste baptize baratiner barbes bardot barging barnard barnes barons barques
    barreau basant bassine batches bateaux bates batit batons battais battant battens batter
    batteries batting battrait bavard bavarde bavards bayard beading beaming bearing beatin
    beatings became becane because bedrooms beefing beeping begging being belen belief believe
    believed believes bellies belting bending bendix bendy bennes bennet bennett benning berets
    bergere bering betters bettina bianchi bidding biding bidons bison biting bitters blabber
    blacker blacky bladders blade blades blaise blanks blazer bleating bleats bleeder bleeding
    blend blender blends block blocks bloquee boating bobbing bodies boeing boers bohemienne
    boing boirai boirais boissons boitait bonding bondit boners boning bonnets boobies boogers
    booing bookie booking booming boonies booties boring bosnia bossing boucher bouchers boucle
    bouclee boucles boudes bouees boueux bouffee bouffees bouffer bouffes bouffeurs bouges
    bougon bougres bouille boules boulette boulettes boulon boulons boulots bourde bourges
    bourne bourrer bourse bourses bousille bousillee bouteilles boutique boutiques bouton
    boutons bowers bowing boxers boxing boyfriends bozer bracelets braking branche branchee
    branchees branches branchies brandit breakdowns breakin breeding brevonne brigades brimming
    brisait britches brother brothers brouillee brouillees brouiller brouilles broutille buche
    buches buddies budding buffers buggery buggies bugler buisson bullock bullocks bullseye
    bunkers bunking bunnies bureaux burgers buries buttered butters buttery butting buttons
    buyers buzzers buzzing cabbages cachees cachent caches cachette cachettes cachons cachots
    cahier cahiers caille caisses caissier calamine calamity calins caller calotte cameron
    campagne campaign canard canards canaris cancel cancels cancre candidates canker cannelle
    canning canter canvases canvass canvassed capote captes caring carlo carlos carole carottes
    carrosse carson carting carving caser casings casper cassant cassie caster causent cecile
    ceiling ceilings cerceau cerises cerveaux cervelet cervelles cessent cetin cezanne chance
    chanced chancery chances chanel changed changer changing channel channels chante chantee
    chantes chants chapelle chappelle charge chargee charger charges chargez charing chariot
    chariots charlotte charmed charming charms charpie charred charriot charted chassant
    chassent chasseuse chats chatted chatter chatters chattes chatting chaucer cheaper cheatin
    checked checkups chene chenes chenil chenille chenilles chester chests chevilles chianti
    chient chies chiffon chiffonne chiffons childrens childress chimie chiming chiot chiots
    chirurgien chirurgies chitters choeur choeurs choked choking chretiente christiane christina
    chutes citees citer cites citing claquee claquer claquez clarte classe classer classes
    cleats cliches cliniques cliques clocher clones cloques clothes clutches coacher coates
    cochees cocher cochonnet cocking cocon cocons coding coffrer coffret cognant cognes
    cohabiter colique coliques collapses collard collared colleague collegues colombie colord
    coloreds colorees colores columbia columbian combien combinee combinees combiner comes comic
    comics coming commeres comming commits committees communautes communities compagnes
    compagnie compagnons compress comprise comprises comptees comptes comtes conan concert
    concerted concession conclusion concues concussions cone cones confessions conflict confused
    confusion congres connaisse connaisses connait connery conning conquete conrad conspiracies
    contes contrefacons contusion convent convert converter converts cooing cookies cookin
    cooling cooperated cooperation cooperes cooties copies coping copping coquard coques
    coquille coquilles cores corinne corinth corman corne cornee cornes corrine corrompt
    corrupts cortes cosmique cosmiques costume costumee costumes cotes couchais couchant couchee
    couchera coucherai coucherais couchers couches couchez couchons couenne couine coule coulee
    couler coules couleurs councillors councilor counsellors counselor counselors countries
    county couples cousteau couteaux couture coutures covert cracker craques crates created
    creates creating crevant cries crimes criminal crisser cristian critical croaked croatia
    croatoan croisees croises cropped croquet crossed crosses crotte crottes crottin croule
    croutes crowns croyait crucifie crucified crucify crunches crying cuisses cuites culling
    culot culots culottee culottes cultured culturel cultures curing curtsy cussing custodian
    custom cutting dalles dances dangereuses darkness daughters dealin dealings deals dearing
    deballe deballer debarasse debarrasse debarrassee debbie debine decalait decalent decaler
    decalons decence decent defendant defile defiles defoncer defoncez degagee degagees degages
    degagez degonfler degote delais deleguer demange demene demesure demesuree demeurer
    demonstration denonce denoncee denonces dependait dependance dependances dependent deplacee
    deplacees deplacer deplaces deplacez deplait depots depresses depressions derangeait
    deranger derangez descend deserter dessus detection detende detendes detends detendue
    detendus detente detriment devaler devenue devenues devenus devons devore devoree devores
    devoue devouee devoues devour diagnose diagnoses diagnostic diagnostics dialed dialing
    dialled dialling diddle differente differents digues dillard dillon diminuer dinosaurs
    disable disables discute discutes disgraced disorders disputed disputee disputees disputer
    disputez disqualify disraeli dissous dissoute ditches diver divers divert docteurs dogging
    doktor doodling doses douceur douceurs dougie dozer draguais draguee dragues draguez
    drinkers drinkin drunker dumas dunder dunes dylan earring earrings eating ecarte ecartee
    ecartees ecartes echoue echouee echoues ecrou ecroule ecroulee ecrous electric electronics
    electronique embarquer embarquez embrouiller emerge emergent emerger empeche empechee
    empeches empoisonne empoisonnee empoisonnees empoisonnement empoisonnes emporte emportee
    emportes enfante enfumer engagements engin engine engins ennuies entropie envelope
    enveloppee envelopper envie envier envoies epaisse epaisses epanoui epanouie eprise epuiser
    escortee escorter escortes escortez escroquer escrow espaces esperes estonia etiquete
    etiqueter etiquettes etrange etranges etrangete etrangler evanouir evanouisse evanouit
    evasions exported exporting exports extremes fachees faches facture facturee factures faeces
    fagot faint faits falling falsify fancied fancier fancy farting fascinant fascinante
    fascinantes fascinants fasses fatiguer fatiguez faucher fausser fautes fauteuils fauteur
    fauves feasting feces feeling felling fellows felton feminite ferment fevers fewer fianc
    fiancer ficher fichez fichues fichus fiddler fightin file filed filee files filing filled
    filling filmee filons finance financee finances fioles flaked flakes flancs flasques flecks
    fleece flemme flight flinguer flingues flitting flottes flous flower folding followed
    followers foolin footing foraging forbes forcing forge forgeries forget forgets former
    forming fougueuse foulards fournee fourre fourree fourres foutais foutrait fracturee
    fracturer frames francais france frances francis franck franco frank franks frappais
    frappant frapper frappez freaky french frequence frequent frequentais frequentee frequenter
    frequentes frequentez frequents fresques frodon frottes fumer fumiez fusees gables galeuse
    galeux garage garbled garcon gardee gardees garden gardens garder gardez gardons garees
    gares gateaux gauches gazeuse gazeux gendarme george georgia georgiana georgina germany
    giles gilles gillette gilou girlfriends gives glander goines gomer gonfler goodly goomer
    gorillas gorilles gormley gosier goures gourou graces grades gradins grandeur grandeurs
    grasses gravel greffer greves griffes grille grillee grillees grilles grimes grimpes grind
    grinder grinds griping gripping grises grocer grooming grooving groped grossed grossiere
    grossieres grossiers grossing grossir grossis grossissent grossit grottes grouping grover
    groves growed grower growing gueuler guinees guinness habillent habitant habitants habituent
    handcuff handing handover hangin hangings hanoukka hanover harding harpe harping hating
    heading healing healthy hearin hearings hearth heath heather heating heaving hellman helmand
    herbes herbie herein heres hermes hermia hermine hermitage heroes heroic heroine heroines
    heron herring hideout hideouts hiding hikers hiking hillbillies hinting hiring hissing
    histories hittin hollers homeless hooters hooting horribly hospital hospitalite hospitals
    hovers hungry husbands idioties ignore ignoree ignorees ignores illegally illuminer imode
    impuissance incassable inculpations inculper inculpez indiana indicated indigene indigenes
    indigne indignes inducted infectees infections infeste infestee infime infimes inform
    informe informee informes injecte injectee injectes injection injections inonde inondee
    inondes insecte insectes installe installee installees installes insuffisante insulte
    insultee insultes integrite intente interdis interdite interdites interpeller interventions
    invalid invalidate inventais invented inventee inventees inventer inventes inventez
    investigate investigates italia italiano jackal jackals jacks jarret jarrett jealousy
    jeanine jeannine jinkies jouais jouant jouer joueurs jouit junie justine kazan keeler
    kidding killin killings kilmer kilroy kipling kippers kissing klicks knicks knockers koryn
    krishnan kristian kurdy ladder lander landers large larger largeur largues larguez larmes
    larson larsson larue lasers latines latins lauder lavettes leading leaking leaning leaping
    leasing leavin lech leche lecher lending lettie liaisons liberale licences license licenses
    limit limited limiter limitez limits lison lisons lisping literal litteral livres loader
    loggers lombard loners looney loosely loosens looters loses losses lovely lovers lowers
    loyers lumieres maches maciste macos macros madan madmen mailing maille maintains maitres
    maitrise maitrisee maitrises maladif maladive malaisie maligne malignes malin maline malins
    malmene malmenee maman manettes manger mangeurs mania manic maquereaux maquillee maquiller
    marble mariages marianne marita marmonne marmonnes marriage marriages martial masque masquee
    masques massing matisse mauser medaillon medaillons medecine medecins medellin medial
    mediation medically meditation meeting memere memoires menacante menacants menager menages
    menaient menait mended mending menent mener meneuse menotter mentais mentant mente mentes
    merchant messin messina mettait mettent metteur meurs midwife miettes migrate militaire
    militaires millers millicent millier miners minette mineur mineurs minster minutes miserably
    misery misses missing mistake mistaken mistresses mixers mongolie monster montait montent
    monter monteur montre montree montrees montres moquant moquee moques morphing mortgaged
    mortgages morton moser mosley moteurs mother mothers moufles mules munster musees muslin
    mutters mythes nailing naisse nationalisme nationalities necrose niaiser nichon nichons
    niger niners noches nombre nudite nymph nymphe nymphes nymphs offended operas operate
    operates operations operez ordre ordres origin origine originel overdone overrated packets
    pactes pansements pansies paraisse paralyser pardner parle parois parole paroled partly
    passees passes passeur pasteurs patriot patriots pauses payed payer payers paying peacemaker
    peaches peche peches pedaler pegase peins penale penchant penche penchee penches pennies
    pensee penser penses pensez pensiez pensions pentes peppino perce percee percees perces
    percue percy perils perone peroxyde perquisitionner perruche persee perses person persona
    personally personals personnel personnes persons perturber peses petale petales pheasant
    pheasants philippine physicians piccolo pickering pickets pickle pickled pickles picks
    picote pierre pierres pignons pilates pillule pillules pinche pinching pinhead piquant
    piquet pirated pisteur pistolets pitched pitches piteux placards placing plaire planning
    planque planquee planquer plantees plantes plaques plasterer plate plates plating playbook
    playboys played player players playin pleasant plouffe plying pocket poignard poignardee
    poignarder poignardes poignards poigne poignee poignees poignets pointage poirot poisoner
    poissonnier poivron poivrons politic politically politiques pollack pollock poppins porche
    porter porters position positionne possessions poster posters potage potter potters
    poubelles pouces poulie poupees pourrais pourras pourriez pourrir pourrisse pourrit
    poursuivais poursuive poursuivit poursuivre poussees pousses prager pratiquait pratiquee
    pratiquent pratiquer pratiquez praveen prayin preachers preche preches precious prefer
    preferais preferee preferees preferer preferes preferez preferred prenant prennent preyed
    preying priced prices pricing prieure primate prince princes princesses prisonniere
    prisonnieres prisonniers privates prized problem problema probleme problemo problems
    profiter prophetes prophetie prophets proprete prosecute prostrate protect protects
    protested protestent protestors prove proved proves prying psyche putin quake quakes qualite
    qualites quieter quite quittera quitterai quitterais quitterez quittes quittez rabbins
    rabies rachael rachete rachetee racheter raciale raciales racine racines radial radically
    radie radiee radiees radies radios radis radius raffine raffinee raffines raine raines rains
    raisin raisins raisonne rallied ramada ramassais ramassee ramasses raquel raquette raquettes
    recale recalee recentrer receveur receveurs recrute recrutee recrutes reduction refasse
    refuge refuges refugier refuse refusee refusees refuses refute regard regarded regards
    relations relient relies relique reluquer remainder remainders remained remains remarked
    remarry remettrait reminded remove remover removes renard renter rentrait rentree rentrees
    rentrera rentrerai rentrerais rentrerez rentres rentrez renvoi renvoie renvoient renvoies
    renvois repasse repasses representait representent requis resonne retainer retainers
    retirait retourna retournais retournant retournee retournees retournera retournerai
    retournerais retournerez retournes retournez retraite retraits reunions revenait revoyais
    revoyez revoyons reward rewarded rewards ricane rigole rigoles rioters robbins robert
    roberts robes robin robins rodders rogers rollers rolling romain romaine romaines romains
    romana romanov romans roofers roofing rooming roosters rooting roping rotors rotting rotule
    rovers roving rubbers rubbery rubbing ruffian ruffians ruining ruling runnin ruptures ruslan
    rutles sacked sagging sailing salome salud sameer saoulee satire sature saules scaled scales
    scamper scanne scanned scanner scanners scannez scared scarred scatter scatters scottie
    scotty screening scriptures seabed sealed sealing seating seaver sechees seches seeding
    seedling seeking seeming seeping seething seigneurs selfie selfies selina sellin sending
    sentence sentences sentes separate separates separera separez sequelles sequestree sergent
    sergents serials serling serment serments serrent servent setting settling seville sewing
    sexiest seymour shackled shading shaking shamed shaming shanked shanks shaped shaping sharat
    sharing shaving shearing shellfish shelling shepard sheppard sherwood shined shingle
    shingles shipped shiver shivers shocked shoes shogun shooter shooters shotguns shots
    shoulders shuster shyness sickens singer singers single singles sinned siphon siphonner
    sister sisters sitter sitting skanky skeeter skidded skidding skied skier skiers skilled
    skinner skinning skipped skipper skipping skitter skitters skunks slammed slamming slapping
    slashed slated slater slatted slaved slaver slavers slayed slayer slayers sledding sleeper
    sleepers sleepin sliced slicing slicker sliding slight slimmer slipper slippers slipping
    slitting sliver sloping slumming smackers smelling smuggle snapped snapper sniffed snitched
    snuggling socialise socialism socialize soiled sombre sonar sooner sorcier sorciers sortais
    sortant sortants sorted sortit souciais souciait soucie soucies souciez soude soudee soudes
    soufflant souffrait souffrance souffrances souffrent soumis sounds soupcon soupconnais
    soupconner soupconnez soupcons source sources sourie souris spare specialise specialises
    specialists specialize specializes spelling spindle spitting splicing splits sponge sponges
    spooner stabbings stacked stacking staffed staffing staged staging staked staking stalled
    stalling stammer stammers stared staring starred starring starter stated stating stayed
    staying stealer stealin steamed steaming stepping sterilise sterling stickup stiffen stiffer
    stifled sting stinger stingers stings stinky stirred stitches stoke stoker stokes stoller
    stomachs stone stones stoney stopper straights straker strangle strangler strangles stresses
    strike strikes stringy stripe striped stripes stripped strobe strode stroked stryker stubbed
    stuffed stunner stupefiant stupefiante stupid styled styling stylings subite substance
    subtilite suffisait suffisance suffisent suinte suite suites suives sunder supported
    surgeries suspect suspectais suspecter suspectez suspects swabbed swapped sweeping swelling
    swimming swiped switched sympathie synagogues syndic syndical tables tablet tablette tailing
    taille taller tankers tapote tarrant teheran tended tender tending terminals terrorise
    terrorisee terrorises terrorize therapies therapists thinker thinkers thorny thumper timber
    tiner tipping tiques tirant tirent toodles topple toppled toquer torcher tortues tosses
    touche touchee touchees touches tourment tourmenter tourmentez tourments towers toxic
    traffic tragique tragiques train traine trainees trainer traines trainez trains traire
    traite traitee tranche tranchee tranchees tranches trapping traquait traumatized travaillais
    travaille travailles travaillez travel traveled traveler travelers travelled travels
    trempait trempe trempee trempees tremper trempes tricote trilling trimming tripot tripotee
    tripoter trippin trombe tromperais tromperies trompeur trompiez troubled troublee troubler
    troubles trouducs trouille trouilles troupe troupes truite truites trumped trumpet trumpeter
    truquees truques tubes tunisian tunisien tunisiens tuples tuteur tuteurs tutors tuttle
    unveil urgence urgentes valeur valeurs vegetables veille veillee veilles venait vendais
    vendant vendrait vertigo vestige vestiges vieil vieillesse vieillir vieillis vieillit vielle
    vielles vigile vigiles villager villages villes violant violees violes violet violets
    violette violettes viper vipers virage virile visage vissage voies voiler voiles volaient
    volees volerait voleront voterai voterais voyageur voyaient voyeur voyeurs voyons wading
    waiter waiters waking walker walkers walkin walling walter walters wander wanders wanking
    wasabi washer washers wastes watches water waters webbing weddings weeding weeping weird
    welding welling wetting wheres wiggles wiles witness wooster worksheet worksheets wrench
    wrenches wretched yougoslavie zealous zucker
    """.split()  # noqa: SIM905 - a list of words is easier to read
)
