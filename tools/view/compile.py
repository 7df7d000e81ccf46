#!/usr/bin/env python3
"""Compiles data/view/wording.json and data/view/views.json into constant C++ tables: compile.py WORDING.json VIEWS.json OUT.cpp."""
import json
import sys


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def array(name, values):
    if not values:
        return f"constexpr std::span<const std::string_view> {name}{{}};\n"
    items = ", ".join(quoted(v) for v in values)
    return f"constexpr std::string_view {name}[] = {{{items}}};\n"


def view_rules(views):
    """The rules of the themed views; what a rule does not say is empty or false."""
    lists = ["kinds", "categories", "inside", "except_inside", "needs_holds", "frames", "relations", "policies"]
    out, rows = [], []
    for view in views:
        known = {"id", "title", "subtitle", "applied", "neighbours", "folds", "boundaries", "least", *lists}
        if set(view) - known:
            sys.exit(f"views.json: view {view['id']}: unknown keys {sorted(set(view) - known)}")
        names = [f"k_view_{view['id']}_{key}" for key in lists]
        out += [array(name, view.get(key, [])) for name, key in zip(names, lists)]
        flags = ", ".join(str(bool(view.get(key, False))).lower() for key in ["applied", "neighbours", "folds", "boundaries"])
        texts = ", ".join(quoted(view[key]) for key in ["id", "title", "subtitle"])
        rows.append(f"ViewRule{{{texts}, {', '.join(names)}, {flags}, {int(view['least'])}}}")
    out.append(f"constexpr ViewRule k_view_rules[] = {{{', '.join(rows)}}};\n")
    return out


def main():
    wording, views, target = sys.argv[1:]
    with open(wording, encoding="utf-8") as file:
        data = json.load(file)
    with open(views, encoding="utf-8") as file:
        rules = json.load(file)["views"]
    lists = [k for k, v in data.items() if isinstance(v, list) and all(isinstance(x, str) for x in v)]
    maps = [k for k, v in data.items() if isinstance(v, dict)]

    out = ['// Made by tools/view/compile.py from data/view.\n#include "view/wording_data.hpp"\n',
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
    out += view_rules(rules)
    out.append("}  // namespace\n")
    out += [f"std::span<const std::string_view> {name}() {{ return k_{name}; }}\n" for name in lists]
    out += [f"std::span<const Pair> {name}() {{ return k_{name}; }}\n" for name in maps]
    out.append("std::span<const Fold> folds() { return k_folds; }\n")
    out.append("std::span<const ViewRule> view_rules() { return k_view_rules; }\n}  // namespace skydraft::view::data\n")
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(out))


main()
