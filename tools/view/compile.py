#!/usr/bin/env python3
"""Compiles data/view/wording.json into constant C++ tables: compile.py WORDING.json OUT.cpp."""
import json
import sys


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def array(name, values):
    items = ", ".join(quoted(v) for v in values)
    return f"constexpr std::string_view {name}[] = {{{items}}};\n"


def main():
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        data = json.load(file)
    lists = [k for k, v in data.items() if isinstance(v, list) and all(isinstance(x, str) for x in v)]
    maps = [k for k, v in data.items() if isinstance(v, dict)]

    out = ['// Made by tools/view/compile.py from data/view/wording.json.\n#include "view/wording_data.hpp"\n',
           "namespace skydraft::view::data {\nnamespace {\n"]
    out += [array(f"k_{name}", data[name]) for name in lists]
    for name in maps:
        pairs = ", ".join(f"Pair{{{quoted(k)}, {quoted(v)}}}" for k, v in data[name].items())
        out.append(f"constexpr Pair k_{name}[] = {{{pairs}}};\n")
    folds = []
    for number, fold in enumerate(data["folds"]):
        out.append(array(f"k_fold_{number}", fold["kinds"]))
        way = {"note": "Note", "scaling": "Scaling", "attach": "Attach", "merge": "Merge"}[fold["as"]]
        folds.append(f"Fold{{k_fold_{number}, FoldAs::{way}, {quoted(fold['title'])}}}")
    out.append(f"constexpr Fold k_folds[] = {{{', '.join(folds)}}};\n")
    out.append("}  // namespace\n")
    out += [f"std::span<const std::string_view> {name}() {{ return k_{name}; }}\n" for name in lists]
    out += [f"std::span<const Pair> {name}() {{ return k_{name}; }}\n" for name in maps]
    out.append("std::span<const Fold> folds() { return k_folds; }\n}  // namespace skydraft::view::data\n")
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(out))


main()
