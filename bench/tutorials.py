"""The pictures of the tutorials, small enough for a repository: the app on the sample gazettes, in both languages.

In:  a workspace with the sample gazettes. Out: docs/tutorials/pictures/<name>-<language>.png, one line each on the terminal.

    python -m bench.tutorials zhize-data docs/tutorials/pictures
"""

import io
import shutil
import sys
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from bench.screenshots import LANGUAGES, shoot
from bench.serving import CHROMIUM_FLAGS, served
from graph.stores.store import Store, open_store
from graph.workspace import Workspace

WIDTH = 1440
SHOWN = 960  # pixels of a picture's width
COLOURS = 160  # chosen so that rare ones are kept
COMMON = 64  # kept as they are: grounds and text


def steps(store: Store) -> dict[str, dict[str, Any]]:
    """The pages that the tutorials show, with the keys that the graph gives their things."""

    def key(label: str, name: str) -> str:
        query = f"MATCH (x:{label}) WHERE x.name = $name RETURN x.key AS key ORDER BY key LIMIT $limit"
        rows = store.read(query, {"name": name, "limit": 1}, limit=1).rows
        return str(rows[0][0]) if rows else ""

    planning = key("Organization", "区发展和改革局")
    science = key("Organization", "区科学技术和经济信息化局")
    return {
        "changes": {"p": "changes", "from": "2022-04-01", "to": "2022-06-30", "off": "relation:appointed"},
        "person": {"p": "official", "key": key("Official", "梅红")},
        "words": {"p": "find", "words": "湿地"},
        "body": {"p": "body", "key": planning},
        "overlaps": {"p": "overlap"},
        "pair": {"p": "pair", "body": planning, "other": science, "view": "network"},
    }


def smaller(path: Path) -> None:
    """The picture at the width of a page of text, in few colours."""
    with Image.open(path) as whole:
        height = round(whole.height * SHOWN / whole.width)
        small = whole.convert("RGB").resize((SHOWN, height), Image.Resampling.LANCZOS)
    path.write_bytes(_few_colours(small))


def _few_colours(picture: Image.Image) -> bytes:
    """The picture as a PNG with a palette: its commonest colours, and others that cover the rest."""
    counted = sorted(picture.getcolors(picture.width * picture.height) or [], reverse=True)[:COMMON]
    kept = [value for _, colour in counted if isinstance(colour, tuple) for value in colour[:3]]
    rest = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette((kept + rest)[: 256 * 3])
    buffer = io.BytesIO()
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def main(workspace: str, folder: str) -> None:
    """Writes the pictures."""
    to = Path(folder)
    to.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with open_store(Workspace(Path(workspace)).store_url) as store:
        shown = steps(store)
    with served("--workspace", workspace) as (base, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        for name, values in shown.items():
            for language in LANGUAGES:
                file = to / f"{name}-{language}.png"
                shoot(browser, base, {**values, "lang": language}, WIDTH, file)
                smaller(file)
                print(f"{file} {file.stat().st_size // 1024} kB")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
