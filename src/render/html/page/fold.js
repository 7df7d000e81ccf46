// Groups collapsed to a box that says how much is in it. A cover lies over the members and over the ends of their edges.

import { drawn, emit, on, say } from "./dom.js";
import { current, views } from "./views.js";

for (const view of views) view.covers = new Map();

const roles = ["node", "container", "annotation"];
const frameOf = (thing) => thing.group.querySelector(":scope > rect");

function overlap(a, b) {
  return a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;
}

/** A group that something else lies across (a zone under a cluster) cannot be covered. */
export function foldable(thing) {
  if (thing.role !== "container" || !frameOf(thing)) return false;
  if (isFolded(thing)) return true;
  const things = current.list(...roles);
  const frame = frameOf(thing).getBBox();
  const isStranger = (other) => other !== thing && !current.isWithin(other, thing) && !current.isWithin(thing, other);
  return (
    things.some((other) => current.isWithin(other, thing)) &&
    !things.some((other) => isStranger(other) && !other.groups[0].matches(".gone") && overlap(other.box, frame))
  );
}

export const isFolded = (thing) => current.covers.has(thing.id);

/** The outermost folded group around a thing, or the thing itself if folded. */
function foldedAround(view, id) {
  let found;
  for (let up = view.things.get(id); up; up = view.things.get(up.inside)) if (view.covers.has(up.id)) found = up.id;
  return found;
}

function coverOf(view, thing) {
  const { x, y, width, height } = frameOf(thing).getBBox();
  const count = view.list("node").filter((node) => view.isWithin(node, thing)).length;
  const cover = drawn("g", { "data-part-of": thing.id, class: "container cover" });
  cover.append(drawn("rect", { x, y, width, height, class: "underlay" }));
  for (const group of thing.groups) {
    for (const child of group.children) {
      const isTierName = child.tagName === "text" && child.hasAttribute("transform");
      if (!isTierName) cover.append(child.cloneNode(true));
    }
  }
  const middle = { x: x + width / 2, y: y + height / 2 + (height > 60 ? 10 : 4) };
  const text = `${count} ${count === 1 ? "component" : "components"}`;
  cover.append(drawn("text", { ...middle, class: "count" }, text));
  return { cover, text };
}

function hideMembers(view) {
  for (const thing of view.things.values()) {
    const around = foldedAround(view, thing.role === "edge" ? thing.from : thing.inside);
    const gone = thing.role === "edge" ? around && around === foldedAround(view, thing.to) : around;
    for (const group of thing.groups) group.classList.toggle("gone", Boolean(gone));
    view.covers.get(thing.id)?.classList.toggle("gone", Boolean(gone));
  }
}

export function toggleFold(thing) {
  if (!foldable(thing)) return;
  const view = current;
  const folded = view.covers.get(thing.id);
  if (folded) {
    folded.remove();
    view.covers.delete(thing.id);
    say(`${thing.label}: expanded`);
  } else {
    const { cover, text } = coverOf(view, thing);
    view.svg.append(cover);
    view.covers.set(thing.id, cover);
    say(`${thing.label}: collapsed, ${text}`);
  }
  thing.group.setAttribute("aria-expanded", String(Boolean(folded)));
  hideMembers(view);
  emit("fold", thing);
}

// The sign at a group's corner, while the pointer is over the group.
const sign = drawn("g", { class: "sign", "aria-hidden": "true" });
sign.append(drawn("circle", { r: 9 }), drawn("path"));
let signed;

export function offerFold(thing) {
  if (thing === signed && thing) return;
  signed = thing && foldable(thing) ? thing : undefined;
  if (!signed) return sign.remove();
  const { x, y, width } = frameOf(signed).getBBox();
  sign.setAttribute("transform", `translate(${x + width} ${y})`);
  sign.lastChild.setAttribute("d", isFolded(signed) ? "M-4 0H4M0 -4V4" : "M-4 0H4");
  current.svg.append(sign);
}

sign.addEventListener("click", (event) => {
  event.stopPropagation();
  const thing = signed;
  toggleFold(thing);
  signed = undefined;
  offerFold(thing);
});

export const isSign = (target) => sign.contains(target);

on("view", () => offerFold(undefined));
on("uncover", (thing) => {
  for (let up = current.things.get(thing.inside); up; up = current.things.get(up.inside)) if (isFolded(up)) toggleFold(up);
});
