"""Every JSON output keeps to its published schema, and what it refers to exists."""
import json
import unittest

from support import ROOT, run

try:
    import jsonschema
except ImportError:
    jsonschema = None

DOCUMENTS = sorted((ROOT / "tests/corpus").glob("*.md")) + sorted((ROOT / "examples").glob("*.md"))


def validator(name):
    schema = json.loads((ROOT / f"data/schema/{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@unittest.skipIf(jsonschema is None, "python3-jsonschema is not installed")
class Schema(unittest.TestCase):
    def test_models(self):
        schema = validator("model")
        for document in DOCUMENTS:
            with self.subTest(document=document.name):
                model = json.loads(run("model", document).out)
                schema.validate(model)
                self.check_references(model)

    def check_references(self, model):
        ids = [c["id"] for c in model["components"]]
        self.assertEqual(len(ids), len(set(ids)))
        components, relations = set(ids), {r["id"] for r in model["relations"]}
        for c in model["components"]:
            self.assertLessEqual({*c["spans"], *([c["parent"]] if c["parent"] else [])}, components)
        for r in model["relations"]:
            self.assertLessEqual({r["from"], r["to"]}, components)
        for flow in model["flows"]:
            for step in flow["steps"]:
                self.assertLessEqual(set(step["relations"]), relations)
        for policy in model["policies"]:
            self.assertLessEqual(set(policy["applies_to"]), components)

    def test_geometry(self):
        schema = validator("geometry")
        for document in DOCUMENTS:
            for view in json.loads(run("views", document, "--json").out):
                if view["kind"] == "sequence":
                    continue
                with self.subTest(document=document.name, view=view["id"]):
                    picture = json.loads(run("geometry", document, "--view", view["id"]).out)
                    schema.validate(picture)
                    self.check_picture(picture)

    def check_picture(self, picture):
        ids = set()

        def visit(node):
            self.assertNotIn(node["id"], ids)
            ids.add(node["id"])
            for child in node.get("children", []):
                visit(child)

        visit(picture)
        for edge in picture["edges"]:
            self.assertLessEqual({*edge["sources"], *edge["targets"]}, ids)


if __name__ == "__main__":
    unittest.main()
