"""Makes a vendor's SVG fit for standing beside others in one picture, without changing how it looks.

Removed: comments, titles, metadata, editors' namespaces, scripts' hooks, <style> and classes (stylesheet.py). Added: a viewBox
where only a size was given. Numbers lose the places that cannot be seen (shorten.py). Ids get a prefix of their own for each icon. What cannot be made safe (raster images, live text,
scripts, references to other files) is refused.
"""

import re
import xml.etree.ElementTree as ElementTree
import zlib
from dataclasses import dataclass

import shorten
import stylesheet
from vendors import Drawing, Unavailable

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
DROPPED = frozenset("title desc metadata style animate animateTransform animateMotion set".split())
REFUSED = frozenset("script image text foreignObject feImage iframe audio video".split())
SHAPES = frozenset("path rect circle ellipse polygon polyline line".split())
KEPT_ON_ROOT = stylesheet.PRESENTATION - {"overflow", "transform"}
MEANINGLESS = re.compile(r"(data|aria|on\w+|role|version|baseProfile|focusable|tabindex|name|enable-background|xmlns)(-.*)?$")
# The ink of AWS's general icons. AWS delivers them in a light and a dark version: the ink takes the colour of the text.
GENERAL_AWS_INK = frozenset(["#242f3e", "#232f3d", "#232f3e"])


@dataclass(frozen=True)
class Prepared:
    view_box: str
    body: str
    uses_ink: bool
    filled: bool


def prepare(icon_id: str, drawing: Drawing, ink_marks: frozenset[str]) -> Prepared:
    root = _parse(drawing.svg)
    view_box = "5 5 64 64" if icon_id.startswith("aws/category/") else _view_box(root)  # off with the grey outer frame
    if drawing.root_fill and "fill" not in root.attrib:
        root.set("fill", drawing.root_fill)
    try:
        stylesheet.apply(root, _sheet(root))
    except stylesheet.UnsupportedStyle as problem:
        raise Unavailable(str(problem)) from None
    _strip(root)
    _prefix_ids(root, id_prefix(icon_id))
    shorten.shorten(root, shorten.places(view_box))
    filled = drawing.pack == "kubernetes" or _has_background(root, view_box)
    ink = _takes_ink(icon_id, drawing, root, filled, ink_marks)
    return Prepared(view_box, _body(root), ink, filled)


def id_prefix(icon_id: str) -> str:
    """Depends on the icon alone, so that adding an icon changes no other."""
    number, digits = zlib.crc32(icon_id.encode()), ""
    while number:
        number, digit = divmod(number, 36)
        digits += "0123456789abcdefghijklmnopqrstuvwxyz"[digit]
    return f"i{digits}-"


def _parse(svg: str) -> ElementTree.Element:
    declared = set(re.findall(r"xmlns:([\w-]+)=", svg))
    used = set(re.findall(r"[<\s]/?([\w-]+):[\w-]+[=\s/>]", svg)) - {"xml", "xmlns"} - declared
    missing = "".join(f' xmlns:{prefix}="urn:undeclared:{prefix}"' for prefix in sorted(used))
    if missing:
        svg = re.sub(r"<svg\b", f"<svg{missing}", svg, count=1)
    try:
        root = ElementTree.fromstring(svg.strip().removeprefix("\ufeff"))
    except ElementTree.ParseError as problem:
        raise Unavailable(f"not well-formed: {problem}") from None
    if root.tag not in ("svg", f"{SVG}svg"):
        raise Unavailable("not an SVG")
    return root


def _view_box(root: ElementTree.Element) -> str:
    numbers = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    if len(numbers) != 4:
        numbers = ["0", "0", root.get("width", ""), root.get("height", "")]
        numbers = [number.strip().removesuffix("px") for number in numbers]
    if not all(re.fullmatch(r"-?\d*\.?\d+(e-?\d+)?", number) for number in numbers) or min(map(float, numbers[2:])) <= 0:
        raise Unavailable("neither a viewBox nor a size")
    return " ".join(numbers)


def _sheet(root: ElementTree.Element) -> list:
    return [rule for element in root.iter() if _local(element) == "style" for rule in stylesheet.rules(element.text or "")]


def _local(element: ElementTree.Element) -> str:
    """The element's name if it is SVG's own, else nothing."""
    return element.tag.removeprefix(SVG) if "{" not in element.tag.removeprefix(SVG) else ""


