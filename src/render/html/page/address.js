// The page's address says what is shown: #view=overview&at=orders-database.

import { components, relations } from "./data.js";
import { on } from "./dom.js";
import { goTo, select, selected } from "./select.js";
import { reveal } from "./camera.js";
import { current, show, views } from "./views.js";

let at;

function write() {
  const parts = new URLSearchParams({ view: current.id });
  if (at) parts.set("at", at);
  history.replaceState(null, "", `#${parts}`);
}

export function followAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const view = views.find((v) => v.id === wanted.get("view")) ?? current;
  const place = wanted.get("at");
  show(view, true);
  if (!place) return;
  if (view.showing(place).length) return goTo(place);
  const thing = view.things.get(place);
  if (thing) {
    select(thing);
    reveal(thing.box);
  } else if (components.has(place) || relations.has(place)) {
    goTo(place);
  }
}

on("view", () => {
  at = undefined;
  write();
});
on("select", (choice) => {
  at = choice && (choice.slugs[0] ?? selected?.id);
  write();
});
addEventListener("hashchange", followAddress);
