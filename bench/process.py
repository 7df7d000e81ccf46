#!/usr/bin/env python3
"""Wall time and peak memory of whole runs: process.py BINARY FILE.md [ARGUMENT...]; the median and the spread of 21 runs."""
import os
import statistics
import sys
import time

RUNS = 21


def run(command):
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                                                                       (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    return time.perf_counter() - start, usage.ru_maxrss, os.waitstatus_to_exitcode(status)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    binary, *rest = sys.argv[1:]
    command = [os.path.abspath(binary), "render", *rest]
    run(command)  # once, to have the files in memory
    runs = [run(command) for _ in range(RUNS)]
    if any(code for _, _, code in runs):
        sys.exit(f"failed: {' '.join(command)}")
    times = sorted(1000 * seconds for seconds, _, _ in runs)
    print(f"{statistics.median(times):.1f} ms (fastest {times[0]:.1f}, slowest {times[-1]:.1f}), "
          f"{max(peak for _, peak, _ in runs) / 1024:.1f} MiB at its peak")


if __name__ == "__main__":
    main()
