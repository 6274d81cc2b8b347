"""The noes that several of the module's services say."""

from shared.refusal import Refusal

NOT_FOUND = Refusal("not-found", 404, "Not found.")
"""Absent and out of scope alike: nobody learns which."""
NO_CONTACT = Refusal("no-such-contact", 422, "This contact is not one of the client's.")
