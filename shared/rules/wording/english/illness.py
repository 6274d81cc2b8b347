"""The body's health: illnesses, handicaps, being off ill (English)."""

from typing import Final

TERMS: Final = r"""
where THINGS market|sector|site|ramp|piston|toilets?|access|blinds?|roller|trade|economy|alarm
       |engine
       |pump|parking|bays?|doors?|account (?:was|is)|button|feature|motor|machine|strike|weather
       |snow|fit|software|function|supply chain|parts?|system|card|users?|portal|invoices?|login
       |spot
= health
cancer/s cancerous
leukaemia leukemia leukaemic
tumour/s tumor/s
lymphoma melanoma carcinoma metastasis metastases
alzheimer/s alzheimers
parkinson parkinsons
dementia
epilepsy epileptic
diabetes diabetic/s
asthma asthmatic/s bronchitis pneumonia emphysema
hepatitis cirrhosis jaundice
sclerosis
tuberculosis
meningitis
pancreatitis appendicitis
arthritis arthritic osteoporosis rheumatism
fibromyalgia sciatica lumbago
eczema psoriasis
endometriosis
hypertension cholesterol
aneurysm thrombosis embolism
crohn crohns colitis
gout sepsis
syphilis gonorrhoea chlamydia herpes
incontinent incontinence impotent impotence
measles mumps chickenpox
covid coronavirus flu influenza
angina
vertigo
- name
before {HAS}
unless institute|charity|research|products?|screening|awareness
- name
unless {INSTITUTION}
= health
chemo chemotherapy radiotherapy
mastectomy hysterectomy vasectomy colonoscopy biopsy biopsies
dialysis
pacemaker bypass
transfusion/s
hospitalised hospitalized
physiotherapy physiotherapist chiropractor
oncologist/s cardiologist/s neurologist/s gynaecologist/s gynecologist/s urologist
amputee amputated amputation
insulin morphine steroids opioids painkiller/s sedatives
miscarriage/s miscarried stillbirth
menopause menopausal
caesarean hernia
concussion concussed
-
before {HAS}
unless pipe|valve|traffic
- person 8
unless pipe|valve|road|{INSTITUTION}
= health
chemo chemotherapy radiotherapy
mastectomy hysterectomy vasectomy colonoscopy biopsy biopsies
dialysis
pacemaker
transfusion/s
hospitalised hospitalized
physiotherapy physiotherapist chiropractor
oncologist/s cardiologist/s neurologist/s gynaecologist/s gynecologist/s urologist
amputee amputated amputation
insulin morphine steroids opioids painkiller/s sedatives
miscarriage/s miscarried stillbirth
menopause menopausal
caesarean
concussion concussed
-
unless {INSTITUTION}
= health
hiv ms ivf ibs copd std stds
- exact
near hiv|ivf|ibs|copd|stds?|has ms|with ms|suffers from ms|her ms|his ms
unless office|word|{INSTITUTION}
= health
ill sick unwell poorly ailing
- person 8, exact, first
unless cash ?flow|business is|company is|market|sector|sick building|ill advised|ill fitting
       |ill timed|ill informed|sick of|ill will|ill prepared|sick and tired of|poorly (?:packed
       |made|printed|fitted|finished|built|drawn|installed|written|designed|managed|wrapped|cut
       |labelled|stacked|paid)|i ll|we ll|they ll|he ll|she ll
= health
sick
- exact
after leave|note|pay for|days?|again|since|until|as a dog|with
unless sick of
= health
off
-
after (?:\w+ )?(?:with|on|due to|because of) (?:a |his |her |their )?(?:\w+ )?(?:stress|back
       |sick|long term sick|maternity|paternity|covid|flu|depression|nerves|illness|surgery
       |migraines?|anxiety|leg|knee|cold|bug|operation|pneumonia|burnout)
- exact
after (?:sick|ill|work sick|pregnant)
= health
illness/es disease/s ailment/s sickness
- person 9
unless plants?|trees?|crops?|cattle|sickness (?:policy|insurance)|{INSTITUTION}
= health
illness sickness disease
-
before his|her|long|serious|chronic|terminal|mental|through|due to|because of|an|liver|heart
       |kidney|lung|bowel|skin
= health
paraplegic/s quadriplegic tetraplegic
disabled disability disabilities
handicapped
dyslexic dyspraxic
deaf
crippled cripple
amputee
-
before (?:{PERSON}) (?:\w+ )?(?:{IS})|is|are|was|{IS}|his|her|with a
unless {THINGS}
- person 5
unless {THINGS}
= health
blind
- person 5, exact
before {PERSON}|going|gone|registered|nearly|almost|partially|is|was
unless eye to|blinds|spot|roller|venetian|{THINGS}
= health
fever migraine/s seizure/s fit/s coma stroke/s
vomiting vomited fainted faints dizzy dizziness
limp limping limps crutches
infertile infertility
obese obesity overweight
paralysed paralyzed
bedridden housebound frail infirm
insomnia insomniac
infection wheelchair
- person 5
before {HAS}
unless {THINGS}|wheelchair (?:ramp|access|users?)|(?:fits?|fitted) (?:the|with|in|for|a|out)
       |fit (?:the|for|to|in|out|new|a)|limp(?:ing)? (?:along|on)|seizure of (?:goods|assets)
       |price|credit|strokes? of|keystroke|key stroke|asset|stock
= health
wheelchair
- person 9, exact
before in a|uses a|his|her|their|a|the
unless ramp|access|lift|deliver\w*|order\w*|wheelchairs|{THINGS}
= health
paralysed paralyzed
- person 5
after (?:from|down|below|on one|since|after)
unless strike|site
= health
surgery operation operated op
- person 7, exact
before heart|knee|hip|back|brain|major|an|his|her|the|having|had|for|after|have|needs|from
       |undergoing|eye|emergency|bypass|spine|on|shoulder|gallbladder|prostate|cataract
unless bank(?:ing)? operation|the operation of|in operation|operation rejected
       |operations? (?:manager|director|team|department)|dental|doctors? surgery|surgery (?:door
       |roof|paid|pays|in)|machine|plant|works|door|veterinary|operated (?:by|from|as)|drilling
       |farming|mining|logistics|co op|the surgery|day to day|of operation|an operation in
= health
hospital ward icu hospice
- person 9, exact
before in|to|in the|to the|into|from|from the|out of|leaves|left|of|at the|taken to|rushed to
       |still in|intensive care at the
near (?:in|into|from|to|of) (?:the )?(?:hospital|icu|hospice|psych\w* (?:ward|hospital))
unless deliver\w*|invoices?|fit\w*|site|install\w*|order\w*|paid|pays|contract|job|works? (?:at
       |in|for)|ceiling|project|refurb\w*|building|repair\w*|meeting|visit|order|payment|tender
       |supply|supplies|sold|sells|transfer
= health
intensive palliative
-
after care
unless {INSTITUTION}
= health
diagnosed diagnosis
- person 8
unless fault|engine|pump|technician|problem|leak|boiler|failure
= health
collapsed collapse
- person 2, exact
after (?:at|in|on|last|and|from|during)
unless wall|roof|ceiling|pallet|company|business|firm|deal|talks|price|shelf|shelves
= health
medication/s meds pills tablets prescription/s
- person 8, exact
before {HAS}
unless ipad|samsung|android|{INSTITUTION}
"""
