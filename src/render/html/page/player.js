// A flow step by step: what the step is about shines, what came before glows on, the rest is faded.

import { byId, drawn, element, on, prefersStillness, say } from "./dom.js";
import { flows, relations } from "./data.js";
import { reveal } from "./camera.js";
import { hold } from "./trace.js";
import { current } from "./views.js";

const pace = 2200;
const flowBox = byId("flow");
const play = byId("play");
let flow = flows[0];
let at = -1; // no step
let timer;
let pulse;

/** The edges, their ends and the nodes that a step names; the edges in the order of the sentence. */
function thingsOf(step) {
  const edges = step.relations.flatMap((id) => current.showing(id));
  const named = step.components ?? [];
  const missing = step.relations.filter((id) => !current.showing(id).length).map((id) => relations.get(id));
  const ends = [...named, ...missing.flatMap((r) => [r.from, r.to])].flatMap((slug) => current.showing(slug).slice(0, 1));
  return { edges, nodes: [...edges.flatMap((edge) => [edge.from, edge.to]).map((id) => current.things.get(id)), ...ends].filter(Boolean) };
}

function idsUpTo(last) {
  const lit = new Set();
  for (const step of flow.steps.slice(0, last + 1)) {
    const { edges, nodes } = thingsOf(step);
    for (const thing of [...edges, ...nodes]) lit.add(thing.id);
  }
  return lit;
}

function mark(things) {
  for (const group of current.svg.querySelectorAll(".now")) group.classList.remove("now");
  for (const thing of things) for (const group of thing.groups) group.classList.add("now");
}

/** A dot that runs along the edge, unless the reader prefers stillness. */
function runAlong(edge) {
  pulse?.remove();
  const line = edge?.group.querySelector("path");
  if (!line || prefersStillness()) return;
  const dot = drawn("circle", { r: 5, class: "pulse", fill: line.getAttribute("stroke") });
  const length = line.getTotalLength();
  const start = performance.now();
  current.svg.append(dot);
  pulse = dot;
  const frame = (now) => {
    const share = Math.min((now - start) / 900, 1);
    const { x, y } = line.getPointAtLength(length * share);
    dot.setAttribute("cx", x);
    dot.setAttribute("cy", y);
    if (share < 1 && dot.isConnected) requestAnimationFrame(frame);
    else dot.remove();
  };
  requestAnimationFrame(frame);
}

function bounds(things) {
  const boxes = things.map((thing) => thing.box);
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  const right = Math.max(...boxes.map((b) => b.x + b.width));
  return { x, y, width: right - x, height: Math.max(...boxes.map((b) => b.y + b.height)) - y };
}

function showStep() {
  const step = flow.steps[at];
  if (!step) {
    mark([]);
    pulse?.remove();
    byId("step").textContent = `${flow.steps.length} steps`;
    return hold("step", undefined);
  }
  const { edges, nodes } = thingsOf(step);
  hold("step", idsUpTo(at));
  mark([...edges, ...nodes]);
  runAlong(edges[0]);
  byId("step").textContent = `${step.number}. ${step.text}`;
  say(`Step ${at + 1} of ${flow.steps.length}: ${step.text}`);
  if (!current.camera.fitted && nodes.length) reveal(bounds(nodes.filter((n) => n.role === "node").length ? nodes.filter((n) => n.role === "node") : nodes));
}

function setPlaying(playing) {
  clearInterval(timer);
  timer = playing ? setInterval(advance, pace) : undefined;
  play.textContent = playing ? "❚❚" : "▶";
  play.setAttribute("aria-label", playing ? "Pause" : "Play");
}

function advance() {
  if (at + 1 >= flow.steps.length) return setPlaying(false);
  at += 1;
  showStep();
}

export function stepBy(distance) {
  if (!flow) return;
  setPlaying(false);
  at = Math.min(Math.max(at + distance, -1), flow.steps.length - 1);
  showStep();
}

export function togglePlay() {
  if (!flow) return;
  if (timer) return setPlaying(false);
  if (at + 1 >= flow.steps.length) at = -1;
  setPlaying(true);
  advance();
}

/** True if there was something to stop. */
export function stopPlayer() {
  if (at < 0 && !timer) return false;
  setPlaying(false);
  at = -1;
  showStep();
  return true;
}

function choose(next) {
  stopPlayer();
  flow = next;
  flowBox.value = next.id;
  showStep();
}

if (flow) {
  byId("player").hidden = false;
  flowBox.append(...flows.map((f) => element("option", { value: f.id }, f.title)));
  flowBox.addEventListener("change", () => choose(flows.find((f) => f.id === flowBox.value)));
  play.addEventListener("click", togglePlay);
  byId("step-back").addEventListener("click", () => stepBy(-1));
  byId("step-on").addEventListener("click", () => stepBy(1));
  on("view", (view) => {
    const own = flows.find((f) => view.id.endsWith(f.id));
    if (own && own !== flow) choose(own);
    showStep();
  });
}
