// The exported HTML page in a browser: views, zoom, search, trace, player, collapse, addresses, keyboard, accessibility.
// Started by ctest with SKYDRAFT_BINARY; needs Chromium and the packages of package.json.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { chromium } from "playwright-core";

import { patience } from "./pictures.mjs";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const hostile = '</script><img src=x onerror="window.hacked=1"> & <b>bold</b>';
const text = `# Parcel desk

## AWS

- **Tracking API:** ECS service in the VPC
- **Label Worker:** Lambda, ${hostile}
- **Parcel Database:** RDS PostgreSQL in the VPC
- **Label Store:** S3 bucket
- **Archive:** S3 bucket, [inventory](https://example.com/archive) or [run](javascript:window.hacked=1)

## Tracking flow

1. Users call the Tracking API
2. Tracking API reads the Parcel Database
3. Tracking API invokes the Label Worker
4. Label Worker writes to the Label Store
`;

let browser;
let folder;
let file;
let page;
let trouble;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "skydraft-page-"));
  const source = join(folder, "parcels.md");
  writeFileSync(source, text);
  file = join(folder, "parcels.html");
  execFileSync(process.env.SKYDRAFT_BINARY, ["render", source, "-o", file], { stdio: "ignore" });
  browser = await chromium.launch({ executablePath: process.env.SKYDRAFT_CHROMIUM, args: ["--no-sandbox"], timeout: patience });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await open();
});

// Whatever a test does: nothing goes wrong in silence, nothing leaves the page.
afterEach(async () => {
  await page.close();
  assert.deepEqual(trouble, []);
});

async function open(address = "", options = {}) {
  await page?.close();
  trouble = [];
  page = await browser.newPage({ viewport: { width: 1400, height: 900 }, ...options });
  page.setDefaultTimeout(patience);
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("request", (request) => !/^(file|data):/.test(request.url()) && trouble.push(request.url()));
  await page.goto(`file://${file}${address}`);
}

const shown = ".view:not([hidden]) ";
const thing = (slug) => page.locator(`${shown}g[data-component="${slug}"]`).first();
const edge = async (from, to) => page.locator(`${shown}g[data-from="${await slugOf(from)}"][data-to="${await slugOf(to)}"]`).first();
const viewBox = async () => (await page.locator(`${shown}svg.picture`).getAttribute("viewBox")).split(" ").map(Number);
const facts = () => page.locator("#facts");
const at = () => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get("at"));

/** A slug by the component's name, from the page's own data. */
const slugOf = (name) =>
  page.evaluate((n) => JSON.parse(document.getElementById("model-data").textContent).components.find((c) => c.name === n).id, name);

