# A client of redis that sends commands of every kind to a server, with a
# replica of it, both on the loopback.
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

import socket
import time


class Error(str):
    """An error that the server answered with."""


class Client:
    """A connection to the server at PORT."""

    def __init__(self, port, patience=30):
        end = time.monotonic() + patience
        while True:
            try:
                self.socket = socket.create_connection(('127.0.0.1', port),
                                                       timeout=120)
                break
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)
        self.file = self.socket.makefile('rb')

    def close(self):
        self.file.close()
        self.socket.close()

    def send(self, *words):
        """Send a command."""
        data = b'*%d\r\n' % len(words)
        for word in words:
            if not isinstance(word, bytes):
                word = str(word).encode()
            data += b'$%d\r\n%s\r\n' % (len(word), word)
        self.socket.sendall(data)

    def receive(self):
        """An answer."""
        line = self.file.readline()
        if not line.endswith(b'\r\n'):
            raise OSError('the server hung up')
        kind, rest = line[:1], line[1:-2]
        if kind in b'+(,#=_':
            return rest.decode()
        if kind == b'-':
            return Error(rest.decode())
        if kind == b':':
            return int(rest)
        n = int(rest)
        if n < 0:
            return None
        if kind == b'$':
            return self.file.read(n + 2)[:-2]
        if kind == b'%':
            n *= 2
        return [self.receive() for _ in range(n)]

    def __call__(self, *words):
        """Send a command and return the answer."""
        self.send(*words)
        return self.receive()


