"""The account of a run: what became of every path that was given or found.

In:  taken, known, refused, passed over, one by one   Out: lines for people, the counts, whether any was refused
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.errors import GazetteError, ReadError
from extract.readers.paths.listing import Aside, File, Listing
from extract.wording.reasons import Reason, reason

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
        self.refused.append(Aside(file.shown, error.reason))

    def stop_at_nothing(self) -> None:
        """Raises ReadError if something was refused and nothing taken: one line for one path, a count for several."""
        if not self.refused or self.taken or self.known:
            return
        if len(self.refused) == 1:
            raise ReadError(self.refused[0].line)
        raise ReadError("none_taken", count=len(self.refused))

    def stop_at_any(self) -> None:
        """Raises ReadError if anything was refused (--all-or-nothing)."""
        if self.refused:
            raise ReadError("refused_so_nothing", count=self.refused_count)

    @property
    def refused_count(self) -> Reason:
        """How many were refused, in words: 1 path was, 3 paths were."""
        count = len(self.refused)
        return reason("one_path_was") if count == 1 else reason("paths_were", count=count)

    def lines(self, language: str = "en") -> Iterator[str]:
        """A line for each path that was refused, and for each reason for which paths were passed over."""
        if len(self.refused) > 1 or self.taken or self.known:
            for aside in self.refused:
                yield reason("refused_line", path=aside.path, why=aside.text(language)).text(language)
        reasons: Counter[Reason] = Counter(aside.reason for aside in self.passed)
        for why, count in reasons.items():
            if why.code == "the_manifest":
                continue
            paths = [aside.path for aside in self.passed if aside.reason == why]
            code, more = ("passed_line_more", count - SHOWN) if count > SHOWN else ("passed_line", 0)
            yield reason(code, why=why, named=", ".join(paths[:SHOWN]), more=more).text(language)

    def summary(self) -> str:
        """The counts: 3 taken, 0 known, 1 refused, 2 passed over."""
        return (
            f"{len(self.taken)} taken, {len(self.known)} known, {len(self.refused)} refused, "
            f"{len(self.passed)} passed over"
        )
