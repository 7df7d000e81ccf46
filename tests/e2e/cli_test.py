"""The commands, their outputs and exit codes."""
import gzip
import json
import os
import pty
import re
import struct
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

from support import BINARY, ROOT, SMALL, InFolder, run


class Commands(InFolder):
    def test_help_names_every_command_and_exit_code(self):
        done = run("--help")
        self.assertEqual(done.code, 0)
        text = done.out.decode()
        for word in ("render", "model", "geometry", "views", "check", "explain", "verify", "gallery", "layout", "init", "completions", "Examples:"):
            self.assertIn(word, text)
        header = (ROOT / "src/cli/exit_code.hpp").read_text()
        for value in re.findall(r"inline constexpr int k\w+ = (\d+);", header):
            self.assertRegex(text, rf"\n  {value} ")

    def test_version(self):
        self.assertRegex(run("--version").out.decode(), r"^skydraft \d+\.\d+\.\d+\n$")

    def test_renders_svg_to_standard_output_by_default(self):
        done = run("render", self.put("a.md", SMALL))
        self.assertEqual(done.code, 0, done.err)
        self.assertTrue(ElementTree.fromstring(done.out).tag.endswith("svg"))

    def test_reads_standard_input(self):
        with_name = run("render", self.put("a.md", SMALL)).out
        done = run("render", "-", stdin=SMALL.encode())
        self.assertEqual(done.code, 0, done.err)
        self.assertEqual(done.out.replace(b"&lt;stdin&gt;", b"a.md").replace(rb"\u003cstdin\u003e", b"a.md"), with_name)

    def test_takes_the_format_from_the_name(self):
        source, png = self.put("a.md", SMALL), self.folder / "a.png"
        self.assertEqual(run("render", source, "-o", png).code, 0)
        data = png.read_bytes()
        self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", data[16:24])
        self.assertEqual(run("render", source, "-o", png, "--scale", "1").code, 0)
        half_width, half_height = struct.unpack(">II", png.read_bytes()[16:24])
        self.assertLessEqual(abs(width - 2 * half_width), 2)
        self.assertLessEqual(abs(height - 2 * half_height), 2)

    def test_html_holds_every_view(self):
        source, page = ROOT / "examples/online-shop.md", self.folder / "a.html"
        self.assertEqual(run("render", source, "-o", page).code, 0)
        text = page.read_text()
        views = [view["id"] for view in json.loads(run("views", source, "--json").out)]
        self.assertEqual(re.findall(r'<section class="view" id="[\w-]+" data-view="([^"]*)"', text), views)
        self.assertEqual(run("render", source, "--format=html").out, page.read_bytes())
        self.assertLess(len(gzip.compress(page.read_bytes(), 9)), 150_000, "what views share stands once")
        self.assertNotIn("src=", text)
        self.assertEqual(re.findall(r"url\((?!data:|#)", text), [])
        one = run("render", source, "--format=html", "--view", views[-1]).out.decode()
        self.assertEqual(one.count("<section"), 1)
        self.assert_fails(run("render", source, "--format=html", "--view", "none"), 2, "SKY0110")

    def test_format_option_wins(self):
        target = self.folder / "picture"
        self.assertEqual(run("render", self.put("a.md", SMALL), "-o", target, "--format", "png").code, 0)
        self.assertTrue(target.read_bytes().startswith(b"\x89PNG"))

    def test_layout_places_a_graph(self):
        graph = {"id": "root", "children": [{"id": "a"}, {"id": "b"}], "edges": [{"id": "e", "sources": ["a"], "targets": ["b"]}]}
        done = run("layout", self.put("graph.json", json.dumps(graph)))
        self.assertEqual((done.code, done.err), (0, ""))
        self.assertEqual(len(json.loads(done.out)["edges"][0]["sections"]), 1)
        self.assertEqual(run("layout", "-", stdin=json.dumps(graph).encode()).out, done.out)

    def test_layout_aims_for_a_shape(self):
        graph = {"id": "root", "children": [{"id": str(i)} for i in range(60)]}
        shape = lambda ratio: (lambda g: g["width"] / g["height"])(
            json.loads(run("layout", "-", "--aspect", ratio, stdin=json.dumps(graph).encode()).out))
        self.assertGreater(shape("4:1"), 2 * shape("1"))
        self.assertEqual(run("layout", "-", "--aspect", "wide", stdin=b"{}").code, 2)

    def test_layout_says_where_the_json_breaks_off(self):
        done = run("layout", self.put("graph.json", '{"id": "root",\n "children": [}'))
        self.assertEqual(done.code, 1)
        self.assertRegex(done.err, r"graph.json:2:\d+: error: .*SKY0116")

    def test_themes_differ_in_colours_only(self):
        source = self.put("a.md", SMALL)
        light, dark = run("render", source).out, run("render", source, "--theme", "dark").out
        self.assertNotEqual(light, dark)
        numbers = re.compile(rb' (?:x|y|width|height|d|points)="[^"]*"')
        self.assertEqual(numbers.findall(light), numbers.findall(dark))

    def test_every_view_can_be_drawn(self):
        source = ROOT / "examples/online-shop.md"
        views = json.loads(run("views", source, "--json").out)
        self.assertEqual(views[0]["id"], "overview")
        self.assertEqual([v["id"] for v in views], [line.split()[0] for line in run("views", source).out.decode().splitlines()])
        for view in views:
            done = run("render", source, "--view", view["id"])
            self.assertEqual(done.code, 0, done.err)
            ElementTree.fromstring(done.out)

    def test_emits_each_stage_as_json(self):
        source = self.put("a.md", SMALL)
        for stage in ("document", "model", "graph", "placed", "scene"):
            with self.subTest(stage=stage):
                done = run("render", source, f"--emit={stage}")
                self.assertEqual(done.code, 0, done.err)
                self.assertIsInstance(json.loads(done.out), dict)
        self.assertEqual(run("render", source, "--emit=model").out, run("model", source).out)
        self.assertEqual(run("render", source, "--emit=placed").out, run("geometry", source).out)

    def test_stated_only_infers_nothing(self):
        for command in ("model", "render"):
            done = run(command, ROOT / "examples/online-shop.md", "--stated-only")
            self.assertEqual(done.code, 0, done.err)
            if command == "model":
                model = json.loads(done.out)
                self.assertFalse([c["id"] for c in model["components"] if c["inferred"]])
                self.assertFalse([r["id"] for r in model["relations"] if r["inferred"]])

    def test_render_is_quiet(self):
        done = run("render", ROOT / "examples/online-shop.md", "-o", self.folder / "a.svg")
        self.assertLessEqual(len(done.err.splitlines()), 1, done.err)

    def test_init_writes_a_document_that_can_be_drawn(self):
        file = self.folder / "new.md"
        self.assertEqual(run("init", file).code, 0)
        self.assertEqual(file.read_text(), (ROOT / "data/starter/architecture.md").read_text())
        self.assertEqual(run("render", file, "-o", self.folder / "new.svg").code, 0)

    def test_init_does_not_overwrite(self):
        file = self.put("mine.md", "mine")
        self.assert_fails(run("init", file), 3, "SKY0113")
        self.assertEqual(file.read_text(), "mine")
        self.assertEqual(run("init", file, "--force").code, 0)
        self.assertNotEqual(file.read_text(), "mine")

    def test_completions_know_every_option(self):
        scripts = {shell: run("completions", shell).out.decode() for shell in ("bash", "zsh", "fish")}
        commands = re.findall(r"^  (\w+) {2,}", run("--help").out.decode().split("Subcommands:")[1].split("Examples:")[0], re.M)
        self.assertGreaterEqual(len(commands), 7)
        for command in commands:
            options = set(re.findall(r"--([\w-]+)", run(command, "--help").out.decode().split("Options:")[1])) - {"help"}
            for shell, script in scripts.items():
                self.assertIn(command, script, shell)
                for option in options:
                    self.assertRegex(script, rf"(--|-l ){option}\b", f"{shell} lacks --{option} of {command}")
        checked = subprocess.run(["bash", "-n"], input=scripts["bash"].encode(), capture_output=True)
        self.assertEqual(checked.returncode, 0, checked.stderr)


