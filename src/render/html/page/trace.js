// What a thing depends on and what depends on it: lit, the rest faded.

import { byId, on } from "./dom.js";
import { wasDrag } from "./pointer.js";
import { current } from "./views.js";

/** An arrow to a group means all its members. */
function meets(view, end, id) {
  const thing = view.things.get(id);
  const group = view.things.get(end);
  return end === id || (group?.role === "container" && thing && view.isWithin(thing, group));
}

function follow(view, start, near, far) {
  const reached = new Set([start.id]);
  const found = new Set();
  const edges = view.list("edge");
  for (const id of reached) {
    for (const edge of edges) {
      if (found.has(edge.id) || !meets(view, edge[near], id)) continue;
      found.add(edge.id);
      reached.add(edge[far]);
    }
  }
  return [...reached, ...found];
}

/** Everything up and down the arrows from here; of a group, its members too. */
export function traceOf(view, thing) {
  const lit = new Set([thing.id]);
  if (thing.role === "edge") {
    for (const id of [thing.from, thing.to]) lit.add(id);
  } else {
    for (const id of follow(view, thing, "from", "to")) lit.add(id);
    for (const id of follow(view, thing, "to", "from")) lit.add(id);
  }
  if (thing.role === "container") lightInside(view, thing, lit);
  for (const id of [...lit]) {
    const group = view.things.get(id);
    if (group?.role === "container" && id !== thing.id) for (const member of membersIn(view, group)) lit.add(member.id);
  }
  return lit;
}

const membersIn = (view, group) => [...view.things.values()].filter((thing) => view.isWithin(thing, group));

function lightInside(view, group, lit) {
  for (const member of membersIn(view, group)) lit.add(member.id);
  for (const edge of view.list("edge")) {
    if (!lit.has(edge.from) && !lit.has(edge.to)) continue;
    for (const id of [edge.id, edge.from, edge.to]) lit.add(id);
  }
}

/** Lights these; nothing given lets all of them shine again. */
export function light(view, lit) {
  view.svg.classList.toggle("tracing", Boolean(lit));
  for (const thing of view.things.values())
    for (const group of thing.groups) group.classList.toggle("lit", Boolean(lit?.has(thing.id)));
}

// Who holds the light: a playing step, else what is pointed at, else what is selected.
const holders = { step: undefined, hover: undefined, selected: undefined };

export function hold(holder, lit) {
  holders[holder] = lit;
  light(current, holders.step ?? holders.hover ?? holders.selected);
}

const stage = byId("stage");
let waiting;

function pointAt(thing) {
  clearTimeout(waiting);
  const traced = thing && (thing.role !== "container" || hasEdge(thing));
  // A pointer that only crosses the picture does not make it flicker.
  waiting = setTimeout(() => hold("hover", traced ? traceOf(current, thing) : undefined), thing ? 120 : 60);
}

const hasEdge = (thing) => current.list("edge").some((edge) => edge.from === thing.id || edge.to === thing.id);

stage.addEventListener("pointerover", (event) => {
  if (event.pointerType === "mouse" && !(event.buttons && wasDrag())) pointAt(current.thingAt(event.target));
});
stage.addEventListener("pointerleave", () => pointAt(undefined));
stage.addEventListener("focusin", (event) => {
  const thing = current.thingAt(event.target);
  if (thing && event.target.matches(":focus-visible")) hold("hover", traceOf(current, thing));
});
stage.addEventListener("focusout", () => pointAt(undefined));
on("view", () => {
  clearTimeout(waiting);
  Object.assign(holders, { hover: undefined, selected: undefined });
  hold("step", undefined);
});
