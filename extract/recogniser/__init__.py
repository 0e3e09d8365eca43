"""The recogniser: a small trained spaCy pipeline, a second opinion where the rules leave a cue, a slot or a border open.

In:  the notices of a document and the account of its cues, once all formats have run
Out: facts where a grammar agrees with what it sees (their rules end in :recognised), doubts that name what it sees

It proposes and never overrules: what a rule has stated is not asked about. The weights (`weights/`) are trained by
`make recogniser`; docs/recogniser.md is their data card. Without them extraction works as before, and `zhize doctor` says so.

Doors: `sights` (what is seen where the account is open), `facts_of`, `named_in`, `is_there`.
"""

from extract.recogniser.pipeline import is_there
from extract.recogniser.second_look import facts_of, named_in, sights

__all__ = ["facts_of", "is_there", "named_in", "sights"]
