"""The tables of a portfolio's file."""

from __future__ import annotations

from typing import Final

VERSION: Final = 3
"""Of the tables and of what a copy holds. A file of any other is thrown away, not upgraded."""

TABLES: Final = (
    "CREATE TABLE belongs_to (server TEXT NOT NULL, user TEXT NOT NULL)",
    "CREATE TABLE read (cursor TEXT NOT NULL, at TEXT NOT NULL, is_complete INTEGER NOT NULL)",
    "CREATE TABLE answer (name TEXT PRIMARY KEY, at TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE TABLE company (id TEXT PRIMARY KEY, state TEXT NOT NULL)",
    """
CREATE TABLE client (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  town TEXT,
  siren TEXT,
  company TEXT NOT NULL,
  branch TEXT,
  currency TEXT NOT NULL,
  rep TEXT,
  collector TEXT,
  is_unassigned INTEGER NOT NULL,
  is_disputed INTEGER NOT NULL,
  is_promise_broken INTEGER NOT NULL,
  last_visit TEXT,
  sort_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  owed TEXT NOT NULL,
  copy BLOB NOT NULL
)""",
    "CREATE TABLE merged (client TEXT NOT NULL, code TEXT NOT NULL, search_text TEXT NOT NULL)",
    "CREATE INDEX merged_into ON merged (client)",
    """
CREATE TABLE word (
  word TEXT NOT NULL,
  client TEXT NOT NULL,
  is_name INTEGER NOT NULL,
  PRIMARY KEY (word, client)
) WITHOUT ROWID""",
    "CREATE INDEX word_of ON word (client)",
    "CREATE TABLE number (upper TEXT NOT NULL, client TEXT NOT NULL, number TEXT NOT NULL)",
    "CREATE INDEX number_begins ON number (upper)",
    "CREATE INDEX number_of ON number (client)",
    "CREATE TABLE dispute (id TEXT PRIMARY KEY, client TEXT NOT NULL, is_open INTEGER NOT NULL)",
    "CREATE INDEX dispute_of ON dispute (client)",
)

OF_CLIENT: Final = ("word", "number", "merged", "dispute")
"""Tables that hold something of a client, by its id in `client`."""
