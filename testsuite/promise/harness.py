# What check-promise and check-torture share: running commands with a time
# limit, running tests in parallel, and the table they print.
#
# Copyright (C) 2026 The escape authors.
#
# This file is part of escape.
#
# escape is free software; you can redistribute it and/or modify it under
# the terms of the GNU General Public License as published by the Free
# Software Foundation; either version 3 of the License, or (at your option)
# any later version.
#
# escape is distributed in the hope that it will be useful, but WITHOUT ANY
# WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
# FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
# details.
#
# You should have received a copy of the GNU General Public License along
# with this program.  If not, see <https://www.gnu.org/licenses/>.

import argparse
import concurrent.futures
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))

# Where Debian's packages put the sources of GCC, and what they are called.
GCC_SOURCE = '/usr/src/gcc-12'


class SetupError(Exception):
    """What the tests need is not here: nothing was tested."""


class Ran:
    """What a command did: STATUS (negative: the signal that ended it; None:
    it ran out of time), OUT and ERR (bytes), SECONDS of time."""

    def __init__(self, status, out, err, seconds):
        self.status = status
        self.out = out
        self.err = err
        self.seconds = seconds

    @property
    def ok(self):
        return self.status == 0


def limited(command, longest, memory=None, seconds=None):
    """COMMAND, a list, as a command under limits: of LONGEST bytes for each
    file that it writes, of MEMORY bytes of address space and of SECONDS of
    processor time (None: no limit).  They hold before the program is loaded;
    one that is already being loaded would fail sooner or later, from run to
    run."""
    limits = ['prlimit', '--core=0', '--fsize=%d' % longest]
    if memory is not None:
        limits.append('--as=%d' % memory)
    if seconds is not None:
        limits.append('--cpu=%d' % seconds)
    return limits + command


def run(command, timeout=60, cwd=None, env=None, stdin=None, limit=1 << 26,
        memory=None):
    """Run COMMAND, a list, and return a Ran.  ENV is added to the
    environment.  STDIN is a file's name.  No more than LIMIT bytes of each
    output are kept; no file may become longer than that.  MEMORY is a limit
    of its address space in bytes.  What it leaves running is ended."""
    environment = dict(os.environ, LC_ALL='C', **(env or {}))
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, \
         open(stdin or os.devnull, 'rb') as given:
        began = time.monotonic()
        process = subprocess.Popen(limited(command, limit, memory), cwd=cwd,
                                   stdin=given, stdout=out, stderr=err,
                                   env=environment, start_new_session=True)
        try:
            status = process.wait(timeout)
        except subprocess.TimeoutExpired:
            status = None
        seconds = time.monotonic() - began
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()
        out.seek(0)
        err.seek(0)
        return Ran(status, out.read(limit), err.read(limit), seconds)


class Outcome:
    """The outcome of one test.  KIND is 'pass', 'fail', or 'skip' for what
    cannot be tested here.  WHY is told if it is not a pass.  FIGURES are
    added up over the tests."""

    def __init__(self, name, kind, why='', figures=None):
        self.name = name
        self.kind = kind
        self.why = why
        self.figures = figures or {}


def guarded(test):
    """What TEST returns, or a failure if it could not be set up."""
    try:
        return test()
    except SetupError as problem:
        return Outcome('setup', 'fail', str(problem))


class Table:
    """Counts outcomes, suite by suite, and prints the table: of all that was
    asked for or, when the program is interrupted, of what was done."""

    def __init__(self, figures):
        self.figures = figures
        self.rows = []
        self.stopped = False

    def run(self, suite, tests, jobs, verbose=False):
        """Run TESTS, functions that return an Outcome or a list of them, JOBS
        at a time; tell of failures as they come and add a row."""
        if self.stopped:
            return
        started = time.time()
        count = {'pass': 0, 'fail': 0, 'skip': 0}
        total = {}
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            try:
                for outcomes in pool.map(guarded, tests):
                    if isinstance(outcomes, Outcome):
                        outcomes = [outcomes]
                    for outcome in outcomes:
                        count[outcome.kind] += 1
                        for figure, n in outcome.figures.items():
                            total[figure] = total.get(figure, 0) + n
                        if outcome.kind == 'fail' or (verbose and outcome.why):
                            print('%s: %s/%s: %s' % (
                                outcome.kind.upper(), suite, outcome.name,
                                outcome.why), flush=True)
            except KeyboardInterrupt:
                self.stopped = True
                pool.shutdown(cancel_futures=True)
        self.rows.append((suite, count, total, time.time() - started))

    def failed(self, suite, why, lenient=False):
        """Add a row for SUITE, which could not even begin.  That is a failure
        unless the user is LENIENT."""
        kind = 'skip' if lenient else 'fail'
        print('%s: %s: %s' % (kind.upper(), suite, why), flush=True)
        self.rows.append((suite, {'pass': 0, 'fail': 0, 'skip': 0, kind: 1},
                          {}, 0))

    def finish(self):
        """Print the table and the closing line; return the exit status."""
        titles = ['suite', 'passed', 'failed', 'skipped', 'seconds']
        titles += self.figures
        rows = [titles]
        sums = [0] * (len(titles) - 1)
        for suite, count, total, seconds in self.rows:
            numbers = [count['pass'], count['fail'], count['skip'],
                       round(seconds)]
            numbers += [total.get(figure, 0) for figure in self.figures]
            sums = [a + b for a, b in zip(sums, numbers)]
            rows.append([suite] + ['%d' % n for n in numbers])
        rows.append(['all'] + ['%d' % n for n in sums])
        widths = [max(len(row[i]) for row in rows)
                  for i in range(len(titles))]
        print()
        for row in rows:
            print('  '.join([row[0].ljust(widths[0])]
                            + [cell.rjust(width) for cell, width
                               in zip(row[1:], widths[1:])]).rstrip())
        if self.stopped:
            print('interrupted: not all was run')
        print('%d passed, %d failed' % (sums[0], sums[1]))
        return 0 if sums[1] == 0 and sums[0] > 0 and not self.stopped else 1


