// The keyboard: every action of the mouse has its key.

import { byId } from "./dom.js";
import { fit, panBy, reveal, zoomBy } from "./camera.js";
import { enterFacts } from "./facts.js";
import { toggleFold } from "./fold.js";
import { toggleLayers } from "./layers.js";
import { toggleOutline } from "./outline.js";
import { stepBy, stopPlayer, togglePlay } from "./player.js";
import { openSearch } from "./search.js";
import { enter, select, selected } from "./select.js";
import { current, showBeside } from "./views.js";

const stride = 80;
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const keys = {
  "+": () => zoomBy(1.25),
  "=": () => zoomBy(1.25),
  "-": () => zoomBy(0.8),
  0: fit,
  "/": openSearch,
  "?": () => byId("help").showModal(),
  o: toggleOutline,
  l: toggleLayers,
  p: togglePlay,
  ",": () => stepBy(-1),
  ".": () => stepBy(1),
  "[": () => showBeside(-1),
  "]": () => showBeside(1),
  c: () => foldHere(),
  Escape: () => letGo(),
};

const focused = () => current.thingAt(document.activeElement);

function foldHere() {
  const thing = focused() ?? selected;
  const group = thing?.role === "container" ? thing : current.things.get(thing?.inside);
  if (group) toggleFold(group);
}

/** One thing at a time: the popover, the outline, the player, the selection, the way out of the picture. */
function letGo() {
  if (!byId("layers").hidden) return toggleLayers();
  if (!byId("outline").hidden) return toggleOutline();
  if (stopPlayer()) return undefined;
  const thing = selected;
  if (thing || !byId("facts").hidden) {
    const inFacts = byId("facts").contains(document.activeElement);
    select(undefined);
    return inFacts && thing ? enter(thing) : undefined;
  }
  return focused() ? byId("stage").focus() : undefined;
}

/** The nearest thing in a direction: what lies aside counts double. */
function nextTo(thing, [dx, dy]) {
  const middle = ({ box }) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const from = middle(thing);
  let best;
  for (const other of current.list(thing.role === "container" ? "container" : "node")) {
    if (other === thing || other.group.matches(".gone")) continue;
    const to = middle(other);
    const along = (to.x - from.x) * dx + (to.y - from.y) * dy;
    const aside = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx);
    if (along < 1 || aside > 3 * along) continue;
    const distance = along + 2 * aside;
    if (!best || distance < best.distance) best = { thing: other, distance };
  }
  return best?.thing;
}

function arrow(direction, event) {
  const thing = focused();
  if (!thing || event.shiftKey) return panBy(direction[0] * stride, direction[1] * stride);
  const next = nextTo(thing, direction);
  if (!next) return undefined;
  enter(next);
  return reveal(next.box);
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea") && event.key !== "Escape") return;
  if (document.querySelector("dialog[open]")) return;
  const inPicture = byId("stage").contains(event.target) || event.target === document.body;
  if ((event.key === "Enter" || event.key === " ") && focused()) {
    select(focused());
    enterFacts();
  } else if (event.key in arrows) {
    if (!inPicture) return;
    arrow(arrows[event.key], event);
  } else if (event.key in keys) {
    keys[event.key]();
  } else {
    return;
  }
  event.preventDefault();
});

byId("open-help").addEventListener("click", () => byId("help").showModal());
byId("close-help").addEventListener("click", () => byId("help").close());
byId("zoom-in").addEventListener("click", () => zoomBy(1.25));
byId("zoom-out").addEventListener("click", () => zoomBy(0.8));
byId("zoom-fit").addEventListener("click", fit);
