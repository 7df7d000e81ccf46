"""What AWS's own list of resource types adds to the hand-written rules: a rule for each CloudFormation namespace that
resources.json does not know, and a kind where there is none. Read from the npm package @aws-cdk/aws-service-spec if it is
installed; without it the catalogue is what is written by hand.
"""
import gzip
import json
import re
from pathlib import Path


def squash(name: str) -> str:
    """"Amazon Route 53" and "AWS::Route53" are one."""
    text = re.sub(r"[^a-z0-9]", "", name.lower())
    return re.sub(r"^(amazon|aws)+", "", text) or text


def kebab(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def namespaces(modules: Path):
    file = modules / "@aws-cdk/aws-service-spec/db.json.gz"
    if not file.is_file():
        return []
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        rows = json.load(stream)["schema"]["service"]["entities"]
    return sorted(name for name in (row["cloudFormationNamespace"] for row in rows) if name.startswith("AWS::"))


def cloudformation(modules: Path, kinds, rules):
    """(rules, kinds) for the namespaces that are not covered."""
    by_name = {}
    for kind in kinds:
        if kind["id"].startswith("aws."):
            for name in (kind["id"].split(".")[1], kind["short"], kind["name"]):
                by_name.setdefault(squash(name), kind["id"])
    found, added = {}, []
    for namespace in namespaces(modules):
        prefix = namespace.lower()
        if any(rule == prefix or rule.startswith(prefix + "::") for rule in rules):
            continue
        service = namespace.removeprefix("AWS::")
        if squash(service) not in by_name:
            added.append(generated(service))
            by_name[squash(service)] = added[-1]["id"]
        found[prefix] = by_name[squash(service)]
    return found, added


def generated(service: str):
    return {"id": f"aws.{kebab(service)}", "name": f"AWS {service}", "short": service, "category": "other", "scope": "regional",
            "inside": ["aws.region", "aws.account"], "generated": True, "file": "aws-service-spec"}
