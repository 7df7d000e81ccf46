#!/usr/bin/env python3
"""Succeeds if node_modules holds what package.json asks for: modules_current.py run|test (test: development packages, too)."""

import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main() -> int:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    wanted = dict(package["dependencies"])
    if sys.argv[1] == "test":
        wanted.update(package["devDependencies"])
    return 0 if all(installed(name) == version for name, version in wanted.items()) else 1


def installed(name: str) -> str | None:
    try:
        return json.loads((ROOT / "node_modules" / name / "package.json").read_text(encoding="utf-8"))["version"]
    except FileNotFoundError:
        return None


if __name__ == "__main__":
    sys.exit(main())
