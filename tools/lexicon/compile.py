#!/usr/bin/env python3
"""Compiles data/lexicon/*.json into the constant tables that src/understand/lexicon.hpp declares.

    compile.py LEXICON_DIR OUT.cpp
"""
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from text_hash import text_hash  # noqa: E402: beside the folder

VOWELS = "aeiou"
DIRECTIONS = {"none": "None", "forward": "Forward", "backward": "Backward", "carried": "Carried", "contains": "Contains", "via": "Via"}
KINDS = {"flow": "Flow", "uses": "Uses", "monitors": "Monitors", "deploys": "Deploys", "replicates": "Replicates",
         "secures": "Secures", "depends": "Depends", "contains": "Contains"}
POLICIES = {"backup": "Backup", "scaling": "Scaling", "security": "Security", "encryption": "Encryption", "tagging": "Tagging",
            "dr": "DisasterRecovery", "note": "Note"}

# file: its members that only say yes or no of a word, by their name in lexicon.hpp (List)
LISTS = {
    "nouns": {"Generic": "generic", "Filler": "filler", "Group": "group", "Feature": "feature", "Copy": "copy", "Region": "regions",
              "RegionTeller": "region_tellers", "Imperative": "imperatives", "Qualifier": "qualifiers", "SkippedWord": "skipped_words",
              "Link": "links", "Everybodys": "everybodys", "News": "news", "OwnNoun": "own_nouns", "Occupation": "occupations",
              "Runner": "runners", "Setting": "settings", "Field": "fields", "Line": "lines",
              "Technology": "technologies"},
    "instances": {"OpenKind": "open"},
    "drawings": {"Logical": "logical", "FileEnding": "file_endings", "Practice": "practices", "Protocol": "protocols",
                 "Outcome": "outcomes"},
    "grammar": {"Descriptive": "descriptive", "Moved": "moved", "Self": "self", "Whole": "whole", "Travelling": "travelling",
                "Instruction": "instructions", "Activity": "activities", "ActingKind": "acting", "RoleKind": "roles", "ToldKind": "told",
                "Lone": "lone", "Work": "work", "PlacePreposition": "place_prepositions", "Having": "having", "Making": "making",
                "HyphenEnd": "hyphen_ends", "Later": "later", "Library": "libraries", "Choosing": "choosing"},
    "languages": {"Genitive": "genitives", "English": "english"},
    "headings": {"Decoration": "decorations", "Numbering": "numberings", "RoleTail": "role_tails", "Drawing": "drawings",
                 "SentenceWord": "sentence_words"},
    "labels": {"Aspect": "aspects", "Answer": "answers", "Specification": "specifications", "Element": "elements"},
    "exposure": {"Denial": "denials", "Reached": "reached", "Door": "doors", "Shut": "shut", "LetsIn": "lets_in"},
    "facts": {"Replica": "replicas", "Retaining": "retaining", "Period": "periods", "Plan": "plans",
              "LanguageKind": "programming_languages", "FactCue": "first_words", "InstanceSize": "instance_sizes"},
    "platform": {"Tier": "tiers", "Hosted": "hosted", "Infrastructure": "infrastructure", "Observability": "observability",
                 "System": "system", "Workload": "workloads", "KubernetesName": "kubernetes", "ProviderWord": "provider_words"},
    "picture": {"LayoutFiller": "layout_fillers", "LayoutSection": "layout_sections", "Everything": "everything",
                "ViewFiller": "view_fillers", "ViewSection": "view_sections"},
}


def forms_of(lemma):
    """base, third person, gerund, participle of a regular English verb"""
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return [lemma, lemma[:-1] + "ies", lemma + "ing", lemma[:-1] + "ied"]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if lemma.endswith("e"):
        return [lemma, third, lemma[:-1] + "ing", lemma + "d"]
    return [lemma, third, lemma + "ing", lemma + "ed"]


def tense_of(form, lemma):
    if form.replace(" ", "") == lemma:
        return "Base"
    form = form.split(" ")[0]  # "backs up"
    if form.endswith(("ing", "ion")):  # "collection from": a noun that says what a verb does
        return "Gerund"
    if form.endswith("s") and form[:2] == lemma[:2] and not form.endswith("ss"):
        return "Third"
    return "Participle"


