"""Numbers of a drawing with no more places than the eye can tell apart, for every picture carries the icons that it shows."""

import re
import xml.etree.ElementTree as ElementTree

ARGUMENTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
SEPARATORS = re.compile(r"[\s,]*")
RESIZED = re.compile(r"scale|matrix")


def places(view_box: str) -> int:
    """A hundredth of a unit of a 24-unit icon is a fiftieth of a pixel where it is shown at 48 px."""
    side = max(map(float, view_box.split()[2:]))
    return 1 if side >= 200 else 2 if side >= 16 else 3


def number(text: str, decimals: int) -> str:
    short = f"{float(text):.{decimals}f}".rstrip("0").rstrip(".") if decimals else f"{float(text):.0f}"
    if short.lstrip("-") in ("", "0"):
        return "0"
    return short.replace("0.", ".", 1) if short.startswith(("0.", "-0.")) else short


def path(text: str, decimals: int) -> str:
    """The same path; one that does not read as SVG 1.1 says stays as it is."""
    out, at, command, count = [], 0, "", 0
    while at < len(text):
        at = SEPARATORS.match(text, at).end()
        if at == len(text):
            break
        if text[at].lower() in ARGUMENTS:
            command, count, at = text[at], 0, at + 1
            out.append(command)
            continue
        # The two flags of an arc may stand without anything between them.
        is_flag = command in ("a", "A") and count % 7 in (3, 4)
        match = re.compile(r"[01]").match(text, at) if is_flag else NUMBER.match(text, at)
        if match is None or not ARGUMENTS.get(command.lower()):
            return text
        word = match.group() if is_flag else number(match.group(), decimals)
        parted = word.startswith("-") or (word.startswith(".") and "." in out[-1])
        if count and not parted:
            out.append(" ")
        out.append(word)
        at, count = match.end(), count + 1
    return "".join(out)


def shorten(element: ElementTree.Element, decimals: int) -> None:
    """All paths and polygons below an element, but for those that a transform makes larger or smaller."""
    if RESIZED.search(element.get("transform", "")):
        return
    if "d" in element.attrib:
        element.set("d", path(element.get("d"), decimals))
    if "points" in element.attrib:
        element.set("points", NUMBER.sub(lambda match: number(match.group(), decimals), element.get("points")))
    for child in element:
        shorten(child, decimals)
