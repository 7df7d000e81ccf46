// What is selected: by click, Enter, search, outline or address; its facts are shown and its relations traced.

import { emit, on } from "./dom.js";
import { reveal } from "./camera.js";
import { hold, traceOf } from "./trace.js";
import { current, show, views } from "./views.js";

export let selected;

/** `slugs`: what the facts are about; by default all that the thing stands for. */
export function select(thing, slugs = thing?.slugs) {
  selected?.group.classList.remove("selected");
  selected = thing;
  thing?.group.classList.add("selected");
  emit("select", thing ? { thing, slugs } : undefined);
  hold("selected", thing ? traceOf(current, thing) : undefined);
}

export function enter(thing) {
  for (const other of current.svg.querySelectorAll('g[tabindex="0"]')) other.setAttribute("tabindex", "-1");
  thing.group.setAttribute("tabindex", "0");
  thing.group.focus({ preventScroll: true });
}

/** Shows a component or relation: here, or in the first view that has it, or its facts alone. */
export function goTo(slug, focus = false) {
  const view = [current, ...views].find((candidate) => candidate.showing(slug).length);
  if (!view) return emit("select", { slugs: [slug] });
  if (view !== current) show(view);
  const thing = view.showing(slug)[0];
  emit("uncover", thing);
  select(thing, [slug]);
  if (focus) enter(thing);
  reveal(thing.box);
}

on("view", () => {
  if (selected) select(undefined);
});
