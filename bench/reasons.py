# Why the plugin says that something escapes: the ways out in its JSON, named
# so that they can be counted.
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

import collections
import os
import re

# What is called at a place, as the source spells it: `f', `p->f', `t[i].f'.
CALLED = re.compile(r'[*(]*([A-Za-z_][\w.]*(?:(?:->|\.)\w+|\[[^][]*\])*)\s*\(')


class Sources:
    """The lines of the source files of one folder."""

    def __init__(self, folder):
        self.folder = folder
        self.lines = {}

    def text(self, file, line, column):
        """The text of LINE of FILE from COLUMN on, or nothing."""
        if file not in self.lines:
            try:
                with open(os.path.join(self.folder, file), 'rb') as data:
                    self.lines[file] = data.read().split(b'\n')
            except OSError:
                self.lines[file] = []
        lines = self.lines[file]
        if not 1 <= line <= len(lines):
            return ''
        rest = lines[line - 1][max(column - 1, 0):]
        return rest.decode('utf-8', 'replace')

    def called(self, file, line, column):
        """The expression that is called there, or None."""
        found = CALLED.match(self.text(file, line, column))
        return found and found.group(1)


def described(flow):
    """The words for a way out.  Equal reasons have equal words: names that only
    one function knows are left out."""
    to, name = flow['to'], flow['name']
    if to == 'result':
        return 'returned'
    if to == 'parameter':
        return 'stored in memory of a parameter\'s'
    if to == 'heap':
        return 'stored in memory that escapes'
    if to == 'global':
        return 'stored in \'%s\'' % name if name else 'stored in a global'
    if to == 'call' and name and not name.isidentifier():
        member = re.search(r'(?:->|\.)\w+$', name)
        return 'passed to what is called through \'%s\'' % (
            member.group() if member else name)
    if to == 'call':
        return 'passed to ' + ('\'%s\'' % name if name
                               else 'an unknown function')
    return to + (' \'%s\'' % name if name else '')


class Reasons:
    """The ways out in one unit."""

    def __init__(self, findings, sources):
        self.sources = sources
        self.parameters = collections.defaultdict(list)
        self.functions = set()
        for finding in findings:
            self.functions.add(finding['function'])
            if finding['entity'] == 'parameter':
                self.parameters[finding['function']] += [
                    (flow, finding['file']) for flow in finding['flows']]

    def traced(self, file, flow):
        """Follow FLOW from a statement of FILE through the calls of functions
        of the unit to the one that lets it out.  Return the words for it, and
        that function's name, or None if it is the flow's own.  A guess: the
        JSON does not say which of the callee's parameters it was."""
        function = None
        seen = set()
        while True:
            called = self.sources.called(file, flow['line'], flow['column'])
            # GCC's builtins and macros are called by other names.
            if called not in self.functions or called in seen:
                return described(flow), function
            ways = [(way, place) for way, place in self.parameters[called]
                    if way['to'] == flow['to'] and way['name'] == flow['name']]
            if not ways:
                return described(flow), function
            seen.add(called)
            function = called
            flow, file = min(ways, key=lambda pair: (
                pair[0]['level'], pair[0]['line'], pair[0]['column']))
