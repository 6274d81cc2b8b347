"""Religion: faiths, practices, feasts as explanation (English)."""

from typing import Final

TERMS: Final = r"""
where BUILDING deliver\w*|fit\w*|invoice|site|install\w*|meeting|roof|paint\w*|{INSTITUTION}|boiler
       |heating|project|critical mass|weight|kg|quote|wiring|retention|works
where TRADE orders?|sales|stock|promo\w*|deliver\w*|catalogue|season|goods|display|range|rush|peak
       |opening hours|fabric|shipment|supplier
= religion
muslim/s moslem/s islamist/s islamic
buddhist/s budhist/s
hindu/s
sikh/s
atheist/s agnostic/s
jehovah/s jehovahs
mormon/s
evangelical/s pentecostal/s
scientologist/s
salafist/s wahhabi/s jihadist/s jihadi/s
papist/s infidel/s heathen/s
zionist/s
hasidic
fundamentalist/s
churchgoer/s
amish krishna kabbalah
baptised baptized
rastafarian/s
- name
unless association|centre|council|society|school|charity|cemetery|aid|relief|finance
= religion
ramadan ramadhan
sabbath shabbat shabbos
kippah kippa yarmulke skullcap
hijab niqab burqa burka turban headscarf headscarves
yom kippur hanukkah passover
diwali
hajj
-
unless {TRADE}
= religion
ramadan sabbath shabbat passover eid lent diwali hanukkah yom fast
- person 9, exact
before (?:observ\w+|keeps?|keeping|celebrat\w+|for|during|because of|at|fasting for|it is|its
       |doing|does|over|after|s)(?: (?:the|of|it s))*
unless {TRADE}|lent (?:us|to|him|them|his)|fast (?:track|delivery|payment|reply)
= religion
jew/s jewish judaism
catholic/s catholicism
protestant/s
orthodox
quaker/s methodist/s baptist/s anglican/s adventist/s presbyterian/s lutheran/s calvinist/s
christian/s
shia sunni
- person 9, name
unless school|church|diocese|parish|cemetery|college|unorthodox|louboutin|dior
       |orthodox (?:approach|method)|{INSTITUTION}
- name, exact
before devout|practising|practicing|strict|another|typical|{IS}|an?|being|staunch|these
       |born again|staunchly|ultra|all|good
unless school|church|diocese|parish|cemetery|college|approach|{INSTITUTION}
= religion
born
- person 6, exact
after again
= religion
religious pious godly believer/s devout churchy
- person 8, first
before {IS}|an?|deeply|and|more|they re|of|some|for|on|strict
unless building|order|believer in (?:our|the|paying)|religiously
= religion
religious
- exact
after (?:reasons?|grounds|holidays?|nut|nutter|fanatic|type|beliefs?|festival|man|woman|people
       |family|freak|convictions?|duties|fundamentalist|maniac|feasts?|zealot|leader)
unless building
= religion
preach/es preaching preached
- person 8, exact
= religion
monk/s nun/s
- person 3, exact
= religion
brethren
- exact
= religion
zealot/s
-
= religion
religion faith beliefs
- person 9, exact
before his|her|their|of|own|the muslim|of the|whose|about|strong
unless good faith|bad faith|faith in (?:us|our)
= religion
god allah lord jesus bible scripture koran quran quaran prophet torah
- person 8, exact
before in|to|thanks|fears|praise|praises|quotes|quoting|finds|found|the|about|to the|of|preaches
       |preaching|by|serve|serves|on the
unless god knows|oh my god|for god s sake|thank god|lord mayor|house of|printed|landlord
= religion
bible
-
after basher|bashing|thumper|thumping|reading|study|group
= religion
mosque synagogue church mass temple chapel gurdwara
- person 9, exact
before to|to the|to a|at|from|after|in|his|her|at the|their|the|for|of the|friday|from the
       |attends|sunday|every|before|the local
near goes|go|went|going|every|always|attends?|after|sunday|sundays|friday|fridays|busy|prays
       |elder|member|warden|preaches|deacon|spends|back from|regular|before|off to
unless {BUILDING}
= religion
pray/v prayer/s
- person 9, first
unless prayer (?:book|hall|room|mats?)|i pray|we pray|praying (?:that )?(?:we|for payment)
= religion
prayer/s
-
before friday|noon|afternoon|midday|his|her|their|for|at|says his
= religion
fasting fasts fasted
- person 8, exact
unless fastening
= religion
veil
- exact
before wears (?:a|the)|wearing (?:a|the)|in a|her|under her
= religion
crucifix rosary cross
- person 6, exact
before wears a|wearing a|a big|his|her|with a
near crucifix|rosary|wears|wearing|around
= religion
cult/s sect/s
- person 9, exact
before a|some|his|her|joined (?:a|some)|religious|weird|strange|in a|the
unless section|film
= religion
converted convert
- exact
after to (?:islam|judaism|catholicism|christianity|buddhism|hinduism|a)|recently
= religion
islam islamism judaism koran
-
before to|about|practises|in|follows|of|radical|s|follower of
= religion
halal kosher
- person 8, exact
before eats|eat|only|keeps|keep|strictly|for|eating|goes
unless caterers?|butcher|products?|line|range|certif\w*|meat
= religion
imam rabbi vicar priest preacher pastor elder deacon
- person 8, exact
before a|an|his|the|lay|s|is|as|her|local|also|by|with
near also|his|her|consults?|asks?|advice|told|brother|father|sunday|church|mosque|synagogue|says
       |friend|before
unless vicarage|{INSTITUTION}
= religion
alcohol pork
- person 9, exact
before touch|doesn t drink|won t handle|eat|doesn t eat|no
near religion|muslim|because|eat|faith|halal|believ\w*
= religion
holy
- person 9, exact
after (?:joe|roller|rollers|week|day|days|month|man)
"""