# Commands, one a line, whose answers are looked at only where one is given.
# What cannot be a word of its own here is written as in a shell.
COMMANDS = '''
PING hello = hello
ECHO text = text
SELECT 1
SET k 10 EX 1000 = OK
SETNX k 11 = 0
GET k = 10
GETSET k 12 = 10
INCR k = 13
INCRBY k 5 = 18
DECR k = 17
DECRBY k 7 = 10
INCRBYFLOAT k 1.5 = 11.5
APPEND k xyz
STRLEN k = 7
SETRANGE k 3 ABC
GETRANGE k 0 4
GETEX k PERSIST
GETDEL k
MSET a 1 b 2 c 3
MSETNX a 9 z 9 = 0
MGET a b c none
SETBIT bits 100 1 = 0
GETBIT bits 100 = 1
BITCOUNT bits = 1
BITPOS bits 1 = 100
BITFIELD bits SET u8 0 200 GET u4 2 OVERFLOW SAT INCRBY i5 20 9
BITOP AND dest bits a
LCS a b LEN
SETEX t 100 x
PSETEX t 100000 x
TTL t
PTTL t
EXPIRE a 1000 NX
PEXPIRE a 1000000
EXPIREAT a 33177117420
EXPIRETIME a
PERSIST a = 1
TYPE a = string
OBJECT ENCODING a = int
OBJECT FREQ a
OBJECT HELP
RENAME a a2
RENAMENX a2 b = 0
COPY a2 a3 = 1
MOVE a3 2 = 1
TOUCH a2 b none = 2
EXISTS a2 b none = 2
UNLINK a2 none = 1
DUMP b
KEYS *
SCAN 0 MATCH b* COUNT 100 TYPE string
RANDOMKEY
DBSIZE
RPUSH l a b c d e f = 6
LPUSH l z y = 8
LPUSHX none 1 = 0
LINSERT l BEFORE c bb
LSET l 1 ZZ
LRANGE l 0 -1
LINDEX l 2
LPOS l c
LREM l 1 b
LTRIM l 0 5
LMOVE l l2 LEFT RIGHT
RPOPLPUSH l l2
LMPOP 2 none l LEFT COUNT 2
LPOP l
RPOP l 2
LLEN l
BLPOP l2 1
BRPOP l2 1
BLMOVE none l LEFT LEFT 0.01
SORT l2
SADD s 1 2 3 4 five six = 6
SADD s2 3 4 5 = 3
SREM s six = 1
SISMEMBER s five = 1
SMISMEMBER s 1 9
SMEMBERS s
SCARD s = 5
SINTER s s2
SINTERCARD 2 s s2 LIMIT 1 = 1
SUNION s s2
SDIFF s s2
SINTERSTORE d s s2
SUNIONSTORE d s s2
SDIFFSTORE d s s2
SMOVE s s2 1
SRANDMEMBER s 2
SPOP s2 1
SSCAN s 0
SORT s BY nosort GET # LIMIT 0 3 ALPHA STORE sorted
HSET h f1 v1 f2 2 f3 v3 = 3
HSETNX h f1 x = 0
HGET h f1 = v1
HMGET h f1 none
HMSET h f4 v4
HINCRBY h f2 3 = 5
HINCRBYFLOAT h f2 0.5
HDEL h f3 = 1
HLEN h = 3
HKEYS h
HVALS h
HGETALL h
HEXISTS h f1 = 1
HSTRLEN h f1 = 2
HRANDFIELD h 2 WITHVALUES
HSCAN h 0
ZADD z 1 a 2 b 3 c 4 d 5 e = 5
ZADD z GT CH 10 a = 1
ZINCRBY z 2 b
ZSCORE z b = 4
ZMSCORE z a none
ZRANK z c
ZREVRANK z c
ZCARD z = 5
ZCOUNT z 2 (5
ZLEXCOUNT z - +
ZRANGE z 0 -1 WITHSCORES
ZRANGE z (1 5 BYSCORE LIMIT 0 2
ZRANGE z [a [d BYLEX REV
ZRANGESTORE z3 z 0 2
ZREVRANGE z 0 1
ZRANGEBYSCORE z -inf +inf WITHSCORES LIMIT 1 2
ZREVRANGEBYSCORE z 5 1
ZRANGEBYLEX z - +
ZADD z2 1 a 2 q
ZUNION 2 z z2 WEIGHTS 1 2 AGGREGATE MAX WITHSCORES
ZINTER 2 z z2
ZDIFF 2 z z2
ZUNIONSTORE zz 2 z z2
ZINTERSTORE zz 2 z z2
ZDIFFSTORE zz 2 z z2
ZINTERCARD 2 z z2
ZPOPMIN z 1
ZPOPMAX z 1
ZMPOP 1 z MIN
BZPOPMIN z 1
ZREM z2 q
ZREMRANGEBYRANK zz 0 0
ZREMRANGEBYSCORE z3 0 1
ZREMRANGEBYLEX z3 - +
ZRANDMEMBER z2 2
ZSCAN z2 0
GEOADD geo 13.361389 38.115556 Palermo 15.087269 37.502669 Catania = 2
GEODIST geo Palermo Catania km
GEOPOS geo Palermo
GEOHASH geo Palermo Catania
GEOSEARCH geo FROMLONLAT 15 37 BYRADIUS 200 km ASC WITHCOORD WITHDIST
GEOSEARCHSTORE near geo FROMMEMBER Palermo BYBOX 400 400 km
GEORADIUS geo 15 37 200 km
PFADD hll a b c d e f g
PFADD hll2 a x
PFCOUNT hll hll2 = 8
PFMERGE hll3 hll hll2
PFDEBUG GETREG hll
XADD x 1-1 f v = 1-1
XADD x MAXLEN ~ 10 2-1 f v2 g w
XADD x * f v3
XLEN x = 3
XRANGE x - + COUNT 2
XREVRANGE x + -
XREAD COUNT 2 STREAMS x 0
XREAD BLOCK 5 STREAMS x $
XGROUP CREATE x g 0 = OK
XGROUP CREATECONSUMER x g c0
XREADGROUP GROUP g c1 COUNT 2 STREAMS x >
XPENDING x g - + 10
XCLAIM x g c2 0 1-1
XAUTOCLAIM x g c3 0 0
XACK x g 1-1 = 1
XINFO STREAM x FULL
XINFO GROUPS x
XINFO CONSUMERS x g
XDEL x 2-1
XTRIM x MAXLEN 1
XSETID x 9999999999999-1
XGROUP DELCONSUMER x g c1
XGROUP DESTROY x g
EVAL 'return redis.call("incr", KEYS[1])' 1 counter = 1
EVAL 'local t = {} for i = 1, 100 do t[i] = i * 2 end return t' 0
EVAL 'return {1, "two", {3, false}, redis.status_reply("OK")}' 0
EVAL 'return cjson.encode({a = {1, 2, {b = "c"}}})' 0
EVAL 'return cjson.decode("[1,{\\"x\\":[true,null]}]")[2].x[1]' 0 = 1
EVAL 'return cmsgpack.unpack(cmsgpack.pack({1, "a", {2}}))[2]' 0 = a
EVAL 'return bit.bxor(12, 10)' 0 = 6
EVAL 'return struct.unpack("i", struct.pack("i", 77))' 0 = 77
EVAL 'return redis.sha1hex("x")' 0
EVAL 'return string.format("%5.2f|%s|%q", 3.14159, "s", "q")' 0
EVAL 'return redis.pcall("nonsense")' 0
EVAL 'error("thrown")' 0
EVAL 'return string.gsub("hello world", "o", {o = "0"})' 0
EVAL_RO 'return redis.call("get", KEYS[1])' 1 b
SCRIPT LOAD 'return 5'
SCRIPT EXISTS 0123456789012345678901234567890123456789
SCRIPT FLUSH
FUNCTION LOAD '#!lua name=lib\\nredis.register_function("f", function(k, a) return a[1] end)' = lib
FCALL f 0 given = given
FUNCTION LIST WITHCODE
FUNCTION STATS
FUNCTION DUMP
FUNCTION FLUSH
MULTI = OK
SET m 1 = QUEUED
INCR m = QUEUED
LPUSH m x = QUEUED
EXEC
MULTI
DISCARD = OK
WATCH m
UNWATCH
CONFIG GET *
CONFIG SET maxmemory-policy allkeys-lfu
CONFIG SET hash-max-listpack-entries 2
CONFIG SET notify-keyspace-events KEA
CONFIG RESETSTAT
CLIENT LIST
CLIENT SETNAME me
CLIENT GETNAME = me
CLIENT INFO
CLIENT TRACKING on
CLIENT TRACKINGINFO
CLIENT NO-EVICT on
CLIENT KILL ID 999999
COMMAND COUNT
COMMAND DOCS set
COMMAND INFO get
COMMAND GETKEYS MSET a b c d
COMMAND LIST FILTERBY PATTERN x*
ACL SETUSER eve on >secret ~k* +get -@dangerous
ACL LIST
ACL WHOAMI = default
ACL CAT string
ACL GENPASS 32
ACL DRYRUN eve get k1
ACL GETUSER eve
ACL LOG
ACL DELUSER eve
MEMORY USAGE h
MEMORY STATS
MEMORY DOCTOR
SLOWLOG GET 10
SLOWLOG RESET
LATENCY LATEST
LATENCY DOCTOR
LATENCY HISTOGRAM
INFO everything
TIME
ROLE
LASTSAVE
LOLWUT VERSION 5
DEBUG SLEEP 0
DEBUG OBJECT h
DEBUG RELOAD
DEBUG LISTPACK h
DEBUG HTSTATS 1
DEBUG STRINGMATCH-LEN 100 a*b
OBJECT ENCODING h
PUBLISH nobody x = 0
PUBSUB CHANNELS
PUBSUB NUMSUB a
PUBSUB SHARDCHANNELS
WAIT 0 1
HELLO 3
HGETALL h
SMEMBERS s
HELLO 2
NONSENSE
GET
INCR l2
SWAPDB 1 2
SELECT 2
BGREWRITEAOF
SAVE
'''


