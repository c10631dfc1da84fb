# Running the compiler proper: cc1, cc1plus and their kin.
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

# `gcc -c' runs two programs: the compiler proper, which reads the source and
# writes assembler text, and the assembler, which reads that text alone and
# writes the object file.  The assembler knows neither the source nor the
# plugin; the driver gives it the same arguments with the plugin and without;
# and it is deterministic.  So where the texts are equal the objects are, and
# the assembler and the driver, which take most of the time of a small
# compile, need not be run.
#
# How the driver would call the compiler proper is asked of the driver itself,
# once for each set of options (-###).  Where it would do anything but these
# two things, there is no Front and the driver has to be run.

import os
import re
import select
import shlex
import shutil
import signal
import subprocess
import threading
import time

from harness import limited, run

# More of a compiler's output than this is not kept.
MOST_SAID = 1 << 26


class Compiled:
    """What a compile did: STATUS (negative: the signal that ended it; None:
    it ran out of time), ERR (bytes), SECONDS of processor time, PEAK of
    memory in bytes."""

    def __init__(self, status, err, seconds, peak):
        self.status = status
        self.err = err
        self.seconds = seconds
        self.peak = peak


class Front:
    """How the driver COMPILER calls the compiler proper for sources whose
    names end in SUFFIX, with OPTIONS.  FOLDER is for temporary files.  Its
    ARGUMENTS are None where that is not all the driver would do."""

    def __init__(self, compiler, options, suffix, folder):
        self.arguments = None
        self.environment = dict(os.environ, LC_ALL='C')
        self._placeholder = os.path.join(folder, 'placeholder' + suffix)
        with open(self._placeholder, 'w'):
            pass
        told = run([compiler, '-###', '-c'] + options + [self._placeholder,
                                                         '-o', 'out.o'],
                   cwd=folder)
        commands = []
        for line in told.err.decode(errors='replace').splitlines():
            if line.startswith('COLLECT_GCC_OPTIONS='):
                # With -flto the compiler writes this into its output.
                if not commands:
                    self.environment['COLLECT_GCC_OPTIONS'] = \
                        line.split('=', 1)[1]
            elif line.startswith(' '):
                commands.append(shlex.split(line))
            elif re.search('(error|warning): ', line):
                # What the driver says, the compiler proper does not.
                return
        if (told.status != 0 or len(commands) != 2
                or os.path.basename(commands[1][0]) != 'as'
                or self._placeholder not in commands[0]
                or '-o' not in commands[0]):
            return
        self.arguments = commands[0]

    def command(self, source, output):
        """The command that compiles SOURCE to OUTPUT."""
        base = os.path.basename
        names = {self._placeholder: source,
                 base(self._placeholder): base(source)}
        command = [names.get(argument, argument)
                   for argument in self.arguments]
        at = len(command) - 1 - command[::-1].index('-o')
        command[at + 1] = output
        return command

    def compile(self, source, output, more, folder, seconds=120,
                memory=None, longest=MOST_SAID, killed=None):
        """Compile SOURCE to OUTPUT in FOLDER, with MORE arguments, in at most
        SECONDS of processor time and MEMORY bytes of address space; no file
        may get longer than LONGEST.  It is killed after KILLED seconds on the
        clock.  Return a Compiled."""
        command = limited(self.command(source, output) + more, longest, memory,
                          int(seconds) + 1)
        process = subprocess.Popen(
            command, cwd=folder, env=self.environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE)
        err = self._read(process, killed or 20 * seconds + 60)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        used = usage.ru_utime + usage.ru_stime
        peak = 1024 * usage.ru_maxrss
        if process.returncode < 0 and (err is None or used >= seconds):
            return Compiled(None, err or b'', used, peak)
        return Compiled(process.returncode, err, used, peak)

    @staticmethod
    def _read(process, seconds):
        """What PROCESS writes to its standard error until it ends; or end it
        and return None if that takes more than SECONDS on the clock."""
        pieces = []
        length = 0
        deadline = time.monotonic() + seconds
        with process.stderr as said:
            waiting = select.poll()
            waiting.register(said, select.POLLIN)
            while True:
                left = deadline - time.monotonic()
                if left <= 0 or not waiting.poll(1000 * left):
                    # Not process.kill (), which may fetch the status of one
                    # that has just ended: it is fetched by whom we return to.
                    os.kill(process.pid, signal.SIGKILL)
                    return None
                piece = os.read(said.fileno(), 1 << 16)
                if not piece:
                    return b''.join(pieces)
                if length < MOST_SAID:
                    pieces.append(piece)
                    length += len(piece)


class Fronts:
    """The Fronts that were asked for.  FOLDER is for temporary files."""

    def __init__(self, folder):
        self._folder = folder
        self._known = {}
        self._lock = threading.Lock()
        os.makedirs(folder, exist_ok=True)

    def front(self, compiler, options, suffix):
        """The Front of these, or None where the driver has to be run."""
        key = (compiler, suffix, *options)
        with self._lock:
            if key not in self._known:
                self._known[key] = Front(compiler, options, suffix,
                                         self._folder)
            front = self._known[key]
        return front if front.arguments else None


def empty(folder):
    """Remove all that is in FOLDER."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            os.unlink(entry.path)


def files(folder):
    """The contents of the files in FOLDER, by name."""
    contents = {}
    for entry in os.scandir(folder):
        if entry.is_file(follow_symlinks=False):
            with open(entry.path, 'rb') as data:
                contents[entry.name] = data.read()
    return contents
