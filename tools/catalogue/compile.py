#!/usr/bin/env python3
"""Checks data/catalogue/*.json and compiles it into the constant tables of src/catalogue.

    compile.py --data data/catalogue --out FILE.inc

Every mistake is named with its file and kind, all of them in one run; exit 1 if there is one.
"""
import argparse
import json
import re
import sys
from pathlib import Path

CATEGORIES = {name.lower(): name for name in (
    "Actor", "Compute", "Container", "Database", "Storage", "Network", "Edge", "Integration", "Serverless", "Security",
    "Observability", "Delivery", "Analytics", "MachineLearning", "Management", "Application", "Group", "Other")}
SCOPES = {name.lower(): name for name in ("External", "Global", "Regional", "Network", "Zonal", "Cluster", "Delivery")}
HOLDS = {name.lower(): name for name in (
    "NotAContainer", "Cloud", "Account", "Region", "Network", "Zone", "Subnet", "Cluster", "Namespace", "Group", "Host")}
LISTS = ("inside", "attributes", "aliases", "common")
FIELDS = {"id", "name", "short", "category", "scope", "holds", "icon", *LISTS}
STRENGTHS = ("Name", "Common", "Resource")
NO_PLURAL = {"aws", "kubernetes", "postgres", "redis", "dns", "https", "tls", "sns", "sqs", "rds", "eks", "ecs", "efs", "ebs",
             "kms", "waf", "aks", "nfs", "iis", "sms", "ses", "dms", "gcs", "acs", "cors", "ops", "devops", "kinesis",
             "progress", "always", "athens", "windows", "vmss", "xss", "css", "sas", "nas", "mks", "sts", "ips"}


def singular(word):
    """Without its plural ending; names that only look plural stay."""
    if len(word) < 4 or not word.endswith("s") or word in NO_PLURAL or word.endswith(("ss", "us", "js", "ics")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "buses")):
        return word[:-2]
    return word[:-1]


def spellings(name):
    """How a text may hold the name once it is cut into words: as it is, and with every word in the singular."""
    words = [w for w in re.sub(r"[^\w.@&+#]+", " ", name.lower()).split() if w]
    return {" ".join(words), " ".join(singular(w) for w in words)}


def load(folder, fail):
    kinds = []
    for path in sorted(folder.glob("*.json")):
        if path.name == "resources.json":
            continue
        try:
            rows = json.loads(path.read_text(encoding="utf-8"))["kinds"]
        except (ValueError, KeyError) as why:
            fail(f"{path.name}: {why}")
            continue
        kinds += [row | {"file": path.name} for row in rows]
    return sorted(kinds, key=lambda row: row["id"])


def check(kinds, fail):
    ids, names = {}, {}
    for row in kinds:
        where = f'{row["file"]}: {row.get("id", "?")}'
        for field in sorted(set(row) - FIELDS - {"file"}):
            fail(f"{where}: unknown field {field}")
        for field in ("name", "short"):
            if not row.get(field):
                fail(f"{where}: no {field}")
        if not re.fullmatch(r"[a-z0-9]+\.[a-z0-9]+(-[a-z0-9]+)*", row["id"]):
            fail(f"{where}: an id is provider.thing in kebab-case")
        if row["id"] in ids:
            fail(f"{where}: defined twice")
        ids[row["id"]] = row
        for field, known in (("category", CATEGORIES), ("scope", SCOPES), ("holds", HOLDS)):
            if row.get(field, "notacontainer") not in known:
                fail(f"{where}: unknown {field} {row.get(field)}")
        for name in {row["name"], row["short"], *row.get("aliases", [])}:
            for text in spellings(name):
                other = names.setdefault((row["id"].split(".")[0], text), row["id"])
                if other != row["id"] and name not in (row["short"],) and text not in spellings(ids[other]["short"]):
                    fail(f'{where}: "{name}" already names {other}')
    for row in kinds:
        for outer in row.get("inside", []):
            if outer not in ids:
                fail(f'{row["file"]}: {row["id"]}: inside unknown kind {outer}')


def aliases(kinds):
    table = {}
    for number, row in enumerate(kinds):
        named = [(n, 0) for n in (row["name"], row["short"], *row.get("aliases", []))]
        for name, strength in named + [(n, 1) for n in row.get("common", [])]:
            for text in spellings(name):
                table[(text, number)] = min(strength, table.get((text, number), strength))
    neutral = {number: row["id"].split(".")[0] in ("generic", "onprem") for number, row in enumerate(kinds)}
    # A text's kinds in order of preference: the stronger name, then what belongs to a provider, then by id.
    return sorted(((text, number, strength) for (text, number), strength in table.items()),
                  key=lambda a: (a[0].encode(), a[2], neutral[a[1]], a[1]))


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def write(kinds, out):
    lists, rows = {}, []

    def list_of(values):
        if not values:
            return "{}"
        key = tuple(values)
        lists.setdefault(key, f"kList{len(lists)}")
        return lists[key]

    for row in kinds:
        rows.append(
            f'{{{quote(row["id"])}, {quote(row["name"])}, {quote(row["short"])}, {quote(row["id"].split(".")[0])}, '
            f'Category::{CATEGORIES[row["category"]]}, Scope::{SCOPES[row["scope"]]}, '
            f'Holds::{HOLDS[row.get("holds", "notacontainer")]}, {quote(row.get("icon", ""))}, '
            f'{list_of(row.get("inside"))}, {list_of(row.get("attributes"))}, false}},')
    lines = [f"constexpr std::string_view {name}[] = {{{', '.join(quote(v) for v in values)}}};" for values, name in lists.items()]
    lines += ["constexpr Kind kKinds[] = {", *rows, "};", "constexpr Alias kAliases[] = {"]
    lines += [f"{{{quote(text)}, {number}, AliasStrength::{STRENGTHS[strength]}}}," for text, number, strength in aliases(kinds)]
    lines += ["};", ""]
    out.write_text("\n".join(lines), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    mistakes = []
    kinds = load(options.data, mistakes.append)
    check(kinds, mistakes.append)
    if mistakes:
        sys.exit("\n".join(mistakes))
    write(kinds, options.out)


if __name__ == "__main__":
    main()
