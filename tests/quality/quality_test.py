"""Holds the layout of every picture to the figures of a checked-in table, and worsening to a stated cause.

    quality_test.py --accept ["why some pictures are worse now"]

rewrites `figures.tsv` once the pictures that changed have been looked at; pictures that became worse are taken only with
a cause, which the table keeps beside them. The documents are the repository's own, and the shared corpus where it is.
"""
import functools
import hashlib
import json
import math
import os
import subprocess
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("SKYDRAFT_BINARY", str(ROOT / "build/dev/skydraft"))
TABLE = Path(__file__).resolve().parent / "figures.tsv"
OWN = tuple(ROOT / folder for folder in ("examples", "tests/corpus", "tests/understanding/docs"))
CORPUS = ROOT.parent / "shared/corpus"
SHARED = tuple(CORPUS / folder for folder in ("docs", "unlabelled"))

# Lower is better, but for text_px: the size of 12 px text once the picture fits a screen of 1920 x 1080.
FIGURES = ("crossings", "bends", "detour", "text_px")
COLUMNS = ("document", "text", "view", "nodes", "edges", *FIGURES, "cause")


def pieces(route):
    return list(zip(route, route[1:]))


def cross(a, b):
    """Whether a horizontal and a vertical piece of two routes cross inside both."""
    for (p, q), (u, v) in ((a, b), (b, a)):
        if p[1] == q[1] and u[0] == v[0]:
            return min(p[0], q[0]) < u[0] < max(p[0], q[0]) and min(u[1], v[1]) < p[1] < max(u[1], v[1])
    return False


def route_of(edge):
    points = []
    for section in edge.get("sections", []):
        points += [section["startPoint"], *section["bendPoints"], section["endPoint"]]
    return [(point["x"], point["y"]) for point in points]


def leaves(node):
    children = node.get("children", [])
    return sum(map(leaves, children)) if children else 1


def figures_of(placed):
    """Of a placed picture in ELK JSON, all coordinates from its corner."""
    routes = [route for route in map(route_of, placed.get("edges", [])) if len(route) > 1]
    crossings = sum(cross(a, b) for i, one in enumerate(routes) for other in routes[i + 1:]
                    for a in pieces(one) for b in pieces(other))
    detours = [sum(math.dist(*piece) for piece in pieces(route)) / max(1, math.dist(route[0], route[-1]))
               for route in routes]
    return {"nodes": leaves(placed), "edges": len(routes), "crossings": crossings,
            "bends": sum(len(route) - 2 for route in routes),
            "detour": round(sum(detours) / max(1, len(detours)), 2),
            "text_px": round(12 * min(1920 / placed["width"], 1080 / placed["height"]), 1)}


def ask(*args):
    done = subprocess.run([BINARY, *args], capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout


def measure(document):
    """The figures of every view of one document."""
    text = hashlib.sha256(document.read_bytes()).hexdigest()[:8]
    views = [line.split()[0] for line in ask("views", document).decode().splitlines()]
    return [{"document": document.name, "text": text, "view": view,
             **figures_of(json.loads(ask("geometry", document, "--view", view)))} for view in views]


def documents_in(folders):
    return [document for folder in folders if folder.is_dir() for document in folder.glob("*.md")]


@functools.cache
def measure_all(folders):
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        return {key(row): row for rows in threads.map(measure, documents_in(folders)) for row in rows}


def key(row):
    return row["document"], row["text"], row["view"]


def name_of(key):
    return f"{key[0]} {key[2]}"


def read_table():
    lines = [line.split("\t") for line in TABLE.read_text().splitlines()]
    rows = [dict(zip(COLUMNS, line)) for line in lines[1:]]
    for row in rows:
        row.update({name: float(row[name]) for name in ("nodes", "edges", *FIGURES)})
    return {key(row): row for row in rows}


def worse(row, before):
    """The figures that fell behind. A picture that shows other things is another picture: its figures just begin anew."""
    if (row["nodes"], row["edges"]) != (before["nodes"], before["edges"]):
        return []
    return [f"{name} {before[name]:g} -> {row[name]:g}" for name in FIGURES
            if (row[name] < before[name] if name == "text_px" else row[name] > before[name])]


def accept(cause):
    table, now = read_table() if TABLE.exists() else {}, measure_all(OWN + SHARED)
    fallen = {k: worse(row, table[k]) for k, row in now.items() if k in table}
    refused = [f"{name_of(k)}: {', '.join(why)}" for k, why in fallen.items() if why and not cause]
    if refused:
        sys.exit("\n".join(["worse without a cause:", *refused]))
    own = {document.name for document in documents_in(OWN)}
    kept = {} if CORPUS.is_dir() else {k: row for k, row in table.items() if k[0] not in own}
    for k, row in now.items():
        why = fallen.get(k)
        row["cause"] = f"{', '.join(why)}: {cause}" if why else table.get(k, {}).get("cause", "-")
    lines = ["\t".join(f"{row[c]:g}" if isinstance(row[c], float | int) else row[c] for c in COLUMNS)
             for _, row in sorted({**kept, **now}.items())]
    TABLE.write_text("\n".join(["\t".join(COLUMNS), *lines]) + "\n")


class Figures(unittest.TestCase):
    def test_of_a_crossing_and_a_bend(self):
        straight = {"sections": [{"startPoint": {"x": 0, "y": 5}, "bendPoints": [], "endPoint": {"x": 10, "y": 5}}]}
        bent = {"sections": [{"startPoint": {"x": 5, "y": 0}, "bendPoints": [{"x": 5, "y": 8}],
                              "endPoint": {"x": 9, "y": 8}}]}
        placed = {"width": 960, "height": 108, "children": [{}, {"children": [{}, {}]}], "edges": [straight, bent]}
        self.assertEqual(figures_of(placed), {"nodes": 3, "edges": 2, "crossings": 1, "bends": 1,
                                              "detour": 1.17, "text_px": 24.0})

    def test_worsening_is_told(self):
        before = {"nodes": 2, "edges": 1, "crossings": 0, "bends": 1, "detour": 1.0, "text_px": 20.0}
        self.assertEqual(worse({**before, "bends": 2}, before), ["bends 1 -> 2"])
        self.assertEqual(worse({**before, "text_px": 19.5}, before), ["text_px 20 -> 19.5"])
        self.assertEqual(worse({**before, "text_px": 21.0, "bends": 0}, before), [])
        self.assertEqual(worse({**before, "bends": 2, "edges": 2}, before), [])


class Pictures(unittest.TestCase):
    """Another text of a document is another document; a shared one that the table does not know is not looked at."""

    def compare(self, folders):
        table, now = read_table(), measure_all(folders)
        differing = [f"{name_of(k)}: {', '.join(worse(row, table[k])) or 'not worse, but another picture'}"
                     for k, row in now.items()
                     if k in table and any(row[name] != table[k][name] for name in ("nodes", "edges", *FIGURES))]
        self.assertEqual(differing, [], "\nlook at these pictures, then run quality_test.py --accept")

    def test_of_own_documents(self):
        self.compare(OWN)
        known, names = read_table().keys(), {document.name for document in documents_in(OWN)}
        self.assertEqual({k for k in known if k[0] in names} ^ measure_all(OWN).keys(), set(), "\nrun with --accept")

    @unittest.skipUnless(CORPUS.is_dir(), "the shared corpus is not beside this checkout")
    def test_of_shared_documents(self):
        self.compare(SHARED)


if __name__ == "__main__":
    if "--accept" in sys.argv:
        accept(" ".join(sys.argv[sys.argv.index("--accept") + 1:]))
    else:
        unittest.main()
