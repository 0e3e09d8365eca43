"""How far the word of a cue reaches: up to the next one of its family, or back to the last.

In:  the cues of a block and the index of one   Out: an offset
"""

from collections.abc import Sequence

from extract.lexicon.cues import CueAt


def next_rival(cues: Sequence[CueAt], index: int, right: int) -> int:
    """Where what a cue speaks of ends before `right`: at the next cue of its family that is no aside."""
    _, end, cue = cues[index]
    for later in range(index + 1, len(cues)):
        start, _, other = cues[later]
        if start >= right:
            break
        if other.family == cue.family and start >= end and not other.aside:
            return start
    return right


def last_rival(cues: Sequence[CueAt], index: int, left: int) -> int:
    """Where what stands before a cue begins after `left`: at the end of the last cue of its family that is no aside."""
    start, _, cue = cues[index]
    for earlier in range(index - 1, -1, -1):
        _, end, other = cues[earlier]
        if end <= left:
            break
        if other.family == cue.family and end <= start and not other.aside:
            return end
    return left
