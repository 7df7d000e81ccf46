"""The documentation says what the program does."""
import re
import unittest

from support import ROOT, run

CODES = re.findall(r"^  (\w+) = (\d{3}),$", (ROOT / "src/base/diagnostic.hpp").read_text(), re.M)


class Docs(unittest.TestCase):
    def test_every_diagnostic_is_explained(self):
        text = (ROOT / "docs/diagnostics.md").read_text()
        sections = dict(re.findall(r"^## (SKY\d{4}) [^\n]+\n(.*?)(?=^## |\Z)", text, re.M | re.S))
        self.assertGreater(len(CODES), 20)
        self.assertEqual(sorted(sections), sorted(f"SKY{int(number):04}" for _, number in CODES))
        for code, body in sections.items():
            self.assertIn("What to do", body, code)

    def test_no_number_has_two_meanings(self):
        numbers = [number for _, number in CODES]
        self.assertEqual(len(numbers), len(set(numbers)))

    def test_every_option_is_in_the_manual(self):
        text = (ROOT / "docs/cli.md").read_text()
        commands = re.findall(r"^  (\w+) {2,}", run("--help").out.decode().split("Subcommands:")[1].split("Examples:")[0], re.M)
        for command in commands:
            self.assertIn(f"## `skydraft {command}", text)
            for option in re.findall(r"--[\w-]+", run(command, "--help").out.decode().split("Options:")[1]):
                self.assertIn(option, text, command)


if __name__ == "__main__":
    unittest.main()
