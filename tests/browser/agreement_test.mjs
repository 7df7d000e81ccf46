// What a browser shows of our SVG is what our PNG shows: the same text widths, icons, colours and places, in both themes.
// Started by ctest with SKYDRAFT_BINARY; needs Chromium and the packages of package.json.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import pixelmatch from "pixelmatch";
import { chromium } from "playwright-core";
import { PNG } from "pngjs";

const binary = process.env.SKYDRAFT_BINARY;
const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const documents = readdirSync(examples).filter((name) => name.endsWith(".md")).sort();
// Two rasterisers smooth the edges of letters and lines in two ways; a lost icon or a shifted word is more than that.
const mayDiffer = { whole: 0.002, cell: 0.12 };
const cellSize = 24;

let browser;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "skydraft-browser-"));
  browser = await chromium.launch({ executablePath: process.env.SKYDRAFT_CHROMIUM, args: ["--no-sandbox", "--font-render-hinting=none"] });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function draw(document, theme, format) {
  const target = join(folder, `${document}.${theme}.${format}`);
  const scale = format === "png" ? ["--scale", "1"] : [];
  execFileSync(binary, ["render", join(examples, document), "-o", target, "--theme", theme, ...scale], { stdio: "ignore" });
  return target;
}

async function screenshot(svg) {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(readFileSync(svg, "utf8"));
  const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) } });
  await page.goto(`file://${svg}`);
  await page.evaluate(() => document.fonts.ready);
  const picture = PNG.sync.read(await page.screenshot());
  await page.close();
  return picture;
}

/** The share of differing pixels of the whole picture, and of the cell that differs most. */
function difference(one, other) {
  const { width, height } = one;
  const mask = new PNG({ width, height });
  const differing = pixelmatch(one.data, other.data, mask.data, width, height, { threshold: 0.3, diffMask: true });
  const columns = Math.ceil(width / cellSize);
  const cells = new Uint16Array(columns * Math.ceil(height / cellSize));
  for (let at = 0; at < width * height; at += 1) {
    const isRed = mask.data[4 * at + 3] > 0 && mask.data[4 * at + 1] === 0;
    if (isRed) cells[Math.floor(Math.floor(at / width) / cellSize) * columns + Math.floor((at % width) / cellSize)] += 1;
  }
  return { whole: differing / (width * height), cell: Math.max(...cells) / cellSize ** 2 };
}

for (const document of documents) {
  for (const theme of ["light", "dark"]) {
    test(`${document}, ${theme}`, async () => {
      const shown = await screenshot(draw(document, theme, "svg"));
      const drawn = PNG.sync.read(readFileSync(draw(document, theme, "png")));
      assert.deepEqual([shown.width, shown.height], [drawn.width, drawn.height]);
      const share = difference(shown, drawn);
      const percent = `${(100 * share.whole).toFixed(3)} % of the pixels differ, ${(100 * share.cell).toFixed(1)} % of one cell`;
      assert.ok(share.whole < mayDiffer.whole && share.cell < mayDiffer.cell, percent);
    });
  }
}
