"""`skydraft explain`: what each line became, all about one component; what --stated-only leaves."""
import functools
import json
import os
import pty
import re
import unittest

from support import ROOT, InFolder, run

try:
    import jsonschema
except ImportError:
    jsonschema = None

DOCUMENTS = sorted(path for folder in ("tests/corpus", "tests/understanding/docs", "examples")
                   for path in (ROOT / folder).glob("*.md"))
SHOP = """# Shop

## Network

### VPC
- **CIDR:** 10.0.0.0/16

## Parts

- **Orders API:** ECS service on port 8080, in the VPC
- **Orders Database:** RDS PostgreSQL, daily backups
- **Widget Polisher:** 1.21 GW

The weather is fine. The Orders API writes to the Orders Database. Sometimes the Orders API calls the soothsayer.
<!-- a comment -->
"""


def explained(source, *args):
    return json.loads(run("explain", source, *args, "--json").out)


@functools.cache
def lines_of(document):
    """Of a document of the project, which does not change under way."""
    return explained(document)["lines"]


@functools.cache
def model_of(document):
    return json.loads(run("model", document).out)


class Lines(InFolder):
    def kinds(self, text):
        lines = explained(self.put("a.md", text))["lines"]
        return {line["line"]: [outcome["kind"] for outcome in line["became"]] for line in lines}

    def test_each_line_has_what_it_became(self):
        kinds = self.kinds(SHOP)
        self.assertEqual(kinds[1], ["heading"])
        self.assertIn("component", kinds[5])
        self.assertEqual(kinds[6], ["attribute"])
        self.assertLessEqual({"component", "attribute"}, set(kinds[10]))
        self.assertEqual(kinds[12], ["unread"])
        self.assertIn("relation", kinds[14])
        self.assertEqual(kinds[15], [])
        self.assertNotIn(2, kinds)

    def test_evidence_in_running_text_is_the_sentence(self):
        line = next(line for line in explained(self.put("a.md", SHOP))["lines"] if line["line"] == 14)
        relation = next(outcome for outcome in line["became"] if outcome["kind"] == "relation")
        place = relation["source"][0]
        self.assertTrue(line["text"][place["column"] - 1:place["end_column"] - 1].startswith("The Orders API writes to"))
        unread = next(outcome for outcome in line["became"] if outcome["kind"] == "unread")
        self.assertIn('"calls"', unread["what"])

    def test_coverage_is_a_share_of_the_lines_that_look_like_architecture(self):
        self.assertEqual(explained(self.put("a.md", SHOP))["coverage"], {"lines": 6, "understood": 5, "percent": 83})
        self.assertEqual(explained(self.put("b.md", "# A\n\nFine weather.\n"))["coverage"]["percent"], 100)
        self.assertIn("5 of 6 lines of architecture understood (83 %)", run("check", self.put("a.md", SHOP)).err)

    def test_every_line_is_accounted_for(self):
        for document in DOCUMENTS:
            with self.subTest(document=document.name):
                text = document.read_text().split("\n")
                lines = lines_of(document)
                self.assertEqual([line["line"] for line in lines], [n for n, line in enumerate(text, 1) if line.strip()])
                for line in lines:
                    self.assertEqual(line["text"], text[line["line"] - 1])
                    for outcome in line["became"]:
                        self.assertEqual(outcome["source"][0]["line"], line["line"])

    def test_a_component_of_the_model_has_a_line(self):
        for document in DOCUMENTS:
            with self.subTest(document=document.name):
                told = {outcome["what"] for line in lines_of(document) for outcome in line["became"]
                        if outcome["kind"] == "component"}
                model = model_of(document)
                stated = {f"{c['name']} ({c['kind']})" for c in model["components"] if not c["inferred"]}
                self.assertLessEqual(stated, told)

    def test_unread_lines_are_the_models(self):
        for document in DOCUMENTS:
            with self.subTest(document=document.name):
                told = [line["line"] for line in lines_of(document) for outcome in line["became"]
                        if outcome["kind"] == "unread"]
                self.assertEqual(told, sorted(u["line"] for u in model_of(document)["unread"]))

    def test_the_rewrites_are_understood(self):
        tried = 0
        for document in DOCUMENTS:
            model = model_of(document)
            rewrites = list(dict.fromkeys(u["rewrite"] for u in model["unread"] if "rewrite" in u))[:2]
            for rewrite in rewrites:
                tried += 1
                with self.subTest(document=document.name, rewrite=rewrite):
                    source = self.put("a.md", document.read_text() + f"\n\n# More\n\n{rewrite}\n")
                    became = explained(source)["lines"][-1]["became"]
                    self.assertTrue({"component", "relation"} & {outcome["kind"] for outcome in became}, became)
        self.assertGreater(tried, 10)


