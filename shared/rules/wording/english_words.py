"""Words of English that decide what the words beside them mean."""

from __future__ import annotations

from typing import Final

PERSON: Final = (
    "he|she|they|him|his|her|mr|mrs|ms|miss|man|woman|guy|bloke|chap|lady|wife|husband|partner"
    "|mother"
    "|father|mum|dad|brother|sister|son|daughter|cousin|family|owners?|boss|director|manager"
    "|foreman"
    "|accountant|bookkeeper|secretary|assistant|buyer|receptionist|storeman|driver|employees?|staff"
    "|colleague|neighbour|trainee|apprentice|contact|landlord|landlady|ceo|cfo|md|fd|founder"
    "|proprietor"
    "|clerk|controller|chef|builder|plumber|girlfriend|boyfriend|kid|kids|child|somebody|someone"
    "|people|person"
)

IS: Final = (
    "is|are|was|were|s|re|be|being|been|seems|looks|sounds|became|become|gone|going|completely"
    "|totally|utterly"
    "|very|really|so|too|such|quite|rather|clearly|obviously|bit|pretty|absolutely|just|always"
    "|both|openly"
)

ONE: Final = (
    "an?|the|that|this|these|those|such|what|another|utter|total|complete|real|right|proper"
    "|stupid|old|lazy"
    "|fat|little|bloody|fucking|nasty|absolute|bunch of|pack of|bunch|silly|miserable|poor|lying"
    "|dirty"
)

INSTITUTION: Final = (
    "hospitals?|clinic|pharmacy|institute|charity|foundation|association|practice|laborator(?:y"
    "|ies)|lab"
    "|research|centre|center|nursing home|care home|trust|ward|nhs|department|ambulances?"
    "|building works|works office"
    "|roof|repairs?|building of"
    "|renovation|council|museum|unit|grant|loan|scheme|funds?|shop"
)

FIRMS: Final = (
    "company|companies|firm|subsidiary|bank|supplier|group|client|customer|market|plant|site"
    "|carrier|vat|customs"
    "|country|language|restaurant|brand|machine|products?|parts?|currency|address|law|standard"
    "|invoices?|version"
    "|accounts?|parent|branch|friday|paint|list|market|box|toner|ink|cab|holiday|office"
)
