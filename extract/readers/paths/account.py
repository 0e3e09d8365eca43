"""The account of a run: what became of every path that was given or found.

In:  taken, known, refused, passed over, one by one   Out: lines for people, the counts, whether any was refused
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.errors import GazetteError, ReadError
from extract.readers.paths.listing import Aside, File, Listing

SHOWN = 20  # paths of one reason that are named


@dataclass(slots=True)
class Account:
    """What became of the paths of a run."""

    taken: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    refused: list[Aside] = field(default_factory=list)
    passed: list[Aside] = field(default_factory=list)

    @classmethod
    def of(cls, listing: Listing) -> "Account":
        """The account as it stands before anything is read."""
        return cls(refused=list(listing.refused), passed=list(listing.passed))

    def refuse(self, file: File, error: GazetteError) -> None:
        """Notes a document that could not be taken."""
        self.refused.append(Aside(file.shown, str(error).removeprefix(f"{file.shown}: ")))

    def stop_at_nothing(self) -> None:
        """Raises ReadError if something was refused and nothing taken: one line for one path, a count for several."""
        if not self.refused or self.taken or self.known:
            return
        if len(self.refused) == 1:
            raise ReadError(f"{self.refused[0].path}: {self.refused[0].why}")
        raise ReadError(f"none of {len(self.refused)} could be taken; see above")

    def stop_at_any(self) -> None:
        """Raises ReadError if anything was refused (--all-or-nothing)."""
        if self.refused:
            raise ReadError(
                f"{self.refused_count} refused, so nothing is taken; mend or leave out, or build without --all-or-nothing"
            )

    @property
    def refused_count(self) -> str:
        """How many were refused, in words: 1 path was, 3 paths were."""
        count = len(self.refused)
        return "1 path was" if count == 1 else f"{count} paths were"

    def lines(self) -> Iterator[str]:
        """A line for each path that was refused, and for each reason for which paths were passed over."""
        if len(self.refused) > 1 or self.taken or self.known:
            for aside in self.refused:
                yield f"refused: {aside.path}: {aside.why}"
        reasons: Counter[str] = Counter(aside.why for aside in self.passed)
        for why, count in reasons.items():
            named = [aside.path for aside in self.passed if aside.why == why]
            more = f" … and {count - SHOWN} more" if count > SHOWN else ""
            if why != "the manifest":
                yield f"passed over ({why}): {', '.join(named[:SHOWN])}{more}"

    def summary(self) -> str:
        """The counts: 3 taken, 0 known, 1 refused, 2 passed over."""
        return (
            f"{len(self.taken)} taken, {len(self.known)} known, {len(self.refused)} refused, "
            f"{len(self.passed)} passed over"
        )
