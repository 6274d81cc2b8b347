"""People, sessions and the organisation as the contract tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.identity.rules import capabilities_of
from backend.identity.tokens import ACCESS_LIFE
from shared.contract.identity import Colleague, Device, OneTimeLink, Scope, SignedIn, User
from shared.contract.organisation import Branch, Company

if TYPE_CHECKING:
    from backend.identity.queries.accounts import AccountRow, ColleagueRow
    from backend.identity.queries.sessions import DeviceRow
    from backend.identity.service.links import Link
    from backend.identity.service.sessions import Session
    from backend.identity.viewer import Viewer
    from backend.organisation.queries import BranchRow, CompanyRow


def user_answer(person: AccountRow) -> User:
    return User(
        id=person.id,
        email=person.email,
        name=person.name,
        role=person.role,
        language=person.language,
        theme=person.theme,
        scope=Scope(
            everything=person.sees_everything,
            own_portfolio=person.sees_own_portfolio,
            branches=[
                Branch(id=row.id, company_id=row.company_id, code=row.code, name=row.name)
                for row in person.branches
            ],
        ),
        disabled=person.disabled_at is not None,
        invited=not person.has_password,
        last_seen_at=person.last_seen_at,
        clients=person.clients,
        capabilities=sorted(capabilities_of(person.role)),
    )


def colleague_answer(person: ColleagueRow) -> Colleague:
    return Colleague(id=person.id, name=person.name, role=person.role)


def signed_in_answer(session: Session, person: AccountRow) -> SignedIn:
    return SignedIn(
        access_token=session.access_token,
        refresh_token=session.refresh_token,
        expires_in=int(ACCESS_LIFE.total_seconds()),
        device_id=session.bearer.device_id,
        user=user_answer(person),
    )


def device_answer(row: DeviceRow, viewer: Viewer) -> Device:
    return Device(
        id=row.id,
        name=row.name,
        created_at=row.created_at,
        last_seen_at=row.last_seen_at,
        current=row.id == viewer.device_id,
    )


def link_answer(link: Link) -> OneTimeLink:
    return OneTimeLink(
        url=link.url,
        purpose=link.purpose,
        expires_at=link.expires_at,
        sent_to=link.sent_to,
        mail_problem=link.mail_problem,
    )


def company_answer(row: CompanyRow) -> Company:
    return Company(id=row.id, code=row.code, name=row.name, siren=row.siren, currency=row.currency)


def branch_answer(row: BranchRow) -> Branch:
    return Branch(id=row.id, company_id=row.company, code=row.code, name=row.name)
