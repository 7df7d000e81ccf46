"""Writes the catalogue as constant tables for C++."""
import json

ENUMERATORS = {name.lower(): name for name in (
    "Actor", "Compute", "Container", "Database", "Storage", "Network", "Edge", "Integration", "Serverless", "Security",
    "Observability", "Delivery", "Analytics", "MachineLearning", "Management", "Application", "Group", "Other",
    "External", "Global", "Regional", "Zonal", "Cluster",
    "NotAContainer", "Cloud", "Account", "Region", "Zone", "Subnet", "Namespace", "Host")}
STRENGTHS = ("Name", "Common")
LITERAL_LENGTH = 4000  # bytes in one piece of a string literal


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def fnv1a(text: str) -> int:
    """The hash of catalogue.cpp: G. Fowler, L. C. Noll, P. Vo, FNV-1a, 32 bit."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


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
    yield from slot_table("kKindSlots", [kind["id"] for kind in kinds])


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
    keys = {}
    for number, (text, _, _) in enumerate(aliases):
        first, count = keys.get(text, (number, 0))
        keys[text] = (first if count else number, count + 1)
        words = text.split(" ")
        for length in range(1, len(words)):
            keys.setdefault(" ".join(words[:length]), (number, 0))
    blob, places = text_table(keys)
    yield "constexpr char kText[] ="
    yield from literal(blob)
    yield ";"
    yield "constexpr Alias kAliases[] = {"
    yield from (f"{{{{{places[text]}, {len(text.encode())}}}, {kind}, AliasStrength::{STRENGTHS[strength]}}}," for text, kind, strength in aliases)
    yield "};"
    yield from key_tables(keys, places)


def slot_table(name, texts):
    """Where each text stands among them, counted from 1, as a hash table with open addressing."""
    size = 1
    while size < 2 * len(texts):
        size *= 2
    slots = [0] * size
    for number, text in enumerate(texts):
        slot = fnv1a(text) & (size - 1)
        while slots[slot]:
            slot = (slot + 1) & (size - 1)
        slots[slot] = number + 1
    yield f"constexpr std::uint16_t {name}[{size}] = {{"
    yield from (",".join(map(str, slots[begin:begin + 64])) + "," for begin in range(0, size, 64))
    yield "};"


def key_tables(keys, places):
    """All texts and their beginnings, and how to find them."""
    ordered = sorted(keys, key=str.encode)
    yield "constexpr Key kKeys[] = {"
    yield from (f"{{{{{places[text]}, {len(text.encode())}}}, {keys[text][0]}, {keys[text][1]}}}," for text in ordered)
    yield "};"
    yield from slot_table("kSlots", ordered)


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
