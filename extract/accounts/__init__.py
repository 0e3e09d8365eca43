"""Every cue of a document accounted for: stated in a fact, in a doubt, or set aside with a code; what is none of these is a doubt.

In:  the notices of a document and what the formats found in them, as spans; the cues of the lexicon
Out: one CueRecord for each cue, and a doubt `unread` for each passage whose cues nobody read

    任命方小舟为县水利局局长。          任命 ends as fact
    第五条 任命工作人员应当经过考察。    任命 ends aside: nobody_named

Nothing here knows of a format: a new one cannot forget it. Doors: `accounted` (a document's records and doubts), `check`
(whether records account for a text, from text and cues alone), `balance` (how the cues of a document ended).
"""

from extract.accounts.account import accounted
from extract.accounts.balance import balance

__all__ = ["accounted", "balance"]
