"""How to read one kind of file, kept under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import transaction
from backend.imports.queries import runs
from shared.contract.imports import ImportOptions
from shared.ids import new_id
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from asyncpg import Record

# What is said of one file, not of its kind.
OF_ONE_FILE = {"preset", "as_of", "skip_refused", "confirm_closing", "accept_matches"}


async def with_preset(kind: str, options: ImportOptions) -> ImportOptions:
    """The options, on those of the preset they name; what is given itself prevails.

    Raises:
        Refused: 422 `preset-unknown`.
    """
    if options.preset is None:
        return options
    preset = await runs.preset(kind, options.preset)
    if preset is None:
        raise Refused(unknown(kind, options.preset, 422))
    given = options.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    columns = {**preset["options"].get("columns", {}), **given.get("columns", {})}
    return ImportOptions.model_validate({**preset["options"], **given, "columns": columns})


async def save_preset(kind: str, name: str, options: ImportOptions) -> Record:
    """Keeps the options under the name, in the place of a preset of that name."""
    kept = options.model_dump(
        mode="json", exclude_none=True, exclude_defaults=True, exclude=OF_ONE_FILE
    )
    async with transaction():
        await runs.save_preset(new_id(), kind, name, kept)
        saved = await runs.preset(kind, name)
    if saved is None:
        raise LookupError(name)
    return saved


async def delete_preset(kind: str, name: str) -> None:
    """Raises `Refused` (404) where there is none."""
    async with transaction():
        if not await runs.delete_preset(kind, name):
            raise Refused(unknown(kind, name, 404))


async def list_presets(kind: str | None = None) -> list[Record]:
    return await runs.presets(kind)


def unknown(kind: str, name: str, status: int) -> Refusal:
    return Refusal(
        "preset-unknown",
        404 if status == 404 else 422,  # noqa: PLR2004 - HTTP
        "There is no preset “{name}” for {kind}.",
        {"name": name, "kind": kind},
    )
