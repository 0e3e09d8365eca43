"""A page of the file that a document was read from, as a picture: PDF and scans, private numbers painted over.

In:  the workspace, the document's hash, the number of a page, passages to mark   Out: the block of a page, or a line that says why not

The file is looked for where it was read; it is shown only if its bytes are those that were read.
"""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from dashboards.parts.blocks import Block, empty
from dashboards.texts import text
from extract.errors import GazetteError
from extract.readers.kinds import Kind, kind_of
from extract.readers.process import show_apart
from extract.readers.reading import Shown
from graph.workspace import Workspace

PAGED = {Kind.PDF, Kind.PICTURE}


def original_page(
    workspace: Path | None, sha256: str, number: int, passages: Sequence[str], language: str, reads: str
) -> Block:
    """The page of the original; `reads` is what a reader hears instead of the picture."""
    if workspace is None or not workspace.is_dir():
        return empty(text("no_original", language))
    try:
        shown = _shown(str(workspace), sha256, number, tuple(passages))
    except GazetteError as error:
        return empty(text("no_original", language), [error.text(language)])
    if shown is None:
        return empty(text("no_original", language))
    return {
        "is": "page_image",
        "src": f"data:image/png;base64,{base64.b64encode(shown.png).decode('ascii')}",
        "alt": reads,
        "boxes": [
            {"x": 100 * left, "y": 100 * top, "w": 100 * width, "h": 100 * height}
            for _, (left, top, width, height) in shown.boxes
        ],
    }


@st.cache_data(max_entries=24, show_spinner=False)
def _shown(workspace: str, sha256: str, number: int, passages: tuple[str, ...]) -> Shown | None:
    from graph.build import file_of_source  # extraction comes with it: not before a page is asked for

    source = next((one for one in Workspace(Path(workspace)).sources() if one.sha256 == sha256), None)
    file = file_of_source(source) if source and source.path else None
    if file is None:
        return None
    data = file.data()
    kind = kind_of(data, file.shown)
    if hashlib.sha256(data).hexdigest() != sha256 or kind not in PAGED:
        return None
    return show_apart(kind.value, data, file.shown, number, passages)
