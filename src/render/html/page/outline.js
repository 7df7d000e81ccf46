// The document's content in reading order: containers with what is in them, then the flows step by step, then what was
// not understood.

import { byId, button, element, setOpen } from "./dom.js";
import { flows, kindName, membersOf, model } from "./data.js";
import { goTo } from "./select.js";

const drawer = byId("outline");
const opener = byId("open-outline");

const list = (rows, tag = "ul") => element(tag, {}, ...rows);

function componentRow(component) {
  const count = component.count > 1 ? ` × ${component.count}` : "";
  const go = button(component.name + count, () => goTo(component.id), { class: "link" });
  const members = membersOf(component.id);
  const kind = element("small", {}, ` ${kindName(component.kind)}`);
  return element("li", {}, go, kind, members.length ? list(members.map(componentRow)) : undefined);
}

function stepRow(step) {
  const slug = step.relations[0] ?? step.components?.[0];
  return element("li", { value: step.number }, slug ? button(step.text, () => goTo(slug), { class: "link" }) : step.text);
}

function fillOutline() {
  drawer.append(
    button("×", toggleOutline, { class: "close", "aria-label": "Close" }),
    element("h2", {}, "Components"),
    list(model.components.filter((c) => c.parent === null).map(componentRow)),
    ...flows.flatMap((flow) => [element("h2", {}, flow.title), list(flow.steps.map(stepRow), "ol")]),
  );
  if (!model.unread.length) return;
  const rows = model.unread.map((u) => element("li", {}, element("span", { class: "number" }, `line ${u.line} `), u.text));
  drawer.append(element("h2", {}, "Not understood"), list(rows));
}

export function toggleOutline() {
  const open = drawer.hidden;
  if (open && !drawer.firstChild) fillOutline();
  setOpen(drawer, opener, open);
  (open ? drawer : opener).focus();
}

opener.addEventListener("click", toggleOutline);
