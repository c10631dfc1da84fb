-- Every kind of statement that sqlite3 knows, and most of what can be in one.
-- The output is the same each time.

.bail off
PRAGMA page_size = 1024;
PRAGMA foreign_keys = on;
PRAGMA recursive_triggers = on;
PRAGMA auto_vacuum = incremental;
PRAGMA cache_size = 50;
PRAGMA journal_mode = wal;

CREATE TABLE person (id INTEGER PRIMARY KEY AUTOINCREMENT,
		     name TEXT NOT NULL COLLATE NOCASE,
		     born INT CHECK (born > 1800), score REAL DEFAULT 1.5,
		     extra BLOB, age INT AS (2000 - born) STORED,
		     UNIQUE (name, born) ON CONFLICT REPLACE);
CREATE TABLE pet (name TEXT PRIMARY KEY, owner INT REFERENCES person
		  ON DELETE CASCADE ON UPDATE SET NULL) WITHOUT ROWID;
CREATE TABLE strictly (a INT, b TEXT, c ANY) STRICT;
CREATE TEMP TABLE passing AS SELECT 1 AS one, 'two' AS two;
CREATE INDEX by_born ON person (born DESC, lower (name));
CREATE INDEX partly ON person (score) WHERE score > 2;
CREATE UNIQUE INDEX pets ON pet (owner, name);
CREATE VIEW old AS SELECT name, age FROM person WHERE age > 30;

INSERT INTO person (name, born) VALUES ('Ada', 1915), ('Brian', 1942),
  ('Ken', 1943), ('Dennis', 1941), ('Grace', 1906);
INSERT INTO person (name, born, score, extra)
  VALUES ('Bjarne', 1950, 3.5, x'00ff10'), ('Donald', 1938, 9.75, zeroblob (3));
INSERT OR IGNORE INTO person (name, born) VALUES ('Nobody', 1700);
INSERT OR REPLACE INTO person (name, born) VALUES ('ada', 1915);
INSERT INTO pet VALUES ('cat', 2), ('dog', 3), ('cow', 3);
INSERT INTO pet VALUES ('cat', 4) ON CONFLICT (name)
  DO UPDATE SET owner = excluded.owner WHERE owner < 3;
INSERT INTO strictly VALUES (1, 'x', x'01'), (2, 'y', 'any') RETURNING a, b;
INSERT INTO strictly VALUES ('no', 1, 1);
INSERT INTO pet VALUES ('bird', 99);
INSERT INTO pet DEFAULT VALUES;

CREATE TABLE log (what, old, new);
CREATE TRIGGER person_changes AFTER UPDATE OF score ON person
  WHEN new.score > old.score
  BEGIN
    INSERT INTO log VALUES ('score', old.score, new.score);
    UPDATE person SET born = born WHERE id = new.id;
  END;
CREATE TRIGGER before_delete BEFORE DELETE ON pet
  BEGIN
    SELECT CASE WHEN old.name = 'cow' THEN RAISE (ABORT, 'no cows') END;
    INSERT INTO log SELECT 'pet', old.name, NULL;
  END;
CREATE TRIGGER instead INSTEAD OF INSERT ON old
  BEGIN
    INSERT INTO person (name, born) VALUES (new.name, 2000 - new.age);
  END;
INSERT INTO old VALUES ('Edsger', 70);
UPDATE person SET score = score + length (name) WHERE born < 1943;
UPDATE person SET (score, extra) = (SELECT count (*), 'n' FROM pet
				    WHERE owner = person.id)
  WHERE id IN (SELECT owner FROM pet);
UPDATE person SET extra = p.name FROM pet AS p WHERE p.owner = person.id;
UPDATE OR IGNORE person SET id = 1;
DELETE FROM pet WHERE name = 'cow';
DELETE FROM pet WHERE name = 'dog' RETURNING *;
DELETE FROM person WHERE name LIKE 'G%' OR name GLOB 'Z*';

SELECT * FROM person ORDER BY born, name;
SELECT quote (extra), typeof (score), hex (extra) FROM person ORDER BY id;
SELECT * FROM log;
SELECT * FROM old ORDER BY 1 LIMIT 2 OFFSET 1;
SELECT DISTINCT substr (name, 1, 1) AS letter, count (*) OVER (),
  group_concat (name, '+') FROM person GROUP BY letter HAVING count (*) > 0
  ORDER BY letter COLLATE BINARY DESC;
