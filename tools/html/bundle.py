#!/usr/bin/env python3
"""Puts the files of the exported HTML page together for src/render/html/assets.hpp.

usage: bundle.py OUT.cpp PAGE_FOLDER THEME.json...

main.js and what it imports become one classic script, each file once, a block of its own, after what it needs: a page opened
from a disk may not load modules. No two files may export the same name. The themes become CSS variables.
"""
import json
import pathlib
import re
import sys

IMPORT = re.compile(r'^import (?:[^;]*? from )?"\./([\w-]+\.js)";\n', re.M)
EXPORT = re.compile(r"^export (const|let|function) (\w+)( =|;|(?=\())", re.M)


def bundle(folder: pathlib.Path) -> str:
    blocks, seen, names = [], set(), {}

    def add(name: str):
        if name in seen:
            return
        seen.add(name)
        text = (folder / name).read_text(encoding="utf-8")
        for needed in IMPORT.findall(text):
            add(needed)
        for _, exported, _ in EXPORT.findall(text):
            if names.setdefault(exported, name) != name:
                raise SystemExit(f"{name}: {exported} is also exported by {names[exported]}")
        blocks.append("{\n" + shortened(EXPORT.sub(assigned, IMPORT.sub("", text))) + "}\n")

    add("main.js")
    unused = {file.name for file in folder.glob("*.js")} - seen
    if unused:
        raise SystemExit(f"nothing imports {sorted(unused)}")
    return f'(() => {{\n"use strict";\nlet {", ".join(sorted(names))};\n{"".join(blocks)}}})();\n'


def assigned(export: re.Match) -> str:
    """Exported names stand outside the file's block, so that every importer sees their last value."""
    word, name, rest = export.groups()
    if word == "function":
        return f"{name} = function"
    return "" if rest == ";" else f"{name} ="


def shortened(text: str) -> str:
    """Without comments that have a line of their own, blank lines and indentation."""
    text = re.sub(r"^\s*/\*\*?.*?\*/\n", "", text, flags=re.M | re.S)
    lines = (line.strip() for line in text.splitlines())
    return "".join(line + "\n" for line in lines if line and not line.startswith("//"))


def variables(theme: dict) -> str:
    return "".join(f"--{key}:{color.lower()};" for key, color in sorted(theme["colors"].items()))


def theme_rules(files: list[str]) -> str:
    themes = [json.loads(pathlib.Path(file).read_text(encoding="utf-8")) for file in files]
    light, dark = (variables(next(t for t in themes if t["name"] == name)) for name in ("light", "dark"))
    # Paper is white: print is light whatever the screen is.
    return (f":root{{{light}color-scheme:light}}\n"
            f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}color-scheme:dark}}}}\n"
            f"@media screen{{:root[data-theme=dark]{{{dark}color-scheme:dark}}}}\n")


def literal(text: str) -> str:
    """Adjacent raw strings: compilers limit the length of one."""
    assert ')page"' not in text
    pieces = [text[at:at + 8000] for at in range(0, len(text), 8000)] or [""]
    return "\n".join(f'R"page({piece})page"' for piece in pieces)


def main(out: str, folder: str, themes: list[str]) -> None:
    page = pathlib.Path(folder)
    texts = {"page_template": (page / "page.html").read_text(encoding="utf-8"),
             "page_style": theme_rules(themes) + shortened((page / "page.css").read_text(encoding="utf-8")),
             "gallery_style": theme_rules(themes) + shortened((page / "gallery.css").read_text(encoding="utf-8")),
             "page_script": bundle(page)}
    body = "".join(f"std::string_view {name}() {{\n  return {literal(text)};\n}}\n" for name, text in texts.items())
    pathlib.Path(out).write_text("// Made by tools/html/bundle.py.\n#include \"render/html/assets.hpp\"\n\nnamespace skydraft::render {\n"
                                 + body + "}  // namespace skydraft::render\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