class Component(InFolder):
    def test_by_name_alias_part_and_case(self):
        source = self.put("a.md", SHOP)
        for name in ("Orders API", "orders api", "orders-api", "ders AP"):
            with self.subTest(name=name):
                self.assertEqual([c["name"] for c in explained(source, name)["components"]], ["Orders API"])
        self.assertEqual(len(explained(source, "orders")["components"]), 2)

    def test_tells_all_that_is_known(self):
        api = explained(self.put("a.md", SHOP), "Orders API")["components"][0]
        self.assertEqual(api["kind"], "aws.ecs-service")
        self.assertIn("VPC (aws.vpc)", [s["text"] for s in api["inside"]])
        port = next(s for s in api["attributes"] if s["text"] == "port = 8080")
        self.assertEqual(port["source"][0]["line"], 10)
        self.assertEqual([s["text"] for s in api["to"]], ["Orders API → Orders Database: writes to (flow)"])
        self.assertEqual(api["to"][0]["source"][0]["line"], 14)
        self.assertIn("overview", api["views"])

    def test_what_is_inferred_carries_its_rule(self):
        inside = explained(self.put("a.md", SHOP), "VPC")["components"][0]["inside"]
        self.assertTrue(inside)
        self.assertTrue(all("why" in statement for statement in inside), inside)

    def test_suggests_what_was_meant(self):
        self.assert_fails(run("explain", self.put("a.md", SHOP), "Orders Databse"), 2, "SKY0115")
        self.assertIn("did you mean `Orders Database`?", run("explain", self.put("a.md", SHOP), "Orders Databse").err)

    def test_every_component_of_small_examples(self):
        for document in sorted((ROOT / "examples").glob("*.md"), key=lambda path: path.stat().st_size)[:5]:
            for component in model_of(document)["components"]:
                with self.subTest(document=document.name, component=component["id"]):
                    self.assertIn(component["id"], [c["id"] for c in explained(document, component["id"])["components"]])


class Terminal(InFolder):
    def test_fits_into_80_columns(self):
        for document in DOCUMENTS:
            text = run("explain", document).out.decode() + run("explain", document, "a").out.decode()
            with self.subTest(document=document.name):
                self.assertEqual([line for line in text.splitlines() if len(line) > 80 and " " in line[14:].strip()], [])

    def test_colour_only_for_people(self):
        source = self.put("a.md", SHOP)
        self.assertNotIn(b"\x1b", run("explain", source).out)
        self.assertIn(b"\x1b[", self.on_a_terminal(source, {"TERM": "xterm"}))
        self.assertNotIn(b"\x1b[", self.on_a_terminal(source, {"TERM": "xterm", "NO_COLOR": "1"}))

    def on_a_terminal(self, source, env):
        terminal, other = pty.openpty()
        self.addCleanup(os.close, terminal)
        run("explain", source, "VPC", stdout=other, env=env)
        os.close(other)
        return os.read(terminal, 4096)

    def test_nothing_in_a_document_steers_the_terminal(self):
        source = self.put("a.md", "# A\n\n- **Orders \x1b[31mAPI:** ECS service\n")
        self.assertNotIn(b"\x1b", run("explain", source).out + run("explain", source, "API").out)


class StatedOnly(InFolder):
    def test_nothing_inferred_is_left(self):
        for document in DOCUMENTS:
            with self.subTest(document=document.name):
                model = json.loads(run("model", document, "--stated-only").out)
                self.assertFalse([x["id"] for x in model["components"] + model["relations"] if x["inferred"]])
                for component in model["components"][:3]:
                    told = explained(document, component["id"], "--stated-only")["components"]
                    inside = next(c for c in told if c["id"] == component["id"])["inside"]
                    self.assertFalse([s for s in inside if "why" in s], component["id"])

    def test_what_is_stated_stays(self):
        for document in DOCUMENTS:
            full = model_of(document)
            stated = json.loads(run("model", document, "--stated-only").out)
            with self.subTest(document=document.name):
                self.assertEqual([c["name"] for c in full["components"] if not c["inferred"]],
                                 [c["name"] for c in stated["components"]])

    def test_views_and_geometry_leave_it_out_too(self):
        source = ROOT / "examples/online-shop.md"
        names = lambda *args: re.findall(rb'"id": "([^"]+)"', run("geometry", source, *args).out)
        self.assertIn(b"aws-cloud", names())
        self.assertNotIn(b"aws-cloud", names("--stated-only"))
        self.assertEqual(run("views", source, "--stated-only").code, 0)


@unittest.skipIf(jsonschema is None, "python3-jsonschema is not installed")
class Schema(unittest.TestCase):
    def test_explanations(self):
        schema = json.loads((ROOT / "data/schema/explain.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for document in DOCUMENTS:
            with self.subTest(document=document.name):
                validator.validate(explained(document))
                if run("explain", document, "a").code == 0:
                    validator.validate(explained(document, "a"))


if __name__ == "__main__":
    unittest.main()
