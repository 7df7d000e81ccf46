"""Reads the labelled documents and holds the means of their figures above checked-in floors.

With `--table` it prints the figures of each document instead.
"""
import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

from scoring import FIGURES, Comparison, likeness, same_value, words

HERE = Path(__file__).resolve().parent
BINARY = os.environ.get("SKYDRAFT_BINARY", str(HERE.parents[1] / "build/dev/skydraft"))
NAMES = sorted(path.stem for path in (HERE / "docs").glob("*.md"))


def gold_of(name):
    return json.loads((HERE / f"gold/{name}.json").read_text())


def figures_of(name):
    done = subprocess.run([BINARY, "model", HERE / f"docs/{name}.md"], stdout=subprocess.PIPE, check=True, timeout=60)
    return Comparison(gold_of(name), json.loads(done.stdout)).figures()


def means(table):
    return {figure: sum(row[figure] for row in table.values()) / len(table) for figure in FIGURES}


class Labels(unittest.TestCase):
    """A label that names nothing, or a line that does not exist, would count for or against nobody."""

    def test_each_document_has_labels(self):
        self.assertEqual(NAMES, sorted(path.stem for path in (HERE / "gold").glob("*.json")))
        self.assertGreaterEqual(len(NAMES), 10)

    def test_labels_refer_to_labels(self):
        for name in NAMES:
            gold, lines = gold_of(name), (HERE / f"docs/{name}.md").read_text().count("\n")
            known = {n.lower() for c in gold["components"] for n in (c["name"], *c["aliases"])}
            pairs = {(r["from"].lower(), r["to"].lower()) for r in gold["relations"]}
            with self.subTest(document=name):
                self.assertLessEqual({c["parent"].lower() for c in gold["components"] if c["parent"]}, known)
                self.assertLessEqual({end for pair in pairs for end in pair}, known)
                self.assertLessEqual({end.lower() for pair in gold["optional_relations"] for end in pair}, known)
                self.assertLessEqual({(a.lower(), b.lower()) for f in gold["flows"] for a, b, _ in f["steps"]}, pairs)
                for labelled in gold["components"] + gold["relations"]:
                    self.assertTrue(1 <= labelled["line"] <= lines, labelled)


class Scorer(unittest.TestCase):
    def test_likeness(self):
        self.assertEqual(likeness(words("Orders API"), words("orders `API`")), 1.0)
        self.assertGreater(likeness(words("Orders Database"), words("the orders")), 0.9)
        self.assertEqual(likeness(words("Orders Database"), words("Users Database")), 0.0)

    def test_values(self):
        self.assertTrue(same_value("10.0.0.0/16", "10.0.0.0/16"))
        self.assertTrue(same_value(3, "3"))
        self.assertFalse(same_value(3, 30))

    def test_a_perfect_and_an_empty_model(self):
        gold = {"components": [self.label("A", None), self.label("B", "A")], "ambiguous": [], "not_components": ["C"],
                "relations": [{"from": "B", "to": "A"}], "optional_relations": [], "flows": []}
        perfect = {"components": [self.component("A", None), self.component("B", "a")], "flows": [],
                   "relations": [{"id": "r1", "from": "b", "to": "a", "inferred": False}]}
        self.assertEqual(set(Comparison(gold, perfect).figures().values()), {1.0})
        empty = Comparison(gold, {"components": [], "relations": [], "flows": []}).figures()
        self.assertEqual((empty["components"], empty["relations"], empty["honesty"]), (0.0, 0.0, 1.0))
        perfect["relations"][0].update({"from": "a", "to": "b"})
        self.assertEqual(Comparison(gold, perfect).figures()["relations"], 0.0)

    def label(self, name, parent):
        return {"name": name, "aliases": [], "kind": "aws.ec2", "parent": parent, "attributes": {"port": 80}, "line": 1}

    def component(self, name, parent):
        return {"id": name.lower(), "name": name, "kind": "aws.ec2", "parent": parent, "spans": [], "count": 1,
                "attributes": {"port": 80}, "inferred": False, "source": [{"line": 1}]}


class Understanding(unittest.TestCase):
    def test_means_are_above_their_floors(self):
        floors = json.loads((HERE / "floors.json").read_text())
        reached = means({name: figures_of(name) for name in NAMES})
        self.assertEqual(set(floors), set(FIGURES))
        for figure, floor in floors.items():
            with self.subTest(figure=figure):
                self.assertGreaterEqual(reached[figure], floor)


def print_table():
    table = {name: figures_of(name) for name in NAMES}
    for name, row in {"": None, **table, "mean": means(table)}.items():
        print(f"{name:24}" + "".join(f"{figure if row is None else format(row[figure], '.3f'):>12}" for figure in FIGURES))


if __name__ == "__main__":
    print_table() if sys.argv[1:] == ["--table"] else unittest.main()
