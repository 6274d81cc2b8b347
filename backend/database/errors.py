"""What goes wrong with the database, as the operator or the programmer must hear it."""


class DatabaseUnavailable(Exception):  # noqa: N818 - it names the state the operator meets
    """There is no database to work with; the message is one sentence for the operator."""


class TransactionMisuse(Exception):  # noqa: N818 - it names the mistake
    """The program used a transaction in a way that would lose or mix work."""


class TransactionUndone(Exception):  # noqa: N818 - it names what became of the work
    """The block ended well but its work was rolled back: a statement inside it had failed."""
