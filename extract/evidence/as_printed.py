"""What rules read in simplified characters, given back in the characters of its source.

In:  Fact(appointed, 沈國棟, 縣水利局, role 局长) of “任命沈國棟為縣水利局局長”
Out: the same fact with the role 局長, as printed

A role, a topic or a name put together from several places is found in the quotation, else its characters are those which
the document prints for them, where it prints one form only.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from operator import attrgetter

from extract.clean import TRADITIONAL, clean, printed
from extract.document import Document
from extract.facts import NO_QUALIFIERS, Fact, Party, Qualifiers
from extract.lexicon.characters import traditional

AS_READ = ("rank", "topic", "deadline", "basis", "title", "number", "address")  # the other qualifiers are codes
OF_QUALIFIERS: Callable[[Qualifiers], tuple[str | None, ...]] = attrgetter(*AS_READ)


def forms_of(document: Document) -> Mapping[str, str]:
    """The traditional character that a document prints for each simplified one; only where it prints no other form."""
    by_key: dict[str, set[str]] = {}
    for char in set(TRADITIONAL.findall(document.text)):
        by_key.setdefault(traditional()[char], set()).add(char)
    return {simple: chars.pop() for simple, chars in by_key.items() if len(chars) == 1 and simple not in document.text}


def as_printed(fact: Fact, forms: Mapping[str, str]) -> Fact:
    """The fact with role, qualifiers and names put together in the characters of the source; `forms` of the document."""
    if not forms:
        return fact
    if not TRADITIONAL.search(fact.evidence.quote) and not _has_form(fact, forms):
        return fact
    words = fact.qualifiers.stated()
    qualifiers = {name: _original(words[name], fact, forms) for name in AS_READ if name in words}
    return replace(
        fact,
        subject=_party(fact.subject, fact, forms),
        object=_party(fact.object, fact, forms),
        role=_original(fact.role, fact, forms) if fact.role else fact.role,
        qualifiers=Qualifiers(**(words | qualifiers)),
    )


def _has_form(fact: Fact, forms: Mapping[str, str]) -> bool:
    """Whether what a fact does not take from its source holds a character that the document prints otherwise."""
    words = fact.role or ""
    if fact.subject.start is None:
        words += fact.subject.name
    if fact.object.start is None:
        words += fact.object.name
    if fact.qualifiers is not NO_QUALIFIERS:
        words += "".join(filter(None, OF_QUALIFIERS(fact.qualifiers)))
    return bool(words) and not forms.keys().isdisjoint(words)


def _party(party: Party, fact: Fact, forms: Mapping[str, str]) -> Party:
    return party if party.start is not None else replace(party, name=_original(party.name, fact, forms))


def _original(text: str, fact: Fact, forms: Mapping[str, str]) -> str:
    if not TRADITIONAL.search(fact.evidence.quote):
        return "".join(forms.get(char, char) for char in text)
    quote = clean(fact.evidence.quote)
    position = quote.text.find(text)
    if position >= 0:
        start, end = quote.span(position, position + len(text))
        return printed(fact.evidence.quote[start:end])
    return "".join(forms.get(char, char) for char in text)
