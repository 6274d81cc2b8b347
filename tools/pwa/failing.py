"""Why the installable app could not be built."""

from __future__ import annotations


class CannotBuildError(Exception):
    """Its words are the sentence for whoever asked for it."""
