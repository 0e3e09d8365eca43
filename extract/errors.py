"""What can go wrong, as the user meets it: one root, four children, each message one line that says what and what to do."""


class GazetteError(Exception):
    """Any failure that a user can act on. `str(error)` is one line; the CLI prints it and exits with 1."""


class ReadError(GazetteError):
    """An input file or folder cannot be read as gazette text or as facts."""


class LexiconError(GazetteError):
    """Rule data of ours is malformed."""


class StoreError(GazetteError):
    """The graph or the workspace cannot be opened, read or written."""


class QueryError(GazetteError):
    """A question does not exist, or a parameter does not fit it."""
