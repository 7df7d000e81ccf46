// What the tests of pictures share: a browser, a folder for what is drawn, and the comparison of two pictures.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import pixelmatch from "pixelmatch";
import { chromium } from "playwright-core";
import { PNG } from "pngjs";

export const examples = fileURLToPath(new URL("../../examples", import.meta.url));
export const documents = readdirSync(examples).filter((name) => name.endsWith(".md")).sort();
const cellSize = 24;

/** ms that a browser may take for anything: on a busy machine a short wait would tell of the machine alone. */
export const patience = 120000;

/** A browser without hinting, which would move letters to whole pixels, and a folder that goes with it. */
export async function openStudio() {
  const folder = mkdtempSync(join(tmpdir(), "skydraft-browser-"));
  const browser = await chromium.launch({ executablePath: process.env.SKYDRAFT_CHROMIUM, args: ["--no-sandbox", "--font-render-hinting=none"], timeout: patience });
  const run = (...args) => execFileSync(process.env.SKYDRAFT_BINARY, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

  return {
    run,
    /** Returns the path of the picture. */
    draw(document, theme, format, ...options) {
      const target = join(folder, `${document}.${theme}${options.join("")}.${format}`);
      const scale = format === "png" ? ["--scale", "1"] : [];
      run("render", join(examples, document), "-o", target, "--theme", theme, ...scale, ...options);
      return target;
    },
    async show(svg) {
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(readFileSync(svg, "utf8"));
      const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) } });
      page.setDefaultTimeout(patience);
      await page.goto(`file://${svg}`);
      await page.evaluate(() => document.fonts.ready);
      return page;
    },
    async screenshot(svg) {
      const page = await this.show(svg);
      const picture = PNG.sync.read(await page.screenshot());
      await page.close();
      return picture;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The share of differing pixels of the whole picture, and of the cell that differs most. */
export function difference(one, other) {
  const { width, height } = one;
  const mask = new PNG({ width, height });
  const differing = pixelmatch(one.data, other.data, mask.data, width, height, { threshold: 0.3, diffMask: true });
  const columns = Math.ceil(width / cellSize);
  const cells = new Uint16Array(columns * Math.ceil(height / cellSize));
  for (let at = 0; at < width * height; at += 1) {
    const isRed = mask.data[4 * at + 3] > 0 && mask.data[4 * at + 1] === 0;
    if (isRed) cells[Math.floor(Math.floor(at / width) / cellSize) * columns + Math.floor((at % width) / cellSize)] += 1;
  }
  const share = { whole: differing / (width * height), cell: Math.max(...cells) / cellSize ** 2 };
  share.words = `${(100 * share.whole).toFixed(3)} % of the pixels differ, ${(100 * share.cell).toFixed(1)} % of one cell`;
  return share;
}
