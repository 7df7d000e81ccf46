"""Text that wants to be something else, in every field and every format: it stays text, in its place."""
import json
import re
import sys
import unittest
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

from support import InFolder, run

LONG = "Longname" * 1250  # 10,000 letters without a place to break
ZALGO = "Z" + "\u0310\u0321\u0345" * 40 + "algo"
NASTY = {
    "script": "</script><script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "cdata": "]]> <![CDATA[ x",
    "comment": "--> <!-- --!>",
    "entity": "&lt;b&gt; &#0; &amp;amp;",
    "quotes": "\"' onload='alert(1)' x=\"",
    "handlebars": "{{script}} {{facts}}",
    "rtl": "abc \u202etxt.exe\u202c \u2067def\u2069",
    "zalgo": ZALGO,
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f680 Store",
    "cjk": "注文データベース 주문 订单",
    "long": LONG,
    "pdf": ") endobj (\\) <</URI (javascript:alert(1))>>",
    "formula": "=HYPERLINK(\"http://x\")",
    "record": "<metadata id=\"skydraft-source\">{}</metadata>",
}
ELEMENTS = {"svg", "title", "desc", "metadata", "style", "defs", "symbol", "g", "a", "rect", "circle", "polygon", "path", "text", "use",
            "linearGradient", "radialGradient", "stop", "clipPath", "mask", "ellipse", "line", "polyline", "filter", "pattern", "image"}


def document(nasty: str) -> str:
    return f"""# {nasty}

- **Project Name:** {nasty}
- **Environment:** {nasty}
- **Purpose:** {nasty}

## VPC
- **VPC Name:** {nasty}
- **CIDR:** {nasty}

## Services
- **{nasty} API:** ECS service, {nasty}, [page](https://example.com/{'x' * 50}?q='"&a=1)
- **[Evil](javascript:alert(1)) Database:** RDS {nasty}
  - **Engine:** {nasty}
- **Store:** S3 bucket, [data](data:text/html,x), [vb](VBScript:x), [tab](java&#9;script:alert(1))

The {nasty} API writes {nasty} to the Store.
The Store is encrypted with {nasty}.

| Queue | Purpose |
| --- | --- |
| Jobs | {nasty.replace('|', ' ')} |

## {nasty} flow
1. Users call the Store over {nasty}
2. Store sends {nasty} to Jobs
3. Jobs is read by the Store {nasty}

## Views
- **{nasty}:** include the Store and Jobs; title {nasty}
"""


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.scripts, self.events, self.addresses = 0, [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.scripts += tag == "script"
        self.events += [name for name, _ in attributes if name.startswith("on")]
        self.addresses += [value for name, value in attributes if name in ("href", "xlink:href", "src") and value]


class Hostile(InFolder):
    def each(self):
        return [(name, self.put(f"{name}.md", document(text))) for name, text in NASTY.items()]

    def draw(self, source, *args):
        done = run("render", source, *args)
        self.assertIn(done.code, (0, 1), done.err)
        return done.out

    def test_svg_holds_text_and_pictures_alone(self):
        for name, source in self.each():
            for element in ElementTree.fromstring(self.draw(source, "--theme", "auto", "--embed-source")).iter():
                self.assertIn(element.tag.split("}")[1], ELEMENTS, name)
                for key, value in element.attrib.items():
                    self.assertFalse(key.lower().startswith("on"), key)
                    if key.endswith("href"):
                        self.assertRegex(value, r"^(#|https?://|data:image/)")

    def test_html_runs_its_own_script_alone(self):
        for name, source in self.each():
            page = Page(self.draw(source, "--format", "html", "--embed-source").decode())
            self.assertEqual((page.scripts, page.events), (4, []), name)
            self.assertEqual([a for a in page.addresses if not a.startswith(("#", "data:image/"))], [])

    def test_words_stay_words(self):
        for name, source in self.each():
            self.assertNotRegex(self.draw(source, "--format", "md", "--embed-source").decode(), r"(?<!\\)<(script|img|metadata|b)\b", name)
            text = self.draw(source, "--format", "txt").decode()
            self.assertEqual(re.findall(r"[\x00-\x09\x0b-\x1f\x7f\x80-\x9f]", text), [], name)

    def test_nothing_leaves_the_page(self):
        for name, source in self.each():
            scene = json.loads(self.draw(source, "--emit=scene"))
            self.assertLess(scene["width"], 20000, name)
            svg = ElementTree.fromstring(self.draw(source))
            width = float(svg.get("width"))
            for text in svg.iter("{http://www.w3.org/2000/svg}text"):
                self.assertLess(len("".join(text.itertext())), 400, name)
                self.assertTrue(0 <= float(text.get("x")) <= width, name)

    def test_the_whole_name_is_in_the_tooltip(self):
        svg = ElementTree.fromstring(self.draw(self.put("hostile.md", document(LONG))))
        titles = ["".join(t.itertext()) for t in svg.iter("{http://www.w3.org/2000/svg}title")]
        self.assertTrue(any(LONG in title for title in titles))

    def test_every_format_is_made_of_all_of_it(self):
        source = self.put("hostile.md", "\n".join(document(text).replace("## Views", "## Others") for text in NASTY.values()))
        for extension in ("png", "pdf", "svg", "html", "md", "txt"):
            picture = self.folder / f"all.{extension}"
            done = run("render", source, "-o", picture, "--scale", "1", seconds=120) if extension == "png" else run(
                "render", source, "-o", picture, seconds=120)
            self.assertIn(done.code, (0, 1), done.err)
            if extension != "txt":
                self.assertEqual(run("verify", picture, source).code, 0, extension)
            if extension == "pdf":
                self.assertNotIn(b"/URI (javascript", picture.read_bytes())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])
