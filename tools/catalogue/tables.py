"""Writes the catalogue as constant tables for C++."""
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from text_hash import text_hash  # noqa: E402: beside the folder

ENUMERATORS = {name.lower(): name for name in (
    "Actor", "Compute", "Container", "Database", "Storage", "Network", "Edge", "Integration", "Serverless", "Security",
    "Observability", "Delivery", "Analytics", "MachineLearning", "Management", "Application", "Group", "Other",
    "External", "Global", "Regional", "Zonal", "Cluster",
    "NotAContainer", "Cloud", "Account", "Region", "Zone", "Subnet", "Namespace", "Host")}
STRENGTHS = ("Name", "Common")
LITERAL_LENGTH = 4000  # bytes in one piece of a string literal


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def kinds_table(kinds):
    lists, rows = {}, []

    def list_of(values):
        return lists.setdefault(tuple(values), f"kList{len(lists)}") if values else "{}"

    for kind in kinds:
        fields = [quote(kind["id"]), quote(kind["name"]), quote(kind["short"]), quote(kind["id"].split(".")[0]),
                  f'Category::{ENUMERATORS[kind["category"]]}', f'Scope::{ENUMERATORS[kind["scope"]]}',
                  f'Holds::{ENUMERATORS[kind.get("holds", "notacontainer")]}', quote(kind.get("icon", "")),
                  list_of(kind.get("inside")), list_of(kind.get("attributes")), "true" if kind.get("generated") else "false"]
        rows.append("{" + ", ".join(fields) + "},")
    yield from (f"constexpr std::string_view {name}[] = {{{', '.join(map(quote, values))}}};" for values, name in lists.items())
    yield from ("constexpr Kind kKinds[] = {", *rows, "};")
    yield from slot_table("kKindSlots", [text_hash(kind["id"]) for kind in kinds])


def text_table(texts):
    """One text after the other; gives the place of each. What begins another is not written twice."""
    blob, places = bytearray(), {}
    for text in sorted(texts, key=str.encode, reverse=True):
        data = text.encode()
        previous = places.get("last")
        if previous and previous[1].startswith(data):
            places[text] = previous[0]
        else:
            places[text] = len(blob)
            places["last"] = (len(blob), data)
            blob += data
    places.pop("last", None)
    return bytes(blob), places


def literal(data: bytes):
    text = data.decode()
    for begin in range(0, len(text), LITERAL_LENGTH):
        yield quote(text[begin:begin + LITERAL_LENGTH])


def alias_tables(aliases):
    """The aliases, and the tree that finds them word by word: a node for each text and for each of its beginnings."""
    nodes = {"": (0, 0)}
    for number, (text, _, _) in enumerate(aliases):
        first, count = nodes.get(text, (number, 0))
        nodes[text] = (first if count else number, count + 1)
        words = text.split(" ")
        for length in range(1, len(words)):
            nodes.setdefault(" ".join(words[:length]), (number, 0))
    words = sorted({word for text in nodes for word in text.split(" ") if word}, key=str.encode)
    blob, places = text_table([*(text for text in nodes if text), *words])
    packed = lambda text: f"{{{places[text]}, {len(text.encode())}}}"
    yield "constexpr char kText[] ="
    yield from literal(blob)
    yield ";"
    yield "constexpr Alias kAliases[] = {"
    yield from (f"{{{packed(text)}, {kind}, AliasStrength::{STRENGTHS[strength]}}}," for text, kind, strength in aliases)
    yield "};"
    yield "constexpr PackedText kWords[] = {"
    yield from (f"{packed(word)}," for word in words)
    yield "};"
    yield from slot_table("kWordSlots", [text_hash(word) for word in words])
    yield from node_tables(nodes, {word: number for number, word in enumerate(words, 1)})


def slot_table(name, hashes):
    """Where each thing stands among them, counted from 1, as a hash table with open addressing."""
    size = 1
    while size < 2 * len(hashes):
        size *= 2
    slots = [0] * size
    for number, value in enumerate(hashes, 1):
        slot = value & (size - 1)
        while slots[slot]:
            slot = (slot + 1) & (size - 1)
        slots[slot] = number
    yield f"constexpr std::uint16_t {name}[{size}] = {{"
    yield from (",".join(map(str, slots[begin:begin + 64])) + "," for begin in range(0, size, 64))
    yield "};"


def step_hash(node: int, word: int) -> int:
    """The hash of catalogue.cpp for the step from a node by a word."""
    value = (node << 16 | word) * 0x9E3779B1 & 0xFFFFFFFF
    return value ^ value >> 15


def node_tables(nodes, words):
    """The root first, then all others in the order of their texts; each knows by which word it goes on from which."""
    numbers = {text: number for number, text in enumerate(sorted(nodes, key=str.encode), 1)}
    assert len(numbers) < 1 << 16
    steps = []
    yield "constexpr Node kNodes[] = {"
    for text, number in numbers.items():
        before, _, word = text.rpartition(" ")
        steps.append((numbers[before] if text else 0, words.get(word, 0)))
        yield f"{{{nodes[text][0]}, {nodes[text][1]}, {steps[-1][0]}, {steps[-1][1]}}},"
    yield "};"
    yield from slot_table("kNodeSlots", [step_hash(*step) for step in steps])


def rules_table(rules, kinds):
    numbers = {kind["id"]: number for number, kind in enumerate(kinds)}
    yield "constexpr ResourceRule kResourceRules[] = {"
    yield from (f"{{{quote(prefix)}, {numbers[rules[prefix]]}}}," for prefix in sorted(rules, key=str.encode))
    yield "};"


def words_table(words):
    stay = sorted(words["not_plural"], key=str.encode)
    yield f"constexpr std::array<std::string_view, {len(stay)}> kNotPlural{{{', '.join(map(quote, stay))}}};"
    pairs = sorted(words["irregular"].items(), key=lambda pair: pair[0].encode())
    rows = ", ".join(f"{{{quote(a)}, {quote(b)}}}" for a, b in pairs)
    yield f"constexpr std::array<std::pair<std::string_view, std::string_view>, {len(pairs)}> kIrregular{{{{{rows}}}}};"
