"""The people of the company, for its administrators."""

from uuid import UUID

from litestar import Controller, get, patch, post
from litestar.params import FromPath, JSONBody

from backend.edge.provided import CursorGiven, TheClock, TheCursors, TheSettings
from backend.identity.access import TheViewer, require
from backend.identity.controllers.answers import colleague_answer, link_answer, user_answer
from backend.identity.service import invitations, links, people
from shared.contract.identity import (
    ChangeUser,
    ColleagueList,
    Invited,
    NewUser,
    OneTimeLink,
    User,
    UserList,
)

USERS_A_PAGE = 50
COLLEAGUES_A_PAGE = 200
PLACE = "users by name"
COLLEAGUE_PLACE = "colleagues by name"


class ColleagueController(Controller):
    tags = ("Users",)

    @get(
        "/colleagues",
        guards=[require("assign-clients")],
        summary="Whom a client may be given to, by name",
    )
    async def list_colleagues(
        self, cursors: TheCursors, cursor: CursorGiven = None
    ) -> ColleagueList:
        after = None if cursor is None else cursors.read(COLLEAGUE_PLACE, cursor, tuple[str, UUID])
        found = await people.colleagues(after, COLLEAGUES_A_PAGE + 1)
        page, more = found[:COLLEAGUES_A_PAGE], len(found) > COLLEAGUES_A_PAGE
        place = (page[-1].sort_name, page[-1].id) if more else None
        return ColleagueList(
            items=[colleague_answer(person) for person in page],
            next_cursor=cursors.write(COLLEAGUE_PLACE, place) if place else None,
        )


class UserController(Controller):
    path = "/users"
    tags = ("Users",)
    guards = (require("manage-users"),)

    @get("", summary="Everybody, by name")
    async def list_users(self, cursors: TheCursors, cursor: CursorGiven = None) -> UserList:
        after = None if cursor is None else cursors.read(PLACE, cursor, tuple[str, UUID])
        found = await people.people(after, USERS_A_PAGE + 1)
        page, more = found[:USERS_A_PAGE], len(found) > USERS_A_PAGE
        return UserList(
            items=[user_answer(person) for person in page],
            next_cursor=cursors.write(PLACE, (page[-1].sort_name, page[-1].id)) if more else None,
        )

    @post("", summary="Add somebody and invite them")
    async def add_user(
        self,
        data: JSONBody[NewUser],
        viewer: TheViewer,
        settings: TheSettings,
        clock: TheClock,
    ) -> Invited:
        """The link is mailed where mail is set up; it is in the answer either way."""
        person, link = await invitations.invite(
            id_=data.id,
            email=data.email,
            name=data.name,
            role=data.role,
            language=data.language,
            sees_everything=data.everything,
            sees_own_portfolio=data.own_portfolio,
            branch_ids=data.branch_ids,
            by=viewer.by,
            now=clock.now(),
            settings=settings,
        )
        return Invited(user=user_answer(person), link=link_answer(link))

    @get("/{user_id:uuid}", summary="One person")
    async def read_user(self, user_id: FromPath[UUID]) -> User:
        return user_answer(await people.person(user_id))

    @patch("/{user_id:uuid}", summary="Change, disable or enable somebody")
    async def change_user(
        self,
        user_id: FromPath[UUID],
        data: JSONBody[ChangeUser],
        viewer: TheViewer,
        clock: TheClock,
    ) -> User:
        fields = {
            column: value
            for column, value in (
                ("email", data.email),
                ("name", data.name),
                ("role", data.role),
                ("sees_everything", data.everything),
                ("sees_own_portfolio", data.own_portfolio),
            )
            if value is not None
        }
        changed = await people.change_person(
            user_id,
            fields=fields,
            branch_ids=data.branch_ids,
            disabled=data.disabled,
            by=viewer.by,
            now=clock.now(),
        )
        return user_answer(changed)

    @post("/{user_id:uuid}/link", summary="A new one-time link for somebody")
    async def issue_link(
        self,
        user_id: FromPath[UUID],
        viewer: TheViewer,
        settings: TheSettings,
        clock: TheClock,
    ) -> OneTimeLink:
        """A reset, or an invitation for who has not come yet; the links before it are void."""
        _, link = await links.issue_anew(user_id, by=viewer.by, now=clock.now(), settings=settings)
        return link_answer(link)
