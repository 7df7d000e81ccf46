// What the document means, as the program wrote it into the page.

const read = (id) => JSON.parse(document.getElementById(id).textContent);

export const facts = read("facts-data");
export const model = read("model-data");
export const components = new Map(model.components.map((c) => [c.id, c]));
export const relations = new Map(model.relations.map((r) => [r.id, r]));
export const flows = model.flows;

export const nameOf = (slug) => components.get(slug)?.name ?? slug;
export const kindName = (kind) => facts.kinds[kind] ?? kind;
export const membersOf = (slug) => model.components.filter((c) => c.parent === slug);

export function sentenceOf(relation) {
  const what = relation.label || relation.kind;
  return `${nameOf(relation.from)} → ${nameOf(relation.to)}: ${what}`;
}

/** The steps, of any flow, that a component or a relation takes part in. */
export function stepsOf(slug) {
  const takesPart = (step) =>
    step.relations.includes(slug) ||
    (step.components ?? []).includes(slug) ||
    step.relations.some((id) => relations.get(id).from === slug || relations.get(id).to === slug);
  return flows.flatMap((flow) => flow.steps.filter(takesPart).map((step) => ({ flow, step })));
}
