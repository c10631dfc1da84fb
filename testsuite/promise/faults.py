# What the plugin does where its outputs cannot be written, memory is short,
# the compiler is killed, or a great many of them work at once; and what memory
# it takes for each function.
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

# One rule holds for all the faults.  The JSON file and the dump are there and
# whole, byte for byte what they are without a fault, or they are as they were
# before: not there at all, or an older file.  A compiler that had the time to
# notice says what is wrong, once, and fails; and it leaves nothing else behind.

import concurrent.futures
import os
import re
import shutil
import subprocess

import front
from harness import Outcome, SetupError, run

JSON = 'file.json'

# Something that is long enough to be cut short by a fault.
FUNCTION = '''
int function_%d (int n, char **to)
{
  char buffer[64], other[64], *cursor = buffer;
  struct pair one = { buffer, 0 }, two = { other, &one };
  for (int i = 0; i < n; i++)
    {
      cursor = two.next->text + i;
      *cursor = (char) i;
      two.next = i & 1 ? &two : &one;
    }
  use (buffer);
  kept = other;
  *to = cursor;
  return *two.next->text;
}
'''


class Wrong(Exception):
    """A test has failed."""


def write_source(folder, functions, body=FUNCTION):
    """Write a source with so many FUNCTIONS to FOLDER.  Return its name."""
    os.makedirs(folder, exist_ok=True)
    name = os.path.join(folder, 'source.c')
    with open(name, 'w') as out:
        out.write('struct pair { char *text; struct pair *next; };\n'
                  'void use (char *);\nchar *kept;\n')
        for i in range(functions):
            out.write(body % i)
    return name


class Subject:
    """A source with so many FUNCTIONS and how it is compiled, with each output
    and without a fault.  FOLDER is for the test alone."""

    def __init__(self, chosen, folder, functions=400):
        self.source = write_source(folder, functions)
        self.folder = os.path.join(folder, 'out')
        os.makedirs(self.folder, exist_ok=True)
        self.front = chosen.fronts.front(chosen.cc, ['-w'], '.c')
        if not self.front:
            raise SetupError('%s: it is not known how it calls the compiler '
                             'proper' % chosen.cc)
        self.plugin = ['-fplugin=' + chosen.plugin] + [
            '-fplugin-arg-escape-' + option
            for option in chosen.plugin_option]
        self.arguments = self.plugin + [
            '-fplugin-arg-escape-m=0', '-fplugin-arg-escape-json=' + JSON,
            '-fplugin-arg-escape-dump']
        result = self.compile()
        self.whole = self.outputs()
        if result.status != 0 or len(self.whole) != 2:
            raise Wrong('without a fault: status %s and %d outputs: %s' % (
                result.status, len(self.whole), result.err.decode()))

    def compile(self, plugin=True, **fault):
        """Compile, with the PLUGIN or not, and with the FAULT, arguments of
        Front.compile."""
        front.empty(self.folder)
        return self.front.compile(self.source, 'out.s',
                                  self.arguments if plugin else [],
                                  self.folder, **fault)

    def outputs(self):
        """The files that the plugin wrote, by name."""
        written = front.files(self.folder)
        written.pop('out.s', None)
        return written

    def judge(self, result, fault):
        """RESULT is a compile's with FAULT, words for one: check it."""
        written = self.outputs()
        killed = result.status is None or result.status < 0
        if not killed and result.status not in (0, 1):
            raise Wrong('%s: status %d: %s' % (fault, result.status,
                                               result.err.decode()))
        said = result.err or b''
        if re.search(rb'internal compiler error|Segmentation|terminate', said):
            raise Wrong('%s: %s' % (fault, said.decode()))
        for name, text in written.items():
            if name.startswith('.escape-') and killed:
                # Who is killed cannot remove it.
                continue
            if self.whole.get(name) != text:
                raise Wrong('%s: leaves %d bytes of %s, %d without a fault' % (
                    fault, len(text), name, len(self.whole.get(name, b''))))
        if result.status == 0 and len(written) != len(self.whole):
            raise Wrong('%s: status 0 without an output' % fault)
        if result.status == 1:
            # The plugin and GCC may both be out of memory.
            lines = [line for line in result.err.splitlines() if line]
            if not lines or len(lines) > 2 or not all(
                    re.search(b'memory|failed to map', line)
                    for line in lines):
                raise Wrong('%s: says %s' % (fault, result.err.decode()))


