"""Which column of the file is which of our fields."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from backend.imports.reading.findings import Finding, Question
from backend.imports.reading.headers import AMOUNT_WAYS, FIELDS, REQUIRED
from backend.imports.reading.rows import Kind
from backend.imports.reading.unreadable import shown

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SMALL_WORDS: Final = frozenset(["de", "du", "des", "d", "la", "le", "les", "l", "of", "the", "en"])
_SAME_WORDS: Final = {
    word: canonical
    for canonical, words in {
        "no": "n num numero number nr nro",
        "ref": "reference",
        "doc": "document",
        "facture": "fact",
        "customer": "cust",
        "client": "cli clt",
        "invoice": "inv",
        "montant": "mt mnt mtt",
        "amount": "amt",
        "echeance": "ech",
        "libelle": "lib",
        "compte": "cpte cpt cmpt",
        "reglement": "reglt regl rgt rglt",
    }.items()
    for word in words.split()
}
_CURRENCY_CODES: Final = (
    "eur",
    "usd",
    "gbp",
    "chf",
    "jpy",
    "cad",
    "aud",
    "sek",
    "nok",
    "dkk",
    "pln",
)
_CURRENCY_WORDS: Final = {
    **{code: code.upper() for code in (*_CURRENCY_CODES, "tnd", "mad", "xof")},
    "euro": "EUR",
    "euros": "EUR",
    "dollar": "USD",
    "dollars": "USD",
}
_RUNNING_BALANCE: Final = frozenset({"solde", "balance", "soldettc"})
_SIGNS: Final = {"€": "EUR", "£": "GBP", "$": "USD"}


@lru_cache(maxsize=20_000)
def normalised(header: str) -> str:
    """The header without accents, case, punctuation, small words, currency; `N°` is `number`."""
    words = _words(header)
    kept = [
        _SAME_WORDS.get(word, word)
        for at, word in enumerate(words)
        if word not in _SMALL_WORDS or at == len(words) - 1
    ]
    plain = [word for word in kept if word not in _CURRENCY_WORDS]
    return "".join(plain or kept)


def _words(header: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", header.replace("°", " ").replace("º", " "))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return [word.lower() for word in _WORD.findall(plain)]


def currency_in(header: str) -> str | None:
    """The currency a header names (`converted_usd`, `Montant (€)`), if any."""
    words = (_CURRENCY_WORDS.get(word) for word in _words(header))
    signs = (_SIGNS.get(char) for char in header)
    return next((code for code in (*words, *signs) if code), None)


@lru_cache(maxsize=8)
def _ranks(kind: Kind) -> Mapping[str, tuple[frozenset[str], ...]]:
    return {
        field: tuple(frozenset(map(normalised, rank.split("|"))) for rank in ranks)
        for field, ranks in FIELDS[kind].items()
    }


@lru_cache(maxsize=8)
def _all_known(kind: Kind) -> frozenset[str]:
    return frozenset(name for ranks in _ranks(kind).values() for rank in ranks for name in rank)


def headers_known(kind: Kind, cells: Iterable[object], mapped: Mapping[str, str]) -> int:
    """How many different cells of a record are headers of this kind, by name or by mapping."""
    known = _all_known(kind)
    named = {normalised(header) for header in mapped.values() if header.strip()}
    found = {normalised(cell) for cell in cells if isinstance(cell, str) and cell.strip()}
    return len(found & (known | named))


@dataclass(frozen=True, slots=True)
class Matched:
    """Field → position of its column; with what stands in the way of reading."""

    headers: tuple[str, ...]
    positions: Mapping[str, int]
    unmatched: tuple[str, ...]
    questions: tuple[Question, ...]
    refusals: tuple[Finding, ...]

    def header(self, field: str) -> str:
        return self.headers[self.positions[field]]


def match(kind: Kind, headers: Sequence[str], mapped: Mapping[str, str]) -> Matched:
    """Gives each field its column: first as mapped by hand, then rank by rank by name.

    A field mapped to an empty header gets none.
    """
    without = {name_of(field) for field, header in mapped.items() if not header.strip()}
    wanted = {field: ranks for field, ranks in _ranks(kind).items() if field not in without}
    refusals: list[Finding] = []
    positions = _positions_mapped(kind, headers, mapped, refusals)
    questions = _positions_named(wanted, headers, positions)
    if kind is Kind.PAYMENTS and "amount" not in positions and "payment_total" in positions:
        positions["amount"] = positions.pop("payment_total")
    if "residual" not in mapped and _is_running_balance(headers, positions):
        del positions["residual"]
    taken = set(positions.values())
    asked = {choice for question in questions for choice in question.choices}
    refusals += _missing(kind, headers, positions, questions)
    unmatched = tuple(
        header
        for at, header in enumerate(headers)
        if header and at not in taken and header not in asked
    )
    return Matched(tuple(headers), positions, unmatched, tuple(questions), tuple(refusals))


def name_of(field: str) -> str:
    """Our name of a field however it is written: `Client code` is `client_code`."""
    return field.strip().replace(" ", "_").replace("-", "_").lower()


def _is_running_balance(headers: Sequence[str], positions: Mapping[str, int]) -> bool:
    """Beside debit and credit, a bare "balance" is the account's, not the document's."""
    return (
        positions.keys() >= {"debit", "credit", "residual"}
        and normalised(headers[positions["residual"]]) in _RUNNING_BALANCE
    )


def _positions_mapped(
    kind: Kind, headers: Sequence[str], mapped: Mapping[str, str], refusals: list[Finding]
) -> dict[str, int]:
    positions: dict[str, int] = {}
    folded = [normalised(header) for header in headers]
    for field, header in mapped.items():
        name = name_of(field)
        if name not in FIELDS[kind]:
            facts = {"field": shown(field), "fields": ", ".join(FIELDS[kind])}
            refusals.append(Finding("unknown-field", facts))
        elif not header.strip():
            continue
        elif header in headers:
            positions[name] = headers.index(header)
        elif normalised(header) and normalised(header) in folded:
            positions[name] = folded.index(normalised(header))
        else:
            facts = {"header": shown(header), "headers": ", ".join(filter(None, headers))}
            refusals.append(Finding("unknown-header", facts))
    return positions


def _positions_named(
    wanted: Mapping[str, tuple[frozenset[str], ...]],
    headers: Sequence[str],
    positions: dict[str, int],
) -> list[Question]:
    """Rank by rank over all fields: none loses its own header to another's weaker claim."""
    folded = [normalised(header) for header in headers]
    questions: list[Question] = []
    asked: set[str] = set()
    for rank in range(max(len(ranks) for ranks in wanted.values())):
        for field, ranks in wanted.items():
            if field in positions or field in asked or rank >= len(ranks):
                continue
            free = [
                at
                for at, name in enumerate(folded)
                if name in ranks[rank] and at not in positions.values()
            ]
            free = _exact(field, headers, free)
            if len(free) == 1:
                positions[field] = free[0]
            elif free:
                asked.add(field)
                questions.append(_which(field, [headers[at] for at in free]))
    return questions


