#!/usr/bin/env python3
"""The preparation of icons keeps what they look like and removes what would disturb their neighbours."""

import pathlib
import sys
import unittest
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import shorten
import stylesheet
from pack import icons_named
from pale import is_pale
from prepare import id_prefix, prepare
from vendors import Drawing, Unavailable, _template


def prepared(inner: str, root: str = 'viewBox="0 0 10 10"', pack: str = "brands", name: str = "thesvg/x", ink=()):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {root}>{inner}</svg>'
    return prepare(name, Drawing(svg, pack, "MIT"), frozenset(ink))


class Preparation(unittest.TestCase):
    def test_ids_and_their_references_get_one_prefix(self):
        icon = prepared('<linearGradient id="a"/><path fill="url(#a)"/><use href="#a"/><path id="unused"/>')
        self.assertEqual(icon.body.count(id_prefix("thesvg/x") + "a"), 3)
        self.assertNotIn("unused", icon.body)

    def test_two_icons_never_share_a_prefix(self):
        self.assertNotEqual(id_prefix("thesvg/x"), id_prefix("thesvg/y"))

    def test_rules_become_attributes(self):
        icon = prepared('<style>.a,.b{fill:#123456;stroke-width:2px} #c{fill:red}</style>'
                        '<path class="a" d="M0 0"/><path class="a" id="c" d="M1 1"/>')
        self.assertIn('<path d="M0 0" fill="#123456" stroke-width="2px"/>', icon.body)
        self.assertIn('fill="red"', icon.body)
        self.assertNotIn("class", icon.body)
        self.assertNotIn("style", icon.body)

    def test_own_style_beats_rules_and_attributes(self):
        icon = prepared('<style>.a{fill:red}</style><path class="a" fill="green" style="fill:blue"/>')
        self.assertEqual(icon.body, '<path fill="blue"/>')

    def test_rules_for_dark_pages_are_left_out(self):
        icon = prepared('<style>path{fill:red}@media (prefers-color-scheme: dark){path{fill:white}}</style><path/>')
        self.assertEqual(icon.body, '<path fill="red"/>')

    def test_selectors_beyond_icons_are_refused(self):
        with self.assertRaises(Unavailable):
            prepared("<style>g path{fill:red}</style><g><path/></g>")

    def test_missing_view_box_is_made_from_the_size(self):
        self.assertEqual(prepared("<path/>", 'width="24px" height="18"').view_box, "0 0 24 18")
        with self.assertRaises(Unavailable):
            prepared("<path/>", 'width="100%" height="100%"')

    def test_inherited_paint_of_the_root_is_kept(self):
        self.assertEqual(prepared("<path/>", 'viewBox="0 0 1 1" fill="#fff"').body, '<g fill="#fff"><path/></g>')

    def test_editors_leftovers_are_dropped(self):
        icon = prepared("<!-- c --><title>t</title><metadata/><sodipodi:namedview/><path inkscape:label='x' data-name='y'/>")
        self.assertEqual(icon.body, "<path/>")

    def test_what_cannot_be_safe_is_refused(self):
        for inner in ('<image href="a.png"/>', "<script/>", "<text>a</text>", '<use href="other.svg#a"/>',
                      '<path fill="url(https://example.org/a)"/>'):
            with self.assertRaises(Unavailable, msg=inner):
                prepared(inner)

    def test_numbers_lose_the_places_that_cannot_be_seen(self):
        self.assertEqual(shorten.path("M0.12345,-1.5C1e-7 2 3.999 4-5.12345.5 6", 2), "M.12-1.5C0 2 4 4-5.12.5 6")
        self.assertEqual(shorten.path("a1.123 1 0 01.5.25z", 2), "a1.12 1 0 0 1 .5.25z")
        self.assertEqual(shorten.path("M1 2 nonsense", 2), "M1 2 nonsense")
        self.assertEqual(shorten.number("-0.001", 2), "0")

    def test_what_a_transform_resizes_keeps_its_numbers(self):
        root = ElementTree.fromstring('<g><g transform="scale(9)"><path d="M1.23456 0"/></g><path d="M1.23456 0"/></g>')
        shorten.shorten(root, 2)
        self.assertEqual([p.get("d") for p in root.iter("path")], ["M1.23456 0", "M1.23 0"])

    def test_full_squares_count_as_filled(self):
        self.assertTrue(prepared('<path fill="#c925d1" d="M0 0h10v10H0z"/><path d="M1 1"/>').filled)
        self.assertTrue(prepared('<rect fill="#c925d1" width="10" height="10"/>').filled)
        self.assertFalse(prepared('<path d="M1 1h8v8H1z"/>').filled)
        self.assertFalse(prepared('<path fill="none" d="M0 0h10v10H0z"/><path d="M1 1"/>').filled)

    def test_only_allowed_marks_take_the_ink(self):
        general = prepared('<path fill="#242f3e"/>', pack="aws", name="aws/resource/Users")
        self.assertEqual((general.body, general.uses_ink), ('<path fill="currentColor"/>', True))
        service = prepared('<path fill="#c925d1"/>', pack="aws", name="aws/resource/Other")
        self.assertFalse(service.uses_ink)
        self.assertTrue(prepared("<path/>", ink=["thesvg/x"]).uses_ink)
        self.assertEqual(prepared('<path fill="currentColor"/>').body, '<path fill="#000"/>')

    def test_category_icons_lose_their_grey_frame(self):
        self.assertEqual(prepared("<path/>", 'viewBox="0 0 74 74"', "aws", "aws/category/Compute").view_box, "5 5 64 64")


class Paleness(unittest.TestCase):
    def test_white_alone_is_pale(self):
        self.assertTrue(is_pale('<g fill="#fff"><path/><path fill="none" stroke="white"/></g>'))
        self.assertTrue(is_pale('<path fill="#ffff"/>'))
        self.assertFalse(is_pale("<path/>"))
        self.assertFalse(is_pale('<path fill="#fff"/><path fill="#ffe000"/>'))

    def test_what_is_not_drawn_does_not_count(self):
        self.assertTrue(is_pale('<clipPath><path/></clipPath><path fill="#ffffff"/>'))

    def test_gradients_count_by_their_stops(self):
        self.assertFalse(is_pale('<linearGradient id="a"><stop stop-color="#123"/></linearGradient><path fill="url(#a)"/>'))


class Sources(unittest.TestCase):
    def test_variants_are_found_in_the_module_text(self):
        module = 'export const svg = `<svg a="\\`"/>`;\nexport const variants = {\n  "light": `<svg/>`,\n};\n'
        self.assertEqual(_template(module, ""), '<svg a="`"/>')
        self.assertEqual(_template(module, "light"), "<svg/>")
        with self.assertRaises(Unavailable):
            _template(module, "dark")

    def test_icons_are_found_at_any_depth(self):
        self.assertEqual(icons_named({"a": [{"icon": "x/y"}, {"b": {"icon": "z"}}], "icon": None}), {"x/y", "z"})

    def test_declarations_ignore_comments(self):
        self.assertEqual(stylesheet.declarations("fill: red; /* x:y; */ stroke:none !important"),
                         {"fill": "red", "stroke": "none"})


if __name__ == "__main__":
    unittest.main()
