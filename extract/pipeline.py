"""One document → all that extraction finds in it: facts, doubts and context, each fact verified."""

from dataclasses import replace

from extract.document import Document, Notice
from extract.facts import CountRecord, DocumentRecord, Doubt, Extraction, Fact, ItemRecord, NoticeRecord
from extract.formats import FORMATS
from extract.segment import notices


def extract_document(document: Document) -> Extraction:
    """The facts, doubts and context of a document, in the order of its text."""
    found = Extraction()
    found.context.append(
        DocumentRecord(
            document.name, document.sha256, document.jurisdiction, document.issue, document.published, document.url
        )
    )
    seen: set[tuple[object, ...]] = set()
    for index, notice in enumerate(notices(document), 1):
        found.context.append(_record(notice, index))
        for _, facts_of in FORMATS:
            for result in facts_of(notice):
                if isinstance(result, Fact):
                    key = (result.relation, result.subject, result.object, result.role, result.evidence.line)
                    if key not in seen:
                        seen.add(key)
                        found.facts.append(result)
                elif isinstance(result, Doubt):
                    found.doubts.append(result)
                elif isinstance(result, ItemRecord):
                    found.context.append(replace(result, notice=index))
                elif isinstance(result, CountRecord):
                    found.context.append(result)
    return found


def _record(notice: Notice, index: int) -> NoticeRecord:
    return NoticeRecord(
        doc=notice.document.name,
        notice=index,
        start=notice.start,
        end=notice.end,
        number=notice.number,
        title=notice.title,
        issuer=notice.issuers[0].name if notice.issuers else None,
        dated=notice.dated,
        section=notice.section,
        page=notice.page,
    )
