"""The noes that several of the module's services say."""

from shared.refusal import Refusal

NOT_FOUND = Refusal("not-found", 404, "Not found.")
NOT_MENTIONABLE = Refusal(
    "not-mentionable", 422, "Only people who see this client can be named here."
)
"""The same for somebody out of scope and for nobody: it tells nothing of who there is."""

NO_SUCH_COMMENT = Refusal("no-such-comment", 422, "This comment is not one of the client's.")
