"""The process that reads and applies one upload, with everything that follows from it.

`python -m backend.commands.import_worker STEP RUN [BY…]`; backend/imports/watching.py starts it.
"""

from __future__ import annotations

import sys

from backend.imports.worker import main
from backend.wiring import wire

if __name__ == "__main__":
    wire()
    sys.exit(main(sys.argv[1:]))
