"""Turns an icon's <style> rules and style attributes into presentation attributes.

Many vendor icons share class names (".cls-1" stands in 67 Google icons). Inlined in one picture, each would restyle the others,
so no rule and no class is left behind. Only what icons use is understood: selectors of one compound (tag, .class, #id, *).
"""

import re

# Properties that SVG also takes as attributes. Others have no effect on an icon without text and are dropped.
PRESENTATION = frozenset(
    """clip-path clip-rule color color-interpolation-filters display fill fill-opacity fill-rule filter flood-color
    flood-opacity lighting-color marker-end marker-mid marker-start mask opacity overflow shape-rendering stop-color stop-opacity
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    transform vector-effect visibility""".split())
# Properties that change the drawing but exist only in CSS.
CSS_ONLY = frozenset("isolation mix-blend-mode mask-type paint-order".split())


class UnsupportedStyle(Exception):
    pass


def declarations(text: str) -> dict[str, str]:
    found = {}
    for part in _without_comments(text).split(";"):
        name, colon, value = part.partition(":")
        if colon and value.strip():
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found


def rules(text: str) -> list[tuple[str, dict[str, str]]]:
    """(selector, declarations) in document order; at-rules (media queries for dark pages, imports) are left out."""
    found = []
    text = re.sub(r"@[\w-]+[^{};]*(\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|;)", "", _without_comments(text))
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        found += [(selector.strip(), declarations(body)) for selector in selectors.split(",")]
    return found


def apply(root, sheet: list[tuple[str, dict[str, str]]]) -> None:
    """Gives every element the attributes that the rules and its own style attribute give it, and removes both."""
    by_weight = sorted(((_compound(selector), body) for selector, body in sheet), key=lambda rule: rule[0].weight)
    for element in root.iter():
        styled = {}
        for compound, body in by_weight:  # equal weights stay in document order: the later rule wins
            if compound.matches(element):
                styled.update(body)
        styled.update(declarations(element.attrib.pop("style", "")))
        element.attrib.pop("class", None)
        _set_attributes(element, styled)


def _set_attributes(element, styled: dict[str, str]) -> None:
    css_only = []
    for name, value in styled.items():
        if name in PRESENTATION:
            element.set(name, value)
        elif name in CSS_ONLY:
            css_only.append(f"{name}:{value}")
    if css_only:
        element.set("style", ";".join(css_only))


class _Compound:
    """One compound selector, such as "path", ".a.b" or "circle#sun"."""

    def __init__(self, tag: str, classes: list[str], ids: list[str]):
        self.tag, self.classes, self.ids = tag, set(classes), ids
        self.weight = (len(ids), len(classes), int(tag not in ("", "*")))

    def matches(self, element) -> bool:
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        return (self.tag in ("", "*", tag) and self.classes <= set(element.get("class", "").split()) and
                all(element.get("id") == name for name in self.ids))


def _compound(selector: str) -> _Compound:
    if selector in (":root", "svg:root"):
        selector = "svg"
    match = re.fullmatch(r"(\*|[\w-]+)?((?:[.#][\w-]+)*)", selector)
    if not match:
        raise UnsupportedStyle(f"selector \"{selector}\"")
    parts = match.group(2)
    return _Compound(match.group(1) or "", re.findall(r"\.([\w-]+)", parts), re.findall(r"#([\w-]+)", parts))


def _without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
