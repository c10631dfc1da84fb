# Debian's sources of the programs that check-promise builds.
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
import shutil
import subprocess
import tempfile
import threading
import urllib.request

from harness import SetupError, run

LOCK = threading.Lock()

APT_CONFIG = '''Dir::Etc::SourceList "%(dir)s/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::State::Lists "%(dir)s/lists";
Dir::Cache "%(dir)s/cache";
APT::Get::List-Cleanup "false";
APT::Sandbox::User "";
'''


def prepare_apt(cache):
    """Make a configuration of apt in CACHE that knows the distribution's
    source packages, and leaves the system's alone.  Return its file."""
    folder = os.path.join(cache, 'promise-apt')
    config = os.path.join(folder, 'apt.conf')
    if os.path.exists(config):
        return config
    for command, package in (('apt-get', 'apt'),
                             ('dpkg-source', 'dpkg-dev')):
        if not shutil.which(command):
            raise SetupError('%s is missing (Debian: apt-get install %s)'
                             % (command, package))
    for inside in ('lists/partial', 'cache/archives/partial'):
        os.makedirs(os.path.join(folder, inside), exist_ok=True)
    targets = run(['apt-get', 'indextargets', '--format',
                   '$(ORIGIN)|deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)',
                   'Created-By: Packages'])
    lines = [line.split('|', 1)[1] for line in
             targets.out.decode().splitlines() if line.startswith('Debian|')]
    if not lines:
        raise SetupError('apt knows no repository of Debian\'s (apt-get '
                         'update?)')
    with open(os.path.join(folder, 'sources.list'), 'w') as out:
        out.write('\n'.join(sorted(set(lines))) + '\n')
    unfinished = config + '.new'
    with open(unfinished, 'w') as out:
        out.write(APT_CONFIG % dict(dir=folder))
    result = run(['apt-get', '-q', 'update'], timeout=600,
                 env=dict(APT_CONFIG=unfinished))
    if not result.ok:
        raise SetupError('apt-get update failed: %s' % result.err.decode())
    os.rename(unfinished, config)
    return config


def debian_source(cache, package):
    """The folder with the unpacked source of Debian's PACKAGE, fetched into
    CACHE if it is not there."""
    wanted = os.path.join(cache, 'debian-' + package)
    with LOCK:
        if os.path.isdir(wanted):
            return wanted
        os.makedirs(cache, exist_ok=True)
        config = prepare_apt(cache)
        scratch = tempfile.mkdtemp(dir=cache)
        try:
            with open(os.path.join(os.path.dirname(config),
                                   'sources.list')) as lines:
                releases = ['/' + line.split()[2] for line in lines]
            # Where the newest version cannot be had, an older release's will
            # do.
            for release in [''] + releases:
                result = run(['apt-get', '-q', 'source', package + release],
                             timeout=600, cwd=scratch,
                             env=dict(APT_CONFIG=config))
                folders = [name for name in os.listdir(scratch)
                           if os.path.isdir(os.path.join(scratch, name))]
                if result.ok and len(folders) == 1:
                    break
            else:
                raise SetupError('apt-get source %s failed: %s'
                                 % (package, result.err.decode()))
            os.rename(os.path.join(scratch, folders[0]), wanted)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return wanted


def lua_tests(cache, version):
    """The folder with the test suite of Lua VERSION, which Debian does not
    have, fetched into CACHE if it is not there."""
    name = 'lua-%s-tests' % version
    wanted = os.path.join(cache, name)
    with LOCK:
        if os.path.isdir(wanted):
            return wanted
        os.makedirs(cache, exist_ok=True)
        scratch = tempfile.mkdtemp(dir=cache)
        address = 'https://www.lua.org/tests/%s.tar.gz' % name
        archive = os.path.join(scratch, 'archive')
        try:
            with urllib.request.urlopen(address, timeout=60) as data, \
                 open(archive, 'wb') as out:
                shutil.copyfileobj(data, out)
            subprocess.run(['tar', 'xf', archive, '-C', scratch], check=True)
            os.rename(os.path.join(scratch, name), wanted)
        except (OSError, subprocess.CalledProcessError) as problem:
            raise SetupError('%s cannot be had (%s); unpack it as %s'
                             % (address, problem, wanted))
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return wanted