def text(value):
    return json.dumps(value, ensure_ascii=False)


def view_array(name, values):
    return f"constexpr std::string_view {name}[] = {{{', '.join(map(text, values))}}};"


class Entries:
    """What the lexicon has for each text (lexicon.hpp: Entry), and the hash table that finds it."""
    ROWS = ("verb_form", "attribute", "overview", "relation", "actor", "short_form", "head", "stands_for")

    def __init__(self):
        self.entries = {}

    def of(self, word):
        return self.entries.setdefault(word, {"classes": set(), "lists": set(), **dict.fromkeys(self.ROWS, 0)})

    def add_list(self, name, words):
        for word in words:
            self.of(word)["lists"].add(name)

    def add_rows(self, name, words):
        """The first row of a word counts."""
        for number, word in enumerate(words, 1):
            entry = self.of(word)
            entry[name] = entry[name] or number

    def tables(self):
        words = sorted(self.entries)
        places, blob = [], ""
        for word in words:
            places.append(len(blob.encode()))
            blob += word
        classes_of = lambda entry: " | ".join(f"1U << static_cast<int>(WordClass::{n})" for n in sorted(entry["classes"])) or "0"
        lists_of = lambda entry: ", ".join(f"List::{n}" for n in sorted(entry["lists"]))
        yield "constexpr char kTexts[] ="
        yield from (f"    {text(blob[at:at + 4000])}" for at in range(0, len(blob), 4000))
        yield "    ;"
        yield "constexpr Entry kEntries[] = {"
        for word, place in zip(words, places):
            entry = self.entries[word]
            yield (f"    {{{place}, {len(word.encode())}, {classes_of(entry)}, {{{lists_of(entry)}}}, "
                   + ", ".join(str(entry[row]) for row in self.ROWS) + "},")
        yield "};"
        slots = [0] * (1 << (4 * len(words)).bit_length() - 1)
        for number, word in enumerate(words, 1):
            slot = text_hash(word) % len(slots)
            while slots[slot]:
                slot = (slot + 1) % len(slots)
            slots[slot] = number
        yield f"constexpr std::uint16_t kSlots[] = {{{', '.join(map(str, slots))}}};"


FIND = """const Entry* find_entry(std::string_view text) {
  constexpr std::uint32_t kMask = std::size(kSlots) - 1;
  for (std::uint32_t slot = text_hash(text) & kMask; kSlots[slot] != 0; slot = (slot + 1) & kMask) {
    const Entry& entry = kEntries[kSlots[slot] - 1];
    if (std::string_view(kTexts + entry.text_begin, entry.text_size) == text) return &entry;
  }
  return nullptr;
}
"""


