# Real programs, compiled with the plugin and without: what is linked from
# objects of -flto is the same, and what is said is the same whether make runs
# one compiler or many, and from run to run.
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

import glob
import os
import re
import shutil

import front
from faults import Wrong, outcome
from harness import run
from sources import debian_source


def must(command, folder, timeout=1200):
    """Run COMMAND in FOLDER.  It must succeed.  Return what it did."""
    result = run(command, timeout=timeout, cwd=folder)
    if not result.ok:
        raise Wrong('%s: %s' % (' '.join(command[:6]),
                                result.err.decode(errors='replace')[-500:]))
    return result


def zlib(cache, folder):
    """zlib's files in FOLDER, and how they are compiled and linked."""
    source = debian_source(cache, 'zlib')
    files = glob.glob(os.path.join(source, '*.c'))
    files.append(os.path.join(source, 'test', 'minigzip.c'))
    return files, ['-I', source, '-D_LARGEFILE64_SOURCE=1', '-DHAVE_UNISTD_H',
                   '-DHAVE_STDARG_H'], []


def lua(cache, folder):
    """Lua's, likewise."""
    source = os.path.join(debian_source(cache, 'lua5.4'), 'src')
    # Debian's rules make this one.
    with open(os.path.join(folder, 'lua5.4-deb-multiarch.h'), 'w') as out:
        out.write('#define DEB_HOST_MULTIARCH ""\n')
    files = [name for name in glob.glob(os.path.join(source, '*.c'))
             if os.path.basename(name) != 'luac.c']
    return files, ['-I', folder, '-I', source, '-DLUA_USE_LINUX',
                   '-DLUA_COMPAT_5_3'], ['-Wl,-E', '-lm', '-ldl']


def sqlite3(cache, folder):
    """sqlite3's, likewise."""
    source = os.path.join(folder, 'source')
    shutil.copytree(debian_source(cache, 'sqlite3'), source, symlinks=True)
    must(['./configure', '--disable-tcl'], source)
    must(['make', 'sqlite3.c', 'shell.c'], source)
    return ([os.path.join(source, name) for name in ('sqlite3.c', 'shell.c')],
            [], ['-lm', '-ldl', '-pthread'])


PROGRAMS = {'zlib': zlib, 'lua': lua, 'sqlite3': sqlite3}


def link_test(chosen, program, folder):
    """What is linked from PROGRAM's objects of -flto is the same."""
    def test():
        os.makedirs(folder, exist_ok=True)
        files, options, libraries = PROGRAMS[program](chosen.cache, folder)
        out = os.path.join(folder, 'out')
        linked = []
        for plugin in ([], ['-fplugin=' + chosen.plugin,
                            '-fplugin-arg-escape-m=0',
                            '-fplugin-arg-escape-json']):
            os.makedirs(out, exist_ok=True)
            front.empty(out)
            objects = []
            for source in sorted(files):
                objects.append(os.path.basename(source)[:-2] + '.o')
                must([chosen.cc, '-w', '-O2', '-flto',
                      '-frandom-seed=' + objects[-1]] + options + plugin
                     + ['-c', source, '-o', objects[-1]], out)
            if plugin and len(glob.glob(out + '/*.json')) != len(files):
                raise Wrong('the plugin was not at work')
            must([chosen.cc, '-O2', '-flto=%d' % chosen.jobs,
                  '-frandom-seed=1'] + objects + ['-o', 'program'] + libraries,
                 out)
            with open(os.path.join(out, 'program'), 'rb') as data:
                linked.append(data.read())
        if linked[0] != linked[1]:
            raise Wrong('what is linked differs')
        return dict(files=len(files))
    return test


def make_test(chosen, program, folder):
    """With one compiler at a time and with eight, make says the same of
    PROGRAM, in the notes, the JSON files and the dumps."""
    def test():
        os.makedirs(folder, exist_ok=True)
        files, options, _ = PROGRAMS[program](chosen.cache, folder)
        files = sorted(files)
        with open(os.path.join(folder, 'Makefile'), 'w') as out:
            objects = [os.path.basename(name)[:-2] + '.o' for name in files]
            out.write('all: %s\n' % ' '.join(objects))
            for name, output in zip(files, objects):
                out.write('%s: %s\n\t%s -w -O2 -fplugin=%s '
                          '-fdiagnostics-plain-output '
                          '-fplugin-arg-escape-json -fplugin-arg-escape-dump '
                          '%s -c $< -o out/$@\n' % (
                              output, name, chosen.cc, chosen.plugin,
                              ' '.join(options)))
        said = []
        for jobs in ('-j1', '-j8'):
            out = os.path.join(folder, 'out')
            os.makedirs(out, exist_ok=True)
            front.empty(out)
            made = must(['env', '-u', 'MAKEFLAGS', '-u', 'MAKELEVEL', 'make',
                         jobs], folder)
            written = front.files(out)
            if sum(name.endswith('.json') for name in written) != len(files):
                raise Wrong('%s: not all JSON files are there' % jobs)
            # Many compilers write their lines in any order.
            notes = sorted(line for line in made.err.splitlines()
                           if re.search(rb':\d+:\d+: note: ', line))
            said.append((notes, written))
        if said[0] != said[1]:
            raise Wrong('make -j8 and make -j1 say different things')
        return dict(files=len(files), notes=len(said[0][0]))
    return test


# So often is each file compiled to see that the same is said of it.
RUNS = 20


def runs_test(chosen, program, folder):
    """Whenever it is compiled, the same is said of PROGRAM, in the notes, the
    JSON files and the dumps, though each process has other addresses."""
    def test():
        os.makedirs(folder, exist_ok=True)
        files, options, _ = PROGRAMS[program](chosen.cache, folder)
        out = os.path.join(folder, 'out')
        os.makedirs(out, exist_ok=True)
        notes = 0
        for source in files:
            first = None
            for number in range(chosen.sample or RUNS):
                front.empty(out)
                made = must([chosen.cc, '-w', '-fplugin=' + chosen.plugin,
                             '-fdiagnostics-plain-output',
                             '-fplugin-arg-escape-m=2',
                             '-fplugin-arg-escape-json',
                             '-fplugin-arg-escape-dump=details']
                            + options + ['-S', source, '-o', 'out.s'], out)
                said = (made.err, front.files(out))
                if not first:
                    first = said
                    notes += made.err.count(b': note: ')
                elif said != first:
                    raise Wrong('%s: run %d says something else' % (
                        os.path.basename(source), number + 1))
        if not notes:
            raise Wrong('the plugin was not at work')
        return dict(files=len(files), notes=notes)
    return test


def program_tests(chosen, folder):
    """The tests, for Table.run."""
    tests = [outcome('make ' + name, make_test(
        chosen, name, os.path.join(folder, 'make-' + name)))
             for name in ('zlib', 'lua')]
    tests += [outcome('runs of ' + name, runs_test(
        chosen, name, os.path.join(folder, 'runs-' + name)))
              for name in ('zlib', 'sqlite3')]
    return tests + [outcome('link ' + name, link_test(
        chosen, name, os.path.join(folder, 'link-' + name)))
                    for name in PROGRAMS]


SUITES = {'programs': program_tests}