class Verify(InFolder):
    def test_each_format_carries_the_hash_of_its_document(self):
        source = self.put("a (1).md", SMALL)
        for extension in ("svg", "png", "pdf", "html", "md"):
            with self.subTest(extension):
                picture = self.folder / f"picture.{extension}"
                self.assertEqual(run("render", source, "-o", picture, "--format", extension).code, 0)
                self.assertNotIn(b"writes to the Orders Database.\\n", picture.read_bytes().replace(b"\\\\", b"\\"))
                self.assertEqual(run("verify", picture, source).code, 0)
                self.assert_fails(run("verify", picture, self.put("b.md", SMALL + "\n")), 1, "SKY0119")
                self.assertEqual(run("render", source, "-o", picture, "--format", extension, "--embed-source").code, 0)
                if extension != "pdf":  # it writes this text as hexadecimal numbers
                    self.assertIn(b"writes to the Orders Database.\\n", picture.read_bytes().replace(b"\\\\", b"\\"))
                self.assertEqual(run("verify", picture, source).code, 0)

    def test_what_does_not_say_is_no_match(self):
        source = self.put("a.md", SMALL)
        for bytes_ in (b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"%PDF-1.5", b"\0\xff"):
            self.assert_fails(run("verify", self.put("picture", bytes_), source), 1, "SKY0118")
        self.assert_fails(run("verify", self.folder / "none.svg", source), 3, "SKY0101")


