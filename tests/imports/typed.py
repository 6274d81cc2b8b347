"""`encours import …` as it is typed, and what it answers."""

from __future__ import annotations

import json
from typing import Any, NamedTuple


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)
