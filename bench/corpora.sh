# What the scripts here share: where the corpora are, and which.  To be
# sourced by sh.  From the environment:
#
#   CC        the compiler
#   PLUGIN    escape.so
#   FETCH     tools/fetch-corpus
#   SCRATCH   a folder of our own
#   CORPORA   where the corpora are kept (default: see tools/fetch-corpus)
#   NAMES     which of them to take (default: all)
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

NAMES=${NAMES:-sqlite3 redis zlib}
CORPORA=${CORPORA:-${XDG_CACHE_HOME:-$HOME/.cache}/escape-corpora}

if test ! -f "$PLUGIN"; then
  echo "error: $PLUGIN has not been built" >&2
  exit 1
fi

# shellcheck disable=SC2086
"$FETCH" $NAMES "$CORPORA" || exit 1

rm -rf "$SCRATCH"
mkdir -p "$SCRATCH" || exit 1

# The same words in every locale.
LC_ALL=C
export LC_ALL
