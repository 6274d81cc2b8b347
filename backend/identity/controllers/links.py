"""Following a one-time link, and asking for one."""

import logging
from datetime import datetime
from typing import Any

from litestar import Controller, Request, Response, post
from litestar.background_tasks import BackgroundTask
from litestar.params import JSONBody

from backend.edge.provided import TheClock, TheKeys, TheSettings
from backend.edge.request import address_of_request
from backend.identity.access import OPEN_TO_ALL, problems
from backend.identity.service import links
from backend.settings import Settings
from shared.contract.identity import AskReset, OpenLink

logger = logging.getLogger(__name__)


class LinkController(Controller):
    tags = ("Session",)

    @post("/open-link", status_code=204, opt=OPEN_TO_ALL, summary="Choose a password by a link")
    async def open_link(self, data: JSONBody[OpenLink], keys: TheKeys, clock: TheClock) -> None:
        await links.open_link(
            data.token, data.new_password.get_secret_value(), keys=keys, now=clock.now()
        )

    @post(
        "/ask-reset",
        status_code=204,
        opt=OPEN_TO_ALL | problems(429),
        summary="Ask for a reset by e-mail",
    )
    async def ask_reset(
        self,
        data: JSONBody[AskReset],
        request: Request[Any, Any, Any],
        settings: TheSettings,
        keys: TheKeys,
        clock: TheClock,
    ) -> Response[None]:
        """One answer for every address, known or not, and before anything is looked up."""
        now = clock.now()
        await links.ask_reset(
            data.email,
            address_of_request(request, settings),
            keys=keys,
            now=now,
            settings=settings,
        )
        return Response(
            None, status_code=204, background=BackgroundTask(mail, data.email, now, settings)
        )


async def mail(email: str, now: datetime, settings: Settings) -> None:
    """After the answer is gone; nobody waits for what happens here, so the log is told."""
    try:
        link = await links.mail_reset(email, now=now, settings=settings)
    except Exception:
        logger.exception("A reset link could not be made.")
        return
    if link is not None and link.mail_problem is not None:
        logger.error("A reset link could not be mailed. %s", link.mail_problem)
