"""Round red stamps on a page: taken off before it is read, for they lie over names, dates and the rules of tables.

In:  pixels   Out: the same page, the red of each stamp as paper; red heads (安山县人民政府文件) stay, for they are no rings
"""

from typing import Any

import cv2
import numpy as np

RED = 60  # by how much red outweighs the other colours
LEAST, MOST = 0.06, 0.5  # of the width of a page that a stamp takes
ROUND = 1.3  # width to height at most
RING = 0.75  # share of a ring that is inked
POINTS = 72  # of a ring that are looked at
NEAR = 3  # pixels
JOINED = 7  # pixels by which the ink of a stamp may be broken
PAPER = 255
SHARE = 0.0005  # of a page that must be red


def without_stamps(picture: Any) -> Any:
    """The page without the red of its round stamps."""
    if picture.ndim != 3:
        return picture
    colours = picture.astype(np.int16)
    red = ((colours[:, :, 0] - np.maximum(colours[:, :, 1], colours[:, :, 2])) > RED).astype(np.uint8)
    if red.sum() < SHARE * red.size:
        return picture
    joined = cv2.morphologyEx(red, cv2.MORPH_CLOSE, np.ones((JOINED, JOINED), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    width = picture.shape[1]
    cleaned = None
    for x, y, w, h, _ in stats[1:count].tolist():
        if (
            LEAST * width <= w <= MOST * width
            and w <= ROUND * h
            and h <= ROUND * w
            and _is_ring(joined[y : y + h, x : x + w])
        ):
            cleaned = picture.copy() if cleaned is None else cleaned
            around = cv2.dilate(red[y : y + h, x : x + w], np.ones((NEAR, NEAR), np.uint8)) > 0
            light = cleaned[y : y + h, x : x + w].max(axis=2) > PAPER // 2
            cleaned[y : y + h, x : x + w][around & light] = PAPER
    return picture if cleaned is None else cleaned


def _is_ring(inked: Any) -> bool:
    """Whether ink runs along the edge of a box as an ellipse does."""
    height, width = inked.shape
    turn = np.linspace(0, 2 * np.pi, POINTS, endpoint=False)
    seen = np.zeros(POINTS, dtype=bool)
    for share in (0.49, 0.47, 0.45):
        xs = np.clip((width * (0.5 + share * np.cos(turn))).astype(int), 0, width - 1)
        ys = np.clip((height * (0.5 + share * np.sin(turn))).astype(int), 0, height - 1)
        seen |= inked[ys, xs] > 0
    return bool(seen.mean() >= RING)
