#!/usr/bin/env python3
"""Checks data/catalogue/*.json and compiles it into the constant tables of src/catalogue.

    compile.py --root . --out build/dev/catalogue [--modules node_modules]

Writes catalogue.inc (kinds, names, resource types) and words.inc (plurals). Every mistake is named with its file and kind, all of
them in one run; exit 1 if there is one.
"""
import argparse
import json
import sys
from pathlib import Path

import check
import names
import providers
import tables
from normalise import Normaliser

NOT_KINDS = ("resources.json", "words.json")


def load_kinds(folder: Path, schema, fail):
    kinds = []
    for path in sorted(folder.glob("*.json")):
        if path.name in NOT_KINDS:
            continue
        before = []
        try:
            file = json.loads(path.read_text(encoding="utf-8"))
            check.check_schema(file, schema, path.name, before.append)
        except ValueError as why:
            before.append(f"{path.name}: {why}")
        for mistake in before:
            fail(mistake)
        if not before:
            kinds += [kind | {"file": path.name} for kind in file["kinds"]]
    return kinds


def load_rules(folder: Path):
    file = folder / "resources.json"
    if not file.is_file():
        return {}
    rules = json.loads(file.read_text(encoding="utf-8"))["rules"]
    return {prefix: kind for kind, prefixes in rules.items() for prefix in prefixes}


def write(path: Path, lines):
    text = "\n".join(lines) + "\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).parents[2])
    parser.add_argument("--data", type=Path, help="another folder of kinds, for tests")
    parser.add_argument("--modules", type=Path, help="node_modules; without it only what is written by hand")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    data = options.data or options.root / "data/catalogue"

    mistakes = []
    normalise = Normaliser(options.root / "data/catalogue/words.json")
    kinds = load_kinds(data, check.load_schema(options.root), mistakes.append)
    rules = load_rules(data)
    check.check_kinds(kinds, normalise, mistakes.append)
    check.check_rules(rules, kinds, mistakes.append)
    check.check_icons(kinds, options.root, mistakes.append)
    if mistakes:
        sys.exit("\n".join(mistakes))

    if options.modules and options.modules.is_dir():
        more_rules, more_kinds = providers.cloudformation(options.modules, kinds, rules)
        rules |= more_rules
        kinds += more_kinds
    kinds.sort(key=lambda kind: kind["id"].encode())

    options.out.mkdir(parents=True, exist_ok=True)
    write(options.out / "catalogue.inc", [*tables.kinds_table(kinds), *tables.alias_tables(names.all_aliases(kinds, normalise)),
                                          *tables.rules_table(rules, kinds)])
    words = json.loads((options.root / "data/catalogue/words.json").read_text(encoding="utf-8"))
    write(options.out / "words.inc", tables.words_table(words))


if __name__ == "__main__":
    main()
