#!/usr/bin/env python3
"""Compiles data/themes/*.json into the constant tables of src/scene/theme.hpp.

usage: compile.py SCHEMA OUT.cpp THEME.json...

Fails if a theme lacks a key that the schema requires, has one more, or has a colour that is not #RRGGBB: a picture can
then ask for any key of the schema in any theme.
"""
import json
import re
import sys


def check(path, theme, schema):
    required = set(schema["properties"]["colors"]["required"])
    keys = set(theme["colors"])
    if keys != required:
        raise SystemExit(f"{path}: missing {sorted(required - keys)}, unknown {sorted(keys - required)}")
    for key, color in theme["colors"].items():
        if not re.fullmatch("#[0-9A-F]{6}", color):
            raise SystemExit(f"{path}: {key} is {color!r}, not #RRGGBB")


def identifier(theme):
    return "k_" + theme["name"].replace("-", "_")


def table(theme):
    rows = ",\n".join(f'    {{"{key}", 0x{color[1:]}}}' for key, color in sorted(theme["colors"].items()))
    return f'constexpr ThemeEntry {identifier(theme)}[] = {{\n{rows}}};\n'


def main(schema_path, out_path, theme_paths):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    themes = []
    for path in theme_paths:
        with open(path, encoding="utf-8") as file:
            themes.append(json.load(file))
        check(path, themes[-1], schema)
    names = ", ".join(f'{{"{theme["name"]}", {identifier(theme)}}}' for theme in themes)
    with open(out_path, "w", encoding="utf-8") as out:
        out.write("// Made by tools/themes/compile.py.\n#include \"scene/theme_table.hpp\"\n\nnamespace skydraft::scene {\nnamespace {\n")
        out.write("".join(table(theme) for theme in themes))
        out.write(f"constexpr NamedTheme kThemes[] = {{{names}}};\n}}  // namespace\n")
        out.write("std::span<const NamedTheme> theme_tables() { return kThemes; }\n}  // namespace skydraft::scene\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
