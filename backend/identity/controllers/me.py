"""One's own account."""

from typing import Any

from litestar import Controller, Request, get, patch, post
from litestar.params import JSONBody

from backend.edge.provided import TheClock, TheKeys, TheSettings
from backend.edge.request import address_of_request
from backend.identity.access import TheViewer, problems
from backend.identity.controllers.answers import user_answer
from backend.identity.service import links, people
from shared.contract.identity import ChangePassword, ChangeProfile, User


class MeController(Controller):
    path = "/me"
    tags = ("Me",)

    @get("", summary="Who is signed in")
    async def me(self, viewer: TheViewer) -> User:
        return user_answer(await people.person(viewer.account_id))

    @patch("", summary="Change one's language or theme")
    async def change_profile(
        self, data: JSONBody[ChangeProfile], viewer: TheViewer, clock: TheClock
    ) -> User:
        changed = await people.change_person(
            viewer.account_id,
            fields=data.model_dump(exclude_none=True),
            by=viewer.by,
            now=clock.now(),
        )
        return user_answer(changed)

    @post("/password", status_code=204, opt=problems(429), summary="Change one's password")
    async def change_password(
        self,
        data: JSONBody[ChangePassword],
        request: Request[Any, Any, Any],
        viewer: TheViewer,
        settings: TheSettings,
        keys: TheKeys,
        clock: TheClock,
    ) -> None:
        """Every other device of the person is signed out."""
        await links.change_password(
            viewer,
            data.current_password.get_secret_value(),
            data.new_password.get_secret_value(),
            address_of_request(request, settings),
            keys=keys,
            now=clock.now(),
        )