async function centreOf(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

test("each view is a tab and shows a picture of its own", async () => {
  const titles = await page.locator(".view > h2").allTextContents();
  assert.deepEqual(await page.getByRole("tab").allTextContents(), titles);
  for (const [i, tab] of (await page.getByRole("tab").all()).entries()) {
    await tab.click();
    assert.equal(await tab.getAttribute("aria-selected"), "true");
    assert.equal(await page.locator(".view:visible").count(), 1);
    assert.ok(await page.locator(".view").nth(i).isVisible());
    assert.ok((await page.locator(`${shown}g[data-role]`).count()) > 0);
  }
});

test("the page of the largest example is small", () => {
  const file = join(folder, "large.html");
  execFileSync(process.env.SKYDRAFT_BINARY, ["render", join(examples, "online-shop.md"), "-o", file], { stdio: "ignore" });
  const bytes = gzipSync(readFileSync(file), { level: 9 }).length;
  assert.ok(bytes < 130 * 1024, `${bytes} bytes`);
});

test("ids are unique over all views", async () => {
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  assert.deepEqual(twice, []);
});

test("a flow's view has things of its own, though it draws the overview's", async () => {
  const shop = join(folder, "shop.html");
  execFileSync(process.env.SKYDRAFT_BINARY, ["render", join(examples, "online-shop.md"), "-o", shop], { stdio: "ignore" });
  assert.match(readFileSync(shop, "utf8"), /<use href="#v1-/);
  await page.goto(`file://${shop}`);
  const first = await page.evaluate(() => document.querySelectorAll("#v1-view g[data-id]").length);
  const flow = page.locator('.view[data-view^="flow:"]').first();
  assert.equal(await flow.locator("use[href^='#v1-']").count(), 0);
  assert.equal(await flow.locator("g[data-id]").count(), first);
});

test("a link of the document leads from the facts, one that runs something does not", async () => {
  await thing(await slugOf("Archive")).click();
  const links = facts().locator("a");
  assert.deepEqual(await links.evaluateAll((all) => all.map((a) => [a.href, a.rel])), [["https://example.com/archive", "noopener"]]);
});

test("wheel, buttons and keys zoom; the point under the pointer stays", async () => {
  const before = await viewBox();
  const target = await centreOf(thing(await slugOf("Tracking API")));
  await page.mouse.move(target.x, target.y);
  await page.mouse.wheel(0, -300);
  const near = await viewBox();
  assert.ok(near[2] < before[2] * 0.8);
  const moved = await centreOf(thing(await slugOf("Tracking API")));
  assert.ok(Math.hypot(moved.x - target.x, moved.y - target.y) < 12);
  assert.ok(await page.locator("#minimap").isVisible());
  await page.keyboard.press("0");
  assert.deepEqual(await viewBox(), before);
  assert.ok(await page.locator("#minimap").isHidden());
  await page.keyboard.press("+");
  assert.ok((await viewBox())[2] < before[2]);
  await page.keyboard.press("-");
  await page.getByRole("button", { name: "Zoom in" }).click();
  assert.ok((await viewBox())[2] < before[2]);
});

test("dragging and arrow keys move the picture, and dragging selects nothing", async () => {
  const before = await viewBox();
  await page.mouse.move(700, 450);
  await page.mouse.down();
  await page.mouse.move(600, 400, { steps: 4 });
  await page.mouse.up();
  const dragged = await viewBox();
  assert.ok(dragged[0] > before[0] && dragged[1] > before[1]);
  assert.ok(await facts().isHidden());
  await page.locator("#stage").focus();
  await page.keyboard.press("ArrowLeft");
  assert.ok((await viewBox())[0] < dragged[0]);
});

test("two fingers zoom", async () => {
  const before = await viewBox();
  await page.evaluate(() => {
    const stage = document.getElementById("stage");
    const touch = (type, id, x) =>
      stage.dispatchEvent(new PointerEvent(type, { pointerId: id, clientX: x, clientY: 400, button: 0, pointerType: "touch", bubbles: true }));
    stage.setPointerCapture = () => {};
    touch("pointerdown", 1, 600);
    touch("pointerdown", 2, 700);
    touch("pointermove", 1, 500);
    touch("pointermove", 2, 800);
    touch("pointerup", 1, 500);
    touch("pointerup", 2, 800);
  });
  assert.ok((await viewBox())[2] < before[2] / 2);
});

test("pointing at a component traces it up and down", async () => {
  const api = await slugOf("Tracking API");
  const archive = await slugOf("Archive");
  const { x, y } = await centreOf(thing(api));
  await page.mouse.move(x, y);
  await page.waitForSelector(`${shown}svg.tracing`);
  for (const name of ["Tracking API", "Parcel Database", "Label Store"])
    assert.match(await thing(await slugOf(name)).getAttribute("class"), /\blit\b/, name);
  assert.doesNotMatch(await thing(archive).getAttribute("class"), /\blit\b/);
  await page.mouse.move(5, 5);
  await page.waitForFunction(() => !document.querySelector("svg.tracing"));
});

test("a click shows all facts with the lines that say them", async () => {
  await thing(await slugOf("Parcel Database")).click();
  assert.ok(await facts().isVisible());
  assert.equal(await facts().locator("h2").textContent(), "Parcel Database");
  const told = await facts().textContent();
  for (const part of ["RDS", "Comes from", "Tracking API", "step 2: Tracking API reads the Parcel Database", "In parcels.md"])
    assert.ok(told.includes(part), `${part} in ${told}`);
  assert.ok((await facts().locator(".quote code").allTextContents()).includes("- **Parcel Database:** RDS PostgreSQL in the VPC"));
  await facts().getByRole("button", { name: "Tracking API" }).first().click();
  assert.equal(await facts().locator("h2").textContent(), "Tracking API");
  await page.keyboard.press("Escape");
  assert.ok(await facts().isHidden());
});

test("hostile text stays text", async () => {
  await thing(await slugOf("Label Worker")).click();
  assert.ok((await facts().textContent()).includes("<b>bold</b>"));
  await page.keyboard.press("o");
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.locator("img").count(), 0);
});

test("search finds by any word and goes there", async () => {
  await page.keyboard.press("/");
  await page.keyboard.type("parcel data");
  assert.equal(await page.locator("#found li span").first().textContent(), "Parcel Database");
  await page.keyboard.press("Enter");
  assert.equal(await facts().locator("h2").textContent(), "Parcel Database");
  assert.equal(await at(), await slugOf("Parcel Database"));
  const focused = await page.evaluate(() => document.activeElement.dataset.component);
  assert.equal(focused, await slugOf("Parcel Database"));
});

test("the player lights a flow step by step and says each", async () => {
  assert.equal(await page.locator("#flow option").first().textContent(), "Tracking flow");
  await page.keyboard.press(".");
  assert.match(await page.locator("#step").textContent(), /^1\. Users call the Tracking API/);
  await page.getByRole("button", { name: "Next step" }).click();
  assert.match(await page.locator("#live").textContent(), /^Step 2 of 4: Tracking API reads the Parcel Database/);
  assert.match(await thing(await slugOf("Parcel Database")).getAttribute("class"), /\bnow\b/);
  assert.match(await (await edge("Tracking API", "Parcel Database")).getAttribute("class"), /\bnow\b/);
  assert.doesNotMatch(await thing(await slugOf("Archive")).getAttribute("class"), /\blit\b/);
  await page.keyboard.press(",");
  assert.match(await page.locator("#step").textContent(), /^1\./);
  await page.keyboard.press("p");
  assert.equal(await page.locator("#play").getAttribute("aria-label"), "Pause");
  await page.keyboard.press("p");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(`${shown}svg.tracing`).count(), 0);
});

