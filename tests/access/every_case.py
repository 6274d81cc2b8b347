"""What is asked of every route, all modules together."""

from __future__ import annotations

from tests.access.cases import CASES as OTHER_CASES
from tests.access.cases import Case
from tests.access.dispute_cases import DISPUTES
from tests.access.file_cases import FILES
from tests.access.import_cases import IMPORTS
from tests.access.promise_cases import PROMISES
from tests.access.thread_cases import THREADS
from tests.access.visit_cases import VISITS

CASES: dict[str, Case] = OTHER_CASES | IMPORTS | FILES | PROMISES | THREADS | DISPUTES | VISITS
