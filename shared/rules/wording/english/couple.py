"""Couples, homes and families (English)."""

from typing import Final

TERMS: Final = r"""
where KIN wife|husband|girlfriend|boyfriend|partner|spouse|missus|fiancee?|ex|lover|mother
       |father|mum
       |dad|brother|sister|son|daughter|kids|children|parents|in laws|family
= orientation
husband boyfriend fiance
- exact
before (?:he|him|mr \w+|boss|owner|man|director|guy) (?:\w+ ){0,4}(?:his|has a|a)|his
= orientation
wife girlfriend fiancee
- exact
before (?:she|mrs \w+|ms \w+|lady|woman) (?:\w+ ){0,4}(?:her|has a|a)|her
unless her (?:client|boss|husband|partner) s wife
= orientation
likes prefers fancies into loves
- person 5, exact
after (?:only |other |young |younger )?(?:men|women|boys|girls|blokes|both (?:men
       |sexes))(?! (?:wear|s))
= orientation
lives living shacked
- person 6, exact
after (?:up )?(?:with|alone|apart|off) ?(?:with )?(?:another|a|his|her|two|their|the
       |an)? ?(?:man|woman|men|mother|mum|mom|mistress|lover|girlfriend|boyfriend|ex|parents
       |secretary|younger|older|partner|prostitute|dealer|sister)?
near (?:with|apart|alone)(?: (?:a|an|another|his|her|the|younger|older))* (?:man|woman|{KIN}
       |mistress|secretary)|living alone|lives alone|living apart
unless living (?:room|wall)|father s business
= orientation
marriage wedding engagement honeymoon
- person 9, exact
before his|her|their|the|second|third|a|loveless|open|failed|arranged|sham
unless hall|venue|marriage of|dresses|rules of engagement|shop|planner|caterer|wedding (?:list
       |cake|order|season)
= orientation
split broke broken breaking splitting broken
- person 7, exact
after up (?:with|from|last|since|again|in|after|and)|up$
unless invoice|order|payments?|pallet|batch|shipment|lots?|load|concrete|floor|company
= orientation
moved kicked thrown threw chucked walked
- person 6, exact
after (?:him |her )?out (?:of (?:the (?:house|family home|home|marital)|his house|her house)
       |on (?:him|her|his|the family)|by (?:his|her)|after (?:an|a|the) (?:affair|row|divorce))
       |back in with (?:his|her)|in with (?:his|her)
= orientation
left leaves leaving dumped divorces ditched deserted abandoned
- person 5, exact
after (?:him|her|his|them) (?:for|and|after|because|last|when|over|in|wife|husband|family|kids
       |girlfriend|partner|children)
unless left (?:her|him|his|them) (?:a (?:message|voicemail|note|card)|card|number|partner s)
= orientation
sees seeing dating screwing shagging fancies carrying fooling messing playing cheating running
- person 6, exact
after (?:on with |around with |about with |around |away |on |off with )+(?:his|her|the|a|an
       |behind|other|one|some|our|with|in|and|again|$)|(?:his|her|the|a|an|other|another|someone
       |some|one of|our) (?:\w+ )?(?:married|secretary|assistant|neighbour|women|woman|man|men
       |waitress|intern|colleague|younger|girl|girls|boy|escort|else|accountant|receptionist
       |buyer|trainee|apprentice|employee|prostitutes?|mistress|boss|friend s)
unless running (?:around|away) with (?:costs|the order)|seeing (?:the|a|our) (?:doctor|rep
       |problem|buyer|accountant)|sees (?:the|a|our|his) (?:buyer|accountant|boss|colleague
       |neighbour)|carrying on (?:with )?(?:the|work|business)|running off
       |messing (?:us )?(?:around|about)|playing up|meeting|appointment
= orientation
womaniser womanizer ladies playboy casanova skirt stud cougar gigolo bigamist lothario
- person 8, exact
after man|chaser|(?!toilet|wear|room|section|shoes|clothing|shirt|wall|work|ing|board)\w+|$
near ladies man|skirt chaser|womani[sz]er|playboy|casanova|stud$|cougar|gigolo|bigamist|lothario
= orientation
womaniser womanizer womanises adulterer philanderer
-
= orientation
flirt/s flirts
- person 5, exact
before a|always|he|she|terrible|big|with
= orientation
cheated cheating cheats
- person 7, exact
after (?:on|with)(?: (?:his|her|him|the|a|another|someone|my))+
unless tax|vat|invoice
= orientation
illegitimate
- person 9
unless claim|invoice
= orientation
love secret
- exact
after (?:child|family|nest|rat|life|triangle|affair|lover|girlfriend|boyfriend|son|daughter
       |relationship)
unless secret recipe|family recipe
= orientation
second
- person 8, exact
before a|his|her
after (?:family|wife|husband|marriage)
unless family business
= orientation
third fourth fifth
- exact
after (?:wife|husband|marriage)
= orientation
custody alimony paternity maintenance
- person 9, exact
before a|over|of|for|his|her|pays|paying|child|battle for|loses?|lost|the|in
near custody (?:battle|of (?:the|his|her) (?:kids?|children|son|daughter)|case|fight|hearing
       |dispute)|alimony|paternity (?:suit|test|case)|child maintenance|(?:pays
       |paying) maintenance|(?:lost|full|joint|sole) custody
unless contract|keys|equipment
= orientation
custody
- exact
after (?:battles?|fight|hearing|dispute|row|case)
unless goods|evidence|chain of
= orientation
single
- exact
after (?:mum|mom|mother|dad|father|parent)s?(?! (?:company|group))
= orientation
kids children child baby son daughter
- person 9, exact
before his|her|their|the|a
after (?:(?:were|was|are|is|been|got) )*(?:taken (?:away|into care)|in care|adopted
       |out of wedlock|from (?:his|her|a) (?:first|previous|other|second)|with (?:another|his
       |her) (?:woman|man|secretary|mistress))
= orientation
row rows rowing feud fight fighting argument fallout
- person 7, exact
after (?:\w+ )?(?:with|between) (?:his|her) (?:{KIN})
unless shareholders?|succession
= orientation
marital domestic matrimonial bedroom
- exact
after (?:problems?|issues|status|troubles?|crisis|breakdown|difficult\w*|strife|rows?|disputes?
       |bliss|home)
unless domestic (?:boiler|water|heating)
"""
