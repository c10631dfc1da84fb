#!/bin/sh
# Compile all of a corpus, in the order of its list, one file at a time.
#
# Usage: compile-units.sh OUTPUT COMMAND...
#
# For each line `FILE OPTION...' of the file units of this folder, run
# COMMAND... OPTION... -c FILE.  The object goes to OUTPUT/N.o and what the
# compiler says to OUTPUT/N.txt, N counting from 1.  Stop at the first that
# cannot be compiled.  No compiler gets more than MEMORY kilobytes (8 GB), so
# that one gone wild does not take the machine with it.
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

output=$1
shift
mkdir -p "$output" || exit 1
ulimit -v "${MEMORY:-8388608}" || exit 1
n=0
while read -r file options; do
  n=$((n + 1))
  # shellcheck disable=SC2086
  "$@" $options -c "$file" -o "$output/$n.o" 2> "$output/$n.txt" || {
    cat "$output/$n.txt" >&2
    echo "error: cannot compile $file: $* $options" >&2
    exit 1
  }
done < units
