# Building watched programs and judging what they do.
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

import os
import re
import struct
import subprocess

from harness import HERE, Outcome, SetupError, run

# The figures that the run-time library keeps, in its order
# (watch-runtime.c, enum statistic).
FIGURES = ['functions', 'statements', 'left', 'checked', 'entities', 'locals',
           'blocks', 'values', 'words', 'old', 'unreachable', 'broken']

PLUGIN = ['watch-plugin.cc', 'watch-findings.cc']
RUNTIME = ['watch-runtime.c', 'watch-scan.c', 'watch-report.c', 'watch-heap.c',
           'watch-memory.c']


class Watch:
    """watch.so, watch.a and how to use them.  Built in FOLDER for the
    compiler CC, to check what PLUGIN, an escape.so, says."""

    def __init__(self, cc, plugin, folder, plugin_options=()):
        self.cc = cc
        self.folder = folder
        self.plugin = plugin
        self.wrapper = os.path.join(HERE, 'watch-cc')
        self.plugin_options = ' '.join(
            '-fplugin-arg-escape-' + option for option in plugin_options)
        os.makedirs(folder, exist_ok=True)
        self._build()

    def _command(self, command):
        result = run(command, timeout=600, cwd=self.folder)
        if not result.ok:
            raise SetupError('%s failed: %s' % (' '.join(command),
                                                result.err.decode()))
        return result.out.decode().strip()

    def _build(self):
        plugin_headers = self._command([self.cc, '-print-file-name=plugin'])
        cxx = re.sub('gcc([^/]*)$', r'g++\1', self.cc)
        self._command([cxx, '-O1', '-g', '-Wall', '-Wextra', '-fno-rtti',
                       '-fno-exceptions', '-fPIC', '-shared',
                       '-Wno-unused-parameter',
                       '-isystem', os.path.join(plugin_headers, 'include'),
                       *(os.path.join(HERE, source) for source in PLUGIN),
                       '-o', 'watch.so', '-ljansson'])
        objects = []
        for source in RUNTIME:
            objects.append(source[:-2] + '.o')
            self._command([self.cc, '-std=gnu11', '-O2', '-g', '-Wall',
                           '-Wextra', '-fno-builtin', '-fPIC', '-c',
                           os.path.join(HERE, source), '-o', objects[-1]])
        # One object, so that all of it is linked in.
        self._command([self.cc, '-r', '-nostdlib', '-o', 'watch.o']
                      + objects)
        self._command(['ar', 'cr', 'watch.a', 'watch.o'])

    def environment(self, findings=None, **more):
        """The environment for watch-cc.  FINDINGS is a file to use in the
        place of what escape.so says."""
        return dict(WATCH_CC=self.cc, WATCH_DIR=self.folder,
                    WATCH_PLUGIN='' if findings else self.plugin,
                    WATCH_PLUGIN_OPTIONS=self.plugin_options,
                    WATCH_JSON=findings or '', **more)

    def compile(self, arguments, cwd=None, findings=None, timeout=120):
        """Run watch-cc with ARGUMENTS."""
        return run([self.wrapper] + arguments, timeout=timeout, cwd=cwd,
                   env=self.environment(findings, TMPDIR=self.folder))


class Checks:
    """What watched programs find is gathered in files called PREFIX.*."""

    def __init__(self, prefix, seconds=None, full=None):
        self.report = prefix + '.report'
        self.stats = prefix + '.stats'
        self.environment = dict(WATCH_REPORT=self.report,
                                WATCH_STATS=self.stats)
        if seconds is not None:
            self.environment['WATCH_SECONDS'] = str(seconds)
        if full is not None:
            self.environment['WATCH_FULL'] = str(full)

    def broken(self):
        """The broken promises reported, one a line."""
        if not os.path.exists(self.report):
            return []
        with open(self.report, errors='replace') as lines:
            return lines.read().splitlines()

    def figures(self):
        """What was counted, by name."""
        try:
            with open(self.stats, 'rb') as words:
                numbers = struct.unpack('%dQ' % len(FIGURES), words.read())
        except (OSError, struct.error):
            return {}
        return dict(zip(FIGURES, numbers))


def describe(result):
    """How a Ran ended, and the end of what it said, in a line."""
    if result.status is None:
        how = 'out of time'
    elif result.status < 0:
        how = 'signal %d' % -result.status
    else:
        how = 'status %d' % result.status
    said = (result.err or result.out).decode(errors='replace').split('\n')
    said = [line for line in said if line.strip()]
    return how + (': ' + ' / '.join(said[-3:]) if said else '')


def test_program(watch, name, sources, options, folder, cwd=None,
                 arguments=(), timeout=120, plain_timeout=10,
                 libraries=('-lm',), seconds=None):
    """Compile SOURCES plainly and watched, both at -O0, run both, and return
    the Outcome of the test NAME: a program that does not run plainly is
    skipped; one that breaks a promise, cannot be compiled with the plugins or
    behaves in another way fails.  FOLDER is for the test alone."""
    os.makedirs(folder, exist_ok=True)
    plain = os.path.join(folder, 'plain')
    watched = os.path.join(folder, 'watched')
    command = list(options) + list(sources)
    compiled = run([watch.cc, '-w'] + command
                   + ['-O0', '-o', plain] + list(libraries), cwd=cwd,
                   timeout=60)
    if not compiled.ok:
        return Outcome(name, 'skip', 'does not compile: '
                       + describe(compiled))
    expected = run([plain] + list(arguments), timeout=plain_timeout,
                   cwd=folder, memory=1 << 34)
    if not expected.ok:
        return Outcome(name, 'skip', 'does not run: ' + describe(expected))
    again = run([plain] + list(arguments), timeout=plain_timeout,
                cwd=folder, memory=1 << 34)

    compiled = watch.compile(command + ['-o', watched] + list(libraries),
                             cwd=cwd)
    if not compiled.ok:
        return Outcome(name, 'fail', 'does not compile watched: '
                       + describe(compiled))
    checks = Checks(os.path.join(folder, 'checks'), seconds=seconds)
    got = run([watched] + list(arguments), timeout=timeout, cwd=folder,
              env=checks.environment)
    figures = checks.figures()
    figures['programs'] = 1
    broken = checks.broken()
    if broken:
        return Outcome(name, 'fail', '\n  '.join([''] + broken).strip(),
                       figures)
    # What is not the same twice (an address, say) need not be the same.
    if (got.status != expected.status
            or (got.out != expected.out and again.out == expected.out)):
        return Outcome(name, 'fail', 'behaves in another way when watched: '
                       + describe(got), figures)
    return Outcome(name, 'pass', figures=figures)


def need(command, package):
    """Fail unless COMMAND can be run."""
    try:
        subprocess.run([command, '--version'], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=False)
    except OSError:
        raise SetupError('%s is missing (Debian: apt-get install %s)'
                         % (command, package))