def outcome(name, test):
    """A function that calls TEST and returns the Outcome of the test NAME.
    TEST may return that it could not be done here, or figures."""
    def body():
        try:
            result = test()
        except Wrong as problem:
            return Outcome(name, 'fail', str(problem))
        if isinstance(result, str):
            return Outcome(name, 'skip', result)
        return Outcome(name, 'pass', figures=result)
    return body


def memory_tests(chosen, folder):
    """Less and less memory, from where all works to where nothing does."""
    def test():
        subject = Subject(chosen, folder)

        def enough(memory):
            subject.compile(memory=memory)
            return JSON in subject.outputs()

        low, high = 0, 1 << 31
        while high - low > 1 << 16:
            middle = (low + high) // 2
            low, high = (low, middle) if enough(middle) else (middle, high)
        # Most of these are where the plugin works and finds no memory.
        steps = chosen.sample or 200
        failed = 0
        for step in range(1, steps + 1):
            memory = high - step * (1 << 22) // steps
            result = subject.compile(memory=memory)
            subject.judge(result, '%d KiB of memory' % (memory >> 10))
            failed += result.status != 0
        for memory in range(8 << 20, low, low // 20):
            alone = subject.compile(plugin=False, memory=memory)
            result = subject.compile(memory=memory)
            # With very little, the compiler cannot be loaded or ends in its
            # own ways.
            if not alone.status or alone.err != result.err:
                subject.judge(result, '%d KiB of memory' % (memory >> 10))
        if not failed:
            raise Wrong('there was always enough')
        return dict(files=1)
    return [outcome('address space', test)]


def killed_tests(chosen, folder):
    """Kills, by the kernel when a file gets too long, and at any time."""
    def too_long():
        subject = Subject(chosen, os.path.join(folder, 'long'))
        most = max(map(len, subject.whole.values()))
        steps = chosen.sample or 100
        for step in range(steps):
            longest = most * step // steps
            result = subject.compile(longest=longest)
            if result.status in (0, 1):
                raise Wrong('files may have %d bytes: not killed' % longest)
            subject.judge(result, 'files of %d bytes at most' % longest)

    def at_any_time():
        subject = Subject(chosen, os.path.join(folder, 'time'))
        seconds = subject.compile().seconds
        steps = chosen.sample or 200
        killed = 0
        for step in range(steps):
            result = subject.compile(killed=0.001 + 1.2 * seconds * step
                                     / steps)
            subject.judge(result, 'killed')
            killed += result.status is None
        if not killed:
            raise Wrong('no compile was killed')

    return [outcome('when a file gets long', too_long),
            outcome('at any time', at_any_time)]


class Disk:
    """A small file system at FOLDER, if one may be mounted here."""

    def __init__(self, folder, options):
        self.folder = folder
        self.options = options
        self.mounted = False

    def __enter__(self):
        os.makedirs(self.folder, exist_ok=True)
        command = ['mount', '-t', 'tmpfs', '-o', self.options, 'none',
                   self.folder]
        if os.geteuid() == 0 and shutil.which('mount'):
            self.mounted = run(command).ok
        return self

    def __exit__(self, *problem):
        if self.mounted:
            run(['umount', self.folder])


# The plugin's outputs, and what asks for each, written to FOLDER.
OUTPUTS = {
    'json': ['-fplugin-arg-escape-json=%s/file.json'],
    'json by default': ['-fplugin-arg-escape-json', '-dumpdir', '%s/'],
    'dump': ['-fplugin-arg-escape-dump', '-dumpdir', '%s/'],
    'models': ['-fplugin-arg-escape-export=%s/file.models'],
    'dump of details': ['-fplugin-arg-escape-dump=details', '-dumpdir',
                        '%s/'],
}


def disk_tests(chosen, folder):
    """Disks that are full or cannot be written to."""
    def output(name, options, unwritable):
        own = os.path.join(folder, name.replace(' ', '-') + options[:2])
        subject = Subject(chosen, own)
        with Disk(os.path.join(own, 'disk'), options) as disk:
            if not disk.mounted:
                return 'no file system may be mounted'
            if unwritable:
                run(['mount', '-o', 'remount,ro', disk.folder])
            arguments = [argument % disk.folder if '%' in argument
                         else argument for argument in OUTPUTS[name]]
            result = subject.front.compile(
                subject.source, 'out.s', subject.plugin
                + ['-fplugin-arg-escape-m=0'] + arguments, subject.folder)
            errors = [line for line in result.err.decode().splitlines()
                      if ' error: ' in line]
            if (result.status != 1 or len(errors) != 1
                    or disk.folder not in errors[0]):
                raise Wrong('status %s: %s' % (result.status,
                                               result.err.decode()))
            if os.listdir(disk.folder):
                raise Wrong('%s is left' % os.listdir(disk.folder))
        return None

    def older(name):
        own = os.path.join(folder, 'older-' + name.replace(' ', '-'))
        subject = Subject(chosen, own)
        with Disk(os.path.join(own, 'disk'), 'size=8m') as disk:
            if not disk.mounted:
                return 'no file system may be mounted'

            def compile_to_disk():
                return subject.front.compile(
                    subject.source, 'out.s', subject.plugin
                    + ['-fplugin-arg-escape-m=0']
                    + [argument % disk.folder if '%' in argument else argument
                       for argument in OUTPUTS[name]], subject.folder)

            if compile_to_disk().status != 0:
                raise Wrong('where there is room, it is not written')
            output, = front.files(disk.folder)
            with open(os.path.join(disk.folder, output), 'wb') as out:
                out.write(b'older')
            filler = os.open(os.path.join(disk.folder, 'filler'),
                             os.O_WRONLY | os.O_CREAT)
            try:
                while os.write(filler, bytes(1 << 12)):
                    pass
            except OSError:
                os.close(filler)
            result = compile_to_disk()
            if result.status != 1:
                raise Wrong('status %s' % result.status)
            left = front.files(disk.folder)
            if (left.pop(output, None) != b'older'
                    or list(left) != ['filler']):
                raise Wrong('the older file is lost')
        return None

    def notes():
        # GCC does not mind where nobody can read its warnings, and what it
        # compiles is none the worse for it.
        own = os.path.join(folder, 'notes')
        subject = Subject(chosen, own)
        for more in ([], ['-Wall', '-fplugin-arg-escape-json=' + JSON]):
            front.empty(subject.folder)
            command = subject.front.command(subject.source, 'out.s')
            with open('/dev/full', 'w') as full:
                status = subprocess.call(
                    [argument for argument in command if argument != '-w']
                    + (subject.plugin if more else []) + more, stderr=full,
                    cwd=subject.folder, env=subject.front.environment)
            if status != 0:
                raise Wrong('status %d' % status)
            if more:
                if front.files(subject.folder)[JSON] != subject.whole[JSON]:
                    raise Wrong('the JSON is not whole')
                if front.files(subject.folder)['out.s'] != text:
                    raise Wrong('the compiled text is not whole')
            else:
                text = front.files(subject.folder)['out.s']

    tests = [outcome('notes, full', notes)]
    for name in OUTPUTS:
        tests.append(outcome('older ' + name + ', full', lambda name=name:
                             older(name)))
        tests.append(outcome(name + ', full', lambda name=name:
                             output(name, 'size=8k', False)))
        tests.append(outcome(name + ', read-only', lambda name=name:
                             output(name, 'size=1m', True)))
    return tests


def parallel_tests(chosen, folder):
    """A great many compiles at once that write to one folder: each its own
    outputs, and all of them one that they share."""
    number = 10 * chosen.sample or 3000
    kinds = 8

    def test():
        subject = Subject(chosen, folder, functions=40)
        sources = [write_source(os.path.join(folder, 'source-%d' % i), 8 + i)
                   for i in range(kinds)]

        def compile_one(i, share):
            result = subject.front.compile(
                sources[i % kinds], os.devnull, subject.plugin
                + ['-fplugin-arg-escape-m=0',
                   '-fplugin-arg-escape-dump=details',
                   '-fplugin-arg-escape-json' + ('=shared.json' if share
                                                 else ''),
                   '-dumpbase', 'unit-%d.c' % i, '-dumpbase-ext', '.c'],
                subject.folder)
            if result.status != 0 or result.err:
                raise Wrong('compile %d: status %s: %s' % (
                    i, result.status, result.err.decode()))

        def written(i):
            """What compile I wrote, by the end of its name."""
            prefix = 'unit-%d.c' % i
            return {name[len(prefix):]: text for name, text in files.items()
                    if name.startswith(prefix)}

        front.empty(subject.folder)
        for i in range(kinds):
            compile_one(i, False)
        files = front.files(subject.folder)
        serial = [written(i) for i in range(kinds)]
        if any(len(each) != 2 for each in serial):
            raise Wrong('one at a time, not all outputs are written')

        front.empty(subject.folder)
        shared = os.path.join(subject.folder, 'shared.json')
        whole = [each['.escape.json'] for each in serial]
        seen = 0
        with concurrent.futures.ThreadPoolExecutor(64) as pool:
            # Every third writes to the shared file; no reader ever sees less
            # than one whole output there.
            waiting = [pool.submit(compile_one, i, i % 3 == 0)
                       for i in range(number)]
            for each in waiting:
                each.result()
                if os.path.exists(shared):
                    with open(shared, 'rb') as data:
                        if data.read() not in whole:
                            raise Wrong('the shared file is not whole')
                    seen += 1
        if not seen:
            raise Wrong('the shared file was not written')

        files = front.files(subject.folder)
        files.pop('shared.json')
        by_unit = {}
        for name, text in files.items():
            unit = re.match(r'unit-(\d+)\.c', name)
            if not unit:
                raise Wrong('%s is left' % name)
            by_unit.setdefault(int(unit.group(1)), {})[
                name[unit.end():]] = text
        for i in range(number):
            expected = dict(serial[i % kinds])
            if i % 3 == 0:
                del expected['.escape.json']
            if by_unit.get(i) != expected:
                raise Wrong('compile %d writes something else than alone' % i)
        return dict(files=number)
    return [outcome('%d compiles at once' % number, test)]


# A function that takes much memory to analyse and of which little is kept.
LONG = ('''
int function_%%d (int n)
{
  struct pair cells[1], *cursor = cells;
  char text[4];
  cells[0].text = text;
  cells[0].next = cells;
%s  return n + (cursor->text == text);
}
''' % ''.join('  if (n == %d)\n    cursor = cursor->next->next;\n'
              '  cells[0].text = cursor->text;\n' % i for i in range(60)))

# What may be kept of a function like that when its callers may still come.
KEPT = 4096


# The pass of GCC that comes soon after the plugin's, and before anything is
# compiled.
NEXT_PASS = 'ipa-remove_symbols'


def growth_tests(chosen, folder):
    """The memory that the plugin takes for many functions is that for one and
    what it keeps of each."""
    def extra(functions):
        """How much more memory so many FUNCTIONS take with the plugin."""
        subject = Subject(chosen, folder, functions=1)
        subject.source = write_source(folder, functions, LONG)
        peaks = []
        # A compiler that may write no file is killed when it writes its
        # first, which ours does at the pass's end: so later peaks do not
        # hide what the pass takes.
        for subject.arguments in (['-fdump-' + NEXT_PASS], subject.plugin
                                  + ['-fplugin-arg-escape-m=0',
                                     '-fplugin-arg-escape-json=' + JSON]):
            result = subject.compile(longest=0)
            if result.status is None or result.status >= 0:
                raise Wrong('no file was written: ' + result.err.decode())
            peaks.append(result.peak)
        return peaks[1] - peaks[0]

    def test():
        few = 100
        many = 1000
        grown = (extra(many) - extra(few)) // (many - few)
        if grown > KEPT:
            raise Wrong('%d bytes are kept of each function, and not at most '
                        '%d' % (grown, KEPT))
    return [outcome('bytes for each function', test)]


SUITES = {'memory': memory_tests, 'killed': killed_tests, 'disk': disk_tests,
          'parallel': parallel_tests, 'growth': growth_tests}
