"""PostgreSQL: the embedded server or another, the pool, transactions and migrations."""

import os

# Piccolo's tables look for their engine through this variable.
os.environ.setdefault("PICCOLO_CONF", "backend.piccolo_conf")
