"""What must not change the model: other names for the components, another order of the statements."""
import json
import os
import subprocess
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


if __name__ == "__main__":
    unittest.main()
