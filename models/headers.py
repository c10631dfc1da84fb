# The functions that the headers of the C library declare, and callers of them.
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
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

# `/* FILE:LINE:NC */ extern TYPE NAME (PARAMETERS);' as -aux-info writes of a
# declaration.
DECLARATION = re.compile(r'/\* (\S+):\d+:NC \*/ extern ([^;]*);')

# What a declaration's text shows of a pointer; typedefs count by their names.
POINTERS = re.compile(r'\*|\.\.\.|\b(va_list|locale_t|iconv_t|nl_catd|timer_t|'
                      r'DIR|pthread_unwind_buf_t|gzFile|z_streamp|voidpc?|'
                      r'gz_headerp|in_func|out_func|thrd_start_t|tss_dtor_t|'
                      r'res_state|wctrans_t|\w*_fn_t|\w*_func_t|'
                      r'__SOCKADDR_ARG|__CONST_SOCKADDR_ARG|sigval\w*)\b')


class Function:
    """A declared function: its NAME, RESULT and PARAMETERS as C text."""

    def __init__(self, text):
        text = text.replace('__va_list_tag *', 'va_list')
        self.text = text
        # The list of parameters is the last group in parentheses, unless the
        # result is a pointer to a function.
        end = text.rindex(')')
        depth = 0
        for start in range(end, -1, -1):
            depth += (text[start] == ')') - (text[start] == '(')
            if depth == 0:
                break
        head = text[:start].rstrip()
        self.name = re.search(r'(\w+)$', head).group(1)
        self.result = head[:-len(self.name)].strip()
        self.parameters = []
        depth = 0
        current = ''
        for c in text[start + 1:end]:
            depth += (c == '(') - (c == ')')
            if c == ',' and depth == 0:
                self.parameters.append(current.strip())
                current = ''
            else:
                current += c
        self.parameters.append(current.strip())
        if self.parameters == ['void']:
            self.parameters = []

    def has_pointers(self):
        return bool(POINTERS.search(self.text.replace(self.name, '')))

    def caller(self, more):
        """The text of a function that calls it, with MORE for `...'."""
        takes = []
        gives = []
        for i, type_ in enumerate(self.parameters):
            if type_ == '...':
                takes.append('void *more')
                gives += more
            else:
                takes.append(f'__typeof__ ({type_}) a{i}')
                gives.append(f'a{i}')
        return (f'void caller_of_{self.name} ({", ".join(takes) or "void"})\n'
                f'{{ (void) ({self.name}) ({", ".join(gives)}); }}\n')


def run(command):
    done = subprocess.run(command, capture_output=True, text=True,
                          timeout=300, env={**os.environ, 'LC_ALL': 'C'})
    if done.returncode:
        sys.exit(f'error: {command[0]}:\n{done.stderr}')
    return done.stdout, done.stderr


def words(file):
    """The first words of the lines of FILE, with what is behind them."""
    found = {}
    with open(os.path.join(HERE, file), encoding='utf-8') as lines:
        for line in lines:
            if line.strip() and not line.startswith('#'):
                name, _, rest = line.strip().partition(' ')
                found[name] = rest.strip()
    return found


def prelude():
    """The text that includes all headers that there are."""
    return '#include <stdarg.h>\n' + ''.join(
        f'#if __has_include(<{h}>)\n#include <{h}>\n#endif\n'
        for h in words('headers'))


def declared(compile_, folder):
    """The functions with pointers that the headers declare when the command
    COMPILE_ compiles them, by name.  Files go into FOLDER."""
    source = os.path.join(folder, 'headers.c')
    aux = os.path.join(folder, 'headers.aux')
    with open(source, 'w', encoding='utf-8') as out:
        out.write(prelude())
    run([*compile_, '-fsyntax-only', '-aux-info', aux, source])
    functions = {}
    with open(aux, encoding='utf-8') as lines:
        for line in lines:
            found = DECLARATION.match(line)
            if found and found.group(1).startswith('/usr/include/'):
                f = Function(found.group(2))
                if f.has_pointers():
                    functions[f.name] = f
    return functions


def write_callers(functions, more, source):
    """Write a file in which each of FUNCTIONS is called, with MORE for
    `...'."""
    with open(source, 'w', encoding='utf-8') as out:
        out.write(prelude())
        for name in sorted(functions):
            out.write(functions[name].caller(more))
