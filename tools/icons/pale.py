"""Finds drawings made for dark pages: all paint is white, nothing would be seen on a tile."""

import re
import xml.etree.ElementTree as ElementTree

SHAPES = frozenset("path rect circle ellipse polygon polyline line".split())
UNSEEN = frozenset("defs clipPath mask symbol pattern".split())  # not drawn where they stand
NEARLY_WHITE = 0.93


def is_pale(body: str) -> bool:
    root = ElementTree.fromstring(f"<svg>{body}</svg>")
    paints = set()
    pending = [(root, "#000", "none")]
    while pending:
        element, fill, stroke = pending.pop()
        fill, stroke = element.get("fill", fill), element.get("stroke", stroke)
        if element.tag in SHAPES:
            paints.update((fill, stroke))
        pending += [(child, fill, stroke) for child in element if child.tag not in UNSEEN]
    if any(paint.startswith("url(") for paint in paints):
        paints.update(stop.get("stop-color", "#000") for stop in root.iter("stop"))
    lights = [light for light in map(_lightness, paints) if light is not None]
    return bool(lights) and min(lights) > NEARLY_WHITE


def _lightness(paint: str) -> float | None:
    """0 for black, 1 for white; nothing for what paints nothing by itself. Colours by name other than white count as dark."""
    if paint in ("none", "transparent") or paint.startswith("url("):
        return None
    if paint.lower() == "white":
        return 1.0
    digits = re.fullmatch(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})", paint.strip())
    if not digits:
        return 0.0
    text = digits.group(1)
    wide = text if len(text) >= 6 else "".join(2 * digit for digit in text)
    red, green, blue = (int(wide[i:i + 2], 16) / 255 for i in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue
