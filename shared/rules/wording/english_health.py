"""Health, in English, as `fold` writes it."""

from __future__ import annotations

from typing import Final

from shared.rules.wording.english_words import INSTITUTION, PERSON
from shared.rules.wording.terms import term

HEALTH: Final = (
    term(
        "health",
        "cancer~s cancerous leukaemia leukemia tumour~s tumor~s chemo chemotherapy radiotherapy",
        unless=INSTITUTION,
        name=True,
    ),
    term(
        "health",
        "alzheimer~s alzheimers parkinsons dementia epilepsy epileptic diabetes diabetic~s"
        " asthma asthmatic hepatitis cirrhosis sclerosis autism autistic schizophrenic"
        " schizophrenia anorexic"
        " anorexia bulimic antidepressant~s hospitalised hospitalized miscarriage~s menopause"
        " psychiatrist~s"
        " psychologist~s psychotherapy suicidal suicide alcoholic~s alcoholism junkie~s addict~s"
        " addicted"
        " addiction~s cocaine heroin cannabis burnout pregnant pregnancy senile dyslexic insomnia"
        " insomniac"
        " paraplegic bipolar depressive paranoia concussion oncologist cardiologist physiotherapy"
        " vasectomy hysterectomy arthritis arthritic eczema fibromyalgia adhd",
        name=True,
        unless=f"{INSTITUTION}|transistors?|signal|connector",
    ),
    term("health", "hiv ptsd ocd ivf", loose=False, unless=INSTITUTION),
    term(
        "health",
        "ill sick unwell poorly",
        near=PERSON,
        loose=False,
        unless="sick building|ill advised|ill fitting|ill timed|ill informed|sick of|ill will|ill"
        " prepared",
    ),
    term("health", "sick", after="leave|note|pay for|days?|again|since|until", loose=False),
    term(
        "health",
        "illness~es disease~s ailment~s",
        near=PERSON,
        unless=f"plants?|trees?|{INSTITUTION}",
    ),
    term(
        "health",
        "depressed anxious anxiety disabled disability paralysed paralyzed blind deaf stroke"
        " infertile"
        " obese fever coma migraine~s wheelchair surgery operation limp rehab detox medication~s"
        " meds pills"
        " insane psych seizure~s fainted collapsed diagnosed diagnosis dialysis counselling"
        " overweight"
        " deranged hospital",
        loose=True,
        near=f"(?:{PERSON}|owner s) (?:\\w+ ){{0,4}}(?:depressed|anxious|anxiety|disabled"
        f"|disability|paralysed|paralyzed|blind"
        "|deaf|stroke|infertile|obese|fever|coma|migraines?|surgery|operation|limp|rehab|detox"
        "|medication|meds|pills|insane"
        "|wheelchair|seizures?|fainted|diagnos\\w+|dialysis|counselling|overweight|deranged"
        "|anxiety)|owner in rehab"
        "|(?:in|to|into|from|taken to) hospital (?:since|with|for|until|again|last|after|this)"
        "|(?:is|was|s|rushed to|still) (?:in )?hospital$",
        unless="market|sector|site|ramp|bank operation|piston|toilets?|access|rehab centre"
        "|wheelchair (?:ramp|access)"
        "|blinds|roller|trade|economy|alarm|collapsed (?:wall|roof|ceiling|pallet)",
    ),
    term(
        "health",
        "anxiety depression",
        before="suffers? from|suffering from|with|of|has|chronic",
        near=PERSON,
        unless="great depression",
    ),
    term(
        "health",
        "heart",
        after="attack|attacks|surgery|condition|problems?|trouble|failure|bypass|operation|disease",
        unless="foundation",
    ),
    term(
        "health",
        "nervous mental panic",
        after="breakdown|health|illness|attacks?|problems?|issues?|case|hospital",
        unless="panic (?:button|bar)",
    ),
    term(
        "health",
        "health",
        after="(?:problems?|issues?|troubles?|reasons?|scare|condition|is (?:failing|bad|poor))",
        near=PERSON,
    ),
    term(
        "health",
        "health",
        before="his|her|their|ill|poor|bad|failing|mental",
        near=PERSON,
        unless="financial|company|firm|business",
    ),
    term(
        "health",
        "slipped broken bad",
        after="discs?|disk|back|hip|leg|arm|knee",
        near=PERSON,
        unless="back order|backlog|table|chair",
    ),
    term(
        "health",
        "off",
        after="(?:with|on) (?:stress|his back|her back|sick|long term sick|maternity|covid|flu"
        "|depression|nerves)",
    ),
    term("health", "maternity", after="leave"),
    term("health", "stressed", before="signed off", near=PERSON),
    term(
        "health",
        "drinks drinking drinker drunk drunkard boozer booze boozing alcohol tipsy hungover",
        loose=False,
        near="(?:he|she|owner|boss|manager|director|they|husband|wife|partner|foreman|chef|buyer"
        "|who|a|heavy|always|him|her|smell\\w*|smelt"
        "|reek\\w*|drink) (?:\\w+ ){0,4}(?:drinks|drinking|drinker|drunk|drunkard|booz\\w+"
        "|alcohol|tipsy|hungover)",
        unless="soft drinks|drinks (?:delivered|order|trade|machine|cabinet|supplier|wholesaler)"
        "|rubbing|casks?|drinking water|bottles|duty|bond",
    ),
    term("health", "drug~s", after="addict|addicts|addiction|problem|problems|habit|user|dealer"),
    term(
        "health",
        "drugs drug weed pot stoned high",
        before="on|takes|taking|does|using|uses|smokes|smoking|always|was",
        near=PERSON,
        loose=False,
        unless="drugstore|high (?:street|price|level|time|risk|limit|side|on)|pot of|is high|are"
        " high",
    ),
    term("health", "kill hang harm", after="himself|herself|themselves"),
    term("health", "hiv", after="positive", loose=False),
    term(
        "health",
        "covid flu",
        before="has|had|have|caught|with|got|catch|having",
        loose=False,
        unless=INSTITUTION,
    ),
    term("health", "therapy therapist", near=PERSON, unless=INSTITUTION),
    term("health", "burn burned burnt", after="out"),
)
