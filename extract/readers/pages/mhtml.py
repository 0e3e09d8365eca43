"""Pages saved as one file (MHTML, .mht, “single file web page” of Word) → Reading of the page in them."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from extract.errors import ReadError
from extract.readers.limits import LIMITS, Limits
from extract.readers.pages.html import read_html
from extract.readers.reading import Reading


def read_mhtml(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of the first page of a MIME message; raises ReadError where there is none."""
    message = message_from_bytes(data.lstrip(), policy=policy.default)
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return read_html(page, name, limits)
    raise ReadError("no_page", name=name)
