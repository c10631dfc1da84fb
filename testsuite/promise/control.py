# The checker's own tests: programs in the folder control, each with what is
# said of it, right or wrong.  A comment at the end of a line says what is
# said of an entity that is declared, or made, there:
#
#   BROKEN: ENTITY NAME   that it does not escape, but it does: it must be
#                         reported
#   STAYS: ENTITY NAME    that it does not escape, and it does not: it must
#                         not be reported
#   LEAVES: ENTITY NAME   that it escapes: it must not be reported
#
# ENTITY is one of those of escape's JSON.  The entity's column is where NAME
# first is in the line.
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

import json
import os
import re

from harness import HERE, Outcome, run
from watched import Checks, describe

MARKER = re.compile(r'/\* (BROKEN|STAYS|LEAVES): (\S+) (.*?) \*/')


def read_markers(source):
    """What is said of the entities of SOURCE, as escape would say it, and the
    places (line, column) of those that must be reported."""
    findings = []
    broken = set()
    with open(source) as lines:
        for number, line in enumerate(lines, 1):
            for kind, entity, name in MARKER.findall(line):
                column = re.search(r'(?<!\w)%s(?!\w)' % re.escape(name)
                                   if name[0].isalpha() else re.escape(name),
                                   line).start() + 1
                verdict = 'escapes' if kind == 'LEAVES' else 'does-not-escape'
                findings.append(dict(file=os.path.basename(source),
                                     line=number, column=column,
                                     function='', entity=entity, name=name,
                                     verdict=verdict, flows=[]))
                if kind == 'BROKEN':
                    broken.add((number, column))
    return findings, broken


def test_control(watch, source, folder):
    """Compile SOURCE with what its markers say and check that what must be
    reported is, and nothing else."""
    name = os.path.basename(source)
    os.makedirs(folder, exist_ok=True)
    findings, broken = read_markers(source)
    said = os.path.join(folder, 'said.json')
    with open(said, 'w') as out:
        for finding in findings:
            out.write(json.dumps(finding) + '\n')
    program = os.path.join(folder, 'program')
    compiled = watch.compile(['-std=gnu11', name, '-o', program],
                             cwd=os.path.dirname(source), findings=said)
    if not compiled.ok:
        return Outcome(name, 'fail', 'does not compile: '
                       + describe(compiled))
    checks = Checks(os.path.join(folder, 'checks'))
    ran = run([program], cwd=folder, env=checks.environment)
    reported = set()
    for line in checks.broken():
        place = re.match(r'[^:]*:(\d+):(\d+): broken promise: ', line)
        if not place:
            return Outcome(name, 'fail', 'an odd report: ' + line)
        reported.add((int(place.group(1)), int(place.group(2))))
    problems = ['%s:%d:%d: not reported' % ((name,) + place)
                for place in sorted(broken - reported)]
    problems += [line for line in checks.broken()
                 if tuple(map(int, line.split(':')[1:3])) not in broken]
    if ran.status != (86 if broken else 0):
        problems.append(describe(ran))
    if problems:
        return Outcome(name, 'fail', '\n  '.join([''] + problems))
    return Outcome(name, 'pass', figures=dict(checks.figures(), programs=1,
                                              broken=0))


def control_tests(watch, folder):
    """The tests, for Table.run."""
    sources = sorted(os.listdir(os.path.join(HERE, 'control')))
    return [lambda name=name:
            test_control(watch, os.path.join(HERE, 'control', name),
                         os.path.join(folder, name))
            for name in sources if name.endswith('.c')]
