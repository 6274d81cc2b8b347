"""Makes the files that leave Encours. Reading waits for the database; writing has a thread."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from backend.catalogue.exports import WORDS
from backend.exports.aged_balance import AgedBalance
from backend.exports.client_list import ClientList
from backend.exports.statement import Addressee, Line, Statement, accounts_of
from backend.exports.statement_sheet import statement_xlsx
from backend.position import listing
from shared.money import Money

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable
    from datetime import date, datetime
    from typing import Protocol, TypeVar
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from asyncpg import Record

    from backend.clock import Clock
    from backend.identity.viewer import Viewer
    from backend.position.listing import OpenAccount
    from backend.position.queries.client_list import Wanted

    Row_contra = TypeVar("Row_contra", contravariant=True)

    class Takes(Protocol[Row_contra]):
        """A list that is being written."""

        def add(self, rows: Iterable[Row_contra]) -> None: ...

        def finish(self) -> None: ...

    Row = TypeVar("Row")


LISTS_AT_ONCE: Final = asyncio.Semaphore(2)
"""A list holds a database connection and a thread until it is written: the others wait."""


class ExportedFile(NamedTuple):
    """`name` has no ending yet, and may hold accents and whatever a client is called."""

    name: str
    body: bytes


async def client_list(wanted: Wanted, *, now: datetime) -> ExportedFile:
    """The client list as XLSX: every page of what is searched, filtered and sorted."""
    language = wanted.viewer.language
    file = BytesIO()
    await write(ClientList(file, language=language, made_at=now), listing.every_client(wanted))
    name = f"{WORDS[language].client_list} {wanted.today.isoformat()}"
    return ExportedFile(name, file.getvalue())


async def aged_balance(viewer: Viewer, as_of: date, *, clock: Clock) -> ExportedFile:
    """The aged balance as XLSX; its totals are those of the portfolio's aging."""
    file = BytesIO()
    await write(
        AgedBalance(file, as_of=as_of, language=viewer.language, made_at=clock.now()),
        listing.aged_clients(viewer, as_of, today=clock.today()),
    )
    name = f"{WORDS[viewer.language].aged_balance} {as_of.isoformat()}"
    return ExportedFile(name, file.getvalue())


async def write(written: Takes[Row], batches: AsyncGenerator[list[Row], None]) -> None:
    """Rows by batches, so that neither memory nor the other requests wait for the whole."""
    async with LISTS_AT_ONCE, aclosing(batches):
        async for batch in batches:
            await asyncio.to_thread(written.add, batch)
    await asyncio.to_thread(written.finish)


async def statement_as_pdf(
    viewer: Viewer, client_id: UUID, as_of: date, *, clock: Clock, zone: ZoneInfo
) -> ExportedFile:
    """A client's statement of account, in the client's language.

    Raises:
        Refused: 404 where there is nothing to see.
    """
    statement = await drawn_up(viewer, client_id, as_of, clock=clock, zone=zone)
    return await made(statement, printed, clock.now())


async def statement_as_xlsx(
    viewer: Viewer, client_id: UUID, as_of: date, *, clock: Clock, zone: ZoneInfo
) -> ExportedFile:
    """The same as a spreadsheet."""
    statement = await drawn_up(viewer, client_id, as_of, clock=clock, zone=zone)
    return await made(statement, tabled, clock.now())


async def made(
    statement: Statement, write_: Callable[[Statement, datetime], bytes], now: datetime
) -> ExportedFile:
    title = WORDS[statement.language].statement
    name = f"{title} {statement.addressee.name} {statement.as_of.isoformat()}"
    return ExportedFile(name, await asyncio.to_thread(write_, statement, now))


def printed(statement: Statement, now: datetime) -> bytes:
    # Half a second of imports that the server's start need not wait for.
    from backend.exports.statement_paper import statement_pdf  # noqa: PLC0415

    return statement_pdf(statement, made_at=now)


def tabled(statement: Statement, now: datetime) -> bytes:
    return statement_xlsx(statement, made_at=now)


async def drawn_up(
    viewer: Viewer, client_id: UUID, as_of: date, *, clock: Clock, zone: ZoneInfo
) -> Statement:
    account = await listing.open_account(viewer, client_id, as_of, today=clock.today())
    return statement_of(account, as_of, zone)


def statement_of(account: OpenAccount, as_of: date, zone: ZoneInfo) -> Statement:
    client = account.parties
    loaded_at: datetime | None = client["ledger_loaded_at"]
    return Statement(
        company_name=client["company"],
        company_siren=client["company_siren"],
        addressee=Addressee(**{name: client[name] for name in Addressee.__slots__}),
        language=client["language"],
        as_of=as_of,
        known_on=loaded_at.astimezone(zone).date() if loaded_at else None,
        accounts=accounts_of(map(line_of, account.items), client["currency"], as_of),
    )


def line_of(row: Record) -> Line:
    return Line(
        kind=row["kind"],
        number=row["number"],
        label=row["label"],
        issued_on=row["issued_on"],
        due_on=row["due_on"],
        due_estimated=row["due_estimated"],
        amount=Money(row["amount"], row["currency"]),
        residual=Money(row["residual"], row["currency"]),
    )
