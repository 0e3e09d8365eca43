"""The recogniser: a small spaCy pipeline that sees people, bodies and posts in a run of cleaned text.

In:  "经研究决定，由阚某任县水利局局长。"   Out: PERSON 阚某, ORG 县水利局, POST 局长

A token is a character. Its features are the character itself and the pair that it makes with the next one; characters that
are rarer than any training text (planes 2 and 3 and the like) count as one, and so do digits and letters, so that a name in
which one stands is seen by what is around it. The weights are a folder beside this file; without them nothing is seen.
spaCy is imported when something is asked for the first time: it takes as long as reading a short gazette.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.recogniser.borders import Seen, bordered

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

WEIGHTS = Path(__file__).with_name("weights")
LONGEST = 600  # characters of a run that is read at once
BATCH = 64
PAIR = 1_000_003  # a prime: the pair ab is another one than ba

RARE = re.compile("[\u3400-\u4dbf\ue000-\uf8ff\U00010000-\U0010ffff]")
DIGIT, LETTER, BLANK = re.compile(r"\d"), re.compile("[A-Za-z]"), re.compile(r"\s")
AS_ONE = ((RARE, "丨"), (DIGIT, "0"), (LETTER, "A"), (BLANK, "_"))

MODEL: dict[str, Any] = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 64,
            "attrs": ["ORTH", "LEMMA"],
            "rows": [4000, 16000],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 64,
            "window_size": 1,
            "maxout_pieces": 3,
            "depth": 4,
        },
    },
}


def untrained() -> "Language":
    """The pipeline without weights."""
    import spacy

    nlp = spacy.blank("zh")
    nlp.add_pipe("ner", config={"model": MODEL})
    return nlp


def doc_of(nlp: "Language", text: str) -> "Doc":
    """The Doc of a text, a token a character, with the features of each."""
    import numpy
    from spacy.tokens import Doc

    for pattern, one in AS_ONE:
        text = pattern.sub(one, text)
    doc = Doc(nlp.vocab, words=list(text), spaces=[False] * len(text))
    keys = numpy.array([nlp.vocab.strings.add(char) for char in text], dtype="uint64")
    pairs = keys * numpy.uint64(PAIR)
    pairs[:-1] ^= keys[1:]
    return doc.from_array(["LEMMA"], pairs.reshape(-1, 1))  # type: ignore[arg-type]  # spaCy takes what numpy has


@cache
def trained(weights: Path = WEIGHTS) -> "Language | None":
    """The pipeline with its weights, loaded when it is first asked for; None where the folder is missing."""
    if not (weights / "model").is_file():
        return None
    nlp = untrained()
    nlp.get_pipe("ner").from_disk(weights, exclude=["vocab"])  # type: ignore[attr-defined]
    return nlp


def is_there() -> bool:
    """Whether the weights are installed."""
    return (WEIGHTS / "model").is_file()


def seen_in(texts: Sequence[str], weights: Path = WEIGHTS) -> list[tuple[Seen, ...]]:
    """What the recogniser sees in each text, in its order; nothing without weights."""
    nlp = trained(weights)
    if nlp is None:
        return [()] * len(texts)
    runs = [
        (index, offset, text[offset : offset + LONGEST])
        for index, text in enumerate(texts)
        for offset in range(0, len(text), LONGEST)
    ]
    collected: list[list[Seen]] = [[] for _ in texts]
    docs: Iterable[Doc] = nlp.pipe((doc_of(nlp, run) for _, _, run in runs), batch_size=BATCH)
    for (index, offset, _), doc in zip(runs, docs, strict=True):
        collected[index].extend(_entities(doc, offset))
    return [tuple(bordered(text, seen)) for text, seen in zip(texts, collected, strict=True)]


def _entities(doc: "Doc", offset: int) -> Iterator[Seen]:
    return (Seen(offset + entity.start, offset + entity.end, entity.label_) for entity in doc.ents)
