"""Words and signs for currencies, months and days, in French and English.

Source: Unicode CLDR (locales fr and en), for the currencies a French company is likely to meet;
every other currency goes by its ISO code.
"""

from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["fr", "en"]


@dataclass(frozen=True, slots=True)
class CurrencyWords:
    """`sign` as amounts show it; `one` and `many` as a voice says it."""

    sign: str
    one: str
    many: str


CURRENCY_WORDS: Final[dict[Language, dict[str, CurrencyWords]]] = {
    "fr": {
        "EUR": CurrencyWords("€", "euro", "euros"),
        "USD": CurrencyWords("$US", "dollar des États-Unis", "dollars des États-Unis"),
        "GBP": CurrencyWords("£GB", "livre sterling", "livres sterling"),
        "CHF": CurrencyWords("CHF", "franc suisse", "francs suisses"),
        "CAD": CurrencyWords("$CA", "dollar canadien", "dollars canadiens"),
        "AUD": CurrencyWords("$AU", "dollar australien", "dollars australiens"),
        "JPY": CurrencyWords("JPY", "yen japonais", "yens japonais"),
        "CNY": CurrencyWords("CNY", "yuan chinois", "yuans chinois"),
        "MAD": CurrencyWords("MAD", "dirham marocain", "dirhams marocains"),
        "TND": CurrencyWords("TND", "dinar tunisien", "dinars tunisiens"),
        "DZD": CurrencyWords("DZD", "dinar algérien", "dinars algériens"),
        "XOF": CurrencyWords("F\u202fCFA", "franc CFA", "francs CFA"),
        "XAF": CurrencyWords("FCFA", "franc CFA", "francs CFA"),
        "XPF": CurrencyWords("FCFP", "franc CFP", "francs CFP"),
        "PLN": CurrencyWords("PLN", "zloty polonais", "zlotys polonais"),
        "SEK": CurrencyWords("SEK", "couronne suédoise", "couronnes suédoises"),
        "NOK": CurrencyWords("NOK", "couronne norvégienne", "couronnes norvégiennes"),
        "DKK": CurrencyWords("DKK", "couronne danoise", "couronnes danoises"),
    },
    "en": {
        "EUR": CurrencyWords("€", "euro", "euros"),
        "USD": CurrencyWords("$", "US dollar", "US dollars"),
        "GBP": CurrencyWords("£", "British pound", "British pounds"),
        "CHF": CurrencyWords("CHF", "Swiss franc", "Swiss francs"),
        "CAD": CurrencyWords("CA$", "Canadian dollar", "Canadian dollars"),
        "AUD": CurrencyWords("A$", "Australian dollar", "Australian dollars"),
        "JPY": CurrencyWords("¥", "Japanese yen", "Japanese yen"),
        "CNY": CurrencyWords("CN¥", "Chinese yuan", "Chinese yuan"),
        "MAD": CurrencyWords("MAD", "Moroccan dirham", "Moroccan dirhams"),
        "TND": CurrencyWords("TND", "Tunisian dinar", "Tunisian dinars"),
        "DZD": CurrencyWords("DZD", "Algerian dinar", "Algerian dinars"),
        "XOF": CurrencyWords("F\u202fCFA", "CFA franc", "CFA francs"),
        "XAF": CurrencyWords("FCFA", "CFA franc", "CFA francs"),
        "XPF": CurrencyWords("CFPF", "CFP franc", "CFP francs"),
        "PLN": CurrencyWords("PLN", "Polish zloty", "Polish zlotys"),
        "SEK": CurrencyWords("SEK", "Swedish krona", "Swedish kronor"),
        "NOK": CurrencyWords("NOK", "Norwegian krone", "Norwegian kroner"),
        "DKK": CurrencyWords("DKK", "Danish krone", "Danish kroner"),
    },
}

MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
MONTHS_SHORT: Final[dict[Language, tuple[str, ...]]] = {
    "fr": (
        *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
        *("juil.", "août", "sept.", "oct.", "nov.", "déc."),
    ),
    "en": (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
}
WEEKDAYS: Final[dict[Language, tuple[str, ...]]] = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
WEEKDAYS_SHORT: Final[dict[Language, tuple[str, ...]]] = {
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
