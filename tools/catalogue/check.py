"""Says what is wrong with the catalogue's data: against the schema, among its kinds, and with the icons that are installed."""
import json
import re
from pathlib import Path

TYPES = {"object": dict, "array": list, "string": str}


def check_schema(value, schema, where, fail):
    """The part of JSON Schema that data/schema/catalogue.schema.json uses."""
    if "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        fail(f'{where}: not a {schema["type"]}')
        return
    if "enum" in schema and value not in schema["enum"]:
        fail(f'{where}: "{value}" is none of {", ".join(schema["enum"])}')
    if isinstance(value, str):
        if len(value) < schema.get("minLength", 0) or not re.search(schema.get("pattern", ""), value):
            fail(f'{where}: "{value}" does not match {schema.get("pattern", "a text")}')
    if isinstance(value, list):
        for number, item in enumerate(value):
            name = item.get("id", number) if isinstance(item, dict) else number
            check_schema(item, schema.get("items", {}), f"{where}: {name}", fail)
    if isinstance(value, dict):
        for key in schema.get("required", []):
            if key not in value:
                fail(f"{where}: no {key}")
        for key, item in value.items():
            known = schema.get("properties", {})
            if key in known:
                check_schema(item, known[key], f"{where}: {key}", fail)
            elif schema.get("additionalProperties", True) is False:
                fail(f"{where}: unknown field {key}")


def check_kinds(kinds, normalise, fail):
    """Ids are unique, containers are known, and within one provider a name means one kind."""
    ids, names = {}, {}
    for kind in kinds:
        where = f'{kind["file"]}: {kind["id"]}'
        if kind["id"] in ids:
            fail(f"{where}: defined twice")
        ids[kind["id"]] = kind
        provider = kind["id"].split(".")[0]
        for name in dict.fromkeys([kind["name"], *kind.get("aliases", [])]):
            text = normalise(name)
            other = names.setdefault((provider, text), kind["id"])
            if not text:
                fail(f'{where}: "{name}" has no word')
            if other != kind["id"] and text not in (normalise(ids[other]["short"]), normalise(kind["short"])):
                fail(f'{where}: "{name}" already names {other}')
    for kind in kinds:
        for outer in kind.get("inside", []):
            if outer not in ids:
                fail(f'{kind["file"]}: {kind["id"]}: inside unknown kind {outer}')


def check_rules(rules, kinds, fail):
    ids = {kind["id"] for kind in kinds}
    for prefix, kind in rules.items():
        if prefix != prefix.lower():
            fail(f"resources.json: {prefix}: types are compared in lower case")
        if kind not in ids:
            fail(f"resources.json: {prefix}: unknown kind {kind}")


def icon_file(icon: str, root: Path) -> Path | None:
    """The file that must exist for the icon, None if its package is not installed or needs no file of its own."""
    pack, name = icon.split("/", 1)
    name = name.split(":")[0]
    modules = root / "node_modules"
    places = {
        "glyph": (root / "data/icons/glyphs", root / "data/icons/glyphs" / f"{name}.svg"),
        "aws": (modules / "aws-icons", modules / "aws-icons/icons" / f"{name}.svg"),
        "thesvg": (modules / "@thesvg/icons", modules / "@thesvg/icons/dist" / f"{name}.js"),
        "simple": (modules / "simple-icons", modules / "simple-icons/icons" / f"{name}.svg"),
    }
    package, file = places.get(pack, (None, None))
    return file if package and package.is_dir() else None


def check_icons(kinds, root: Path, fail):
    for kind in kinds:
        file = icon_file(kind["icon"], root) if kind.get("icon") else None
        if file and not file.is_file():
            fail(f'{kind["file"]}: {kind["id"]}: there is no icon {kind["icon"]}')


def load_schema(root: Path):
    return json.loads((root / "data/schema/catalogue.schema.json").read_text(encoding="utf-8"))
