"""`encours user …`: the people of the company, from the server's own console."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, get_args

from pydantic import TypeAdapter, ValidationError

from backend.activity.service import NOBODY
from backend.catalogue.console import said
from backend.clients.service import hand_over
from backend.clock import SystemClock
from backend.commands import complain, on_database, say
from backend.identity.service import invitations, links, people
from backend.identity.viewer import Role
from backend.organisation.service import branches_named
from shared.contract.identity import Email

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any, TypeAlias

    from backend.commands import Commands
    from backend.identity.queries.accounts import AccountRow
    from backend.identity.service.links import Link
    from backend.settings import Language, Settings

    Work: TypeAlias = Callable[[argparse.Namespace, Settings], Coroutine[Any, Any, int]]

PAGE = 500


def register(commands: Commands) -> None:
    parser = commands.add_parser("user", help="Add, list and change the people of the company")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)

    add = command(actions, "add", "Add somebody and print their invitation", add_user)
    add.add_argument("email", type=email_address)
    add.add_argument("--name", required=True)
    add.add_argument("--role", required=True, choices=get_args(Role))
    add.add_argument("--language", choices=("fr", "en"))
    scope_options(add)

    command(actions, "list", "List everybody", list_users)

    scope = command(actions, "scope", "Change which clients somebody sees", scope_user)
    scope.add_argument("email")
    scope_options(scope)
    scope.add_argument("--no-branch", action="store_true", help="see by no branch any more")

    for name, about, work in (
        ("disable", "Keep somebody out from the next request on", disable_user),
        ("enable", "Let somebody in again", enable_user),
        ("reset", "Print a link to choose a new password", reset_user),
    ):
        command(actions, name, about, work).add_argument("email")

    handover = command(
        actions, "handover", "Give everything of one person's to another", hand_over_portfolio
    )
    handover.add_argument("old", metavar="FROM")
    handover.add_argument("new", metavar="TO")
    handover.add_argument(
        "--only", choices=("rep", "collector"), help="what they are as one of both alone"
    )


def command(actions: Commands, name: str, about: str, work: Work) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=about, description=about)
    parser.set_defaults(
        run=lambda options, settings: on_database(settings, lambda: work(options, settings))
    )
    return parser


def scope_options(parser: argparse.ArgumentParser) -> None:
    boolean = argparse.BooleanOptionalAction
    parser.add_argument("--everything", action=boolean, help="see every client")
    parser.add_argument(
        "--portfolio", action=boolean, help="see the clients they are rep or collector of"
    )
    parser.add_argument(
        "--branch",
        action="append",
        metavar="CODE",
        help="see the clients of this branch (CODE or COMPANY/CODE); may be repeated",
    )


def email_address(text: str) -> str:
    try:
        return TypeAdapter(Email).validate_python(text.strip())
    except ValidationError:
        raise argparse.ArgumentTypeError(f"“{text}” is not an e-mail address") from None


async def add_user(options: argparse.Namespace, settings: Settings) -> int:
    person, link = await invitations.invite(
        email=options.email,
        name=options.name,
        role=options.role,
        language=options.language or settings.language,
        sees_everything=bool(options.everything),
        sees_own_portfolio=options.portfolio is not False,
        branch_ids=await branches_named(options.branch or []),
        by=NOBODY,
        now=SystemClock.of(settings).now(),
        settings=settings,
    )
    scope = scope_of(person, settings.language)
    say(
        said(
            settings.language,
            "person-added",
            name=person.name,
            email=person.email,
            role=person.role,
            scope=scope,
        )
    )
    tell_link(link, settings)
    return 0


async def list_users(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - one shape for all
    place, language = None, settings.language
    while page := await people.people(place, PAGE):
        for person in page:
            scope, state = scope_of(person, language), state_of(person, language)
            say(f"{person.email}\t{person.name}\t{person.role}\t{scope}\t{state}")
        place = (page[-1].sort_name, page[-1].id)
    return 0


async def scope_user(options: argparse.Namespace, settings: Settings) -> int:
    person = await people.person_with_email(options.email)
    given = {"sees_everything": options.everything, "sees_own_portfolio": options.portfolio}
    branch_ids = await branches_named(options.branch) if options.branch else None
    changed = await people.change_person(
        person.id,
        fields={column: value for column, value in given.items() if value is not None},
        branch_ids=[] if options.no_branch and branch_ids is None else branch_ids,
        by=NOBODY,
        now=SystemClock.of(settings).now(),
    )
    scope = scope_of(changed, settings.language)
    say(said(settings.language, "person-sees", name=changed.name, scope=scope))
    return 0


async def disable_user(options: argparse.Namespace, settings: Settings) -> int:
    return await let_in(options, settings, disabled=True)


async def enable_user(options: argparse.Namespace, settings: Settings) -> int:
    return await let_in(options, settings, disabled=False)


async def let_in(options: argparse.Namespace, settings: Settings, *, disabled: bool) -> int:
    person = await people.person_with_email(options.email)
    changed = await people.change_person(
        person.id,
        fields={},
        disabled=disabled,
        by=NOBODY,
        now=SystemClock.of(settings).now(),
    )
    state = state_of(changed, settings.language)
    say(said(settings.language, "person-is", name=changed.name, state=state))
    return 0


async def reset_user(options: argparse.Namespace, settings: Settings) -> int:
    person = await people.person_with_email(options.email)
    _, link = await links.issue_anew(
        person.id, by=NOBODY, now=SystemClock.of(settings).now(), settings=settings
    )
    tell_link(link, settings)
    return 0


async def hand_over_portfolio(options: argparse.Namespace, settings: Settings) -> int:
    old = await people.person_with_email(options.old)
    new = await people.person_with_email(options.new)
    clients = await hand_over(
        old.id,
        new.id,
        as_rep=options.only != "collector",
        as_collector=options.only != "rep",
        by=NOBODY,
        now=SystemClock.of(settings).now(),
    )
    say(said(settings.language, "handed-over", new=new.name, clients=clients, old=old.name))
    return 0


def tell_link(link: Link, settings: Settings) -> None:
    language = settings.language
    until = link.expires_at.astimezone(settings.time_zone)
    say(said(language, "link-until", until=f"{until:%Y-%m-%d %H:%M}"), link.url)
    if link.sent_to:
        say(said(language, "link-mailed", email=link.sent_to))
    if link.mail_problem:
        complain(said(language, "link-not-mailed", problem=link.mail_problem))


def scope_of(person: AccountRow, language: Language) -> str:
    if person.sees_everything:
        return said(language, "every-client")
    parts = [branch.code for branch in person.branches]
    if person.sees_own_portfolio:
        parts.append(said(language, "own-portfolio"))
    return ", ".join(parts) or said(language, "no-client")


def state_of(person: AccountRow, language: Language) -> str:
    if person.disabled_at is not None:
        return said(language, "disabled")
    return said(language, "active" if person.has_password else "invited")
