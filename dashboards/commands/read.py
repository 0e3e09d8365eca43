"""zhize read: the text of a file as extraction sees it.

In:  a file of any kind   Out: its text on standard output, UTF-8, private numbers covered; a table row is one line, its cells divided by tabs
"""

import sys
from pathlib import Path

import click

from dashboards.progress import pages_read
from dashboards.reading import reading_limits
from dashboards.texts.language import language_of
from extract.errors import GazetteError, ReadError
from extract.private import masked
from extract.readers import Limits, listing, read_file
from extract.wording.reasons import reason


@click.command(epilog="Example: zhize read notice.pdf | head")
@click.argument("file", type=click.Path(path_type=Path))
@reading_limits
def read(file: Path, limits: Limits) -> None:
    """Print the text of a FILE as extraction sees it: offsets in facts count its characters.
    The digits of private numbers are stars.

    Text, web page, Markdown, DOCX, DOC, RTF, PDF, scan, picture, XLS, XLSX, ODS, CSV; of a ZIP each document under its name.
    """
    listed = listing([file], limits)
    for aside in (*listed.refused, *(listed.passed if not listed.files else ())):
        raise ReadError(aside.line)
    if file.is_dir():
        raise ReadError("folder_given", path=file)
    failed: GazetteError | None = None
    for one in listed.files:
        try:
            with pages_read(one.name):
                text = masked(read_file(one, limits).text)
        except GazetteError as error:
            if not one.members:
                raise
            click.echo(reason("refused_error", why=error).text(language_of()), err=True)
            failed = error
            continue
        _print(f"== {one.name}\n{text}\n" if one.members else text)
    if failed:
        raise SystemExit(1)


def _print(text: str) -> None:
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
    else:
        stream.write(text.encode("utf-8", "surrogatepass"))
        stream.flush()
