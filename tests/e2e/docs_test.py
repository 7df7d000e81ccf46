"""The documentation says what the program does."""
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from support import BINARY, ROOT, run

LAYOUT_CANNOT = "SKY0411"  # no document is known that brings the router there

CODES = (re.findall(r"^  (\w+) = (\d{3}),$", (ROOT / "src/base/diagnostic.hpp").read_text(), re.M) +
         re.findall(r"Code k(\w+)\{(\d{3})\};", (ROOT / "src/model/pin.hpp").read_text()))


class Docs(unittest.TestCase):
    def test_every_diagnostic_is_explained(self):
        text = (ROOT / "docs/diagnostics.md").read_text()
        sections = dict(re.findall(r"^## (SKY\d{4}) [^\n]+\n(.*?)(?=^## |\Z)", text, re.M | re.S))
        self.assertGreater(len(CODES), 20)
        self.assertEqual(sorted(sections), sorted(f"SKY{int(number):04}" for _, number in CODES))
        for code, body in sections.items():
            self.assertIn("What to do", body, code)

    def test_the_examples_of_the_diagnostics_are_true(self):
        text = (ROOT / "docs/diagnostics.md").read_text()
        shown = {}
        for code, body in re.findall(r"^## (SKY\d{4}) [^\n]+\n(.*?)(?=^## |\Z)", text, re.M | re.S):
            blocks = re.findall(r"^(`{3,})(markdown|console)\n(.*?)^\1$", body, re.M | re.S)
            consoles = [block for _, kind, block in blocks if kind == "console"]
            shown[code] = any(f"[{code}]" in block for block in consoles)
            with self.subTest(code=code), tempfile.TemporaryDirectory() as folder:
                for _, kind, block in blocks:
                    if kind == "markdown":
                        (Path(folder) / "architecture.md").write_text(block)
                    else:
                        self.check_console(block, folder)
        self.assertEqual([code for code, is_shown in shown.items() if not is_shown], [LAYOUT_CANNOT])

    def check_console(self, block, folder):
        command, *expected = block.rstrip("\n").split("\n")
        self.assertTrue(command.startswith("$ ") and expected, block)
        path = f"{Path(BINARY).resolve().parent}:{os.environ['PATH']}"
        done = subprocess.run(["bash", "-c", command[2:]], cwd=folder, env={**os.environ, "PATH": path}, timeout=60,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        printed = done.stdout.decode().splitlines()
        for line in expected:
            self.assertIn(line, printed)

    def test_no_number_has_two_meanings(self):
        numbers = [number for _, number in CODES]
        self.assertEqual(len(numbers), len(set(numbers)))

    def test_the_gallery_is_current(self):
        gallery = ROOT / "docs/gallery"
        with tempfile.TemporaryDirectory() as folder:
            done = run("gallery", "examples", "-o", folder, "--format", "svg", cwd=ROOT, seconds=120)
            self.assertEqual(done.code, 0, done.err)
            drawn = {file.name: file.read_bytes() for file in Path(folder).iterdir()}
        kept = {file.name: file.read_bytes() for file in gallery.iterdir() if file.name != "README.md"}
        self.assertEqual(sorted(kept), sorted(drawn))
        old = [name for name in drawn if kept[name] != drawn[name]]
        self.assertEqual(old, [], "draw anew: build/dev/skydraft gallery examples -o docs/gallery --format svg")
        text = (gallery / "README.md").read_text()
        self.assertEqual([name for name in drawn if name not in text], [])

    def test_every_option_is_in_the_manual(self):
        text = (ROOT / "docs/cli.md").read_text()
        commands = re.findall(r"^  (\w+) {2,}", run("--help").out.decode().split("Subcommands:")[1].split("Examples:")[0], re.M)
        for command in commands:
            self.assertIn(f"## `skydraft {command}", text)
            for option in re.findall(r"--[\w-]+", run(command, "--help").out.decode().split("Options:")[1]):
                self.assertIn(option, text, command)


if __name__ == "__main__":
    unittest.main()
