"""A page of the original: shown while the file lies where it was read with the same bytes, else said why not."""

from pathlib import Path

from dashboards.parts.original import original_page
from graph.build import files_of, take_in
from graph.workspace import Workspace
from tests.extract.readers.prints.test_pdf import made
from tests.extract.readers.prints.test_picture import TITLE, _pages


def test_a_page_of_the_original(tmp_path: Path) -> None:
    path = tmp_path / "in" / "a.pdf"
    path.parent.mkdir()
    path.write_bytes(made(_pages))
    workspace = Workspace(tmp_path / "ws")
    with workspace.lock():
        (taken,) = take_in(workspace, files_of([path]))
    digest = taken.source.sha256
    shown = original_page(workspace.folder, digest, 1, [TITLE], "zh", "第1页")
    assert shown["is"] == "page_image"
    assert shown["src"].startswith("data:image/png;base64,iVBOR")
    assert len(shown["boxes"]) == 1
    path.write_bytes(made(_pages) + b"\n")
    for number in (2, 1):  # page 1 was drawn while the file was there
        assert original_page(workspace.folder, digest, number, [], "zh", "")["is"] == "empty"
    assert original_page(None, digest, 1, [], "zh", "")["is"] == "empty"