class Gallery(InFolder):
    def test_draws_what_can_be_drawn(self):
        (self.folder / "in").mkdir()
        for name, text in (("in/b.md", SMALL), ("in/a.md", "# Empty\n"), ("in/bad.md", b"\xff"), ("in/notes.txt", "x")):
            self.put(name, text)
        out = self.folder / "out/pictures"
        done = run("gallery", self.folder / "in", "-o", out)
        self.assertEqual(done.code, 1, done.err)
        self.assertIn("[SKY0105]", done.err)
        self.assertEqual(sorted(p.name for p in out.iterdir()), ["a.html", "a.svg", "b.html", "b.svg", "index.html"])
        index = (out / "index.html").read_text()
        self.assertEqual(re.findall(r'<img src="([^"]*)"', index), ["./a.svg", "./b.svg"])
        self.assertIn("bad.md", index)
        self.assertEqual(run("verify", out / "b.svg", self.folder / "in/b.md").code, 0)
        again = run("gallery", self.folder / "in", "-o", self.folder / "again", "--format", "svg")
        self.assertEqual(sorted(p.name for p in (self.folder / "again").iterdir()), ["a.svg", "b.svg", "index.html"])
        self.assertEqual((self.folder / "again/b.svg").read_bytes(), (out / "b.svg").read_bytes())

    def test_needs_a_folder_with_documents(self):
        self.assert_fails(run("gallery", self.folder, "-o", self.folder / "out"), 3, "SKY0101")
        self.assert_fails(run("gallery", self.put("a.md", SMALL), "-o", self.folder / "out"), 3, "SKY0102")


