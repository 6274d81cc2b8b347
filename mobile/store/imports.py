"""Loading files: what is being read, what it would change, what was loaded before."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from mobile.api import imports
from mobile.api.failures import Unreachable
from mobile.store.reading import Known, Reading
from shared.contract.imports import ApplyImport, ImportOptions, ImportRun, SavePreset

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.api.wire import Wire
    from mobile.platform.ports import Chosen
    from shared.contract.imports import ImportKind, Preset, Question

LOOK_EVERY_SECONDS = 0.4
WORKING = frozenset({"reading", "applying"})
BY_OPTION = {
    "--date-order": "date_order",
    "--decimal": "decimal",
    "--company": "company",
    "--currency": "currency",
    "--as-of": "as_of",
    "--sheet": "sheet",
}


class Imports(Reading["tuple[ImportRun, ...]"]):
    """The history, and the one file in hand. Verbs may raise a `Failure`."""

    def __init__(self, wire: Wire, every: float = LOOK_EVERY_SECONDS) -> None:
        super().__init__(self._listed)
        self._wire = wire
        self._every = every
        self.opened: ImportRun | None = None
        self.sending: float | None = None
        self.presets: Reading[tuple[Preset, ...]] = Reading(self._kept)

    async def send(self, chosen: Chosen, kind: ImportKind, options: ImportOptions) -> None:
        """The file goes to the server, and is read there until it is previewed, or asks."""
        self.opened, self.sending = None, 0.0
        try:
            async with chosen.opened(self._sent) as file:
                run = await imports.send(self._wire, chosen.name, file, kind, options)
        finally:
            self.sending = None
        await self._watch(run)

    async def open(self, run_id: UUID) -> None:
        await self._watch(await imports.run(self._wire, run_id))

    def close(self) -> None:
        self.opened = None

    async def answer(self, question: Question, choice: str) -> None:
        """Read again, with the question settled."""
        if self.opened is None:
            return
        options = settled(self.opened.options, question, choice)
        await self._watch(await imports.read_again(self._wire, self.opened.id, options))

    async def map_column(self, field: str, header: str) -> None:
        """Read again, with that column of the file as that field; with "", none."""
        if self.opened is None:
            return
        columns = self.opened.options.columns | {field: header}
        options = self.opened.options.model_copy(update={"columns": columns})
        await self._watch(await imports.read_again(self._wire, self.opened.id, options))

    async def use_preset(self, name: str) -> None:
        """Read again as the preset says; the columns said by hand before make room for its own."""
        if self.opened is None:
            return
        options = self.opened.options.model_copy(update={"preset": name, "columns": {}})
        await self._watch(await imports.read_again(self._wire, self.opened.id, options))

    async def apply(
        self,
        *,
        skip_refused: bool = False,
        confirm_closing: bool = False,
        accept_matches: bool = False,
    ) -> None:
        if self.opened is None:
            return
        accepted = ApplyImport(
            skip_refused=skip_refused,
            confirm_closing=confirm_closing,
            accept_matches=accept_matches,
        )
        await self._watch(await imports.apply(self._wire, self.opened.id, accepted))

    async def undo(self, run_id: UUID) -> None:
        self.opened = await imports.undo(self._wire, run_id)
        await self.refresh()

    async def save_preset(self, name: str) -> None:
        """How the file in hand was read, for the next one of its kind."""
        if self.opened is None:
            return
        # What was left out by hand stays left out.
        columns = self.opened.options.columns | self.opened.columns
        options = self.opened.options.model_copy(update={"columns": columns})
        preset = SavePreset(kind=self.opened.kind, options=options)
        await imports.save_preset(self._wire, name, preset)
        await self.presets.refresh()

    async def delete_preset(self, kind: ImportKind, name: str) -> None:
        await imports.delete_preset(self._wire, kind, name)
        await self.presets.refresh()

    async def _watch(self, run: ImportRun) -> None:
        """Until the server is done with it, or somebody looks at another one."""
        self.opened = run
        while run.state in WORKING and self.opened is not None and self.opened.id == run.id:
            await asyncio.sleep(self._every)
            try:
                run = await imports.run(self._wire, run.id)
            except Unreachable:
                continue  # the status line says so; the server goes on by itself
            if self.opened is not None and self.opened.id == run.id:
                self.opened = run
        await self.refresh()

    def _sent(self, share: float) -> None:
        self.sending = share

    async def _listed(self, _: Known[tuple[ImportRun, ...]] | None) -> Known[tuple[ImportRun, ...]]:
        return Known.now(tuple((await imports.runs(self._wire)).items))

    async def _kept(self, _: Known[tuple[Preset, ...]] | None) -> Known[tuple[Preset, ...]]:
        return Known.now(tuple((await imports.presets(self._wire)).items))


def settled(options: ImportOptions, question: Question, choice: str) -> ImportOptions:
    """The options with the question's own set to the choice. A choice that is none: ValueError."""
    said = options.model_dump(exclude_none=True)
    if question.option == "--map":
        said["columns"] = {**options.columns, question.field or "": choice}
    elif question.option == "--confirm-closing":
        said["confirm_closing"] = True
    else:
        said[BY_OPTION[question.option]] = choice
    return ImportOptions.model_validate(said)
