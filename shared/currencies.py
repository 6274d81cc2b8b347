"""ISO 4217: the world's currencies and how many decimals each counts in.

Source: ISO 4217 list one (active) and list three (withdrawn), as published by SIX, the standard's
maintenance agency. Metals, SDR, bond units, testing and "no currency" codes (XAU, XDR, XTS, XXX …)
have no minor unit and are left out: nobody is invoiced in them. Withdrawn currencies stay, dated,
because a ledger of their time is still read.
"""

from datetime import date
from typing import Final

TABLE_AS_OF: Final = date(2026, 2, 1)

_ACTIVE_BY_DECIMALS: Final = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD "
        "CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
        "GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK "
        "LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO "
        "NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS "
        "SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST "
        "XAD XCD XCG YER ZAR ZMW ZWG"
    ),
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}

# Code → (decimals, year it left the list).
WITHDRAWN: Final = {
    "ANG": (2, 2025),
    "ATS": (2, 2002),
    "BEF": (0, 2002),
    "BGN": (2, 2026),
    "BYR": (0, 2017),
    "CUC": (2, 2021),
    "CYP": (2, 2008),
    "DEM": (2, 2002),
    "EEK": (2, 2011),
    "ESP": (0, 2002),
    "FIM": (2, 2002),
    "FRF": (2, 2002),
    "GRD": (0, 2002),
    "HRK": (2, 2023),
    "IEP": (2, 2002),
    "ITL": (0, 2002),
    "LTL": (2, 2014),
    "LUF": (0, 2002),
    "LVL": (2, 2014),
    "MRO": (2, 2017),
    "MTL": (2, 2008),
    "NLG": (2, 2002),
    "PTE": (0, 2002),
    "SIT": (2, 2007),
    "SKK": (2, 2009),
    "SLL": (2, 2023),
    "STD": (2, 2017),
    "TRL": (0, 2005),
    "VEF": (2, 2018),
    "ZMK": (2, 2012),
    "ZWL": (2, 2024),
}

ACTIVE: Final = {
    code: decimals for decimals, codes in _ACTIVE_BY_DECIMALS.items() for code in codes.split()
}
DECIMALS: Final = {code: decimals for code, (decimals, _) in WITHDRAWN.items()} | ACTIVE
