#!/usr/bin/env python3
"""Packs the icons the catalogue names into the files src/icons is built from.

Reads   data/catalogue/*.json (every "icon"), data/icons/extra.json, data/icons/glyphs/*.svg, the packages in node_modules.
Writes  <out>/icons.blob  all bodies, one after the other;  <out>/icons.inc  one table row per icon, sorted by id;
        <out>/packs.inc   whose art it is;
        <out>/report.txt  what is bundled, by pack and licence, and what is missing and why.
Missing icons are no failure: the picture falls back to a glyph of the category.
"""

import argparse
import collections
import json
import pathlib
import sys

from pale import is_pale
from prepare import Prepared, id_prefix, prepare
from vendors import Drawing, Unavailable, Vendors


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).parents[2])
    arguments.add_argument("--out", type=pathlib.Path, required=True)
    arguments.add_argument("--strict", action="store_true", help="fail if a named icon is missing")
    options = arguments.parse_args()

    settings = json.loads((options.root / "data/icons/extra.json").read_text(encoding="utf-8"))
    modules = options.root / "node_modules"
    vendors = Vendors(options.root / "data/icons/glyphs", modules if modules.is_dir() else None, settings["licences"])
    bundled, missing = collect(wanted(options.root, settings), vendors, frozenset(settings["ink"]))

    options.out.mkdir(parents=True, exist_ok=True)
    write_table(options.out, bundled)
    write_packs(options.out, settings["packs"])
    report = describe(bundled, missing)
    (options.out / "report.txt").write_text(report, encoding="utf-8")
    if missing and options.strict:
        print(report, file=sys.stderr)
        return 1
    return 0


def wanted(root: pathlib.Path, settings: dict) -> list[str]:
    names = set(settings["icons"])
    names.update(f"glyph/{file.stem}" for file in (root / "data/icons/glyphs").glob("*.svg"))
    for file in sorted((root / "data/catalogue").rglob("*.json")):
        names.update(icons_named(json.loads(file.read_text(encoding="utf-8"))))
    return sorted(names)


def icons_named(value) -> set[str]:
    """Every string under a key "icon", at any depth."""
    found = set()
    pending = [value]
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending += node
        elif isinstance(node, dict):
            if isinstance(node.get("icon"), str) and node["icon"]:
                found.add(node["icon"])
            pending += node.values()
    return found


Bundled = dict[str, tuple[Drawing, Prepared]]


def collect(names: list[str], vendors: Vendors, ink_marks: frozenset[str]) -> tuple[Bundled, dict[str, str]]:
    bundled, missing, prefixes = {}, {}, {}
    for name in names:
        try:
            bundled[name] = fit_for_a_tile(name, vendors, ink_marks)
        except Unavailable as reason:
            missing[name] = str(reason)
            continue
        other = prefixes.setdefault(id_prefix(name), name)
        if other != name:
            raise SystemExit(f"{name} and {other} have the same id prefix")
    return bundled, missing


def fit_for_a_tile(name: str, vendors: Vendors, ink_marks: frozenset[str]) -> tuple[Drawing, Prepared]:
    """The icon; a brand's drawing that is white (made for dark pages) or a long lettering gives way to another of its mark."""
    drawing = vendors.find(name)
    first = (drawing, prepare(name, drawing, ink_marks))
    if drawing.pack != "brands" or first[1].uses_ink:
        return first
    seen = [first] if not is_pale(first[1].body) else []
    if seen and is_compact(first[1]):
        return first
    slug = name.partition("/")[2].partition(":")[0]
    for other in (f"thesvg/{slug}:light", f"simple/{slug.replace('-', '')}", f"thesvg/{slug}:mono"):
        try:
            drawing = vendors.find(other)
            icon = prepare(name, drawing, ink_marks)
        except Unavailable:
            continue
        if not is_pale(icon.body):
            seen.append((drawing, icon))
    if not seen:
        raise Unavailable("white on white")
    return next((found for found in seen if is_compact(found[1])), seen[0])


def is_compact(icon: Prepared) -> bool:
    width, height = map(float, icon.view_box.split()[2:])
    return max(width, height) <= 2 * min(width, height)


def write_table(out: pathlib.Path, bundled: Bundled) -> None:
    rows, blob = [], bytearray()
    for name in sorted(bundled):  # by bytes, as find() compares
        drawing, icon = bundled[name]
        body = icon.body.encode()
        flags = f"{str(icon.uses_ink).lower()}, {str(icon.filled).lower()}"
        rows.append(f'{{"{name}", "{icon.view_box}", {len(blob)}, {len(body)}, "{drawing.pack}", {flags}}},\n')
        blob += body
    (out / "icons.inc").write_text("".join(rows), encoding="utf-8")
    (out / "icons.blob").write_bytes(bytes(blob) or b" ")


def write_packs(out: pathlib.Path, packs: dict) -> None:
    rows = (f'{{{quoted(name)}, {quoted(packs[name]["owner"])}, {quoted(packs[name]["terms"])}}},\n' for name in sorted(packs))
    (out / "packs.inc").write_text("".join(rows), encoding="utf-8")


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def describe(bundled: Bundled, missing: dict[str, str]) -> str:
    packs = collections.Counter(drawing.pack for drawing, _ in bundled.values())
    licences = collections.Counter((d.pack, d.licence) for d, _ in bundled.values())
    size = sum(len(icon.body) for _, icon in bundled.values())
    lines = [f"{len(bundled)} icons, {size // 1024} KB: " + ", ".join(f"{pack} {n}" for pack, n in sorted(packs.items()))]
    lines += [f"  {pack}: {licence}: {n}" for (pack, licence), n in sorted(licences.items())]
    lines += [f"{len(missing)} missing"] + [f"  {name}: {reason}" for name, reason in sorted(missing.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