class Choices(InFolder):
    DOCUMENT = SMALL + "- **Jobs:** SQS\n- **Mailer:** Lambda\n\nThe Orders API writes to Jobs. Jobs invokes the Mailer.\n"

    def test_focus_is_as_wide_as_its_depth(self):
        source = self.put("a.md", self.DOCUMENT)
        names = ("Orders API", "Orders Database", "Jobs", "Mailer")
        for depth, expected in (("0", {"Jobs"}), ("1", {"Jobs", "Orders API", "Mailer"}), ("2", set(names))):
            text = run("render", source, "--focus", "jobs", "--depth", depth).out.decode()
            shown = set(" ".join(re.findall(r'data-role="node" data-component="([^"]*)"', text)).split())
            self.assertEqual({name for name in names if name.lower().replace(" ", "-") in shown}, expected, shown)
        self.assert_fails(run("render", source, "--focus", "nobody"), 2, "SKY0115")

    def test_the_document_has_views_of_its_own(self):
        source = self.put("a.md", self.DOCUMENT + "\n## Views\n- **Mail:** include Jobs and the Mailer\n")
        views = json.loads(run("views", source, "--json").out)
        self.assertIn({"id": "custom:mail", "title": "Mail", "kind": "custom"}, views)
        self.assertEqual(run("render", source, "--view", "mail").out, run("render", source, "--view", "custom:mail").out)
        model = json.loads(run("model", source).out)
        self.assertEqual(model["views"][0]["include"], ["jobs", "mailer"])
        self.assertEqual(model["components"], json.loads(run("model", self.put("b.md", self.DOCUMENT)).out)["components"])


class WrongArguments(InFolder):
    def test_exit_with_2(self):
        source = self.put("a.md", SMALL)
        for args in ([], ["frobnicate"], ["render"], ["render", source, "--theme", "pink"], ["render", source, "--scale", "0"],
                     ["render", source, "--scale", "nan"], ["render", source, "--scale", "3"], ["render", source, "--emit", "x"],
                     ["render", source, "-o", "a.bmp"], ["render", source, "--view", "no-such-view"], ["completions", "tcsh"],
                     ["render", source, "--nonsense"], ["render", source, source]):
            with self.subTest(args=args):
                done = run(*args, cwd=self.folder)
                self.assertEqual(done.code, 2, done.err)
                self.assertTrue(done.err)
                self.assertEqual(done.out, b"")
        self.assertEqual([f.name for f in self.folder.iterdir()], ["a.md"])

    def test_suggest_what_was_meant(self):
        self.assertIn("did you mean `render`", run("rendre").err)
        self.assertIn("did you mean `skydraft render a.md`", run("a.md").err)

    def test_no_png_to_a_terminal(self):
        source = self.put("a.md", SMALL)
        terminal, other = pty.openpty()
        self.addCleanup(os.close, terminal)
        done = run("render", source, "--format", "png", stdout=other)
        os.close(other)
        self.assertEqual(done.code, 2)
        self.assertIn("terminal", done.err)


class Colour(InFolder):
    def on_terminal(self, env):
        source = self.put("empty.md", "")
        terminal, other = pty.openpty()
        subprocess.run([BINARY, "render", source], stderr=other, env={**os.environ, "TERM": "xterm", **env})
        os.close(other)
        text = os.read(terminal, 65536)
        os.close(terminal)
        return text

    def test_only_on_a_terminal_that_wants_it(self):
        self.assertIn(b"\x1b[", self.on_terminal({"NO_COLOR": ""}))
        self.assertNotIn(b"\x1b[", self.on_terminal({"NO_COLOR": "1"}))
        self.assertNotIn(b"\x1b[", self.on_terminal({"NO_COLOR": "", "TERM": "dumb"}))
        self.assertNotIn("\x1b[", run("render", self.put("e.md", "")).err)


class Check(InFolder):
    def test_quotes_the_line(self):
        source = self.put("a.md", "# A\n\n### VPC\n- **VPC Name:** [vpc-name]\n")
        done = run("check", source)
        self.assertEqual(done.code, 0, done.err)
        self.assertRegex(done.err, r"a\.md:4:\d+: \w+: .*\[SKY0201\]\n +4 \| - \*\*VPC Name:\*\* \[vpc-name\]\n +\| +\^~+")
        self.assertEqual(done.out, b"")

    def test_strict_fails_on_warnings(self):
        source = self.put("a.md", (ROOT / "tests/corpus/contradictions.md").read_text())
        done = run("check", source)
        self.assertIn("warning:", done.err)
        self.assertEqual(done.code, 0)
        self.assertEqual(run("check", source, "--strict").code, 1)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])