/** Counts the dots that run along edges from now on; they do not stay. */
async function dots(options) {
  await open("", options);
  await page.evaluate(() => {
    window.dots = 0;
    const count = (records) => {
      for (const record of records) for (const node of record.addedNodes) if (node.matches?.(".pulse")) window.dots += 1;
    };
    new MutationObserver(count).observe(document.getElementById("stage"), { childList: true, subtree: true });
  });
  await page.keyboard.press(".");
  await page.keyboard.press(".");
  assert.match(await page.locator("#step").textContent(), /^2\./);
  return page.evaluate(() => window.dots);
}

test("the player moves nothing for those who prefer stillness", async () => {
  assert.ok((await dots({})) > 0);
  assert.equal(await dots({ reducedMotion: "reduce" }), 0);
});

test("a group collapses to a count and opens again", async () => {
  const group = await thing(await slugOf("Archive")).getAttribute("data-inside");
  const members = page.locator(`${shown}g[data-role="node"][data-inside="${group}"]`);
  assert.ok((await members.count()) > 0);
  await page.locator(`${shown}g[data-id="${group}"]`).focus();
  await page.keyboard.press("c");
  assert.match(await page.locator(`${shown}.cover .count`).textContent(), /^\d+ components?$/);
  for (const member of await members.all()) assert.ok(await member.isHidden());
  await page.keyboard.press("c");
  assert.equal(await page.locator(".cover").count(), 0);
  for (const member of await members.all()) assert.ok(await member.isVisible());
});

test("layers hide families of relations and flows", async () => {
  await page.keyboard.press("l");
  const between = await edge("Tracking API", "Parcel Database");
  assert.ok(await between.isVisible());
  await page.getByRole("checkbox", { name: "Tracking flow" }).uncheck();
  assert.ok(await between.isHidden());
  await page.getByRole("checkbox", { name: "Tracking flow" }).check();
  assert.ok(await between.isVisible());
  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  assert.equal(await page.locator(`${shown}g[data-role="edge"]:not(.off)`).count(), 0);
});

