#!/usr/bin/env python3
"""Runs clang-tidy over the sources, two at a time: tidy.py <build folder with compile_commands.json> [--all]

A file that passed is not looked at again until it, a header of the project it includes, or .clang-tidy changes.
"""

import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
CLANG_TIDY = "clang-tidy-16"


def main() -> int:
    build = pathlib.Path(sys.argv[1]).resolve()
    passed = build / "tidy"
    passed.mkdir(exist_ok=True)
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    files = sorted({pathlib.Path(command["file"]) for command in commands})
    files = [file for file in files if file.is_relative_to(SOURCE) and not file.name.endswith("_test.cpp")]
    due = [file for file in files if "--all" in sys.argv or not (passed / fingerprint(file)).exists()]
    print(f"clang-tidy: {len(due)} of {len(files)} files to look at", flush=True)
    with concurrent.futures.ThreadPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as pool:
        return 0 if all(list(pool.map(lambda file: examine(file, build, passed), due))) else 1


def examine(file: pathlib.Path, build: pathlib.Path, passed: pathlib.Path) -> bool:
    result = subprocess.run([CLANG_TIDY, "--quiet", "-p", str(build), str(file)], capture_output=True, text=True)
    if result.returncode == 0:
        (passed / fingerprint(file)).touch()
        return True
    print(f"{file.relative_to(ROOT)}:\n{result.stdout}{result.stderr[-2000:] if not result.stdout else ''}", flush=True)
    return False


def fingerprint(file: pathlib.Path) -> str:
    digest = hashlib.sha256((ROOT / ".clang-tidy").read_bytes())
    for part in sorted(closure(file)):
        digest.update(part.as_posix().encode() + b"\0" + part.read_bytes())
    return digest.hexdigest()


@functools.cache
def closure(file: pathlib.Path) -> frozenset[pathlib.Path]:
    """The file and every header of the project it takes in."""
    found, pending = set(), [file]
    while pending:
        part = pending.pop()
        if part not in found:
            found.add(part)
            pending += included(part)
    return frozenset(found)


@functools.cache
def included(file: pathlib.Path) -> tuple[pathlib.Path, ...]:
    names = re.findall(r'^\s*#\s*include\s+"([^"]+)"', file.read_text(encoding="utf-8"), re.MULTILINE)
    return tuple(SOURCE / name for name in names if (SOURCE / name).is_file())


if __name__ == "__main__":
    sys.exit(main())
