// Which relations are shown: by the families of the legend, and by flow.

import { byId, drawn, element, on, say, setOpen } from "./dom.js";
import { flows } from "./data.js";
import { wasDrag } from "./pointer.js";
import { current } from "./views.js";

const panel = byId("layers");
const opener = byId("open-layers");
const off = new Set();

// As the legend draws and names them (src/scene/style.cpp, legend.cpp).
const strands = [
  { id: "user", title: "User request", color: "user", width: 2.25 },
  { id: "monitoring", title: "Monitoring", color: "mon", width: 1.9, dash: "7 4" },
  { id: "delivery", title: "Deployment", color: "dep", width: 1.9, dash: "10 3 2 3" },
  { id: "replication", title: "Replication", color: "rep", width: 1.7, dash: "1.5 4" },
  { id: "traffic", title: "Traffic without a step number", color: "user", width: 1.4 },
  { id: "control", title: "Control, configuration", color: "neutral", width: 1.3 },
];

const flowsOf = (edge) => flows.filter((flow) => flow.steps.some((step) => step.relations.some((id) => edge.slugs.includes(id))));

/** An edge of several flows stays as long as one of them is shown. */
function isOff(edge) {
  const those = flowsOf(edge);
  return off.has(edge.strand) || (those.length > 0 && those.every((flow) => off.has(flow.id)));
}

function apply() {
  for (const key of current.list("key")) {
    key.group.setAttribute("aria-pressed", String(!off.has(key.strand)));
    for (const group of key.groups) group.classList.toggle("pale", off.has(key.strand));
  }
  for (const edge of current.list("edge")) for (const group of edge.groups) group.classList.toggle("off", isOff(edge));
  opener.classList.toggle("active", off.size > 0);
}

function toggle(id, shown) {
  if (shown) off.delete(id);
  else off.add(id);
  apply();
}

function box(id, title, ...before) {
  const input = element("input", { type: "checkbox", onchange: (event) => toggle(id, event.target.checked) });
  input.checked = !off.has(id);
  return element("label", {}, input, ...before, title);
}

function swatch({ color, width, dash }) {
  const svg = drawn("svg", { width: 34, height: 10, "aria-hidden": "true" });
  svg.append(drawn("path", { d: "M0 5H34", stroke: `var(--${color})`, "stroke-width": width, "stroke-dasharray": dash ?? "none" }));
  return svg;
}

function fillLayers() {
  const edges = current.list("edge");
  const present = strands.filter((strand) => edges.some((edge) => edge.strand === strand.id));
  const used = flows.filter((flow) => edges.some((edge) => flowsOf(edge).includes(flow)));
  const groups = [element("strong", {}, "Relations"), ...present.map((s) => box(s.id, s.title, swatch(s)))];
  if (used.length) groups.push(element("strong", {}, "Flows"), ...used.map((flow) => box(flow.id, flow.title)));
  panel.replaceChildren(...groups);
}

export function toggleLayers() {
  const open = panel.hidden;
  if (open) fillLayers();
  setOpen(panel, opener, open);
  if (open) panel.querySelector("input")?.focus();
  else opener.focus();
}

/** An entry of the picture's own legend takes its family away and brings it back. */
function makeKeys() {
  for (const { group, groups, strand, label } of current.list("key")) {
    if (group.hasAttribute("tabindex")) continue;
    const press = () => {
      toggle(strand, off.has(strand));
      say(`${label} ${off.has(strand) ? "hidden" : "shown"}`);
      if (!panel.hidden) fillLayers();
    };
    group.setAttribute("role", "button");
    group.setAttribute("tabindex", "0");
    current.svg.append(group); // after the picture in the order of the Tab key
    for (const part of groups) part.addEventListener("click", () => wasDrag() || press());
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      press();
    });
  }
}

opener.addEventListener("click", toggleLayers);
on("view", () => {
  makeKeys();
  apply();
  if (!panel.hidden) fillLayers();
});