def sample(items, size):
    """SIZE of ITEMS, or all if SIZE is 0 or there are no more; the same ones
    each time, and spread over all, whatever is added."""
    items = list(items)
    if size <= 0 or size >= len(items):
        return items

    def rank(item):
        return hashlib.sha1(str(item).encode()).digest()

    chosen = set(sorted(items, key=rank)[:size])
    return [item for item in items if item in chosen]


def cache_folder():
    """Where what is fetched or unpacked is kept."""
    base = os.environ.get('XDG_CACHE_HOME') or os.path.expanduser('~/.cache')
    return os.path.join(base, 'escape-corpora')


def gcc_testsuite(cache):
    """The folder of GCC's own testsuite, unpacked in CACHE from Debian's
    package of GCC's source."""
    wanted = os.path.join(cache, 'gcc-testsuite')
    if os.path.isdir(wanted):
        return wanted
    archives = []
    if os.path.isdir(GCC_SOURCE):
        archives = [os.path.join(GCC_SOURCE, name)
                    for name in sorted(os.listdir(GCC_SOURCE))
                    if name.startswith('gcc-') and '.tar.' in name]
    if not archives:
        raise SetupError('no archive in %s (Debian: apt-get install '
                         'gcc-12-source)' % GCC_SOURCE)
    os.makedirs(cache, exist_ok=True)
    scratch = tempfile.mkdtemp(dir=cache)
    try:
        subprocess.run(['tar', 'xf', archives[0], '-C', scratch,
                        '--strip-components=3', '--wildcards',
                        '*/gcc/testsuite'], check=True)
        os.rename(os.path.join(scratch), wanted)
    except subprocess.CalledProcessError:
        shutil.rmtree(scratch)
        raise SetupError('cannot unpack %s' % archives[0])
    return wanted


def options(description):
    """The options both programs have."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument('--cc', default=os.environ.get('CC', 'gcc'),
                        help='the compiler the plugin is for')
    parser.add_argument('--plugin', required=True, metavar='ESCAPE.SO')
    parser.add_argument('--jobs', type=int, default=os.cpu_count() or 1,
                        metavar='N')
    parser.add_argument('--cache', default=cache_folder(), metavar='DIR',
                        help='where sources are kept (default: %(default)s)')
    parser.add_argument('--work', metavar='DIR',
                        help='a folder to work in, which is kept')
    parser.add_argument('--sample', type=int, default=0, metavar='N',
                        help='take N tests of each suite at most, the same '
                        'ones each time (default: all)')
    parser.add_argument('--plugin-option', action='append', default=[],
                        metavar='NAME[=VALUE]',
                        help='give escape.so this option, too')
    parser.add_argument('--lenient', action='store_true',
                        help='skip what needs a package or a source that is '
                        'missing')
    parser.add_argument('--verbose', action='store_true',
                        help='tell of what is skipped, too')
    return parser


def coarse_option(parser):
    """Another option, for programs whose outcome must be the same with it."""
    parser.add_argument('--coarse', action='store_true',
                        help='use the plugin in the folder coarse beside '
                        'ESCAPE.SO, a build in which nearly all rests on '
                        'coarse graphs and joint ones')


def use_coarse(chosen):
    """Put the coarse build in the place of the plugin CHOSEN.  The models stay
    those beside the other one."""
    folder, name = os.path.split(chosen.plugin)
    chosen.plugin = os.path.join(folder, 'coarse', name)
    models = os.path.join(folder, os.path.splitext(name)[0] + '.models')
    if os.path.exists(models):
        chosen.plugin_option.append('models=' + models)


def interrupt(_number, _frame):
    """Treat a signal as an interrupt from the keyboard.  timeout(1) sends two
    of them."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


def main(run_suites, parser):
    """Parse the arguments and call RUN_SUITES with them in a folder to work in.
    Exit with the status that it returns."""
    signal.signal(signal.SIGTERM, interrupt)
    chosen = parser.parse_args()
    chosen.plugin = os.path.abspath(chosen.plugin)
    if getattr(chosen, 'coarse', False):
        use_coarse(chosen)
    chosen.cache = os.path.abspath(chosen.cache)
    if not os.path.isfile(chosen.plugin):
        parser.error('%s has not been built' % chosen.plugin)
    keep = chosen.work
    if keep:
        os.makedirs(keep, exist_ok=True)
        chosen.work = os.path.abspath(keep)
    else:
        chosen.work = tempfile.mkdtemp(prefix='escape-check.')
    try:
        status = run_suites(chosen)
    except SetupError as problem:
        print('%s: error: %s' % (parser.prog, problem), file=sys.stderr)
        status = 2
    finally:
        if not keep:
            shutil.rmtree(chosen.work, ignore_errors=True)
    sys.exit(status)
