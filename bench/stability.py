#!/usr/bin/env python3
"""How much of a picture moves when one component is added to its document.

    stability.py BINARY DOCUMENT... [--fresh] [--verbose]

Adds twenty different components to each document, one at a time: ten that only stand there, ten that an existing component
is connected with. Each time the picture is drawn with the picture before the change as --previous (--fresh: without), and
compared with it:

    moved      median over all other nodes of the distance that the node's middle moved, in cells of 110 px
    changes    pairs of siblings that changed sides (left and right, above and below), and nodes in another container

Exits with 1 if the median is above one cell, or a pair changed sides, for any addition.
"""
import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

CELL = 110  # px from the middle of a card's cell to the next, gap included
LEFT_OUT = {"badge", "legend", "title", "annotation"}
ADDITIONS = [
    ("Audit Table", "DynamoDB table for the audit trail"), ("Mail Queue", "SQS queue"), ("Search Index", "OpenSearch domain"),
    ("Thumbnail Function", "Lambda function"), ("Report Bucket", "S3 bucket"), ("Event Bus", "EventBridge bus"),
    ("Session Cache", "Redis cache"), ("Archive Database", "PostgreSQL database"), ("Partner Portal", "external web application"),
    ("Usage Dashboards", "Grafana"), ("Billing Topic", "SNS topic"), ("Pricing Service", "container service"),
    ("Fraud Model", "SageMaker endpoint"), ("Clickstream", "Kinesis data stream"), ("Config Store", "Parameter Store"),
    ("Edge Firewall", "WAF"), ("Data Warehouse", "Redshift cluster"), ("Batch Runner", "AWS Batch"),
    ("Trace Collector", "X-Ray"), ("Login Pool", "Cognito user pool")]


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if done.returncode not in (0, 1) or not done.stdout:
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr}")
    return json.loads(done.stdout)


def nodes_of(placed):
    """By id: rectangle and parent of every node that counts."""
    found = {}

    def visit(node, parent):
        for child in node.get("children", []):
            if child["skydraft"].get("role") in LEFT_OUT:
                continue
            found[child["id"]] = (child["x"], child["y"], child["x"] + child["width"], child["y"] + child["height"], parent,
                                  bool(child.get("children")))
            visit(child, child["id"])

    visit(placed, "")
    return found


def compare(before, after):
    """(median movement in cells, largest, sibling pairs that changed sides, nodes that changed their container)"""
    common = [i for i in before if i in after]
    moves = [(abs(sum(before[i][0:3:2]) - sum(after[i][0:3:2])) ** 2 + abs(sum(before[i][1:4:2]) - sum(after[i][1:4:2])) ** 2)
             ** 0.5 / 2 / CELL for i in common if not before[i][5]]
    swapped = []
    for n, a in enumerate(common):
        for b in common[n + 1:]:
            if before[a][4] != before[b][4] or after[a][4] != after[b][4]:
                continue
            for low, high in ((0, 2), (1, 3)):
                def side(at):
                    return -1 if at[a][high] <= at[b][low] else 1 if at[b][high] <= at[a][low] else 0
                if side(before) * side(after) < 0:
                    swapped.append(f"{a} and {b}")
    rehoused = [i for i in common if before[i][4] != after[i][4] and after[i][4] in before]
    return statistics.median(moves or [0]), max(moves or [0]), swapped, rehoused


def partner(model, number):
    """A component to connect with: the named leaves in turn."""
    parents = {c.get("parent") for c in model["components"]}
    leaves = [c for c in model["components"] if c["id"] not in parents and not c.get("inferred")]
    return leaves[number * 7 % len(leaves)]["name"] if leaves else None


def check(binary, document, fresh, verbose):
    text = document.read_text()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        previous, changed = Path(folder, "previous.json"), Path(folder, document.name)
        placed = run(binary, "geometry", document)
        previous.write_text(json.dumps(placed))
        before, model = nodes_of(placed), run(binary, "model", document)
        medians, largest, changes = [], [], 0
        for number, (name, kind) in enumerate(ADDITIONS):
            other = partner(model, number) if number % 2 else None
            more = f"\n\n## {name} and What It Does\n\n- **{name}:** {kind}\n" + (f"\n{other} calls the {name}.\n" if other else "")
            changed.write_text(text + more)
            options = [] if fresh else ["--previous", previous]
            median, most, swapped, rehoused = compare(before, nodes_of(run(binary, "geometry", changed, *options)))
            medians.append(median)
            largest.append(most)
            changes += len(swapped) + len(rehoused)
            failed = failed or median > 1 or bool(swapped) or bool(rehoused)
            if verbose:
                print(f"  {name:20} {median:6.2f} {most:6.2f}  {'; '.join(swapped[:4])} {'moved in: ' + ', '.join(rehoused) if rehoused else ''}")
    print(f"{document.stem:32} median {statistics.median(medians):5.2f}  worst median {max(medians):5.2f}  "
          f"farthest {max(largest):6.2f}  changes {changes}")
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("documents", nargs="+", type=Path)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    sys.exit(any([check(args.binary, d, args.fresh, args.verbose) for d in args.documents]))


if __name__ == "__main__":
    main()
