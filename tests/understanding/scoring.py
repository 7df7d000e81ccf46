"""How near a model comes to labels made by hand; all figures are in [0, 1].

components  F1 of one-to-one matches by name, aliases included; the kind breaks ties. What the model infers, or the
            labels call ambiguous, is neither rewarded nor punished
kinds       share of the matched components whose kind is the labelled one or of its family
parents     share of the containments of matched components that the model's chain of containers (spans included) reaches
attributes  share of the labelled values that the model has
relations   F1 of stated relations, with their direction; optional ones are not counted
steps       share of the labelled flow steps whose two ends stand in one step of the model
honesty     share of the phrases that are no component and did not become one
"""
import re

FIGURES = ("components", "kinds", "parents", "attributes", "relations", "steps", "honesty")

FAMILIES = [set(family.split()) for family in (
    "aws.alb aws.elb aws.nlb generic.load-balancer azure.load-balancer azure.application-gateway gcp.load-balancer",
    "aws.rds aws.aurora", "aws.ecs aws.ecs-service aws.ecs-task aws.ecs-cluster aws.fargate",
    "k8s.cluster aws.eks azure.aks gcp.gke", "generic.user generic.developer generic.client generic.browser",
    "generic.app generic.service generic.api generic.worker generic.frontend generic.backend generic.container",
    "generic.database generic.postgres generic.mysql generic.mongodb", "generic.redis generic.cache aws.elasticache",
    "generic.vm aws.ec2 azure.vm gcp.compute-engine onprem.server generic.server generic.edge",
    "aws.cloudwatch aws.cloudwatch-logs aws.cloudwatch-alarm aws.cloudwatch-metrics",
    "aws.subnet azure.subnet gcp.subnet generic.subnet", "generic.external-system generic.service generic.api",
    "generic.vpn aws.site-to-site-vpn azure.vpn-gateway", "k8s.deployment k8s.pod k8s.service",
    "aws.eventbridge aws.eventbridge-scheduler", "generic.device onprem.scada", "aws.ec2 aws.ec2-spot")]

# Words that add no identity to a name: "the orders database", "Orders DB".
FILLER = set("the a an of for and aws amazon azure google cloud service instance cluster server application app bucket "
             "table database de la".split())


def words(name):
    found = re.findall(r"[^\W_]+(?:[./-][^\W_]+)*", re.sub(r"[`*_\[\](){}<>\"']", " ", name.lower()))
    return frozenset(w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in found)


def likeness(a, b):
    """Shared words over all words; words that identify count alone where both names have some. Below a half it is 0."""
    if not a or not b:
        return 0.0
    score = len(a & b) / len(a | b)
    if a - FILLER and b - FILLER:
        score = max(score, 0.95 * len((a & b) - FILLER) / len((a | b) - FILLER))
    return score if score >= 0.5 else 0.0


def names_of(component):
    """The name and its aliases, each also without its parenthesis and as the parenthesis alone."""
    given = [component["name"], *component.get("aliases", [])]
    cut = [re.sub(r"\s*\([^)]*\)", "", name) for name in given]
    inner = [part for name in given for part in re.findall(r"\(([^)]*)\)", name)]
    return {words(name) for name in given + cut + inner} - {frozenset()}


def same_kind(a, b):
    return a == b or any(a in family and b in family for family in FAMILIES)


def same_value(a, b):
    a, b = (re.sub(r"[^\w./]+", "", str(value).lower()) for value in (a, b))
    return a == b or (len(a) > 2 and a in b) or (len(b) > 2 and b in a)


def match(labels, components):
    """Index of a label -> index of its component, best likeness first."""
    of_labels, of_components = [names_of(c) for c in labels], [names_of(c) for c in components]
    pairs = []
    for i, mine in enumerate(of_labels):
        for j, theirs in enumerate(of_components):
            score = max((likeness(a, b) for a in mine for b in theirs), default=0.0)
            if score:
                lines = [place["line"] for place in components[j]["source"]]
                score += 0.3 * same_kind(labels[i]["kind"], components[j]["kind"]) + 0.05 * (labels[i]["line"] in lines)
                pairs.append((-score, i, j))
    matched, taken = {}, set()
    for _, i, j in sorted(pairs):
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def f1(hits, wanted, given):
    return 2 * hits / (wanted + given) if wanted + given else 1.0


