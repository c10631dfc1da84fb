# What the comments of GCC's tests ask DejaGnu for.
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

import re


def directives(source):
    """The options that the test SOURCE asks for with dg-options and its kin,
    without those for some targets only, levels of optimisation, dumps, and
    what names a file."""
    with open(source, errors='replace') as text:
        found = re.findall(r'\{\s*dg-(?:additional-)?options\s+'
                           r'(?:"([^"]*)"|(-\S+))\s*\}', text.read())
    words = ' '.join(quoted or bare for quoted, bare in found).split()
    return [word for word in words
            if word.startswith('-')
            and not word.startswith(('-O', '-fdump', '-fplugin', '-save-temps',
                                     '--save-temps', '-o', '-wrapper'))]
