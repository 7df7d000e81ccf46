"""What people and file systems do wrong: one clear message, no crash, no half-written file, bounded time and memory."""
import json
import os
import resource
import shutil
import stat
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

from support import BINARY, ROOT, SANITIZED, SMALL, InFolder, run


class Input(InFolder):
    def test_not_utf8(self):
        self.assert_fails(run("render", self.put("a.md", b"# A\ncaf\xe9\n")), 1, "SKY0105")
        self.assertIn("2:4", run("render", self.put("a.md", b"# A\ncaf\xe9\n")).err)
        self.assert_fails(run("render", self.put("a.md", "# A".encode("utf-16"))), 1, "SKY0105")

    def test_empty(self):
        for text in ("", " \n\t\n", "\ufeff"):
            self.assert_fails(run("render", self.put("a.md", text)), 1, "SKY0107")

    def test_comments_only(self):
        done = run("render", self.put("a.md", "<!-- nothing -->\n"))
        ElementTree.fromstring(done.out)
        self.assertIn(done.code, (0, 1))

    def test_missing(self):
        self.put("architecture.md", SMALL)
        done = run("render", self.folder / "architecure.md")
        self.assert_fails(done, 3, "SKY0101")
        self.assertIn("architecture.md", done.err)

    def test_folder(self):
        self.assert_fails(run("render", self.folder), 3, "SKY0103")

    def test_unreadable(self):
        if os.geteuid() == 0:
            self.skipTest("root may read everything")
        file = self.put("a.md", SMALL)
        file.chmod(0)
        self.assert_fails(run("render", file), 3, "SKY0102")

    def test_binary(self):
        self.assert_fails(run("render", self.put("a.md", b"# A\0")), 1, "SKY0106")
        self.assert_fails(run("render", self.put("a.md", b"\x89PNG\r\n\x1a\n\0\0")), 1, "SKY0106")

    def test_devices_and_pipes(self):
        self.assert_fails(run("render", "/dev/zero", seconds=5), 3, "SKY0102")
        os.mkfifo(self.folder / "pipe")
        self.assert_fails(run("render", self.folder / "pipe", seconds=5), 1, "SKY0107")

    def test_a_hundred_megabytes(self):
        file = self.folder / "big.md"
        with open(file, "wb") as out:
            out.truncate(100 << 20)
        done = run("render", file, seconds=5, memory_mib=512)
        self.assert_fails(done, 3, "SKY0104")
        with open(file, "rb") as big:
            process = subprocess.run([BINARY, "render", "-"], stdin=big, capture_output=True, timeout=60)
        self.assertEqual(process.returncode, 3)
        self.assertIn(b"SKY0104", process.stderr)


class Large(InFolder):
    def draws(self, text, seconds=20, memory_mib=1024):
        done = run("render", self.put("a.md", text), seconds=seconds, memory_mib=memory_mib)
        self.assertIn(done.code, (0, 1), done.err[:2000])
        ElementTree.fromstring(done.out)
        return done

    def test_ten_thousand_deep_lists(self):
        self.draws("- " * 10_000 + "a\n")

    def test_ten_thousand_deep_quotes(self):
        self.draws("> " * 10_000 + "a\n")

    def test_indented_lists(self):
        self.draws("".join("  " * i + "- a\n" for i in range(1_000)))

    def test_link_bomb(self):
        self.draws("[" * 50_000)
        self.draws("[a](" * 20_000)
        self.draws("![" * 50_000)
        self.draws("".join(f"[{i}]: <{i}>\n" for i in range(5_000)) + "[1]" * 5_000)

    def test_emphasis_bomb(self):
        self.draws("*a **b " * 20_000)
        self.draws("_" * 100_000 + "a")

    def test_backticks(self):
        self.draws("".join("`" * i + " " for i in range(1, 700)))

    def test_one_line_of_a_megabyte(self):
        self.draws("RDS calls S3 and " * 60_000, seconds=60)

    def test_a_table_of_ten_thousand_columns(self):
        self.draws("|a" * 10_000 + "|\n" + "|-" * 10_000 + "|\n" + "|b" * 10_000 + "|\n", seconds=60)

    def test_two_thousand_components(self):
        lines = [f"- **Service {i}:** ECS service" for i in range(2_000)]
        lines += [f"{i + 1}. Service {i} calls Service {(i * 7 + 1) % 2_000}" for i in range(500)]
        self.draws("# Many\n\n" + "\n".join(lines[:2000]) + "\n\n## Flow\n" + "\n".join(lines[2000:]) + "\n", seconds=120)

    def test_a_name_without_end(self):
        self.draws("- **" + "Orders" * 20_000 + ":** ECS service\n")

    def test_yaml_bomb(self):
        bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
            f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9))
        self.draws(f"---\n{bomb}---\n# A\nRDS calls S3\n")
        self.draws("---\n" + "[" * 50_000 + "\n---\n# A\n")


class Contradictions(InFolder):
    def model(self, text):
        done = run("model", self.put("a.md", text))
        self.assertEqual(done.code, 0, done.err)
        return json.loads(done.out)

    def test_cidrs(self):
        model = self.model((ROOT / "tests/corpus/contradictions.md").read_text())
        codes = {d["code"] for d in model["diagnostics"]}
        self.assertIn("SKY0210", codes, "192.168.0.0/24 is not in 10.0.0.0/16")
        self.assertIn("SKY0211", codes, "10.0.1.128/25 overlaps 10.0.1.0/24")

    def test_parents(self):
        model = self.model((ROOT / "tests/corpus/contradictions.md").read_text())
        self.assertIn("SKY0207", {d["code"] for d in model["diagnostics"]})

    def test_containment_cycle(self):
        model = self.model((ROOT / "tests/corpus/containment-cycle.md").read_text())
        parents = {c["id"]: c["parent"] for c in model["components"]}
        for start in parents:
            seen, at = set(), start
            while at is not None:
                self.assertNotIn(at, seen)
                seen.add(at)
                at = parents[at]
        self.assertEqual(run("render", self.folder / "a.md").code, 0)


