"""Choosing and changing a password."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.database.transaction import fetch_all
from backend.identity.rules import COMMON_PASSWORDS, acceptable_password
from shared.refusal import Refusal
from tests.edge_fixtures import PASSWORD, AddPerson, SignIn

NEW = "quatre mots sans suite"


def verdict(password: str, email: str = "claire.martin@example.test", name: str = "Claire Martin"):
    refusal = acceptable_password(password, email=email, name=name)
    return refusal.code if refusal else None


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("elevenchars", "password-too-short"),
        ("twelve chars", None),
        ("x" * 257, "password-too-long"),
        ("correcthorsebatterystaple", "password-common"),
        ("MotDePasse123", "password-common"),
        ("aaaaaaaaaaaaaaaa", "password-common"),
        ("ababababababab", "password-common"),
        ("claire.martin@example.test", "password-personal"),
        ("j’aime CLAIRE beaucoup", "password-personal"),
        ("vive martin toujours", "password-personal"),
        ("été comme hiver, du vélo", None),
        ("🐳🐳 baleines bleues 🐳", None),
    ],
)
def test_what_makes_a_password(password: str, code: str | None):
    assert verdict(password) == code


def test_a_short_name_forbids_nothing():
    assert verdict("une phrase de plus", email="li@x.test", name="Li De") is None


def test_an_accent_does_not_hide_a_name():
    assert verdict("hélène pour toujours", "h@x.test", "Helene Roux") == "password-personal"


@given(st.text(max_size=300), st.emails(), st.text(max_size=40))
def test_every_password_gets_a_verdict(password: str, email: str, name: str):
    refusal = acceptable_password(password, email=email, name=name)
    assert refusal is None or isinstance(refusal, Refusal)
    if refusal is None:
        assert 12 <= len(password) <= 256


@given(st.sampled_from(sorted(COMMON_PASSWORDS)), st.booleans())
def test_common_passwords_are_refused_in_any_case(password: str, shout: bool):
    assert verdict(password.upper() if shout else password) is not None


@pytest.mark.anyio
async def test_a_changed_password_is_the_one_that_counts(sign_in: SignIn, add_person: AddPerson):
    person = await add_person("sales")
    other, client = await sign_in(person), await sign_in(person)
    body = {"current_password": PASSWORD, "new_password": NEW}
    assert (await client.post("/api/me/password", json=body)).status_code == 204
    assert (await client.get("/api/me")).status_code == 200
    assert (await other.get("/api/me")).status_code == 401
    old = await client.post("/api/sign-in", json={"email": person.email, "password": PASSWORD})
    assert old.status_code == 401
    new = await client.post("/api/sign-in", json={"email": person.email, "password": NEW})
    assert new.status_code == 200
    [fact] = await fetch_all("SELECT * FROM activity WHERE kind = 'password-set'")
    assert (fact["actor"], fact["before"], fact["after"]) == (person.id, None, None)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("current", "new", "code"),
    [
        ("not my password", NEW, "password-wrong"),
        (PASSWORD, "short", "password-too-short"),
        (PASSWORD, PASSWORD, "password-unchanged"),
        (PASSWORD, "Camille sales forever", "password-personal"),
    ],
)
async def test_a_password_that_will_not_do_changes_nothing(
    sign_in: SignIn, current: str, new: str, code: str
):
    client = await sign_in("sales")
    answer = await client.post(
        "/api/me/password", json={"current_password": current, "new_password": new}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    email = (await client.get("/api/me")).json()["email"]
    again = await client.post("/api/sign-in", json={"email": email, "password": PASSWORD})
    assert again.status_code == 200


@pytest.mark.anyio
async def test_one_sets_ones_own_language_and_theme(sign_in: SignIn):
    client = await sign_in("sales")
    answer = await client.patch("/api/me", json={"language": "en"})
    assert (answer.json()["language"], answer.json()["theme"]) == ("en", "system")
    await client.patch("/api/me", json={"theme": "dark"})
    me = (await client.get("/api/me")).json()
    assert (me["language"], me["theme"]) == ("en", "dark")
    refused = await client.patch("/api/me", json={"role": "admin"})
    assert refused.status_code == 422
