#!/usr/bin/env python3
"""The entry that docs/catalogue.md shows can be added as it stands, and mistakes in one are named."""
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).parents[2]


def example():
    page = (ROOT / "docs/catalogue.md").read_text(encoding="utf-8")
    return json.loads(re.search(r"```json\n(.*?)```", page, re.S)[1])


def compile_with(entry):
    """(exit code, messages, the tables) of the catalogue with one more entry."""
    with tempfile.TemporaryDirectory() as folder:
        data, out = Path(folder) / "data", Path(folder) / "out"
        shutil.copytree(ROOT / "data/catalogue", data)
        (data / "example.json").write_text(json.dumps({"kinds": [entry]}), encoding="utf-8")
        command = [sys.executable, "-B", ROOT / "tools/catalogue/compile.py", "--root", ROOT, "--data", data, "--out", out]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        table = out / "catalogue.inc"
        return run.returncode, run.stderr, table.read_text(encoding="utf-8") if table.is_file() else ""


class CatalogueDocs(unittest.TestCase):
    def test_example_compiles(self):
        code, messages, table = compile_with(example())
        self.assertEqual((code, messages), (0, ""))
        self.assertIn(f'{{"{example()["id"]}", "{example()["name"]}"', table)
        self.assertIn("example db cluster", table)

    def test_mistakes_are_named(self):
        for change, message in (({"colour": "red"}, "unknown field colour"),
                                ({"scope": "nowhere"}, '"nowhere" is none of'),
                                ({"id": "Example"}, "does not match"),
                                ({"inside": ["aws.nothing"]}, "inside unknown kind aws.nothing"),
                                ({"id": "aws.example", "aliases": ["s3 bucket"]}, '"s3 bucket" already names aws.s3'),
                                ({"icon": "glyph/no-such-glyph"}, "there is no icon glyph/no-such-glyph")):
            code, messages, _ = compile_with(example() | change)
            self.assertEqual(code, 1)
            self.assertIn(message, messages)


if __name__ == "__main__":
    unittest.main()