def _exact(field: str, headers: Sequence[str], free: list[int]) -> list[int]:
    """A header that is our own name for the field wins over its synonyms."""
    own = [at for at in free if headers[at].strip().lower() == field]
    return own or free


def _which(field: str, candidates: list[str]) -> Question:
    facts = {"field": field, "headers": ", ".join(candidates)}
    return Question(Finding("two-columns-for-one-field", facts), "--map", tuple(candidates))


def _missing(
    kind: Kind, headers: Sequence[str], positions: Mapping[str, int], questions: list[Question]
) -> list[Finding]:
    asked = {str(question.finding.facts["field"]) for question in questions}
    found = set(positions) | asked
    missing = [field for field in REQUIRED[kind] if field not in found]
    if kind in {Kind.OPEN_ITEMS, Kind.HISTORY} and not any(
        found.issuperset(way) for way in AMOUNT_WAYS
    ):
        missing.append("amount")
    listed = ", ".join(filter(None, headers))
    return [
        Finding(
            "missing-column",
            {"field": field, "expected": _examples(kind, field), "headers": listed},
        )
        for field in missing
    ]


def _examples(kind: Kind, field: str) -> str:
    """A few headers the field goes by, for whoever has to name the column."""
    return ", ".join(FIELDS[kind][field][0].split("|")[1:5])