SELECT a.name, b.name FROM person a LEFT JOIN pet b ON a.id = b.owner
  ORDER BY 1, 2;
SELECT a.name FROM person a RIGHT JOIN pet b ON a.id = b.owner ORDER BY 1;
SELECT a.name FROM person a FULL JOIN pet b ON a.id = b.owner ORDER BY 1;
SELECT name FROM person NATURAL JOIN (SELECT id FROM person LIMIT 3)
  CROSS JOIN (SELECT 1) ORDER BY name;
SELECT name FROM person UNION SELECT name FROM pet
  EXCEPT SELECT 'dog' INTERSECT SELECT name FROM person ORDER BY name;
SELECT name, rank () OVER w, sum (born) OVER (w ROWS BETWEEN 1 PRECEDING
  AND CURRENT ROW EXCLUDE TIES), lag (name, 1, 'none') OVER w,
  ntile (2) OVER w, first_value (name) FILTER (WHERE born > 1900)
  OVER (ORDER BY born GROUPS UNBOUNDED PRECEDING)
  FROM person WINDOW w AS (PARTITION BY born % 2 ORDER BY born) ORDER BY name;
WITH RECURSIVE
  n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30),
  fib (a, b) AS MATERIALIZED (VALUES (0, 1) UNION ALL SELECT b, a + b FROM fib
			      LIMIT 20)
  SELECT max (i), (SELECT max (a) FROM fib), total (i), avg (i) FROM n;
SELECT CASE 2 WHEN 1 THEN 'a' ELSE 'b' END, CAST ('12x' AS INT), 7 / 2, 7 % 4,
  7 & 3 | 8, ~ 1, 1 << 5, 'a' || 'b', NOT 1, 1 IS NOT NULL, 2 BETWEEN 1 AND 3,
  2 IN (1, 2), EXISTS (SELECT 1), (1, 2) < (1, 3), x'41' = 'A',
  iif (1, 'yes', 'no'), coalesce (NULL, 2), nullif (1, 1), 1 ->> '$',
  'x' LIKE 'X' ESCAPE '!';
SELECT abs (-3), round (2.567, 2), upper ('a'), trim ('  x '),
  replace ('aXb', 'X', '-'), instr ('hello', 'l'), printf ('%05d|%-6s|%.3e|%q',
  42, 'ab', 12345.678, 'it''s'), char (65, 66), unicode ('z'),
  likelihood (1, 0.5), min (3, 1, 2), soundex (''), sqrt (16), log (2, 8),
  format ('%,d', 1234567), sign (-4);
SELECT date ('2001-02-03', '+1 month', 'weekday 0'),
  strftime ('%Y/%j %H:%M:%f', 2451545.25), julianday ('2000-01-01 12:00'),
  time (3600, 'unixepoch'), datetime ('2020-02-29', '-1 year');
SELECT json ('{"a" : [1, 2, {"b": null}]}'), json_extract ('[1,[2,3]]',
  '$[1][0]'), json_set ('{}', '$.x', json_array (1, 'two')),
  json_group_array (name), '{"k":5}' -> 'k' FROM (SELECT name FROM person
  ORDER BY name);
SELECT key, value, type FROM json_each ('{"a":1,"b":[true,2.5]}');
SELECT fullkey, atom FROM json_tree ('[1,{"x":[2,3]}]');
SELECT * FROM (VALUES (1, 'a'), (2, 'b')) ORDER BY 1 DESC;
SELECT (SELECT name FROM pet WHERE owner = p.id) FROM person p
  WHERE born = (SELECT max (born) FROM person);
EXPLAIN QUERY PLAN SELECT * FROM person WHERE born > 1940 AND name = 'x'
  ORDER BY score;

BEGIN IMMEDIATE;
INSERT INTO person (name, born) VALUES ('gone', 1999);
SAVEPOINT one;
DELETE FROM log;
SAVEPOINT two;
DROP TABLE log;
ROLLBACK TO two;
RELEASE one;
ROLLBACK;
BEGIN EXCLUSIVE;
UPDATE person SET score = 0 WHERE 0;
END TRANSACTION;
BEGIN DEFERRED;
COMMIT;
SELECT count (*) FROM log;