def words_of(text):
    """The words of a line of COMMANDS."""
    words = []
    for i, part in enumerate(text.split("'")):
        if i % 2:
            words.append(part.replace('\\n', '\n'))
        else:
            words += part.split()
    return words


def send_commands(client):
    """Send COMMANDS; return what is wrong, or None."""
    for line in COMMANDS.strip().split('\n'):
        text, _, expected = line.partition(' = ')
        if line.count("'") == 2 and "'" in expected:
            # An equal sign inside the quotes.
            head, quoted, tail = line.split("'")
            tail, _, expected = tail.partition(' = ')
            text = head + "'" + quoted + "'" + tail
        answer = client(*words_of(text))
        if isinstance(answer, bytes):
            answer = answer.decode(errors='replace')
        if expected and str(answer) != expected:
            return '%s: %r' % (text, answer)
    return None


def fill(client):
    """Make values of each encoding, large enough to change it."""
    for i in range(600):
        client.send('SADD', 'numbers', i)
        client.send('SADD', 'words', 'word%d' % i)
        client.send('ZADD', 'scores', i % 37, 'member%d' % i)
        client.send('HSET', 'table', 'field%d' % i, 'x' * (i % 90))
        client.send('RPUSH', 'row', 'y' * (i % 300))
        client.send('SET', 'key:%d' % i, 'z' * i, 'PX', 1 + i * 10)
        client.send('XADD', 'stream', '*', 'n', i)
    for _ in range(7 * 600):
        client.receive()
    client('SORT', 'numbers', 'DESC', 'LIMIT', 0, 10)
    client('SORT', 'words', 'ALPHA', 'BY', 'nothing_*', 'GET', 'key:*')
    for name in ('numbers', 'words', 'scores', 'table', 'row', 'stream'):
        dumped = client('DUMP', name)
        client('RESTORE', name + ':again', 0, dumped, 'REPLACE')
        client('DEBUG', 'DIGEST-VALUE', name)
    for name in ('SSCAN words', 'ZSCAN scores', 'HSCAN table', 'SCAN'):
        cursor = 0
        while True:
            cursor, _ = client(*name.split(), cursor, 'COUNT', 50)
            if int(cursor) == 0:
                break


