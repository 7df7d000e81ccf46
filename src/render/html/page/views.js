// The views, their elements, and which view is shown.

import "./same.js";
import { facts } from "./data.js";
import { byId, element, emit, say } from "./dom.js";

const pointable = new Set(["node", "container", "edge", "annotation"]);

/** One thing of a picture: its groups (it may lie in several layers), what it stands for, what it is joined to. */
class Thing {
  constructor(group) {
    Object.assign(this, group.dataset);
    this.groups = [group];
    this.label = group.getAttribute("aria-label") ?? "";
    this.slugs = (this.component ?? "").split(" ").filter(Boolean);
  }
  get group() {
    return this.groups[0];
  }
  /** In the picture's units; only while its view is shown. */
  get box() {
    if (this.measured) return this.measured;
    const boxes = this.groups.map((group) => group.getBBox()).filter((b) => b.width || b.height);
    if (!boxes.length) return { x: 0, y: 0, width: 0, height: 0 };
    const x = Math.min(...boxes.map((b) => b.x));
    const y = Math.min(...boxes.map((b) => b.y));
    const right = Math.max(...boxes.map((b) => b.x + b.width));
    const bottom = Math.max(...boxes.map((b) => b.y + b.height));
    return (this.measured = { x, y, width: right - x, height: bottom - y });
  }
}

/** Who speaks to the page says what they read: a name begins with the words that are shown, line by line. */
function nameAsRead({ group, label }) {
  const lines = [...group.querySelectorAll("text")];
  if (!lines.length) return;
  for (const line of lines) line.after(" ");
  const more = label.split(", ").slice(1);
  group.setAttribute("aria-label", [lines.map((line) => line.textContent).join(" "), ...more].join(", "));
}

class View {
  constructor(info, section) {
    Object.assign(this, info, { section, svg: section.querySelector("svg.picture"), things: new Map() });
    const [, , width, height] = this.svg.getAttribute("viewBox").split(" ").map(Number);
    Object.assign(this, { width, height });
    for (const group of this.svg.querySelectorAll("g[data-id]")) this.things.set(group.dataset.id, new Thing(group));
    for (const group of this.svg.querySelectorAll("g[data-part-of]")) {
      const thing = this.things.get(group.dataset.partOf);
      thing.groups.push(group);
      group.classList.add(thing.role ?? "page");
    }
    for (const thing of this.things.values()) {
      thing.group.classList.add(thing.role ?? "page");
      // A pill lies across borders: faded, it must still hide them.
      if (Number(thing.group.querySelector(":scope > rect:first-child")?.getAttribute("width")) > 60) thing.group.classList.add("pill");
    }
    this.makePointable();
  }

  /** One stop of the Tab key for the whole picture; arrows go on from there. */
  makePointable() {
    for (const thing of this.list("node", "container", "edge", "annotation")) {
      thing.group.setAttribute("role", "button");
      thing.group.setAttribute("tabindex", "-1");
      nameAsRead(thing);
    }
    const first = this.list("node")[0] ?? this.list("container")[0];
    first?.group.setAttribute("tabindex", "0");
  }

  list(...roles) {
    return [...this.things.values()].filter((thing) => roles.includes(thing.role));
  }

  /** What stands for a component or a relation here, the most telling first. */
  showing(slug) {
    const all = [...this.things.values()].filter((thing) => pointable.has(thing.role) && thing.slugs.includes(slug));
    return all.sort((a, b) => a.slugs.length - b.slugs.length);
  }

  thingAt(target) {
    const group = target instanceof Element ? target.closest("g[data-id], g[data-part-of]") : null;
    const thing = group && this.things.get(group.dataset.id ?? group.dataset.partOf);
    return thing && pointable.has(thing.role) ? thing : undefined;
  }

  isWithin(thing, container) {
    for (let up = thing; up?.inside; up = this.things.get(up.inside)) if (up.inside === container.id) return true;
    return false;
  }
}

export const views = facts.views.map((info, i) => new View(info, byId(`v${i + 1}-view`)));
export let current = views[0];

export function show(view, quietly = false) {
  current = view;
  for (const other of views) {
    const shown = other === view;
    other.section.hidden = !shown;
    other.tab.setAttribute("aria-selected", String(shown));
    other.tab.tabIndex = shown ? 0 : -1;
  }
  emit("view", view);
  if (!quietly) say(`View ${view.title}`);
}

export function showBeside(distance) {
  show(views[(views.indexOf(current) + distance + views.length) % views.length]);
}

export function makeTabs() {
  for (const view of views) {
    const id = `tab-${view.section.id}`;
    view.tab = element(
      "button",
      { type: "button", role: "tab", id, "aria-controls": view.section.id, onclick: () => show(view), onkeydown: moveAlongTabs },
      view.title,
    );
    view.section.setAttribute("role", "tabpanel");
    view.section.setAttribute("aria-labelledby", id);
    byId("tabs").append(view.tab);
  }
}

function moveAlongTabs(event) {
  const distance = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!distance) return;
  event.preventDefault();
  event.stopPropagation();
  showBeside(distance);
  current.tab.focus();
}
