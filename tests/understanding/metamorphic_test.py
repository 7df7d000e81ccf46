"""What must not change the model: other names for the components, another order of the statements, lines broken elsewhere, a
table in place of bullets."""
import json
import os
import subprocess
import textwrap
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BINARY = os.environ.get("SKYDRAFT_BINARY", str(ROOT / "build/dev/skydraft"))


def model_of(text):
    done = subprocess.run([BINARY, "model", "-"], input=text.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def facts(model, rename=lambda name: name):
    """What a model says, by names and without places: components with kind, container and attributes, and relations."""
    name = {c["id"]: rename(c["name"]) for c in model["components"]}
    components = sorted((name[c["id"]], c["kind"], name.get(c["parent"]), c["count"], sorted(c["attributes"].items(), key=str))
                        for c in model["components"] if not c["inferred"])
    relations = sorted((name[r["from"]], name[r["to"]], r["kind"], r["inferred"]) for r in model["relations"])
    steps = [[sorted(step["relations"]) != [] for step in flow["steps"]] for flow in model["flows"]]
    return {"components": components, "relations": relations, "steps": sorted(steps)}


def differences(before, after):
    return {key: {"lost": [x for x in before[key] if x not in after[key]], "new": [x for x in after[key] if x not in before[key]]}
            for key in before if before[key] != after[key]}


class Metamorphic(unittest.TestCase):
    maxDiff = None

    def assert_same(self, before, after):
        self.assertEqual(differences(before, after), {})


NAMES = ["Abacus", "Bramble", "Cinder", "Dovetail", "Ember", "Fathom", "Gimlet", "Hazel", "Ingot", "Juniper", "Kestrel", "Lantern"]
RENAMED = """# Shop

## Parts

- **{0} API:** Lambda function, 512 MB memory
- **{1} Service:** ECS service on port 8080, 3 replicas
- **{2} Database:** RDS PostgreSQL 15, Multi-AZ
- **{3} Queue:** SQS queue
- **{4} Bucket:** S3 bucket

## Connections

- {0} API calls {1} Service
- {1} Service writes to {2} Database
- The {1} Service publishes to the {3} Queue.
- {0} API -> {4} Bucket
- The {2} Database is backed up to the {4} Bucket every night.

## Flow

1. {0} API sends a message to {3} Queue
2. {1} Service reads from {3} Queue
3. It stores the result in the {2} Database
"""


class Renaming(Metamorphic):
    def test_names_do_not_matter(self):
        def anonymous(names):
            order = {name: f"N{i}" for i, name in enumerate(names)}
            return lambda name: " ".join(order.get(word, word) for word in name.split())

        first = NAMES[:5]
        before = facts(model_of(RENAMED.format(*first)), anonymous(first))
        self.assertGreaterEqual(len(before["components"]), 5)
        self.assertGreaterEqual(len(before["relations"]), 5)
        for shift in range(1, len(NAMES) - 4):
            names = NAMES[shift:shift + 5]
            with self.subTest(names=names):
                self.assert_same(before, facts(model_of(RENAMED.format(*names)), anonymous(names)))


class Order(Metamorphic):
    DOCUMENT = ["## Data\n\n- **Orders Database:** RDS PostgreSQL\n- **Images Bucket:** S3 bucket\n\n",
                "## Compute\n\n- **Orders API:** Lambda function, 512 MB memory\n- **Resizer:** ECS service, 3 replicas\n\n",
                "## Messaging\n\n- **Orders Queue:** SQS queue\n- **Alerts Topic:** SNS topic\n\n",
                "## Backups\n\n- Orders Database is backed up every night, kept for 30 days\n\n"]

    def test_relations_may_be_stated_in_any_order(self):
        lines = ["- Orders API writes to Orders Database", "- Orders API -> Orders Queue", "- Resizer reads from Orders Queue",
                 "- Resizer stores pictures in Images Bucket", "- Resizer notifies Alerts Topic"]
        document = "# Shop\n\n" + "".join(self.DOCUMENT) + "## Connections\n\n{}\n"
        before = facts(model_of(document.format("\n".join(lines))))
        self.assertEqual(len(before["relations"]), 5)
        for shift in range(1, len(lines)):
            self.assert_same(before, facts(model_of(document.format("\n".join(lines[shift:] + lines[:shift])))))
        self.assert_same(before, facts(model_of(document.format("\n".join(reversed(lines))))))


class Lines(Metamorphic):
    """Where a paragraph's lines end says nothing."""
    PROSE = """# Parcels

Parcels come in through the Intake API, a Lambda function that writes every label to the Labels Bucket and sends a message to the
Sorting Queue. The Sorter, an ECS service with 3 replicas, reads from the Sorting Queue and stores routes in the Routes Database, an
RDS PostgreSQL 15 instance. Routes are cached in Redis, and customers see them through the Tracking API, which runs on Fargate behind
an Application Load Balancer.

## Alerts

The Sorter publishes failures to the Alerts Topic. CloudWatch monitors the Routes Database. There is no NAT gateway, and a second
region is not planned.

- **Archive Bucket:** S3 bucket for labels older than 90 days, encrypted with KMS, written by the Sorter every night and read by
  nobody but the Tracking API
- Intake API validates addresses with the Address Service, which calls Stripe
- **Export:** the Sorter exports its routes to BigQuery

1. A courier sends a label to the Intake API
2. Intake API stores it in the Labels Bucket and tells the Sorter via the Sorting Queue
3. Sorter writes the route to the Routes Database
"""

    @staticmethod
    def rewrapped(text, width):
        """Each paragraph, bullet and step broken into lines of at most this many characters."""
        lines = []
        for block in text.split("\n\n"):
            joined = []
            for line in block.split("\n"):
                if joined and line.startswith("  "):
                    joined[-1] += " " + line.strip()
                elif joined and not line.startswith(("- ", "#")) and not line[:1].isdigit():
                    joined[-1] += " " + line
                else:
                    joined.append(line)
            for line in joined:
                indent = "  " if line.startswith("- ") else "   " if line[:1].isdigit() else ""
                lines += [line] if line.startswith("#") else textwrap.wrap(
                    line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
            lines.append("")
        return "\n".join(lines)

    def test_lines_may_be_broken_anywhere(self):
        before = facts(model_of(self.PROSE))
        self.assertGreaterEqual(len(before["components"]), 10)
        self.assertGreaterEqual(len(before["relations"]), 10)
        for width in (30, 47, 64, 100, 1000):
            with self.subTest(width=width):
                self.assert_same(before, facts(model_of(self.rewrapped(self.PROSE, width))))


class Tables(Metamorphic):
    """A bullet "name: what it is" and a table's row say the same."""
    THINGS = [("Orders API", "Lambda function", "takes orders"), ("Billing Worker", "ECS service", "charges cards"),
              ("Orders Database", "RDS PostgreSQL", "keeps orders"), ("Invoices Bucket", "S3 bucket", "keeps invoices"),
              ("Orders Queue", "SQS queue", "holds new orders"), ("Alerts Topic", "SNS topic", "tells the people on call")]
    REST = ("\n## Connections\n\n- Orders API sends a message to Orders Queue\n- Billing Worker reads from Orders Queue\n"
            "- Billing Worker writes to Orders Database and Invoices Bucket\n- Billing Worker -> Alerts Topic\n")

    def without_wording(self, model):
        """Kind, place and relations: how a purpose is kept may differ."""
        said = facts(model)
        said["components"] = [component[:4] for component in said["components"]]
        return said

    def test_bullets_may_be_a_table(self):
        bullets = "".join(f"- **{name}:** {kind}\n" for name, kind, _ in self.THINGS)
        before = self.without_wording(model_of(f"# Shop\n\n## Components\n\n{bullets}{self.REST}"))
        self.assertEqual(len(before["components"]), 6)
        self.assertEqual(len(before["relations"]), 5)
        for kind_header in ("Type", "Service", "Technology"):
            rows = "".join(f"| {name} | {kind} | {purpose} |\n" for name, kind, purpose in self.THINGS)
            table = f"| Component | {kind_header} | Purpose |\n| --- | --- | --- |\n{rows}"
            with self.subTest(header=kind_header):
                self.assert_same(before, self.without_wording(model_of(f"# Shop\n\n## Components\n\n{table}{self.REST}")))

    def test_relations_may_be_a_column(self):
        calls = {"Orders API": "Orders Queue", "Billing Worker": "Orders Database, Invoices Bucket"}
        bullets = "".join(f"- **{name}:** {kind}\n" for name, kind, _ in self.THINGS)
        stated = "".join(f"- {name} writes to {', '.join(to.split(', ')).replace(', ', ' and ')}\n" for name, to in calls.items())
        before = self.without_wording(model_of(f"# Shop\n\n## Components\n\n{bullets}\n## Connections\n\n{stated}"))
        rows = "".join(f"| {name} | {kind} | {calls.get(name, '')} |\n" for name, kind, _ in self.THINGS)
        table = f"| Component | Type | Writes to |\n| --- | --- | --- |\n{rows}"
        self.assertEqual(len(before["relations"]), 3)
        self.assert_same(before, self.without_wording(model_of(f"# Shop\n\n## Components\n\n{table}")))


class Sections(Metamorphic):
    def test_independent_sections_may_stand_in_any_order(self):
        statements = ("## Connections\n\n- Orders API writes to Orders Database\n- Resizer reads from Orders Queue\n"
                      "- Resizer notifies Alerts Topic\n\n")
        before = facts(model_of("# Shop\n\n" + "".join(Order.DOCUMENT) + statements))
        self.assertEqual(len(before["relations"]), 3)
        for shift in range(1, len(Order.DOCUMENT)):
            sections = Order.DOCUMENT[shift:] + Order.DOCUMENT[:shift]
            with self.subTest(shift=shift):
                self.assert_same(before, facts(model_of("# Shop\n\n" + "".join(sections) + statements)))


if __name__ == "__main__":
    unittest.main()
