# Real programs, built watched from Debian's sources and set to work.  Each
# test builds one and runs it; what it must print is checked as far as it shows
# that the program does its work.
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
import random
import shutil
import socket
import subprocess
import time

import redis_client
from harness import HERE, Outcome, SetupError, run
from sources import debian_source, lua_tests
from watched import Checks, describe

# How long a program may look for addresses before it looks only at the first
# leavings of each function.
SECONDS = 60


class Failed(Exception):
    """A program does not do what it must."""


def build(watch, command, folder, timeout=1800):
    """Run COMMAND, which builds a program watched, in FOLDER."""
    result = run(command, timeout=timeout, cwd=folder,
                 env=watch.environment(TMPDIR=watch.folder))
    if not result.ok:
        raise Failed('cannot be built: ' + describe(result))
    return result


def work(command, checks, folder, stdin=None, timeout=1200, expected=None,
         status=0):
    """Run COMMAND, a watched program, in FOLDER.  It must exit with STATUS.
    EXPECTED is its output, or None if anything will do."""
    result = run(command, timeout=timeout, cwd=folder, stdin=stdin,
                 env=checks.environment)
    if not checks.broken() and result.status != status:
        raise Failed('%s: %s' % (os.path.basename(command[0]),
                                 describe(result)))
    if expected is not None and result.out != expected:
        raise Failed('%s: wrong output: %s'
                     % (os.path.basename(command[0]), describe(result)))
    return result


def program_test(name, body, watch, cache, folder, jobs):
    """The Outcome of BODY, which builds and runs the program NAME."""
    os.makedirs(folder, exist_ok=True)
    checks = Checks(os.path.join(folder, 'checks'), seconds=SECONDS)
    why = ''
    try:
        body(watch, cache, folder, checks, jobs)
    except Failed as problem:
        why = str(problem)
    broken = checks.broken()
    if broken:
        why = '\n  '.join([why] + sorted(set(broken)))
    figures = dict(checks.figures(), programs=1)
    return Outcome(name, 'fail' if why else 'pass', why, figures)


def copy_of(source, folder):
    """A copy of the folder SOURCE in FOLDER."""
    wanted = os.path.join(folder, 'source')
    shutil.rmtree(wanted, ignore_errors=True)
    shutil.copytree(source, wanted, symlinks=True)
    return wanted


def sqlite3(watch, cache, folder, checks, jobs):
    """sqlite3's shell over a script of every kind of statement, in memory and
    in a file."""
    source = copy_of(debian_source(cache, 'sqlite3'), folder)
    for command in (['./configure', '--disable-tcl'],
                    ['make', 'sqlite3.c', 'shell.c']):
        result = run(command, timeout=600, cwd=source)
        if not result.ok:
            raise SetupError('sqlite3: %s: %s' % (command[0],
                                                  describe(result)))
    program = os.path.join(folder, 'sqlite3')
    build(watch, [watch.wrapper, '-DSQLITE_THREADSAFE=1',
                  '-DSQLITE_ENABLE_FTS5', '-DSQLITE_ENABLE_RTREE',
                  '-DSQLITE_ENABLE_MATH_FUNCTIONS',
                  '-DSQLITE_ENABLE_DBSTAT_VTAB',
                  '-DSQLITE_ENABLE_UPDATE_DELETE_LIMIT_OFF',
                  'sqlite3.c', 'shell.c', '-o', program, '-lm', '-ldl'],
          source)
    script = os.path.join(HERE, 'statements.sql')
    plain = os.path.join(folder, 'plain')
    result = run([watch.cc, '-w', '-O0', '-DSQLITE_THREADSAFE=1',
                  '-DSQLITE_ENABLE_FTS5', '-DSQLITE_ENABLE_RTREE',
                  '-DSQLITE_ENABLE_MATH_FUNCTIONS',
                  '-DSQLITE_ENABLE_DBSTAT_VTAB', 'sqlite3.c', 'shell.c',
                  '-o', plain, '-lm', '-ldl', '-pthread'],
                 timeout=600, cwd=source)
    if not result.ok:
        raise SetupError('sqlite3: ' + describe(result))
    for database in (':memory:', 'database'):
        expected = run([plain, '-batch', database], cwd=folder, stdin=script)
        for name in os.listdir(folder):
            if name.startswith('database'):
                os.remove(os.path.join(folder, name))
        work([program, '-batch', database], checks, folder, stdin=script,
             expected=expected.out, status=expected.status)


