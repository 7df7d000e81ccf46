"""Real documents, where they are at hand (../shared/corpus beside the checkout): each is drawn, none takes long."""
import json
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from support import ROOT, run

CORPUS = ROOT.parent / "shared/corpus"
DOCUMENTS = sorted(CORPUS.glob("docs/*.md")) + sorted(CORPUS.glob("unlabelled/*.md"))


@unittest.skipUnless(DOCUMENTS, "no corpus beside this checkout")
class Corpus(unittest.TestCase):
    def test_every_document_is_drawn(self):
        for document in DOCUMENTS:
            with self.subTest(document=document.name):
                done = run("render", document, seconds=10, memory_mib=1024)
                self.assertEqual(done.code, 0, done.err)
                ElementTree.fromstring(done.out)

    def test_every_view_has_a_geometry(self):
        for document in DOCUMENTS:
            for view in json.loads(run("views", document, "--json").out):
                with self.subTest(document=document.name, view=view["id"]):
                    done = run("geometry", document, "--view", view["id"], seconds=10, memory_mib=1024)
                    self.assertEqual(done.code, 0, done.err)
                    json.loads(done.out)


if __name__ == "__main__":
    unittest.main()
