"""Sexual life and couples (English)."""

from typing import Final

TERMS: Final = r"""
= orientation
homosexual/s homosexuality
lesbian/s lesbo/s
faggot/s poofter/s poof/s pansy sodomite
tranny trannies transsexual/s transgender transvestite/s
bisexual/s
nymphomaniac/s nympho/s
womaniser/s womanizer/s philanderer/s adulterer/s adulteress
- name
unless faggots? and peas|pansy (?:seeds|plants|trays)
= orientation
swinger/s queer/s fag/s dyke/s bender queen
- person 6, exact
before {IS}|an?|such a|total|those|these|old
unless offa|bank|drainage|tube|pipe|hotel
= orientation
gay/s homo/s bi trans lgbt
- person 8, name, exact
before {IS}|an?|(?:{PERSON})|those|openly|out as|both|came out as|turned|that s
unless gay street|bi (?:annual|monthly|weekly|fold)|trans (?:europe|port)
= orientation
gay
- exact
before is|openly|s|are|re|clearly|obviously|a
after (?:man|woman|couple|guy|bloke|bar|owner|boss|director|and|too|by|so|with)
= orientation
came come
- exact
after out (?:of the closet|as|to his|to her)
= orientation
closet
- person 6, exact
before in the|the
unless fit\w*|door
= orientation
sleeps sleeping slept shagging shags banging bonking screwing
- person 7, exact
after (?:with |around|together|a |in |rough|every|everything)?(?:his|her|the|him|everyone
       |everybody|half|a|around|together|another|someone|one|our|their|secretary)?
unless sleeping (?:partner|bags?|policeman)|banging (?:noise|in the|on)|noise|screwing (?:the|in
       |down)|pump|pipe|banging on
= orientation
sex sexual love
- exact
after lives?|orientation|affairs?|preferences?|addict|child|triangle|pest|tape|scandal|nest
unless same sex marriage act|love life brand
= orientation
affair/s fling
- person 8, exact
before an|having an|had an|his|her|extramarital|their|the|secret|love|a|of
after with|behind|at|and|for|is|was|on|has|since|came|again|$
unless state of affairs|current affairs|public affairs|legal affairs|sorry affair|family affair
       |consumer affairs|his affairs|her affairs|affairs? in order
= orientation
affair
- exact
before (?:having|had|has|have|having had|started|an end to) (?:an|another|a secret|a long|a)
unless family affair
= orientation
affairs
- person 6
before has|having|his many|extramarital|her many|had
= orientation
cheats cheating cheated
- exact
after on (?:his|her|him|with)
= orientation
unfaithful infidelity adultery adulterous extramarital
- person 9, first
= orientation
mistress lover/s toyboy bit boyfriend girlfriend
- person 9, exact
before his|her|a|the|new|secret|another|young|younger|with his|with her
after (?!of (?:a|an|the)\b)(?:on the side|\w+)|$
near mistress|lovers?|toyboy|bit on the side|(?:his|her) (?:new |secret )?(?:boyfriend)
       |secret girlfriend|another (?:girl|boy)friend
unless art lover|music lover|a bit
= orientation
divorc/ev divorcee/s divorce/s
- person 9, first
unless parent|group|company|subsidiary
= orientation
divorce/s divorced divorcing divorcee
-
before his|her|their|messy|a|nasty|in the middle of|bitter|the|going through|ugly|getting|is
       |recently|costly|s
= orientation
separated separating separation split
- person 7, exact
before {IS}|marital|after|their|recently|has|just|his|her|since
after (?:from|up|with|and|last|since|his|her|$)
near wife|husband|partner|girlfriend|boyfriend|spouse|marriage|marital|they (?:have|are|re|just)
unless invoices?|orders?|lots?|cost|load|pallets?|payments?|goods|amounts?|instal\w*
       |business partners?
= orientation
wife husband girlfriend boyfriend partner spouse missus
- exact
before his|her
after (?:has |just |finally )*(?:left|walked out|dumped|kicked|threw|ran off|cheats?|cheated
       |is cheating|is leaving|is divorcing|moved out|found out)
unless left (?:a message|the cheque|a cheque|word|the office|at|for)
= orientation
dumped ditched jilted
- person 6, exact
after by (?:his|her)|his (?:wife|girlfriend)|her (?:husband|boyfriend)
= orientation
marriage
- person 9, exact
before his|her|their|the|broken|failed|failing|unhappy|sham|second|third|loveless
near trouble|problems?|rocks|broken|breaking|over|fail\w*|unhappy|sham|loveless|counsel\w*
       |falling|crisis|saving|difficult\w*|collaps\w*|hell|breakdown|end\w*
= orientation
marital
-
after problems?|issues|status|trouble|troubles|crisis|breakdown|difficulties|strife
= orientation
custody
- person 9, exact
unless safe custody
= orientation
child
- person 9, exact
after support|maintenance|out of wedlock
= orientation
alimony
- person 9, first
= orientation
single bachelor spinster
- person 5, exact
before is|s|still|a|an
after (?:mother|mum|mom|dad|father|parent|man|woman|and|again|at)|$
unless invoice|payment|line|item|delivery
= orientation
remarried
- person 9
= orientation
flirt/v flirty flirts flirting womanising womanizing groping gropes
- person 9, exact
= orientation
prostitute/s escort/s hooker/s brothel/s stripper/s porn pornography strip
- person 9, exact
unless wide load|vehicle|paint|strip (?:light|the|of|down|out|lighting)|escort van|ford|abnormal
= orientation
dating
- exact
after (?:his|her|a|the|an|our|someone) (?:secretary|assistant|buyer|employee|neighbour
       |accountant|younger|ex|boss|apprentice|trainee|waitress|colleague)|sites?|apps?
= orientation
ran runs run
- person 5, exact
after off with
= orientation
swings bats batting swinging
- exact
after both ways|for (?:the other (?:side|team)|both)
= orientation
coming came come comes
- person 6, exact
after out (?:as|to (?:his|her|their)|last|recently|of the closet|publicly)
= orientation
same
- exact
after sex (?:partner|couple|marriage|relationship)
= orientation
two
- exact
after timing|timer|timed|mums|dads
unless two mums and
= orientation
hooking hooked hook
- person 6, exact
after up with (?:his|her|a|an|the|someone|another)
unless pump|cable|machine
= orientation
side
- person 9, exact
before (?:bit|woman|man|girl|girlfriend|boyfriend|lover|something|someone|fling|one
       |mistress) on the
= orientation
sugar
- exact
after dadd(?:y|ies)|bab(?:y|ies)|mummy
= orientation
knocked
- exact
after (?:her|his \w+|the \w+|a \w+) up|up (?:his|her|the|a)
near girlfriend|secretary|wife|girl|daughter|assistant|waitress|employee|pregnant|her up
= orientation
shotgun
- exact
after wedding|marriage
= orientation
into
- person 4, exact
after (?:younger |older )?(?:men|women|blokes|guys|boys|girls|lads|bondage|swinging|kinky)
= orientation
wife wives kids family marriage
- person 7, exact
before (?:walked out on|left|abandoned|ditched|deserted|cheats on|cheated on|running out on
       |leaving) (?:his|her|the|a)
"""
