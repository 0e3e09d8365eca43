"""How much a document may cost, so that no file stops a run: one that needs more is refused by name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one document may have, or take."""

    megabytes: int = 200  # of the file, and of what an archive or a packed document unpacks to
    characters: int = 20_000_000
    pages: int = 2_000
    seconds: float = 300.0  # to be read, and again to be extracted
    page: float = 60.0  # seconds of work on one page
    memory: int = 1_500  # megabytes of the process that reads a foreign format
    members: int = 5_000  # files of an archive

    @property
    def whole(self) -> float:
        """Seconds for reading, slow kinds included, and extracting together."""
        return self.seconds * 5


LIMITS = Limits()
