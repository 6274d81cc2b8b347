"""What is kept beside the facts to find and to send them: search words, what devices hold."""

from __future__ import annotations

from typing import Final

from backend.invariants.invariant import Invariant

DERIVED: Final = (
    Invariant(
        "words-known",
        "Every word a client is known by can be found in spite of a typo.",
        "SELECT c.id, said FROM client c, unnest(c.search_words) said"
        " WHERE char_length(said) BETWEEN 4 AND 60 AND said !~ '[0-9]'"
        " AND NOT EXISTS (SELECT FROM search_word w WHERE w.word = said)",
    ),
    Invariant(
        "version-of-its-facts",
        "No sealed fact of a client that stands is beyond the client's version.",
        # While the fact that it stands alone again awaits its seal, it is as it was merged.
        "SELECT c.id FROM (SELECT a.client, max(s.position) AS position FROM sealed_fact s"
        " JOIN activity a ON a.id = s.fact WHERE a.client IS NOT NULL GROUP BY 1) told"
        " JOIN client c ON c.id = told.client AND c.merged_into IS NULL"
        " LEFT JOIN client_version v ON v.id = c.id WHERE coalesce(v.position, 0) < told.position"
        " AND NOT EXISTS (SELECT FROM unsealed_fact u JOIN activity a ON a.id = u.fact"
        " WHERE a.client = c.id)",
    ),
    Invariant(
        "signed-out-holds-nothing",
        "A device that was signed out is not counted on to hold any client.",
        "SELECT h.id FROM held_client h JOIN device d ON d.id = h.device"
        " WHERE d.revoked_at IS NOT NULL",
    ),
)
