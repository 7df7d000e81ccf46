#!/usr/bin/env python3
"""Draws packed icons on one page, to be looked at: tools/icons/sheet.py build/dev/icons sheet.svg [id ...]

Light above, dark below; icons without a ground of their own stand on a white tile, as in the pictures.
"""

import pathlib
import re
import sys

CELL, ICON, COLUMNS = 96, 48, 14
THEMES = (("#FFFFFF", "#16202E"), ("#0E1621", "#F1F5FA"))


def main() -> None:
    packed, target, chosen = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]
    icons = read(packed)
    names = chosen or sorted(icons)
    height = -(-len(names) // COLUMNS) * CELL
    parts = []
    for number, (page, ink) in enumerate(THEMES):
        top = number * height
        parts.append(f'<rect y="{top}" width="{COLUMNS * CELL}" height="{height}" fill="{page}"/>')
        parts += [cell(name, icons.get(name), index, top, ink) for index, name in enumerate(names)]
    size = f'width="{COLUMNS * CELL}" height="{2 * height}"'
    target.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>', encoding="utf-8")


def read(packed: pathlib.Path) -> dict[str, tuple[str, str, bool, bool]]:
    blob = (packed / "icons.blob").read_bytes()
    row = re.compile(r'\{"([^"]+)", "([^"]+)", (\d+), (\d+), "[^"]*", (\w+), (\w+)\}')
    return {name: (box, blob[int(at):int(at) + int(length)].decode(), ink == "true", filled == "true")
            for name, box, at, length, ink, filled in row.findall((packed / "icons.inc").read_text(encoding="utf-8"))}


def cell(name: str, icon, index: int, top: int, ink: str) -> str:
    x, y = index % COLUMNS * CELL + (CELL - ICON) / 2, top + index // COLUMNS * CELL + 10
    label = (f'<text x="{x + ICON / 2}" y="{y + 66}" font-size="9" font-family="Inter" text-anchor="middle" fill="{ink}">'
             f'{name.rpartition("/")[2][-20:]}</text>')
    if icon is None:
        return label + f'<rect x="{x}" y="{y}" width="{ICON}" height="{ICON}" fill="none" stroke="red"/>'
    box, body, uses_ink, filled = icon
    tile, size = "", ICON
    if not filled and not uses_ink:
        tile = f'<rect x="{x}" y="{y}" width="{ICON}" height="{ICON}" rx="8" fill="#FFF" stroke="#D3DBE5"/>'
        size = ICON * 0.68
    inset = (ICON - size) / 2
    return (f'{tile}<svg x="{x + inset}" y="{y + inset}" width="{size}" height="{size}" viewBox="{box}" color="{ink}">'
            f'{body}</svg>{label}')


if __name__ == "__main__":
    main()
