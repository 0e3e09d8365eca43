"""A projection whose every text is as hard as a document can make it."""

from graph.projection.draft import Projection
from graph.projection.elements import Node, Value

HARD = "<b>&\"'\\\x0b=1+1\n二行\u202e\t</script>"
SHOWN = "<b>&\"'\\=1+1\n二行 </script>"


def hard() -> Projection:
    """One official and one document of that name."""
    names: dict[str, Value] = {"name": HARD, "names": (HARD, "甲")}
    return Projection((Node("Document", "d", "1", {"name": HARD, "file": HARD}), Node("Official", "k", "1", names)), ())
