"""What the end-to-end tests share: the binary, the checkout, and a run under limits."""
import os
import resource
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("SKYDRAFT_BINARY", str(ROOT / "build/dev/skydraft"))
# AddressSanitizer reserves terabytes of address space and is several times slower.
SANITIZED = b"__asan_init" in Path(BINARY).read_bytes()
SLOWNESS = 10 if SANITIZED else 1


class Done:
    def __init__(self, code, out, err, peak_kib):
        self.code, self.out, self.err, self.peak_kib = code, out, err.decode("utf-8", "replace"), peak_kib


def run(*args, stdin=b"", seconds=60, memory_mib=None, limits=(), env=None, cwd=None, stdout=subprocess.PIPE):
    """Runs the binary. A signal (a crash) or a time-out is an AssertionError."""

    def set_limits():
        if memory_mib and not SANITIZED:
            resource.setrlimit(resource.RLIMIT_AS, (memory_mib << 20, memory_mib << 20))
        for which, value in limits:
            resource.setrlimit(which, (value, value))

    full_env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR",)}
    full_env.update(env or {})
    with tempfile.TemporaryFile() as given:
        given.write(stdin)
        given.seek(0)
        process = subprocess.Popen([BINARY, *map(str, args)], stdin=given, stdout=stdout, stderr=subprocess.PIPE,
                                   preexec_fn=set_limits, env=full_env, cwd=cwd)
        try:
            out, err = process.communicate(timeout=seconds * SLOWNESS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise AssertionError(f"no answer within {seconds * SLOWNESS} s: {args}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert process.returncode >= 0, f"died of signal {-process.returncode}: {args}\n{err.decode('utf-8', 'replace')}"
    assert process.returncode != 70, f"internal error: {args}\n{err.decode('utf-8', 'replace')}"
    return Done(process.returncode, out, err, peak)


class InFolder(unittest.TestCase):
    """A test with an empty folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def put(self, name, text):
        file = self.folder / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def assert_fails(self, done, exit_code, diagnostic):
        self.assertEqual(done.code, exit_code, done.err)
        self.assertIn(f"[{diagnostic}]", done.err)
        self.assertEqual(done.err.count("error:"), 1, done.err)


SMALL = "# Small\n\n- **Orders API:** ECS service\n- **Orders Database:** RDS PostgreSQL\n\nThe Orders API writes to the Orders Database.\n"
