"""Extraction as spaCy components: the facts of a passage in `doc._.facts`, who and what they name in `doc.spans["mentions"]`.

One Doc is a run of blocks of a notice, or a part of one block (at most 2,000 characters); its tokens are its characters, so a
token's index is the index in the cleaned text. The formats know nothing of spaCy: `zhize_facts` runs them once a notice
and hands each Doc its share; `zhize_mentions` marks the parties that stand in the Doc.
"""

import bisect
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extract.clean import Text, join
from extract.document import Notice
from extract.facts import Fact
from extract.formats import Found, found_in, start_of

COMPONENTS = ("zhize_facts", "zhize_mentions")
SPAN_KEY = "mentions"
# characters: a Doc costs as much as a hundred of them before it holds any, and more than its share where it is very long
LONGEST_DOC = 2000

# keys of doc.user_data: whose text this is, where its characters stood, who is named in it, what begins in it
NOTICE, SOURCE, PLACES, FOUND = "notice", "source", "places", "found"
Place = tuple[int, int, str]  # source span and kind of a party

if not Doc.has_extension("facts"):
    Doc.set_extension("facts", default=())


class Characters:
    """A tokenizer whose tokens are the characters of the text, white space included."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._keys = np.zeros(
            sys.maxunicode + 1, dtype=np.uint64
        )  # of each character its key in the vocabulary's strings

    def __call__(self, text: str) -> Doc:
        """The Doc of a text."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        keys = self._keys[codes]
        if np.count_nonzero(keys) < len(keys):
            for code in np.unique(codes[keys == 0]):
                self._keys[code] = self.vocab.strings.add(chr(code))
            keys = self._keys[codes]
        return Doc(self.vocab, words=keys.tolist(), spaces=[False] * len(text))


@cache
def pipeline() -> Language:
    """The spaCy pipeline: blank Chinese, a token a character, facts and mentions."""
    nlp = spacy.blank("zh")
    nlp.tokenizer = Characters(nlp.vocab)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def docs_of(nlp: Language, notice: Notice) -> Iterator[Doc]:
    """The Docs of a notice in the order of its blocks, each knowing its notice and where its characters stood.

    One by one, so that the memory of a Doc, a hundred times its text, serves the next one.
    """
    for text in _runs(notice):
        doc = nlp.make_doc(text.text)
        doc.user_data[NOTICE], doc.user_data[SOURCE] = notice, text
        yield doc


def _runs(notice: Notice) -> Iterator[Text]:
    """The texts of a notice's blocks, short ones put together, long ones divided."""
    run: list[Text] = []
    room = LONGEST_DOC
    for block in notice.blocks:
        text, length = block.text, len(block.text)
        if length > room and run:
            yield join(run)
            run, room = [], LONGEST_DOC
        for start in range(0, length - LONGEST_DOC, LONGEST_DOC):
            yield text.part(start, start + LONGEST_DOC)
        rest = length % LONGEST_DOC or min(length, LONGEST_DOC)
        run.append(text if rest == length else text.part(length - rest, length))
        room -= rest
    if run:
        yield join(run)


@dataclass(slots=True)
class Facts:
    """Runs the formats once for each notice and gives each Doc what begins in it: `doc._.facts`, and all in `doc.user_data`."""

    notice: Notice | None = None
    pending: Sequence[Found] = ()
    starts: Sequence[int] = ()
    places: Sequence[Place] = ()
    at: int = 0

    def __call__(self, doc: Doc) -> Doc:
        """Fills `doc._.facts` (facts) and `doc.user_data` (facts, doubts, items, counts)."""
        notice: Notice | None = doc.user_data.get(NOTICE)
        source: Text | None = doc.user_data.get(SOURCE)
        if notice is None or source is None:
            return doc
        if notice is not self.notice:
            self.notice = notice
            self.pending = found_in(notice)
            self.starts = [start_of(result) for result in self.pending]
            self.places = sorted({place for result in self.pending for place in _places(result)})
        if list(source.offsets[:1]) == list(notice.blocks[0].text.offsets[:1]):
            self.at = 0
        first = self.at
        last_block = bool(notice.blocks) and list(source.offsets[-1:]) == list(notice.blocks[-1].text.offsets[-1:])
        end = len(self.pending) if last_block else self._end(source)
        self.at = max(first, end)
        if self.at > first:
            own = doc.user_data[FOUND] = self.pending[first : self.at]
            doc._.facts = tuple(result for result in own if isinstance(result, Fact))
        if source.offsets:
            low = bisect.bisect_left(self.places, (source.offsets[0], 0, ""))
            high = bisect.bisect_right(self.places, (source.offsets[-1] + 1, 0, ""))
            if low < high:
                doc.user_data[PLACES] = self.places[low:high]
        return doc

    def _end(self, source: Text) -> int:
        return bisect.bisect_right(self.starts, source.offsets[-1] if source.offsets else -1)


def mark_mentions(doc: Doc) -> Doc:
    """Marks the parties of facts that stand in the Doc in `doc.spans["mentions"]`, labelled by their kind."""
    source: Text | None = doc.user_data.get(SOURCE)
    places: Sequence[Place] = doc.user_data.get(PLACES, ())
    spans = []
    if source is not None and places:
        last = source.offsets[-1] + 1
        for left, right, label in places:
            start, end = bisect.bisect_left(source.offsets, left), bisect.bisect_left(source.offsets, right)
            if start < end and right <= last:
                spans.append(Span(doc, start, end, label=label))
    doc.spans[SPAN_KEY] = spans
    return doc


@Language.factory("zhize_facts", assigns=["doc._.facts"])
def facts_component(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that runs the formats."""
    return Facts()


@Language.factory("zhize_mentions", assigns=["doc.spans"], requires=["doc._.facts"])
def mentions_component(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that marks who and what the facts name."""
    return mark_mentions


def _places(result: Found) -> Iterator[Place]:
    if isinstance(result, Fact):
        for party in (result.subject, result.object):
            if party.start is not None and party.end is not None:
                yield party.start, party.end, party.kind.value