def zlib(watch, cache, folder, checks, jobs):
    """zlib's own tests."""
    source = copy_of(debian_source(cache, 'zlib'), folder)
    build(watch, ['env', 'CC=' + watch.wrapper, './configure', '--static'],
          source)
    build(watch, ['make', '-j%d' % jobs, 'example', 'minigzip', 'infcover'],
          source)
    work(['./example'], checks, source)
    work(['./infcover'], checks, source)
    text = os.path.join(source, 'deflate.c')
    with open(text, 'rb') as data:
        expected = data.read()
    for level in ('-1', '-6', '-9', '-h', '-r'):
        packed = os.path.join(folder, 'packed')
        with open(packed, 'wb') as out:
            out.write(work(['./minigzip', level], checks, source,
                           stdin=text).out)
        work(['./minigzip', '-d'], checks, source, stdin=packed,
             expected=expected)


def lua(watch, cache, folder, checks, jobs):
    """Lua over its own test suite."""
    source = copy_of(debian_source(cache, 'lua5.4'), folder)
    version = '5.4.4'
    files = sorted(name for name in os.listdir(os.path.join(source, 'src'))
                   if name.endswith('.c') and name != 'luac.c')
    # Debian's rules make this one.
    with open(os.path.join(source, 'src', 'lua5.4-deb-multiarch.h'),
              'w') as out:
        out.write('#define DEB_HOST_MULTIARCH ""\n')
    program = os.path.join(folder, 'lua')
    build(watch, [watch.wrapper, '-std=gnu99', '-DLUA_USE_LINUX',
                  '-DLUA_COMPAT_5_3'] + files
          + ['-o', program, '-Wl,-E', '-lm', '-ldl'],
          os.path.join(source, 'src'))
    tests = os.path.join(folder, 'tests')
    shutil.rmtree(tests, ignore_errors=True)
    shutil.copytree(lua_tests(cache, version), tests)
    # As a user, that is without the tests of what takes much memory, and
    # without Lua's own library for tests.
    result = work([program, '-e', '_U=true', 'all.lua'], checks, tests,
                  timeout=3600)
    if b'final OK' not in result.out:
        raise Failed('the test suite says: ' + describe(result))


def free_port():
    """A port of the loopback that nobody listens on."""
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def redis(watch, cache, folder, checks, jobs):
    """redis-server under a client that sends every kind of command, with a
    replica."""
    source = copy_of(debian_source(cache, 'redis'), folder)
    build(watch, ['make', '-C', 'src', '-j%d' % jobs, 'MALLOC=libc',
                  'BUILD_TLS=no', 'USE_SYSTEMD=no', 'OPTIMIZATION=-O0',
                  'CC=' + watch.wrapper, 'redis-server'], source)
    server = os.path.join(source, 'src', 'redis-server')
    processes = []
    try:
        ports = []
        for name in ('first', 'second'):
            own = os.path.join(folder, name)
            os.makedirs(own, exist_ok=True)
            ports.append(free_port())
            with open(os.path.join(own, 'log'), 'wb') as log:
                processes.append(subprocess.Popen(
                    [server, '--port', str(ports[-1]), '--bind', '127.0.0.1',
                     '--dir', own, '--appendonly', 'yes', '--save', '',
                     '--repl-diskless-sync-delay', '0',
                     '--enable-debug-command', 'yes'],
                    env=dict(os.environ, **checks.environment),
                    stdin=subprocess.DEVNULL, stdout=log, stderr=log))
        problem = redis_client.exercise(ports[0], ports[1])
        if problem:
            raise Failed('the client says: ' + problem)
        for process in processes:
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                raise Failed('redis-server does not stop')
        if not checks.broken() and any(p.returncode for p in processes):
            raise Failed('redis-server exits with status %s'
                         % [p.returncode for p in processes])
    finally:
        for process in processes:
            if process.poll() is None:
                process.kill()
                process.wait()


def program_suite(name):
    """The suite of one program, for check-promise."""
    body = globals()[name]

    def tests(chosen, watch, folder):
        return [lambda: program_test(name, body, watch, chosen.cache, folder,
                                     chosen.jobs)]
    return tests
