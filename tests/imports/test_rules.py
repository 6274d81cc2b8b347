"""What imports decide, without a database."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.imports.payment_terms import terms_meant
from backend.imports.reading.findings import Question
from backend.imports.rules import (
    FIRST_COMPANY_CODE,
    Closing,
    CompanyFound,
    closing_question,
    places_of,
    too_old,
)
from backend.imports.uploads import safe_name
from shared.ids import new_id
from shared.rules.terms import Terms


def known(*codes: str, siren: str | None = None) -> dict[str, CompanyFound]:
    return {code: CompanyFound(code, new_id(), siren) for code in codes}


def placed(stated, companies, **given):
    options = {"given_code": None, "siren": None} | given
    places = places_of(stated, companies, **options)
    if isinstance(places, Question):
        return places
    return [(place.company.code, place.branch_code) for place in places]


def test_the_first_company_is_made_without_asking():
    assert placed([("", "")], {}) == [(FIRST_COMPANY_CODE, None)]


def test_a_stated_code_is_a_company_if_we_have_it_else_a_branch_of_the_only_one():
    assert placed([("FR02", "X"), ("U001", "")], known("FR02")) == [("FR02", "X"), ("FR02", "U001")]
    assert placed([("FR01", ""), ("FR02", "")], known("FR01", "FR02")) == [
        ("FR01", None),
        ("FR02", None),
    ]


def test_with_several_companies_nothing_is_guessed():
    for stated in ("", "FR09"):
        asked = placed([(stated, "")], known("FR01", "FR02"))
        assert isinstance(asked, Question)
        assert (asked.option, asked.choices) == ("--company", ("FR01", "FR02"))


def test_the_given_company_prevails_and_is_made_if_need_be():
    assert placed([("U001", "")], known("FR01"), given_code="FR09") == [("FR09", "U001")]
    assert placed([("FR09", "")], {}, given_code="FR09") == [("FR09", None)]


def test_an_accounting_export_is_of_its_sirens_company():
    ours = known("FR01", siren="732829320") | known("FR02")
    assert placed([("", "")], ours, siren="732829320") == [("FR01", None)]
    assert placed([("", "")], ours, siren="552100554") == [("552100554", None)]
    assert placed([("", "")], known("FR02"), siren="552100554") == [("FR02", None)]


@given(closed=st.integers(0, 500), still=st.integers(0, 500))
def test_more_than_a_fifth_of_the_open_items_has_to_be_confirmed(closed, still):
    asked = closing_question([Closing("FR01", closed, closed + still)])
    assert (asked is not None) == (closed > (closed + still) / 5)


def test_the_question_is_about_the_company_that_would_lose_most():
    asked = closing_question([Closing("A", 3, 10), Closing("B", 9, 10), Closing("C", 100, 1000)])
    assert asked is not None
    assert asked.finding.facts["company"] == "B"


@given(day=st.dates(), other=st.dates())
def test_only_an_older_file_is_too_old(day, other):
    assert (too_old(day, other) is not None) == (day < other)
    assert too_old(day, None) is None


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("30 jours", Terms("net", 30)),
        ("60 net", Terms("net", 60)),
        ("Net 45", Terms("net", 45)),
        ("30J", Terms("net", 30)),
        ("30 days", Terms("net", 30)),
        ("30", Terms("net", 30)),
        ("45 jours fin de mois", Terms("eom_a", 45)),
        ("45 JFDM", Terms("eom_a", 45)),
        ("30 FDM", Terms("eom_a", 30)),
        ("30 days EOM", Terms("eom_a", 30)),
        ("fin de mois 45 jours", Terms("eom_b", 45)),
        ("fin de mois + 45 jours", Terms("eom_b", 45)),
        ("Fin de mois", Terms("eom_a", 0)),
        ("Comptant", Terms("cash", 0)),
        ("à réception", Terms("cash", 0)),
        ("NAA8", None),
        ("CA10", None),
        ("2/10 net 30", None),
        ("30 jours le 15", None),
        ("400 jours", None),
        ("", None),
    ],
)
def test_terms_are_read_where_they_say_what_they_mean(text, terms):
    assert terms_meant(text) == terms


@given(text=st.text(max_size=30))
def test_any_text_of_terms_is_read_or_left(text):
    terms_meant(text)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("grand livre 2026.csv", "grand livre 2026.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\moi\\encours.xlsx", "encours.xlsx"),
        ("échéances\x00\n.csv", "échéances__.csv"),
        (".htaccess", "htaccess"),
        ("", "file"),
        ("x" * 300 + ".csv", "x" * 116 + ".csv"),
    ],
)
def test_the_name_of_an_upload_is_its_own_and_harmless(name, safe):
    assert safe_name(name) == safe


@given(name=st.text(max_size=300))
def test_no_name_leaves_its_folder(name):
    safe = safe_name(name)
    assert safe
    assert "/" not in safe
    assert not safe.startswith(".")
    assert len(safe) <= 120


def test_a_day_is_a_day():
    assert too_old(date(2026, 6, 30), date(2026, 6, 30)) is None
