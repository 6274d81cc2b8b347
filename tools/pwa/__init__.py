"""Builds the installable app: the same `mobile/`, run by the browser itself (docs/decisions/0027).

`python -m tools.pwa` makes `build/pwa`, from the locked wheels of the package index and what is
installed here; nothing else is asked of the machine. It does nothing where nothing has changed.
"""
