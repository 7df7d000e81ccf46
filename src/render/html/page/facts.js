// All facts about what is selected, each with the lines of the document that say it.

import { byId, button, element, on, setOpen } from "./dom.js";
import { components, facts, kindName, membersOf, model, nameOf, relations, sentenceOf, stepsOf } from "./data.js";
import { foldable, isFolded, toggleFold } from "./fold.js";
import { enter, goTo, select } from "./select.js";

const drawer = byId("facts");

const words = (key) => key.replaceAll("_", " ");
const link = (text, slug) => button(text, () => goTo(slug), { class: "link" });

function section(title, ...children) {
  return children.length ? element("section", {}, element("h3", {}, title), ...children) : undefined;
}

function list(rows) {
  return rows.length ? [element("ul", {}, ...rows.map((row) => element("li", {}, ...[row].flat())))] : [];
}

function quote(places) {
  const numbers = [...new Set(places.flatMap((p) => between(p.line, p.end_line)))].filter((n) => n in facts.lines);
  const rows = numbers.map((n) => [element("span", { class: "number" }, String(n)), element("code", {}, facts.lines[n])]);
  return section(`In ${facts.file}`, ...list(rows).map((ul) => (ul.classList.add("quote"), ul)));
}

const between = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

function table(attributes, placeholders = []) {
  const rows = Object.entries(attributes).map(([key, value]) =>
    element("div", {}, element("dt", {}, words(key)), element("dd", { class: placeholders.includes(key) ? "placeholder" : undefined }, String(value))),
  );
  return rows.length ? [element("dl", {}, ...rows)] : [];
}

function rule(thing) {
  return thing.inferred ? element("p", { class: "rule" }, `Not stated: inferred by the rule “${words(thing.why)}”.`) : undefined;
}

function address(component) {
  if (!component.link) return undefined;
  return element("p", {}, element("a", { href: component.link, target: "_blank", rel: "noopener" }, component.link));
}

function path(component) {
  const above = [];
  for (let up = components.get(component.parent); up; up = components.get(up.parent)) above.unshift(link(up.name, up.id), " › ");
  return above.length ? element("p", { class: "path" }, ...above.slice(0, -1)) : undefined;
}

function relationRows(slug, near, far) {
  return model.relations
    .filter((r) => r[near] === slug)
    .map((r) => [link(nameOf(r[far]), r[far]), " ", link(how(r), r.id), r.inferred ? " (inferred)" : ""]);
}

function how(relation) {
  const wire = [relation.protocol, relation.port].filter((part) => part !== null && part !== undefined).join(" ");
  return [relation.label || relation.kind, wire].filter(Boolean).join(" · ");
}

const policiesOf = (slug) => model.policies.filter((p) => p.applies_to.includes(slug));

function policyRow(policy) {
  const title = policy.title ? `${policy.title}: ` : "";
  return [`${title}${policy.text}`, element("span", { class: "number" }, ` line ${policy.source[0]?.line ?? "?"}`)];
}

const stepRow = ({ flow, step }) => `${flow.title}, step ${step.number}: ${step.text}`;

function aboutComponent(c) {
  const count = c.count > 1 ? ` × ${c.count}` : "";
  return [
    element("p", { class: "kind" }, kindName(c.kind) + count),
    path(c),
    rule(c),
    address(c),
    ...(c.purposes ?? []).map((purpose) => element("p", {}, purpose)),
    ...table(c.attributes, c.placeholders),
    c.aliases.length ? element("p", { class: "kind" }, `Also called ${c.aliases.join(", ")}`) : undefined,
    section("Goes to", ...list(relationRows(c.id, "from", "to"))),
    section("Comes from", ...list(relationRows(c.id, "to", "from"))),
    section("Stretches across", ...list(c.spans.map((slug) => link(nameOf(slug), slug)))),
    section("Holds", ...list(membersOf(c.id).map((member) => link(member.name, member.id)))),
    section("Steps", ...list(stepsOf(c.id).map(stepRow))),
    section("Policies", ...list(policiesOf(c.id).map(policyRow))),
    quote(c.source),
  ];
}

function aboutRelation(r) {
  return [
    element("p", { class: "kind" }, r.kind),
    element("p", {}, link(nameOf(r.from), r.from), ` ${how(r)} `, link(nameOf(r.to), r.to)),
    rule(r),
    section("Steps", ...list(stepsOf(r.id).map(stepRow))),
    quote(r.source),
  ];
}

function about(slug) {
  const component = components.get(slug);
  const relation = relations.get(slug);
  if (!component && !relation) return undefined;
  const title = component ? component.name : sentenceOf(relation);
  const rows = component ? aboutComponent(component) : aboutRelation(relation);
  return element("article", {}, element("h2", {}, title), ...rows.filter(Boolean));
}

function foldButton(thing) {
  if (!thing || !foldable(thing)) return undefined;
  const flip = (event) => {
    toggleFold(thing);
    event.target.textContent = isFolded(thing) ? "Expand" : "Collapse";
  };
  return button(isFolded(thing) ? "Expand" : "Collapse", flip, { class: "fold" });
}

function close(thing) {
  select(undefined);
  if (thing && drawer.dataset.entered) enter(thing);
}

on("select", (choice) => {
  setOpen(drawer, undefined, Boolean(choice));
  if (!choice) return;
  const articles = choice.slugs.map(about).filter(Boolean);
  if (!articles.length) articles.push(element("article", {}, element("h2", {}, choice.thing?.label ?? "")));
  const closer = button("×", () => close(choice.thing), { class: "close", "aria-label": "Close" });
  drawer.replaceChildren(closer, ...[foldButton(choice.thing)].filter(Boolean), ...articles);
  drawer.scrollTop = 0;
});

export function enterFacts() {
  drawer.dataset.entered = "yes";
  drawer.focus();
}
