"""From a kind's names to all the texts by which it is found.

Strengths: 0 names the kind, 1 an everyday word (catalogue.hpp, AliasStrength).
"""

# How people put a provider's name before a service's.
PREFIXES = {
    "aws": ("aws", "amazon"),
    "azure": ("azure", "microsoft"),
    "gcp": ("gcp", "google cloud", "google"),
    "k8s": ("kubernetes", "k8s"),
    "oci": ("oci", "oracle cloud", "oracle"),
    "ibm": ("ibm cloud", "ibm"),
}
NEUTRAL = ("generic", "onprem")
# "nodegroup" for "node group"; shorter joined words may mean something else.
SHORTEST_JOINED = 8


def own_names(kind, normalise):
    names = {}
    for name in (kind["name"], kind["short"], *kind.get("aliases", [])):
        names[normalise(name)] = 0
    for name in kind.get("common", []):
        names.setdefault(normalise(name), 1)
    return names


def with_provider(kind, names, normalise):
    """"AWS load balancer" names what "load balancer" may mean."""
    prefixes = PREFIXES.get(kind["id"].split(".")[0], ())
    for text in names:
        if not text.startswith(tuple(f"{prefix} " for prefix in prefixes)) and text not in prefixes:
            for prefix in prefixes:
                yield normalise(f"{prefix} {text}")


def joined(names, normalise):
    for text, strength in names.items():
        words = text.split(" ")
        if len(words) == 2 and all(word.isalpha() and len(word) > 1 for word in words) and len(text) > SHORTEST_JOINED:
            yield normalise("".join(words)), strength


def all_aliases(kinds, normalise):
    """(text, number of the kind, strength), sorted by text; the kinds of one text in order of preference: those it names, then
    those that belong to a provider, then by id."""
    names = [{} if kind.get("generated") else own_names(kind, normalise) for kind in kinds]
    table = {(text, number): strength for number, own in enumerate(names) for text, strength in own.items()}
    taken = {(text, kinds[number]["id"].split(".")[0]) for text, number in table}
    written = {text for text, _ in table}
    for number, kind in enumerate(kinds):
        provider = kind["id"].split(".")[0]
        for text in with_provider(kind, names[number], normalise):
            if (text, provider) not in taken:
                table.setdefault((text, number), 0)
        for text, strength in joined(names[number], normalise):
            if text not in written:
                table.setdefault((text, number), strength)
        if kind.get("generated"):
            for text in {normalise(kind["name"])} - written:
                table[(text, number)] = 0
    neutral = [kind["id"].split(".")[0] in NEUTRAL for kind in kinds]
    return sorted(((text, number, strength) for (text, number), strength in table.items()),
                  key=lambda row: (row[0].encode(), row[2], neutral[row[1]], row[1]))
