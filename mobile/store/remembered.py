"""Answers of the server's that no copy holds: the last one is kept, for when it cannot be asked."""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from mobile.store.reading import Known

if TYPE_CHECKING:
    from mobile.store.local import Local

M = TypeVar("M", bound=BaseModel)

logger = logging.getLogger(__name__)


class Remembered(Generic[M]):
    """One answer, under a name of its own."""

    def __init__(self, local: Local, name: str, model: type[M]) -> None:
        self._local = local
        self._name = name
        self._model = model

    def held(self) -> Known[M] | None:
        """As it was answered last, on this device."""
        portfolio = self._local.portfolio
        kept = None if portfolio is None else portfolio.answer(self._name)
        if kept is None:
            return None
        try:
            return Known(self._model.model_validate_json(kept[1]), kept[0], is_held=True)
        except ValidationError:
            return None  # of another release

    async def now(self, answer: M) -> Known[M]:
        """The answer, which is kept where the device keeps anything."""
        portfolio = self._local.portfolio
        if portfolio is not None:
            try:
                await portfolio.keep_answer(self._name, answer.model_dump_json())
            except (
                OSError,
                sqlite3.Error,
            ) as error:  # its disk is full: what was read can be shown
                logger.warning("%s is not kept: %s", self._name, error)
        return Known.now(answer)
