"""Puts names into the form in which they are compared: the mirror of src/catalogue/normalise.cpp.

catalogue_test checks that both give the same for every name of the catalogue.
"""
import json
from pathlib import Path

ASCII_WORD = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_#%$@")


class Normaliser:
    def __init__(self, words_file: Path):
        words = json.loads(words_file.read_text(encoding="utf-8"))
        self.not_plural = set(words["not_plural"])
        self.irregular = words["irregular"]

    def singular(self, word: str) -> str:
        if word in self.irregular:
            return self.irregular[word]
        if len(word) < 4 or not word.endswith("s") or word in self.not_plural or word.endswith(("ss", "us", "js")):
            return word
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith(("sses", "xes", "ches", "shes")):
            return word[:-2]
        return word[:-1]

    def __call__(self, text: str) -> str:
        return " ".join(self.singular(lower(word)) for word in words_of(text))


def lower(word: str) -> str:
    """ASCII letters alone, whatever the locale."""
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in word)


def is_word(c: str) -> bool:
    return c in ASCII_WORD or ord(c) >= 0x80


def joins(text: str, at: int) -> bool:
    """A dot inside a word or a slash inside a number: "node.js", "10.0.0.0/16"."""
    if at == 0 or at + 1 >= len(text):
        return False
    before, after = text[at - 1], text[at + 1]
    if text[at] == ".":
        return is_word(before) and is_word(after)
    return text[at] == "/" and before in "0123456789" and after in "0123456789"


def words_of(text: str) -> list[str]:
    for mark in ("’s", "'s"):
        text = text.replace(mark + " ", " ")
        text = text.removesuffix(mark)
    for mark in "‐‑‒–—’‘“”\u00a0":
        text = text.replace(mark, " ")
    words, current = [], ""
    for at, c in enumerate(text):
        if is_word(c) or (current and joins(text, at)):
            current += c
        elif current:
            words.append(current)
            current = ""
    return words + [current] if current else words
