"""Open screens are told at once of what happens to the clients they show (docs/decisions/0013).

Reads across modules, as `position` does: facts, clients, and who is signed in.
"""
