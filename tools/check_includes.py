#!/usr/bin/env python3
"""Includes between the stages go only along the arrows that src/CMakeLists.txt draws (USES), and those go one way."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')


def main() -> int:
    folders, uses = read_stages((ROOT / "src/CMakeLists.txt").read_text(encoding="utf-8"))
    problems = backward_arrows(uses)
    for file in sorted((ROOT / "src").rglob("*.[hc]pp")):
        problems += forbidden_includes(file, folders, uses)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def read_stages(cmake: str) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Folder of each stage and the stages it uses, in the order of the file."""
    folders, uses = {}, {}
    for arguments in re.findall(r"^skydraft_stage\(([^)]*)\)", cmake, re.MULTILINE):
        words = arguments.split()
        values = {"FOLDER": [], "USES": [], "LINKS": []}
        key = None
        for word in words[1:]:
            if word in values:
                key = word
            else:
                values[key].append(word)
        folders[words[0]] = values["FOLDER"][0] if values["FOLDER"] else words[0]
        uses[words[0]] = values["USES"]
    return folders, uses


def backward_arrows(uses: dict[str, list[str]]) -> list[str]:
    order = {stage: place for place, stage in enumerate(uses)}
    return [f"src/CMakeLists.txt: {stage} uses {used}, which does not come before it"
            for stage, all_used in uses.items() for used in all_used if order.get(used, len(order)) >= order[stage]]


def forbidden_includes(file: pathlib.Path, folders: dict[str, str], uses: dict[str, list[str]]) -> list[str]:
    stage = stage_of(file.relative_to(ROOT / "src").as_posix(), folders)
    if stage is None:  # main.cpp may start anything
        return []
    problems = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        target = stage_of(found.group(1), folders) if found else None
        if target and target != stage and target not in uses[stage]:
            problems.append(f"{file.relative_to(ROOT)}:{number}: {stage} may not include from {target}")
    return problems


def stage_of(path: str, folders: dict[str, str]) -> str | None:
    inside = [stage for stage, folder in folders.items() if path.startswith(folder + "/")]
    return max(inside, key=lambda stage: len(folders[stage])) if inside else None


if __name__ == "__main__":
    sys.exit(main())
