"""`encours user`, as the operator types it."""

import asyncio
import os
import re
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from backend.database.transaction import execute, fetch_all, fetch_value
from shared.ids import new_id
from tests.edge_fixtures import AddCompany, AddPerson, MovingClock, SignIn

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[2]
NEW = "quatre mots sans suite"

Encours = Callable[..., Awaitable[tuple[int, str, str]]]


@pytest.fixture
async def encours(database_url: str, tmp_path: Path, http: httpx.AsyncClient) -> Encours:
    """Runs the command in a process of its own; answers exit code, output and complaints."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    env = {**kept, "DATABASE_URL": database_url, "ENCOURS_DATA": str(tmp_path)}
    env["ENCOURS_LANGUAGE"] = "en"

    async def run(*arguments: str, **changes: str) -> tuple[int, str, str]:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "backend.cli",
            *arguments,
            cwd=ROOT,
            env=env | changes,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        output, complaints = await process.communicate()
        return process.returncode or 0, output.decode(), complaints.decode()

    return run


async def add(encours: Encours, *more: str) -> tuple[int, str, str]:
    return await encours(
        "user", "add", "Boss@Example.test", "--name", "Odile Roux", "--role", "admin", *more
    )


async def test_the_first_administrator_comes_in_by_the_printed_link(
    encours: Encours, http: httpx.AsyncClient
):
    code, output, complaints = await add(encours, "--everything")
    assert (code, complaints) == (0, "")
    assert "Odile Roux <boss@example.test>, admin, who sees every client" in output
    [secret] = re.findall(r"http://localhost:8000/lien/(\S+)", output)
    opened = await http.post("/api/open-link", json={"token": secret, "new_password": NEW})
    assert opened.status_code == 204
    answer = await http.post("/api/sign-in", json={"email": "boss@example.test", "password": NEW})
    assert answer.status_code == 200
    assert answer.json()["user"]["language"] == "en"  # the deployment’s
    [fact] = await fetch_all("SELECT * FROM activity WHERE kind = 'user-added'")
    assert (fact["actor"], fact["device"]) == (None, None)


async def test_people_are_listed_with_their_state(
    encours: Encours, add_person: AddPerson, add_company: AddCompany, add_branch: AddCompany
):
    branch = await add_branch(await add_company())
    await add_person("sales", email="b@example.test", name="Bruno", branches=[branch])
    await add_person("collector", email="a@example.test", name="Anna", invited=True)
    await encours("user", "disable", "b@example.test")
    code, output, _ = await encours("user", "list")
    assert code == 0
    assert output.splitlines() == [
        "a@example.test\tAnna\tcollector\ttheir own portfolio\tinvited",
        "b@example.test\tBruno\tsales\tLYO, their own portfolio\tdisabled",
    ]


async def test_a_scope_is_changed(
    encours: Encours,
    add_person: AddPerson,
    add_company: AddCompany,
    add_branch: AddCompany,
):
    for company in ("FR01", "BE01"):
        await add_branch(await add_company(company), "LYO")
    person = await add_person("sales")

    async def scope(*options: str) -> tuple[int, str, str]:
        return await encours("user", "scope", person.email, *options)

    ambiguous = await scope("--branch", "LYO")
    assert ambiguous[0] == 1
    assert "COMPANY/LYO" in ambiguous[2]
    assert (await scope("--branch", "PAR"))[2] == "There is no such branch: PAR.\n"
    given = await scope("--branch", "FR01/LYO", "--no-portfolio")
    assert given == (0, "Camille sales sees LYO.\n", "")
    assert (await scope("--everything"))[1] == "Camille sales sees every client.\n"
    none = await scope("--no-everything", "--no-branch")
    assert none[1] == "Camille sales sees no client.\n"


async def test_disabling_is_felt_at_the_next_request(
    encours: Encours, add_person: AddPerson, sign_in: SignIn
):
    person = await add_person("sales")
    client = await sign_in(person)
    code, output, _ = await encours("user", "disable", person.email.upper())
    assert (code, output) == (0, "Camille sales is disabled.\n")
    assert (await client.get("/api/me")).status_code == 401
    assert (await encours("user", "enable", person.email))[1] == "Camille sales is active.\n"
    await sign_in(person)


async def test_a_reset_prints_a_link(
    encours: Encours, add_person: AddPerson, http: httpx.AsyncClient
):
    person = await add_person("sales")
    code, output, _ = await encours(
        "user", "reset", person.email, ENCOURS_PUBLIC_URL="https://encours.example.test/"
    )
    assert code == 0
    [secret] = re.findall(r"https://encours\.example\.test/lien/(\S+)", output)
    answer = await http.post("/api/open-link", json={"token": secret, "new_password": NEW})
    assert answer.status_code == 204


async def test_a_portfolio_is_handed_over(
    encours: Encours, add_person: AddPerson, add_company: AddCompany, clock: MovingClock
):
    old, new = await add_person("sales", name="Partant"), await add_person("sales", name="Reste")
    company = await add_company()
    for code, rep, collector in (("A", old, old), ("B", old, new), ("C", new, old)):
        await execute(
            "INSERT INTO client (id, company, code, name, language, currency, rep, collector,"
            " created_at) VALUES ($1, $2, $3, 'x', 'fr', 'EUR', $4, $5, $6)",
            new_id(),
            company,
            code,
            rep.id,
            collector.id,
            clock.now(),
        )
    given = await encours("user", "handover", old.email, new.email, "--only", "rep")
    assert given == (0, "Reste has taken over 2 clients from Partant.\n", "")
    given = await encours("user", "handover", old.email, new.email)
    assert given == (0, "Reste has taken over 2 clients from Partant.\n", "")
    assert await fetch_value("SELECT count(*) FROM client WHERE rep = $1", old.id) == 0
    assert (await encours("user", "handover", old.email, old.email))[0] == 1


async def test_what_is_refused_is_told_in_one_sentence(encours: Encours, add_person: AddPerson):
    boss = await add_person("admin")
    assert await encours("user", "disable", boss.email) == (
        1,
        "",
        "At least one administrator must remain active.\n",
    )
    assert await encours("user", "reset", "nobody@example.test") == (
        1,
        "",
        "Nobody has the address nobody@example.test.\n",
    )
    await add(encours)
    assert await add(encours) == (
        1,
        "",
        "The address boss@example.test is somebody's already.\n",
    )


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("user",),
        ("user", "add", "no address", "--name", "N", "--role", "sales"),
        ("user", "add", "a@b.test", "--name", "N", "--role", "king"),
    ],
)
async def test_a_misused_command_tells_how_it_is_used(encours: Encours, arguments: tuple[str, ...]):
    code, output, complaints = await encours(*arguments)
    assert (code, output) == (2, "")
    assert complaints.startswith("usage: encours")


async def test_a_setting_that_makes_no_sense_is_named(encours: Encours):
    code, _, complaints = await encours("user", "list", ENCOURS_PORT="many")
    assert code == 1
    assert complaints.startswith("ENCOURS_PORT must be a whole number")


async def test_without_a_database_one_sentence_tells(encours: Encours):
    code, output, complaints = await encours(
        "user", "list", DATABASE_URL="postgresql://nobody@127.0.0.1:9/none"
    )
    assert (code, output) == (1, "")
    assert len(complaints.splitlines()) == 1
