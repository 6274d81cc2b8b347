"""The demo company: generated, deterministic, and nobody real."""
