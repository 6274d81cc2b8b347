"""Requests and answers: signed, renewed when the access token has run out, and typed.

Access tokens live minutes and stay in memory; the refresh token is kept by the device (`Keeper`)
and changes at every renewal.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal
from uuid import UUID, uuid5

import httpx

from mobile.api.answers import Model, accepted, read, written
from mobile.api.failures import NO_TOKEN, Refused, SessionOver, SomebodyElse, TooSlow, Unreachable
from shared.contract.identity import Refresh, SignedIn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import BinaryIO

    from pydantic import BaseModel

    from mobile.api.keeper import Keeper
    from shared.contract.identity import Language, User
    from shared.contract.problems import Problem

Method = Literal["GET", "POST", "PATCH", "PUT", "DELETE"]
Params = dict[str, str | int]

RENEWALS = UUID("0192d6a0-0000-7000-8000-0000656e6372")
"""Name space of renewal ids; any fixed UUID would do."""

UPLOAD_TIMES = httpx.Timeout(15, write=60, read=900)
"""A line that is gone is known soon; the server may take minutes to look into a ledger."""

_UNAUTHORIZED, _NOT_MODIFIED = 401, 304


class Wire:
    """One device's line to the server. Every call may raise a `failures.Failure`."""

    def __init__(self, http: httpx.AsyncClient, keeper: Keeper) -> None:
        self.language: Language = "fr"
        self.on_over: Callable[[], None] = _nothing
        self.on_signed_in: Callable[[User], None] = _nothing_of
        self.on_contact: Callable[[bool], None] = _nothing_of
        self._http = http
        self._keeper = keeper
        self._access: str | None = None
        self._account: UUID | None = None
        self._renewal: asyncio.Task[SignedIn] | None = None

    async def get(self, path: str, model: type[Model], params: Params | None = None) -> Model:
        return read(await self.ask("GET", path, params=params), model)

    async def get_newer(
        self, path: str, model: type[Model], etag: str | None
    ) -> tuple[Model | None, str | None]:
        """The answer with its ETag; None where the one already held is still true."""
        headers = {"If-None-Match": etag} if etag else {}
        answer = await self.ask("GET", path, headers=headers)
        if answer.status_code == _NOT_MODIFIED:
            return None, etag
        return read(answer, model), answer.headers.get("etag")

    async def send(
        self, method: Method, path: str, model: type[Model], body: BaseModel | None = None
    ) -> Model:
        return read(await self.ask(method, path, body=body), model)

    async def tell(self, method: Method, path: str, body: BaseModel | None = None) -> None:
        """Send where the answer holds nothing to read."""
        await self.ask(method, path, body=body)

    async def fetch(self, path: str, params: Params | None = None) -> bytes:
        """A file."""
        return (await self.ask("GET", path, params=params)).content

    async def upload(
        self,
        path: str,
        model: type[Model],
        form: Mapping[str, str],
        named: tuple[str, BinaryIO],
        times: httpx.Timeout = UPLOAD_TIMES,
        whose: UUID | None = None,
    ) -> Model:
        """Send a form with a file, block by block. It is read once: the token is tried before."""
        await self.ask("GET", "/api/me")
        signed = self._headers(None, whose)
        answer = await self._sent(
            self._http.build_request(
                "POST", path, data=form, files={"file": named}, headers=signed, timeout=times
            )
        )
        return read(accepted(answer), model)

    async def ask(
        self,
        method: Method,
        path: str,
        *,
        params: Params | None = None,
        body: BaseModel | None = None,
        headers: Mapping[str, str] | None = None,
        whose: UUID | None = None,
    ) -> httpx.Response:
        """Send with the access token; once more with a new one when it has run out.

        What is `whose`, an account's, is sent as nobody else: `SomebodyElse` where another is in.
        """
        await self._ready()
        used = self._access
        answer = await self._once(method, path, params, body, headers, whose)
        if answer.status_code == _UNAUTHORIZED and used is not None:
            if self._access == used:
                await self.renew()
            answer = await self._once(method, path, params, body, headers, whose)
        return await self._accepted(answer)

    async def listen(
        self, path: str, headers: Mapping[str, str], silence_seconds: float
    ) -> httpx.Response:
        """An answer without end, to be read as it comes and closed; its token is good at first."""
        await self.ask("GET", "/api/me")
        signed = self._headers(headers)
        answer = await self._sent(
            self._http.build_request("GET", path, headers=signed, timeout=silence_seconds),
            stream=True,
        )
        if answer.is_error:
            await answer.aread()
        return await self._accepted(answer)

    async def _accepted(self, answer: httpx.Response) -> httpx.Response:
        try:
            return accepted(answer)
        except Refused as refusal:
            if refusal.status == _UNAUTHORIZED:
                raise await self._ended(refusal.problem) from refusal
            raise

    async def open(self, method: Method, path: str, body: BaseModel) -> httpx.Response:
        """Send without a token: signing in, a one-time link, a forgotten password."""
        return accepted(await self._once(method, path, None, body, None))

    async def sign_in_with(self, path: str, body: BaseModel) -> SignedIn:
        """Exchange a secret for tokens, and keep them."""
        return await self._keep(read(await self.open("POST", path, body), SignedIn))

    async def renew(self) -> SignedIn:
        """New tokens for the refresh token kept; asked once however many wait for it.

        Raises:
            SessionOver: when there is none, or the server knows it no more. It is then forgotten.
        """
        if self._renewal is None or self._renewal.done():
            self._renewal = asyncio.create_task(self._renewed())
        return await asyncio.shield(self._renewal)

    async def forget(self) -> None:
        self._access = self._account = None
        await self._keeper.keep(None)

    async def close(self) -> None:
        await self._http.aclose()

    async def refresh_token(self) -> str | None:
        return await self._keeper.token()

    async def _ready(self) -> None:
        if self._access is None and await self._keeper.token() is not None:
            await self.renew()

    async def _renewed(self) -> SignedIn:
        token = await self._keeper.token()
        if token is None:
            raise SessionOver(NO_TOKEN)
        # The id follows from the token: a retry after a lost answer, or another window of this
        # device that renews at the same moment, gets the same successor instead of ending the
        # session as a thief would.
        body = Refresh(refresh_token=token, request_id=uuid5(RENEWALS, token))
        try:
            answer = await self.open("POST", "/api/refresh", body)
        except Refused as refusal:
            if refusal.status == _UNAUTHORIZED:
                raise await self._ended(refusal.problem) from refusal
            raise
        return await self._keep(read(answer, SignedIn))

    async def _ended(self, problem: Problem) -> SessionOver:
        await self.forget()
        self.on_over()
        return SessionOver(problem)

    async def _keep(self, signed_in: SignedIn) -> SignedIn:
        self._access, self._account = signed_in.access_token, signed_in.user.id
        await self._keeper.keep(signed_in.refresh_token)
        self.on_signed_in(signed_in.user)
        return signed_in

    def _headers(self, more: Mapping[str, str] | None, whose: UUID | None = None) -> dict[str, str]:
        if whose is not None and whose != self._account:
            raise SessionOver(NO_TOKEN) if self._account is None else SomebodyElse
        signed = {"Authorization": f"Bearer {self._access}"} if self._access else {}
        return {"Accept-Language": self.language, **signed, **(more or {})}

    async def _once(
        self,
        method: Method,
        path: str,
        params: Params | None,
        body: BaseModel | None,
        headers: Mapping[str, str] | None,
        whose: UUID | None = None,
    ) -> httpx.Response:
        signed = self._headers(headers, whose)
        return await self._sent(
            self._http.build_request(
                method, path, params=params, json=written(body), headers=signed
            )
        )

    async def _sent(self, request: httpx.Request, *, stream: bool = False) -> httpx.Response:
        if self._http.is_closed:
            raise Unreachable("the window is closed")
        try:
            answer = await self._http.send(request, stream=stream)
        except httpx.TimeoutException as error:
            self.on_contact(False)
            raise TooSlow(str(error)) from error
        except httpx.RequestError as error:
            self.on_contact(False)
            raise Unreachable(str(error)) from error
        self.on_contact(stream or not answer.is_server_error)
        return answer


def _nothing() -> None:
    """Nobody listens yet."""


def _nothing_of(_: object) -> None:
    """Nobody listens yet."""