test("the picture's own legend hides families of relations, by mouse and by key", async () => {
  const key = page.locator(`${shown}g[data-role="key"][data-strand="user"]`);
  const lines = page.locator(`${shown}g[data-role="edge"][data-strand="user"]:not(.off)`);
  const count = await lines.count();
  assert.ok(count > 0);
  await key.click();
  assert.equal(await lines.count(), 0);
  assert.equal(await key.getAttribute("aria-pressed"), "false");
  await key.focus();
  await page.keyboard.press("Enter");
  assert.equal(await lines.count(), count);
  await page.getByRole("button", { name: "User request", exact: true }).click();
  assert.equal(await lines.count(), 0);
});

test("an address leads to a view and a component, and follows what is shown", async () => {
  const slug = await slugOf("Parcel Database");
  await open(`#view=overview&at=${slug}`);
  assert.equal(await facts().locator("h2").textContent(), "Parcel Database");
  const views = await page.evaluate(() => JSON.parse(document.getElementById("facts-data").textContent).views.map((v) => v.id));
  for (const view of views) {
    await open(`#view=${encodeURIComponent(view)}`);
    assert.equal(await page.locator(".view:visible").getAttribute("data-view"), view);
  }
  await open("#view=none&at=%3Cimg%20src=x%3E");
  assert.equal(await page.locator(".view:visible").getAttribute("data-view"), views[0]);
});

test("the keyboard alone reaches everything", async () => {
  await page.locator("#stage").focus();
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.dataset.id);
  assert.ok(first, "Tab enters the picture");
  const seen = new Set([first]);
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowDown", "ArrowUp", "ArrowLeft"]) {
    await page.keyboard.press(key);
    seen.add(await page.evaluate(() => document.activeElement.dataset.id));
  }
  assert.ok(seen.size > 2, `arrows go from one to the next: ${[...seen]}`);
  await page.keyboard.press("Enter");
  assert.ok(await facts().isVisible());
  assert.equal(await page.evaluate(() => document.activeElement.id), "facts");
  await page.keyboard.press("Escape");
  assert.ok(await page.evaluate(() => document.activeElement.dataset.id), "back in the picture");
  await page.keyboard.press("o");
  assert.equal(await page.evaluate(() => document.activeElement.id), "outline");
  await page.keyboard.press("o");
  await page.keyboard.press("?");
  assert.ok(await page.locator("#help").isVisible());
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("#help").isHidden());
});

test("the outline reads containers first, then flows", async () => {
  await page.keyboard.press("o");
  const outline = page.getByRole("navigation", { name: "Outline" });
  assert.deepEqual((await outline.getByRole("heading").allTextContents()).slice(0, 2), ["Components", "Tracking flow"]);
  assert.deepEqual(await outline.locator("ol li").allTextContents(), [
    "Users call the Tracking API",
    "Tracking API reads the Parcel Database",
    "Tracking API invokes the Label Worker",
    "Label Worker writes to the Label Store",
  ]);
  await outline.getByRole("button", { name: "Archive" }).click();
  assert.equal(await facts().locator("h2").textContent(), "Archive");
});

test("it is light or dark as the system says, and as the switch says", async () => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await open("", { colorScheme: "dark" });
  const dark = await background();
  assert.notEqual(dark, light);
  await page.getByRole("button", { name: /Theme/ }).click();
  assert.equal(await background(), light);
  await page.getByRole("button", { name: /Theme/ }).click();
  assert.equal(await background(), dark);
});

test("print shows every view whole and no controls", async () => {
  await page.keyboard.press("+");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".bar").first().isHidden());
  assert.equal(await page.locator(".view:visible").count(), await page.locator(".view").count());
  assert.deepEqual((await viewBox()).slice(0, 2), [0, 0]);
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing serious, ${colorScheme}`, async () => {
    await open(`#at=${await slugOf("Parcel Database")}`, { colorScheme });
    await page.keyboard.press("o");
    await page.keyboard.press("l");
    // From outside: the page's own policy would not let a script be added.
    const client = await page.context().newCDPSession(page);
    await client.send("Runtime.evaluate", { expression: axe });
    const { result } = await client.send("Runtime.evaluate", {
      expression: "axe.run({resultTypes: ['violations'], rules: {'label-content-name-mismatch': {enabled: true}}}).then((r) => JSON.stringify(r.violations.filter((v) => ['serious', 'critical'].includes(v.impact)).map((v) => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 200), v.nodes[0].failureSummary])))",
      awaitPromise: true,
    });
    assert.deepEqual(JSON.parse(result.value), []);
  });
}
