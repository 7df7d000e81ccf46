"""PDF files as other programs read them (poppler)."""
import json
import re
import subprocess
import unittest

from support import ROOT, SMALL, InFolder, run

EXAMPLES = sorted((ROOT / "examples").glob("*.md"))


def poppler(tool, *args):
    return subprocess.run([tool, *map(str, args)], check=True, capture_output=True, text=True).stdout


class Pdf(InFolder):
    def render(self, source, *options):
        target = self.folder / "a.pdf"
        self.assertEqual(run("render", source, "-o", target, *options).code, 0)
        return target

    def views(self, source):
        return [view["id"] for view in json.loads(run("views", source, "--json").out)]

    def test_every_label_can_be_selected(self):
        for source in EXAMPLES:
            with self.subTest(source=source.name):
                text = " ".join(poppler("pdftotext", "-raw", self.render(source), "-").split())
                for view in self.views(source):
                    scene = json.loads(run("render", source, "--view", view, "--emit=scene").out)
                    labels = [item["text"] for item in scene["items"] if item["shape"] == "text"]
                    self.assertGreater(len(labels), 10)  # even the smallest example
                    self.assertEqual([label for label in labels if label not in text], [])

    def test_fonts_are_embedded_subsets(self):
        rows = poppler("pdffonts", self.render(EXAMPLES[0])).splitlines()[2:]
        self.assertGreaterEqual(len(rows), 3)
        for row in rows:
            self.assertRegex(row, r"^[A-Z]{6}\+.* yes yes yes +\d+ +\d+$")

    def test_one_page_a_view_as_large_as_its_picture(self):
        source = EXAMPLES[0]
        file, views = self.render(source), self.views(source)
        told = poppler("pdfinfo", "-l", len(views), file)
        self.assertIn(f"Pages:           {len(views)}\n", told)
        sizes = [tuple(map(float, size)) for size in re.findall(r"size: +([\d.]+) x ([\d.]+) pts", told)]
        for view, (width, height) in zip(views, sizes, strict=True):
            scene = json.loads(run("render", source, "--view", view, "--emit=scene").out)
            self.assertAlmostEqual(width, scene["width"] * 0.75, delta=0.1)
            self.assertAlmostEqual(height, scene["height"] * 0.75, delta=0.1)

    def test_paper(self):
        source = self.put("a.md", SMALL)
        for paper, size in (("a4", "841.89 x 595.276"), ("a3", "1190.55 x 841.89"), ("letter", "792 x 612")):
            self.assertIn(f"Page size:       {size} pts", poppler("pdfinfo", self.render(source, "--paper", paper)))
        self.assertEqual(run("render", source, "--format=svg", "--paper", "a4").code, 2)
        self.assertEqual(run("render", source, "--format=pdf", "--scale", "2").code, 2)

    def test_says_what_it_is_but_not_when(self):
        told = poppler("pdfinfo", self.render(self.put("a.md", SMALL)))
        self.assertIn("Title:           Small\n", told)
        self.assertNotIn("Date", told)

    def test_same_bytes_every_time(self):
        source = EXAMPLES[0]
        self.assertEqual(run("render", source, "--format=pdf").out, run("render", source, "--format=pdf").out)
        dark = run("render", source, "--format=pdf", "--theme=dark").out
        self.assertNotEqual(dark, run("render", source, "--format=pdf").out)


if __name__ == "__main__":
    unittest.main()
