// What a browser shows of our SVG is what our PNG shows, and what another renderer shows of it: the same text widths, icons,
// colours and places, in both themes. Started by ctest with SKYDRAFT_BINARY; needs Chromium and the packages of package.json.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { Resvg } from "@resvg/resvg-js";
import { PNG } from "pngjs";

import { difference, documents, examples, openStudio } from "./pictures.mjs";

// Two rasterisers smooth the edges of letters and lines in two ways; a lost icon or a shifted word is more than that.
const mayDiffer = { png: { whole: 0.002, cell: 0.12 }, resvg: { whole: 0.002, cell: 0.15 } };

let studio;
before(async () => (studio = await openStudio()));
after(() => studio?.close());

function assertAlike(shown, drawn, limit) {
  assert.deepEqual([shown.width, shown.height], [drawn.width, drawn.height]);
  const share = difference(shown, drawn);
  assert.ok(share.whole < limit.whole && share.cell < limit.cell, share.words);
}

for (const document of documents) {
  for (const theme of ["light", "dark"]) {
    test(`${document}, ${theme}: Chromium and our PNG`, async () => {
      const shown = await studio.screenshot(studio.draw(document, theme, "svg"));
      assertAlike(shown, PNG.sync.read(readFileSync(studio.draw(document, theme, "png"))), mayDiffer.png);
    });
    test(`${document}, ${theme}: Chromium and resvg`, async () => {
      const shown = await studio.screenshot(studio.draw(document, theme, "svg"));
      // resvg reads no embedded fonts: its words come as paths.
      const paths = readFileSync(studio.draw(document, theme, "svg", "--text-as-paths"), "utf8");
      assertAlike(shown, PNG.sync.read(new Resvg(paths, { font: { loadSystemFonts: false } }).render().asPng()), mayDiffer.resvg);
    });
  }
}

/** Runs in the page: texts that reach out of the box they belong to, by what the browser measures. */
function textsOutside(widths) {
  const slack = 0.5;
  const found = [];
  let seen = 0;
  const extent = (text) => {
    const length = text.getComputedTextLength();
    const x = Number(text.getAttribute("x"));
    const left = { middle: x - length / 2, end: x - length }[text.getAttribute("text-anchor")] ?? x;
    return { left, right: left + length, length };
  };
  for (const group of document.querySelectorAll("g[id][data-role]")) {
    const groups = [group, ...document.querySelectorAll(`g[data-part-of="${CSS.escape(group.id)}"]`)];
    const texts = groups.flatMap((part) => [...part.querySelectorAll(":scope > text:not([transform])")]);
    const box = group.querySelector(":scope > rect");
    const hasBox = box && Number(box.getAttribute("width")) > 60;
    const left = Number(box?.getAttribute("x"));
    const right = left + Number(box?.getAttribute("width"));
    for (const text of texts) {
      const place = extent(text);
      seen += 1;
      if (hasBox && (place.left < left - slack || place.right > right + slack)) found.push([group.id, text.textContent, "leaves its frame"]);
      if (!hasBox && place.length > (widths[group.id] ?? Infinity) + slack) found.push([group.id, text.textContent, `is ${place.length} wide`]);
    }
  }
  return { seen, found };
}

/** How wide each node without a frame may be, and each label of an edge. */
function widthsOf(geometry) {
  const widths = {};
  const visit = (node) => {
    widths[node.id] = node.width;
    (node.children ?? []).forEach(visit);
  };
  visit(geometry);
  for (const edge of geometry.edges) if (edge.labels?.length) widths[edge.id] = Math.max(...edge.labels.map((label) => label.width));
  return widths;
}

for (const document of documents) {
  test(`${document}: every text fits its box as the browser measures it`, async () => {
    const widths = widthsOf(JSON.parse(studio.run("geometry", join(examples, document))));
    const page = await studio.show(studio.draw(document, "light", "svg"));
    const { seen, found } = await page.evaluate(textsOutside, widths);
    assert.ok(seen > 5);
    assert.deepEqual(found, []);
    await page.close();
  });
}