def share(outcomes):
    return sum(outcomes) / len(outcomes) if outcomes else 1.0


class Comparison:
    """One document: what is labelled against what the model says."""

    def __init__(self, gold, model):
        self.gold, self.labels = gold, gold["components"]
        self.model, self.components = model, model["components"]
        self.matched = match(self.labels, self.components)
        self.index_of = {c["id"]: j for j, c in enumerate(self.components)}
        self.label_of = {j: i for i, j in self.matched.items()}
        doubtful = {words(phrase) for phrase in gold["ambiguous"]}
        self.unscored = {j for j, c in enumerate(self.components) if j not in self.label_of and (
            c["inferred"] or any(likeness(a, b) >= 0.9 for a in doubtful for b in names_of(c)))}
        self.extra = [c for j, c in enumerate(self.components) if j not in self.label_of and j not in self.unscored]
        self.by_name = {}
        for i, label in enumerate(self.labels):
            for name in (label["name"], *label["aliases"]):
                self.by_name.setdefault(name.lower(), i)

    def labelled_pair(self, a, b):
        return self.by_name[a.lower()], self.by_name[b.lower()]

    def found_pair(self, relation):
        return tuple(self.label_of.get(self.index_of[relation[end]]) for end in ("from", "to"))

    def containers(self, component):
        found, todo = set(), [component]
        while todo:
            for above in filter(None, (todo[-1]["parent"], *todo.pop()["spans"])):
                if above not in found:
                    found.add(above)
                    todo.append(self.components[self.index_of[above]])
        return found

    def kinds(self):
        return share([same_kind(self.labels[i]["kind"], self.components[j]["kind"]) for i, j in self.matched.items()])

    def parents(self):
        outcomes = []
        for i, j in self.matched.items():
            if self.labels[i]["parent"]:
                holder = self.matched.get(self.by_name[self.labels[i]["parent"].lower()])
                outcomes.append(holder is not None and self.components[holder]["id"] in self.containers(self.components[j]))
        return share(outcomes)

    def attributes(self):
        outcomes = []
        for i, j in self.matched.items():
            have = [*self.components[j]["attributes"].values(), self.components[j]["count"]]
            outcomes += [any(same_value(value, h) for h in have) for value in self.labels[i]["attributes"].values()]
        return share(outcomes)

    def relations(self):
        wanted = {self.labelled_pair(r["from"], r["to"]) for r in self.gold["relations"]}
        optional = {pair for a, b in self.gold["optional_relations"]
                    for pair in (self.labelled_pair(a, b), self.labelled_pair(b, a))}
        given = {}
        for relation in self.model["relations"]:
            ends = self.index_of[relation["from"]], self.index_of[relation["to"]]
            if not relation["inferred"] and not self.unscored & set(ends):
                given[ends] = self.found_pair(relation)
        hits = wanted & {self.found_pair(r) for r in self.model["relations"]}
        wrong = [ends for ends, pair in given.items() if pair not in wanted | optional]
        return f1(len(hits), len(wanted), len(hits) + len(wrong))

    def steps(self):
        by_id = {r["id"]: r for r in self.model["relations"]}
        found = {self.found_pair(by_id[k]) for flow in self.model["flows"] for step in flow["steps"] for k in step["relations"]}
        return share([self.labelled_pair(a, b) in found for flow in self.gold["flows"] for a, b, _ in flow["steps"]])

    def honesty(self):
        made = set().union(*map(names_of, self.extra)) if self.extra else set()
        return share([words(phrase) not in made for phrase in self.gold["not_components"]])

    def figures(self):
        components = f1(len(self.matched), len(self.labels), len(self.matched) + len(self.extra))
        return {"components": components} | {name: getattr(self, name)() for name in FIGURES[1:]}