def _strip(element: ElementTree.Element) -> None:
    for child in list(element):
        name = _local(child)
        if name in REFUSED and "requiredExtensions" not in child.attrib:
            raise Unavailable(f"<{name}>")
        if not name or name in DROPPED or name in REFUSED:
            element.remove(child)
        else:
            _strip(child)
    href = element.attrib.pop(XLINK_HREF, None)
    if href:
        element.set("href", href)
    for name, value in list(element.attrib.items()):
        if "{" in name or MEANINGLESS.match(name):
            del element.attrib[name]
        elif (name == "href" and not value.startswith("#")) or re.search(r"url\(\s*['\"]?(?!\s*['\"]?#)", value):
            raise Unavailable("refers to another file")


def _prefix_ids(root: ElementTree.Element, prefix: str) -> None:
    reference = re.compile(r"url\(\s*['\"]?#([^'\")]+?)['\"]?\s*\)")
    used = set()
    for element in root.iter():
        for name, value in element.attrib.items():
            used.update(reference.findall(value))
            if name == "href":
                used.add(value[1:])
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            if name == "id":
                del element.attrib[name]
                if value in used:
                    used.remove(value)  # an id that stands twice means its first element
                    element.set(name, prefix + _id_word(value))
            elif name == "href":
                element.set(name, f"#{prefix}{_id_word(value[1:])}")
            else:
                element.set(name, reference.sub(lambda match: f"url(#{prefix}{_id_word(match.group(1))})", value))


def _id_word(name: str) -> str:
    return re.sub(r"[^\w.-]", "_", name)


def _has_background(root: ElementTree.Element, view_box: str) -> bool:
    """Whether the first thing drawn is one full rectangle over the whole icon."""
    x, y, width, height = map(float, view_box.split())
    first = next((element for element in root.iter() if _local(element) in SHAPES), None)
    if first is None or first.get("fill", "") == "none" or "transform" in first.attrib:
        return False
    number = r"(-?\d*\.?\d+)"
    if _local(first) == "rect":
        box = [first.get(name, "0").removesuffix("px") for name in ("x", "y", "width", "height")]
    else:
        square = re.fullmatch(rf"M{number}[ ,]?{number}h{number}v{number}H{number}[zZ]", first.get("d", "").strip())
        box = list(square.groups()[:4]) if square else []
    try:
        left, top, w, h = map(float, box)
    except ValueError:
        return False
    return left <= x and top <= y and left + w >= x + width and top + h >= y + height


def _takes_ink(icon_id: str, drawing: Drawing, root: ElementTree.Element, filled: bool, ink_marks: frozenset[str]) -> bool:
    """Decides whether the icon is drawn in the text's colour, and if so paints it with currentColor."""
    painted = [(e, name) for e in root.iter() for name in ("fill", "stroke") if e.get(name, "none") != "none"]
    if drawing.pack == "own":
        return True
    paints = {element.get(name).lower() for element, name in painted}
    general = drawing.pack == "aws" and not filled and paints and paints <= GENERAL_AWS_INK
    if not general and icon_id not in ink_marks:
        _replace_paint(painted, "currentcolor", "#000")  # what it is when the file stands alone
        return False
    for element, name in painted:
        element.set(name, "currentColor")
    if not painted:
        root.set("fill", "currentColor")
    return True


def _replace_paint(painted: list, old: str, new: str) -> None:
    for element, name in painted:
        if element.get(name).lower() == old:
            element.set(name, new)


def _body(root: ElementTree.Element) -> str:
    inherited = {name: value for name, value in root.attrib.items() if name in KEPT_ON_ROOT or name == "style"}
    inner = "".join(_text(child) for child in root)
    return f"<g{_attributes(inherited)}>{inner}</g>" if inherited else inner


def _text(element: ElementTree.Element) -> str:
    name = {"a": "g"}.get(_local(element), _local(element))
    inner = "".join(_text(child) for child in element)
    opening = name + _attributes(element.attrib)
    return f"<{opening}>{inner}</{name}>" if inner else f"<{opening}/>"


def _attributes(attributes: dict[str, str]) -> str:
    escaped = {"&": "&amp;", "<": "&lt;", '"': "&quot;"}
    clean = ((name, re.sub(r"\s+", " ", value).strip()) for name, value in attributes.items())
    return "".join(f' {name}="{re.sub("[&<]|" + chr(34), lambda c: escaped[c.group()], value)}"' for name, value in clean)
