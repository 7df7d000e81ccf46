#!/usr/bin/env python3
"""What every text file of the project keeps to: no trailing blanks, no paths of one machine, no registry's host name in the
lock file, code files that fit a reader (500 lines)."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAX_LINES = 500
CODE = frozenset([".cpp", ".hpp", ".py", ".mjs", ".ts", ".cmake"])
# Texts whose bytes are the point: licences, golden pictures, fuzz inputs, documents as people write them.
VERBATIM = re.compile(r"^(LICENSE$|tests/(golden|corpus|fuzz)/|.*\.(svg|png|otf|woff2?)$)")
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(home|Users)/\w|(?<![\w.~-])/(root|work)/")


def main() -> int:
    problems = []
    for name in project_files():
        if not VERBATIM.match(name) and name != "tools/check_text.py":
            problems += check(name)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def project_files() -> list[str]:
    """Tracked files and new ones that are not ignored; outside a git checkout everything but what is built."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode == 0:
        return sorted(name for name in listed.stdout.splitlines() if (ROOT / name).is_file())
    built = ("build/", "node_modules/", ".git/")
    names = (path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file())
    return sorted(name for name in names if not name.startswith(built))


def check(name: str) -> list[str]:
    try:
        lines = (ROOT / name).read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError:
        return []
    problems = []
    for number, line in enumerate(lines, 1):
        if line != line.rstrip(" \t\r") and not name.endswith(".md"):
            problems.append(f"{name}:{number}: blanks at the end of the line")
        if MACHINE_PATH.search(line):
            problems.append(f"{name}:{number}: a path of one machine")
    if name == "package-lock.json" and any('"resolved"' in line for line in lines):
        problems.append(f"{name}: names a registry (npm install --omit-lockfile-registry-resolved)")
    if pathlib.Path(name).suffix in CODE and len(lines) - 1 > MAX_LINES:
        problems.append(f"{name}: {len(lines) - 1} lines; which two things live in it?")
    return problems


if __name__ == "__main__":
    sys.exit(main())