class Output(InFolder):
    def setUp(self):
        super().setUp()
        self.source = self.put("a.md", SMALL)

    def assert_untouched(self, target):
        self.assertEqual(target.read_text(), "old")
        self.assertFalse([f for f in target.parent.iterdir() if f.name.startswith(".skydraft")], "a temporary file is left")

    def test_no_such_folder(self):
        self.assert_fails(run("render", self.source, "-o", self.folder / "none/a.svg"), 3, "SKY0108")

    def test_a_folder(self):
        (self.folder / "a.svg").mkdir()
        self.assert_fails(run("render", self.source, "-o", self.folder / "a.svg"), 3, "SKY0108")

    def test_read_only_folder(self):
        if os.geteuid() == 0:
            self.skipTest("root may write everywhere")
        self.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
        self.addCleanup(self.folder.chmod, 0o700)
        self.assert_fails(run("render", self.source, "-o", self.folder / "a.svg"), 3, "SKY0108")

    def test_full_device(self):
        self.assert_fails(run("render", self.source, "-o", "/dev/full", "--format", "svg"), 3, "SKY0108")
        with open("/dev/full", "wb") as full:
            self.assert_fails(run("render", self.source, stdout=full), 3, "SKY0108")
            self.assert_fails(run("completions", "bash", stdout=full), 3, "SKY0108")

    def test_full_disk(self):
        target = self.put("a.svg", "old")
        done = run("render", self.source, "-o", target, limits=[(resource.RLIMIT_FSIZE, 1000)])
        self.assert_fails(done, 3, "SKY0108")
        self.assert_untouched(target)

    def test_full_file_system(self):
        if os.geteuid() != 0 or SANITIZED:
            self.skipTest("mounting takes root")
        small = self.folder / "small"
        small.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k", "none", small], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("mounting is not allowed here")
        self.addCleanup(subprocess.run, ["umount", small])
        target = small / "a.svg"
        target.write_text("old")
        self.assert_fails(run("render", self.source, "-o", target), 3, "SKY0108")
        self.assert_untouched(target)

    def test_closed_pipe(self):
        reader, writer = os.pipe()
        os.close(reader)
        done = run("render", ROOT / "examples/online-shop.md", stdout=writer)
        os.close(writer)
        self.assertEqual(done.code, 3)
        self.assertIn("SKY0108", done.err)

    def test_link_and_permissions_stay(self):
        target = self.put("real.svg", "old")
        target.chmod(0o604)
        link = self.folder / "link.svg"
        link.symlink_to("real.svg")
        self.assertEqual(run("render", self.source, "-o", link).code, 0)
        self.assertTrue(link.is_symlink())
        self.assertNotEqual(target.read_text(), "old")
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o604)


class SameBytes(InFolder):
    def outputs(self, source, env=None, cwd=None):
        commands = (["render", source], ["render", source, "--theme", "dark"], ["model", source], ["geometry", source],
                    ["render", source, "--format", "png", "--scale", "1"])
        return [run(*command, env=env, cwd=cwd).out for command in commands]

    def test_twice(self):
        source = ROOT / "examples/online-shop.md"
        self.assertEqual(self.outputs(source), self.outputs(source))

    def test_from_another_folder_by_another_path(self):
        source = ROOT / "examples/online-shop.md"
        elsewhere = self.folder / "deep er/ö"
        elsewhere.mkdir(parents=True)
        shutil.copy(source, elsewhere)
        self.assertEqual(self.outputs(source), self.outputs("online-shop.md", cwd=elsewhere))

    def test_in_another_checkout(self):
        binary = self.folder / "skydraft"
        shutil.copy(BINARY, binary)
        source = ROOT / "examples/online-shop.md"
        other = subprocess.run([binary, "render", source], capture_output=True, timeout=600, cwd="/")
        self.assertEqual(other.stdout, run("render", source).out)

    def test_in_another_locale(self):
        source = ROOT / "examples/online-shop.md"
        plain = self.outputs(source, env={"LC_ALL": "C"})
        listed = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.split()
        foreign = [name for name in listed if name.startswith(("de_DE", "tr_TR", "fr_FR"))]
        for locale in [*foreign, "C.UTF-8", "nonsense"]:
            with self.subTest(locale=locale):
                self.assertEqual(self.outputs(source, env={"LC_ALL": locale}), plain)
        if not foreign:
            self.skipTest("no locale with another decimal sign is installed; C.UTF-8 agrees")

    def test_under_another_environment(self):
        source = ROOT / "examples/online-shop.md"
        odd = {"TZ": "Asia/Kathmandu", "HOME": "/nonexistent", "COLUMNS": "20", "MALLOC_PERTURB_": "165"}
        self.assertEqual(self.outputs(source, env=odd), self.outputs(source))


class Memory(InFolder):
    def test_the_example_fits_in_little_memory(self):
        if SANITIZED:
            self.skipTest("the sanitizer's own memory would be measured")
        code = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
        done = subprocess.run([sys.executable, "-c", code, BINARY, "render", ROOT / "examples/online-shop.md"],
                              capture_output=True, text=True)
        self.assertLess(int(done.stdout), 128 * 1024, "KiB at its peak")


if __name__ == "__main__":
    unittest.main()