ALTER TABLE person ADD COLUMN note TEXT DEFAULT 'none';
ALTER TABLE person RENAME COLUMN note TO remark;
ALTER TABLE strictly RENAME TO strict;
ALTER TABLE person DROP COLUMN remark;
REINDEX by_born;
ANALYZE;
SELECT tbl, idx FROM sqlite_stat1 ORDER BY 1, 2;
ATTACH ':memory:' AS other;
CREATE TABLE other.copy AS SELECT * FROM main.person;
CREATE TABLE other.big (k INTEGER PRIMARY KEY, v TEXT);
INSERT INTO other.big WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
  WHERE i < 3000) SELECT i, hex (i * i) || substr ('abcdefghijklmnopqrstuvwxyz',
  i % 20) FROM n;
CREATE INDEX other.big_v ON big (v);
DELETE FROM other.big WHERE k % 3 = 0;
SELECT count (*), sum (length (v)), max (v) FROM other.big WHERE v > '5';
SELECT a.k FROM other.big a JOIN other.big b ON a.v = b.v AND b.k = a.k
  WHERE a.k < 10 ORDER BY a.v;
DETACH other;

CREATE VIRTUAL TABLE doc USING fts5 (title, body, tokenize = 'porter');
INSERT INTO doc VALUES ('one', 'the quick brown fox jumps'),
  ('two', 'over the lazy dogs'), ('three', 'foxes and dogs running');
SELECT title, snippet (doc, 1, '[', ']', '...', 4), bm25 (doc) < 0 FROM doc
  WHERE doc MATCH 'fox OR (dog NOT quick)' ORDER BY title;
UPDATE doc SET body = 'a new body' WHERE title = 'two';
DELETE FROM doc WHERE title = 'one';
INSERT INTO doc (doc) VALUES ('optimize'), ('integrity-check');
SELECT highlight (doc, 1, '<', '>') FROM doc ('body run*') ORDER BY rowid;
CREATE VIRTUAL TABLE area USING rtree (id, x0, x1, y0, y1);
INSERT INTO area WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
  WHERE i < 200) SELECT i, i, i + 2, i % 7, i % 7 + 1 FROM n;
SELECT count (*) FROM area WHERE x0 > 10 AND x1 < 60 AND y1 > 3;
DROP TABLE area;

PRAGMA table_info (person);
PRAGMA index_list (person);
PRAGMA index_xinfo (by_born);
PRAGMA foreign_key_list (pet);
PRAGMA foreign_key_check;
PRAGMA integrity_check;
PRAGMA quick_check;
PRAGMA wal_checkpoint (truncate);
PRAGMA user_version = 7;
PRAGMA user_version;
PRAGMA encoding;
PRAGMA compile_options_none;
PRAGMA journal_mode = delete;
PRAGMA incremental_vacuum (2);
PRAGMA optimize;
VACUUM;
SELECT name, type FROM sqlite_schema ORDER BY name;
SELECT name, pageno > 0 FROM dbstat WHERE name = 'person' LIMIT 1;

.mode json
SELECT id, name FROM person ORDER BY id LIMIT 2;
.mode box
SELECT id, name FROM person ORDER BY id LIMIT 2;
.mode insert new
SELECT id, name FROM person ORDER BY id LIMIT 2;
.mode csv
SELECT id, name, extra FROM person ORDER BY id LIMIT 2;
.mode column
SELECT id, name FROM person ORDER BY id LIMIT 2;
.mode list
.dump pet
.schema person
.tables
.indexes
.parameter set $p 5
SELECT $p + 1;
SELECT bad syntax here;
SELECT * FROM nowhere;
SELECT abs (-9223372036854775808);
SELECT zeroblob (2000000000000);

DROP TRIGGER instead;
DROP TRIGGER before_delete;
DROP VIEW old;
DROP INDEX partly;
DROP TABLE doc;
DROP TABLE IF EXISTS none;
DROP TABLE pet;
DELETE FROM person;
