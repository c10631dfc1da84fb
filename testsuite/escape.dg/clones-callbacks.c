/* The address of a function as an argument, where transfers are coarse: each
   callback gets the data that is passed with it, and no other.  */

/* { dg-options "-fplugin-arg-escape-show=locals -w" } */

typedef void (*visitor) (void *data, int n);

static int *kept;
static int exec (visitor visit, void *data, int n);

/* All members of the group: each may call each, by way of EXEC.  */
static void
nothing (void *data, int n)
{
}

#define MEMBER(N) \
  static int member_##N (int n) \
  { return n > N ? exec (nothing, 0, n - 1) : N; }
MEMBER (1) MEMBER (2) MEMBER (3) MEMBER (4) MEMBER (5) MEMBER (6) MEMBER (7)
MEMBER (8) MEMBER (9) MEMBER (10) MEMBER (11) MEMBER (12)

static int
exec (visitor visit, void *data, int n)
{
  visit (data, n);
  switch (n)
    {
#define CALL(N) case N: return member_##N (n);
    CALL (1) CALL (2) CALL (3) CALL (4) CALL (5) CALL (6) CALL (7)
    CALL (8) CALL (9) CALL (10) CALL (11) CALL (12)
    }
  return 0;
}

static void
add (void *data, int n)
{
  *(int *) data += n;
}

static void
keep (void *data, int n)
{
  kept = data;
}

int
counted (int n)
{
  int count = 0; /* { dg-note "'count' does not escape" } */
  exec (add, &count, n);
  return count;
}

int
lent (int n)
{
  int given = 0; /* { dg-note "'given' escapes its frame: .*" } */
  exec (keep, &given, n);
  return given;
}

/* Who calls this may pass any function.  */
int
any (visitor visit, int n)
{
  int given = 0; /* { dg-note "'given' escapes its frame: .*" } */
  exec (visit, &given, n);
  return given;
}

/* The callback is passed on twice.  */
static int
exec_some (visitor visit, void *data, int n)
{
  return n > 3 ? exec (visit, data, n) : 0;
}

int
passed_on (int n)
{
  int count = 0; /* { dg-note "'count' does not escape" } */
  exec_some (add, &count, n);
  return count;
}

int
passed_on_and_kept (int n)
{
  int given = 0; /* { dg-note "'given' escapes its frame: .*" } */
  exec_some (keep, &given, n);
  return given;
}

/* It may be either.  */
int
chosen (int n)
{
  int given = 0; /* { dg-note "'given' escapes its frame: .*" } */
  exec (n & 1 ? add : keep, &given, n);
  return given;
}

/* The parameter is changed before it is called.  */
static int
exec_other (visitor visit, void *data, int n)
{
  if (n & 1)
    visit = keep;
  visit (data, n);
  return exec (nothing, 0, n);
}

int
changed (int n)
{
  int given = 0; /* { dg-note "'given' escapes its frame: .*" } */
  exec_other (add, &given, n);
  return given;
}

/* What one callback gets gets to another one from there.  */
static void
pass_to_keep (void *data, int n)
{
  exec (keep, data, n);
}

int
by_way_of_another (int n)
{
  int given = 0; /* { dg-note "'given' escapes its frame: .*" } */
  exec (pass_to_keep, &given, n);
  return given;
}

/* A local of the function that calls back: one callback keeps it.  */
static int
exec_own (visitor visit, int n)
{
  int own = n; /* { dg-note "'own' escapes its frame: .*" } */
  visit (&own, n);
  return exec (nothing, 0, own);
}

int
both (int n)
{
  return exec_own (add, n) + exec_own (keep, n);
}
