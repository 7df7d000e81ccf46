// Finds components, relations and steps by any of their words.

import { byId, element } from "./dom.js";
import { components, flows, kindName, model, nameOf, sentenceOf } from "./data.js";
import { goTo } from "./select.js";

const dialog = byId("search");
const query = byId("query");
const found = byId("found");
const most = 30;

const entries = [
  ...model.components.map((c) => {
    const where = components.has(c.parent) ? `in ${nameOf(c.parent)}` : "";
    const also = [...c.aliases, ...(c.purposes ?? []), ...Object.values(c.attributes)].join(" ");
    return entry(c.id, c.name, [kindName(c.kind), where].filter(Boolean).join(", "), also);
  }),
  ...model.relations.map((r) => entry(r.id, sentenceOf(r), r.kind, "")),
  ...flows.flatMap((flow) =>
    flow.steps
      .filter((step) => step.relations.length || step.components?.length)
      .map((step) => entry(step.relations[0] ?? step.components[0], step.text, `${flow.title}, step ${step.number}`, "")),
  ),
];

function entry(slug, name, detail, also) {
  return { slug, name, detail, text: `${name} ${detail} ${also}`.toLowerCase() };
}

/** Those whose name begins with what was typed come first. */
function matching(text) {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = entries.filter((e) => parts.every((part) => e.text.includes(part)));
  const rank = (e) => (e.name.toLowerCase().startsWith(text.toLowerCase()) ? 0 : e.name.toLowerCase().includes(text.toLowerCase()) ? 1 : 2);
  return hits.sort((a, b) => rank(a) - rank(b)).slice(0, most);
}

function fill() {
  const rows = matching(query.value.trim()).map((hit, i) =>
    element(
      "li",
      { role: "option", id: `found-${i}`, "data-slug": hit.slug, "aria-selected": "false", onclick: () => choose(hit.slug) },
      element("span", {}, hit.name),
      element("small", {}, hit.detail),
    ),
  );
  found.replaceChildren(...rows);
  mark(0);
}

const marked = () => found.querySelector('[aria-selected="true"]');

function mark(index) {
  marked()?.setAttribute("aria-selected", "false");
  const row = found.children[index];
  row?.setAttribute("aria-selected", "true");
  row?.scrollIntoView({ block: "nearest" });
  if (row) query.setAttribute("aria-activedescendant", row.id);
  else query.removeAttribute("aria-activedescendant");
}

function choose(slug) {
  dialog.close();
  goTo(slug, true);
}

query.addEventListener("input", fill);
query.addEventListener("keydown", (event) => {
  const rows = found.children.length;
  const at = [...found.children].indexOf(marked());
  if (event.key === "ArrowDown") mark((at + 1) % rows);
  else if (event.key === "ArrowUp") mark((at + rows - 1) % rows);
  else if (event.key === "Enter" && marked()) choose(marked().dataset.slug);
  else return;
  event.preventDefault();
});

export function openSearch() {
  query.value = "";
  dialog.showModal();
  fill();
}

byId("open-search").addEventListener("click", openSearch);
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});
