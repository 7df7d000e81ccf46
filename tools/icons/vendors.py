"""Where each vendor's icon lies in node_modules, and which of them may be bundled.

Icon ids (the names the catalogue uses):
  aws/<folder>/<FileBase>             npm aws-icons           aws/architecture-service/AmazonRDS
  kubernetes/<name>                   npm @isoflow/isopacks   kubernetes/k8s-deploy
  thesvg/<slug>, thesvg/<slug>:<variant>  npm @thesvg/icons   thesvg/prometheus, thesvg/flask:light
  simple/<slug>                       npm simple-icons        simple/haproxy
  glyph/<name>                        data/icons/glyphs       glyph/database

The packages' JavaScript is read as text; none of it is run.
"""

import base64
import functools
import json
import pathlib
import re
from dataclasses import dataclass


class Unavailable(Exception):
    """This icon cannot be bundled; the message says why."""


@dataclass(frozen=True)
class Drawing:
    """One icon as its vendor delivers it."""

    svg: str
    pack: str  # whose art: "aws", "azure", "gcp", "kubernetes", "brands", "own"
    licence: str  # as its source states it
    title: str = ""
    root_fill: str | None = None  # a fill the collection keeps beside the file (simple-icons: the brand's colour)


class Vendors:
    def __init__(self, glyphs: pathlib.Path, modules: pathlib.Path | None, licences: dict):
        self.glyphs = glyphs
        self.modules = modules
        self.allowed = set(licences["allowed"])
        self.reviewed = set(licences["reviewed"])

    def find(self, icon_id: str) -> Drawing:
        vendor, _, name = icon_id.partition("/")
        finders = {"glyph": self._glyph, "aws": self._aws, "kubernetes": self._kubernetes, "thesvg": self._thesvg,
                   "simple": self._simple}
        if vendor not in finders:
            raise Unavailable("no such vendor")
        if not re.fullmatch(r"[\w.:/-]+", name) or ".." in name:
            raise Unavailable("not a name")
        if vendor != "glyph" and self.modules is None:
            raise Unavailable("node_modules is not installed")
        return finders[vendor](name)

    def _glyph(self, name: str) -> Drawing:
        return Drawing(_read(self.glyphs / f"{name}.svg"), "own", "Apache-2.0", name)

    def _aws(self, name: str) -> Drawing:
        svg = _read(self.modules / "aws-icons/icons" / f"{name}.svg")
        return Drawing(svg, "aws", "CC-BY-ND-2.0", name.rpartition("/")[2])

    def _kubernetes(self, name: str) -> Drawing:
        icons = _isopack(self.modules / "@isoflow/isopacks/dist/kubernetes.js")
        if name not in icons:
            raise Unavailable("not in the pack")
        return Drawing(base64.b64decode(icons[name]).decode(), "kubernetes", "Apache-2.0", name)

    def _thesvg(self, name: str) -> Drawing:
        slug, _, variant = name.partition(":")
        source = _read(self.modules / "@thesvg/icons/dist" / f"{slug}.js")
        pack = {"azure": "azure", "gcp": "gcp", "aws": "aws"}.get(slug.partition("-")[0], "brands")
        licence = _constant(source, "license") or "Unknown"
        # The vendors' own sets come under the vendors' terms (NOTICE), whatever label the packager put on them.
        if pack == "brands" and licence not in self.allowed and slug not in self.reviewed:
            try:
                return self._simple(slug.replace("-", ""))  # the same mark in one colour, CC0
            except Unavailable:
                raise Unavailable(f"licence \"{licence}\" is neither allowed nor reviewed") from None
        return Drawing(_template(source, variant), pack, licence, _constant(source, "title") or slug)

    def _simple(self, name: str) -> Drawing:
        svg = _read(self.modules / "simple-icons/icons" / f"{name}.svg")
        title = re.search(r"<title>([^<]*)</title>", svg)
        colours = _simple_colours(self.modules / "simple-icons/data/simple-icons.json")
        title = title.group(1) if title else name
        return Drawing(svg, "brands", "CC0-1.0", title, colours.get(title))


def _read(path: pathlib.Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Unavailable("not in the pack") from None


def _constant(source: str, name: str) -> str | None:
    found = re.search(rf'^export const {name} = "((?:[^"\\]|\\.)*)";', source, re.MULTILINE)
    return json.loads(f'"{found.group(1)}"') if found else None


def _template(source: str, variant: str) -> str:
    """The SVG in a module's template literal: its main one, or one of its variants."""
    literal = r"`((?:[^`\\]|\\.)*)`"
    if not variant or variant == "default":
        found = re.search(rf"^export const svg = {literal};", source, re.MULTILINE | re.DOTALL)
    else:
        variants = source[source.find("export const variants"):]
        found = re.search(rf'^  "?{re.escape(variant)}"?: {literal}', variants, re.MULTILINE | re.DOTALL)
    if not found:
        raise Unavailable("no such variant")
    return re.sub(r"\\(.)", r"\1", found.group(1), flags=re.DOTALL)


@functools.cache
def _isopack(path: pathlib.Path) -> dict[str, str]:
    pattern = r'id:"([^"]+)",name:"[^"]*",url:"data:image/svg\+xml;base64,([^"]+)"'
    return dict(re.findall(pattern, _read(path)))


@functools.cache
def _simple_colours(path: pathlib.Path) -> dict[str, str]:
    entries = json.loads(_read(path))
    entries = entries["icons"] if isinstance(entries, dict) else entries
    return {entry["title"]: f"#{entry['hex']}" for entry in entries}
