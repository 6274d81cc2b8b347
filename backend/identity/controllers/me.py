"""One's own account."""

from litestar import Controller, get

from backend.identity.access import TheViewer
from backend.identity.controllers.answers import user_answer
from backend.identity.service import people
from shared.contract.identity import User


class MeController(Controller):
    path = "/me"
    tags = ("Me",)

    @get("", summary="Who is signed in")
    async def me(self, viewer: TheViewer) -> User:
        return user_answer(await people.person(viewer.account_id))