def strings_of(value):
    """Every string in a JSON value, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings_of(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from strings_of(one)


def check_kinds(folder):
    """A kind that the catalogue does not have would match nothing, and nobody would notice."""
    load = lambda file: json.loads(file.read_text(encoding="utf-8"))
    kinds = {kind["id"] for file in sorted((folder.parent / "catalogue").glob("*.json")) for kind in load(file).get("kinds", [])}
    providers = "|".join(sorted({kind.split(".")[0] for kind in kinds}))
    for file in sorted(folder.glob("*.json")):
        for word in strings_of(load(file)):
            if re.fullmatch(rf"({providers})\.[a-z0-9-]+", word) and word not in kinds:
                sys.exit(f"{file.name}: the catalogue has no kind {word}")


def check_words(folder):
    """Whoever adds a word to a long list should hear that it is there."""
    for file in sorted(folder.glob("*.json")):
        for words in lists_of(json.loads(file.read_text(encoding="utf-8"))):
            twice = sorted({word for word in words if words.count(word) > 1})
            if twice:
                sys.exit(f"{file.name}: twice in one list: {', '.join(twice)}")


def lists_of(value):
    """Every list of strings in a JSON value."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from lists_of(one)


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    check_kinds(folder)
    check_words(folder)
    load = lambda stem: json.loads((folder / f"{stem}.json").read_text(encoding="utf-8"))
    lines = ["// Generated by tools/lexicon/compile.py from data/lexicon; do not edit.", '#include "understand/lexicon.hpp"', "", "#include <iterator>", "",
             '#include "base/text_hash.hpp"', "",
             "namespace skydraft::understand::lexicon {", "namespace {", ""]
    entries = Entries()
    for stem, members in LISTS.items():
        words_of = load(stem)
        for name, member in members.items():
            entries.add_list(name, words_of[member])

    verbs = sorted(load("verbs")["verbs"], key=lambda v: v["lemma"])
    forms = {}
    for i, verb in enumerate(verbs):
        preps = sorted(verb.get("prepositions", {}).items())
        lines.append(f"constexpr Preposition kPrepositions{i}[] = {{" + ", ".join(
            f"{{{text(p)}, Direction::{DIRECTIONS[d]}}}" for p, d in preps) + ("}" if preps else "{\"\", Direction::None}}") + ";")
        given = verb.get("forms") or forms_of(verb["lemma"])
        for form in given:
            forms.setdefault(form, (i, tense_of(form, verb["lemma"])))
        if verb.get("forms"):  # an irregular participle is the last form
            forms[given[-1]] = (i, "Gerund" if given[-1].endswith("ing") else tense_of(given[-1], verb["lemma"]))
    lines.append(f"constexpr Verb kVerbs[] = {{")
    for i, verb in enumerate(verbs):
        n = len(verb.get("prepositions", {}))
        lines.append(f"    {{{text(verb['lemma'])}, VerbKind::{KINDS[verb['kind']]}, Direction::{DIRECTIONS[verb['object']]}, "
                     f"{{kPrepositions{i}, {n}}}, {str(verb.get('causative', False)).lower()}, {str(verb.get('weak', False)).lower()}, "
                     f"{str(verb.get('joins', False)).lower()}, {str(verb.get('starts', False)).lower()}, "
                     f"{str(verb.get('takes_over', False)).lower()}, {str(verb.get('denies', False)).lower()}, {text(verb.get('other_end', ''))}}},")
    lines.append("};")
    lines.append("constexpr VerbForm kForms[] = {")
    for form in sorted(forms):
        lines.append(f"    {{{text(form)}, {forms[form][0]}, Tense::{forms[form][1]}}},")
    lines += ["};", ""]
    entries.add_rows("verb_form", sorted(forms))

    labels = load("labels")
    rows = sorted((alias, key) for key, aliases in labels["attributes"].items() for alias in aliases)
    assert len({r[0] for r in rows}) == len(rows), "a label that names two attributes: " + str([a for a, b in zip(rows, rows[1:]) if a[0] == b[0]])
    entries.add_rows("attribute", (row[0] for row in rows))
    lines.append("constexpr Pair kAttributeLabels[] = {" + ", ".join(f"{{{text(a)}, {text(k)}}}" for a, k in rows) + "};")
    rows = sorted((alias, key) for key, aliases in labels["overview"].items() for alias in aliases)
    entries.add_rows("overview", (row[0] for row in rows))
    lines.append("constexpr Pair kOverviewLabels[] = {" + ", ".join(f"{{{text(a)}, {text(k)}}}" for a, k in rows) + "};")
    for name in ("placements", "categories"):
        lines.append(view_array("k" + name.capitalize(), sorted(set(labels[name]))))
    lines.append(view_array("kRelationTails", sorted(set(labels["relation_tails"]))))
    rows = \
        sorted(((l, r["direction"], r["kind"]) for r in labels["relations"] for l in r["labels"]))
    entries.add_rows("relation", (row[0] for row in rows))
    lines.append("constexpr RelationLabel kRelationLabels[] = {" + ", ".join(
        f"{{{text(l)}, Direction::{DIRECTIONS[d]}, VerbKind::{KINDS[k]}}}" for l, d, k in rows) + "};")

    nouns = load("nouns")
    rows = sorted((noun, kind) for noun, kinds in nouns["stands_for"].items() for kind in kinds)
    entries.add_rows("stands_for", (row[0] for row in rows))
    lines.append("constexpr Pair kStandsFor[] = {" + ", ".join(f"{{{text(a)}, {text(k)}}}" for a, k in rows) + "};")
    for name in ("flow", "skipped", "skipped_starts"):
        lines.append(view_array("k" + name.title().replace("_", ""), sorted(set(nouns[name]))))
    rows = sorted((noun, kind) for kind, names in nouns["actors"].items() for noun in names)
    entries.add_rows("actor", (row[0] for row in rows))
    entries.add_list("ActorStart", (row[0].split(" ")[0] for row in rows))
    lines.append("constexpr Pair kActors[] = {" + ", ".join(f"{{{text(a)}, {text(k)}}}" for a, k in rows) + "};")
    entries.add_list("CostWord", nouns["table_keys"].pop("cost"))
    for use in nouns["table_keys"]:
        lines.append(view_array("kTable" + use.capitalize(), sorted(set(nouns["table_keys"][use]))))
    rows = sorted((prefix, kind) for kind, prefixes in load("instances")["id_prefixes"].items() for prefix in prefixes)
    lines.append("constexpr Pair kIdPrefixes[] = {" + ", ".join(f"{{{text(a)}, {text(k)}}}" for a, k in rows) + "};")
    rows = [(kind, other) for kind, others in sorted(load("instances")["looked_into"].items()) for other in others]
    lines.append("constexpr Pair kLookedInto[] = {" + ", ".join(f"{{{text(a)}, {text(k)}}}" for a, k in rows) + "};")
    drawings = load("drawings")
    rows = sorted((short, form) for form, shorts in drawings["short_forms"].items() for short in shorts)
    entries.add_rows("short_form", (row[0] for row in rows))
    lines.append("constexpr Pair kShortForms[] = {" + ", ".join(f"{{{text(a)}, {text(k)}}}" for a, k in rows) + "};")
    grammar = load("grammar")
    for word_class, words in grammar["grammar"].items():
        for word in words:
            if " " not in word:
                entries.of(word)["classes"].add(word_class.capitalize())
    rows = sorted((noun, kind) for kind, nouns_of in grammar["heads"].items() for noun in nouns_of)
    entries.add_rows("head", (row[0] for row in rows))
    lines.append("constexpr Pair kHeads[] = {" + ", ".join(f"{{{text(a)}, {text(k)}}}" for a, k in rows) + "};")
    rows = sorted((word, group) for group, words in grammar["contrasts"].items() for word in words)
    entries.add_list("Contrast", (row[0] for row in rows))
    lines.append("constexpr Pair kContrasts[] = {" + ", ".join(f"{{{text(a)}, {text(k)}}}" for a, k in rows) + "};")
    rows = sorted(((phrase.split(" "), word_class, meaning) for word_class, meanings in grammar["groups"].items()
                   for meaning, phrases in meanings.items() for phrase in phrases), key=lambda row: (-len(row[0]), row))
    entries.add_list("GroupStart", (row[0][0] for row in rows))
    lines.append("constexpr Group kGroups[] = {" + ", ".join(
        f"{{{{{', '.join(map(text, words))}}}, WordClass::{c.capitalize()}, {text(m)}}}" for words, c, m in rows) + "};")
    lines.append("constexpr CompoundAdjective kCompoundAdjectives[] = {" + ", ".join(
        f"{{{text(r['word'])}, {str(r['sets_off']).lower()}, {text(r['label'])}}}" for r in grammar["compound_adjectives"]) + "};")
    languages = load("languages")
    rows = sorted((code, word, english) for code, language in languages["languages"].items()
                  for english, words in language["words"].items() for word in words)
    assert len({r[:2] for r in rows}) == len(rows), "a word with two translations: " + str([a for a, b in zip(rows, rows[1:]) if a[:2] == b[:2]])
    lines.append("constexpr ForeignWord kForeignWords[] = {" + ", ".join(f"{{{text(c)}, {text(w)}, {text(e)}}}" for c, w, e in rows) + "};")
    rows = sorted((word, code) for code, language in languages["languages"].items() for word in language["markers"])
    entries.add_list("Marker", (row[0] for row in rows))
    lines.append("constexpr Pair kLanguageMarkers[] = {" + ", ".join(f"{{{text(w)}, {text(c)}}}" for w, c in rows) + "};")
    rows = [(code, word, use.capitalize().rstrip("s"), meaning) for code, language in languages["east_asian"].items()
            for use in ("particles", "verbs") for meaning, words in language[use].items() for word in words]
    rows += [(code, word, use.capitalize(), "") for code, language in languages["east_asian"].items()
             for use in ("passive", "negation") for word in language[use]]
    lines.append("constexpr EastAsianRow kEastAsianRows[] = {" + ", ".join(
        f"{{{text(c)}, {text(w)}, EastAsianUse::{u}, {text(m)}}}" for c, w, u, m in rows) + "};")
    lines.append(view_array("kSequence", sorted(set(load("headings")["sequence"]))))
    lines.append(view_array("kAbstractEndings", sorted(set(load("labels")["abstract_endings"]))))
    lines.append(view_array("kRegionAreas", sorted(set(load("facts")["region_areas"]))))
    lines.append(view_array("kBrands", sorted(set(load("platform")["brands"]))))
    policies = load("policies")
    for name, rows in (("kPolicyWords", policies["policies"]), ("kPolicySections", policies["sections"])):
        lines.append(f"constexpr PolicyWord {name}[] = {{" + ", ".join(
            f"{{{text(w)}, model::PolicyKind::{POLICIES[r['kind']]}}}" for r in rows for w in r["words"]) + "};")
    lines += entries.tables()
    lines += ["", "}  // namespace", "", FIND,
              "std::span<const Verb> verbs() { return kVerbs; }",
              "std::span<const VerbForm> verb_forms() { return kForms; }",
              "std::span<const Pair> attribute_labels() { return kAttributeLabels; }",
              "std::span<const Pair> overview_labels() { return kOverviewLabels; }",
              "std::span<const RelationLabel> relation_labels() { return kRelationLabels; }",
              "std::span<const ForeignWord> foreign_words() { return kForeignWords; }",
              "std::span<const Pair> language_markers() { return kLanguageMarkers; }",
              "std::span<const EastAsianRow> east_asian_rows() { return kEastAsianRows; }",
              "std::span<const std::string_view> relation_tails() { return kRelationTails; }",
              "std::span<const Pair> contrast_rows() { return kContrasts; }",
              "std::span<const std::string_view> placement_labels() { return kPlacements; }",
              "std::span<const std::string_view> category_labels() { return kCategories; }",
              "std::span<const Pair> stands_for_rows() { return kStandsFor; }",
              "std::span<const std::string_view> flow_words() { return kFlow; }",
              "std::span<const std::string_view> skipped_sections() { return kSkipped; }",
              "std::span<const std::string_view> skipped_starts() { return kSkippedStarts; }",
              "std::span<const std::string_view> name_columns() { return kTableName; }",
              "std::span<const std::string_view> kind_columns() { return kTableKind; }",
              "std::span<const std::string_view> weak_columns() { return kTableWeak; }",
              "std::span<const std::string_view> list_columns() { return kTableList; }",
              "std::span<const std::string_view> host_columns() { return kTableHost; }",
              "std::span<const std::string_view> from_columns() { return kTableFrom; }",
              "std::span<const std::string_view> to_columns() { return kTableTo; }",
              "std::span<const std::string_view> step_columns() { return kTableStep; }",
              "std::span<const std::string_view> told_columns() { return kTableTold; }",
              "std::span<const std::string_view> sequence_words() { return kSequence; }",
              "std::span<const std::string_view> setting_columns() { return kTableSetting; }",
              "std::span<const std::string_view> value_columns() { return kTableValue; }",
              "std::span<const std::string_view> abstract_endings() { return kAbstractEndings; }",
              "std::span<const std::string_view> region_areas() { return kRegionAreas; }",
              "std::span<const Group> groups() { return kGroups; }",
              "std::span<const CompoundAdjective> compound_adjectives() { return kCompoundAdjectives; }",
              "std::span<const std::string_view> brands() { return kBrands; }",
              "std::span<const Pair> actor_rows() { return kActors; }",
              "std::span<const Pair> id_prefixes() { return kIdPrefixes; }",
              "std::span<const Pair> looked_into_rows() { return kLookedInto; }",
              "std::span<const Pair> short_forms() { return kShortForms; }",
              "std::span<const Pair> head_rows() { return kHeads; }",
              "std::span<const PolicyWord> policy_words() { return kPolicyWords; }",
              "std::span<const PolicyWord> policy_sections() { return kPolicySections; }",
              "", "}  // namespace skydraft::understand::lexicon", ""]
    out.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
