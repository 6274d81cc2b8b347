"""What devices hold of the clients in their person's scope, and what they have to change.

Reads across modules, as `position` does (docs/decisions/0022).
"""