def publish(port):
    """Subscribe to channels and publish to them."""
    listener, speaker = Client(port), Client(port)
    listener.send('SUBSCRIBE', 'news')
    listener.receive()
    listener.send('PSUBSCRIBE', 'n*')
    listener.receive()
    if speaker('PUBLISH', 'news', 'hello') != 2:
        return 'nobody listens'
    if listener.receive()[-1] != b'hello' or listener.receive()[-1] != b'hello':
        return 'the news do not arrive'
    listener.send('UNSUBSCRIBE')
    listener.receive()
    blocked = Client(port)
    blocked.send('BLPOP', 'later', '20')
    time.sleep(0.2)
    speaker('LPUSH', 'later', 'at last')
    if blocked.receive()[1] != b'at last':
        return 'a blocked client is not woken'
    for client in (listener, speaker, blocked):
        client.close()
    return None


def replicate(client, replica, port):
    """Make REPLICA one of the server of CLIENT, at PORT."""
    replica('REPLICAOF', '127.0.0.1', port)
    for _ in range(300):
        role = replica('ROLE')
        if role[0] == b'slave' and role[3] == b'connected':
            break
        time.sleep(0.1)
    else:
        return 'the replica does not connect'
    client('SELECT', 0)
    client('SET', 'copied', 'there')
    client('WAIT', 1, 20000)
    replica('SELECT', 0)
    if replica('GET', 'copied') != b'there':
        return 'the replica has no copy'
    replica('REPLICAOF', 'NO', 'ONE')
    return None


def exercise(first, second):
    """Work with the servers at the ports FIRST and SECOND and shut them down.
    Return what is wrong, or None."""
    try:
        client, replica = Client(first), Client(second)
        problem = send_commands(client)
        if not problem:
            fill(client)
            problem = publish(first) or replicate(client, replica, first)
        for command in (['BGSAVE', 'SCHEDULE'], ['BGREWRITEAOF'],
                        ['FLUSHDB', 'ASYNC'], ['FLUSHALL']):
            client(*command)
            time.sleep(0.5)
        for server in (replica, client):
            try:
                server('SHUTDOWN', 'NOSAVE', 'FORCE')
            except OSError:
                pass
        return problem
    except OSError as error:
        return str(error)
