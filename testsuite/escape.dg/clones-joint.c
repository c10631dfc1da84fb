/* Constant arguments of functions whose transfers are coarse: clones of them are
   in the joint graph, too.  Only the notes on locals are of interest here.  */

/* { dg-options "-fplugin-arg-escape-show=locals -w" } */

typedef void (*destructor) (void *);
#define STATIC ((destructor) 0)
#define TRANSIENT ((destructor) -1)

struct value
{
  struct value *next;
  char *text;
  char own[32];
};

static char *kept;
static int busy (struct value *v, int n);

/* All members of the group: each may call each, by way of BUSY.  */
#define MEMBER(N) \
  static int member_##N (struct value *v, int n) \
  { return n > N ? busy (v, n - 1) : N; }
MEMBER (1) MEMBER (2) MEMBER (3) MEMBER (4) MEMBER (5) MEMBER (6) MEMBER (7)
MEMBER (8) MEMBER (9) MEMBER (10) MEMBER (11) MEMBER (12)

/* Z is copied if DESTROY is TRANSIENT.  */
static void
set_value (struct value *v, char *z, destructor destroy, int n)
{
  if (destroy == TRANSIENT)
    for (int i = 0; i < 32; i++)
      v->own[i] = z[i];
  else
    v->text = z;
  busy (v, n);
}

static void
set_checked (struct value *v, char *z, destructor destroy, int n)
{
  if (n)
    set_value (v, z, destroy, n);
}

void
copied (struct value *v, int n)
{
  char a[32]; /* { dg-note "'a' does not escape" } */
  set_checked (v, a, TRANSIENT, n);
}

/* That another caller's is kept matters to that one alone.  */
void
not_copied (struct value *v, int n)
{
  char a[32]; /* { dg-note "'a' escapes its frame: .*" } */
  set_checked (v, a, STATIC, n);
}

/* Two in one function.  */
void
two (struct value *v, int n)
{
  char a[32]; /* { dg-note "'a' does not escape" } */
  char b[32]; /* { dg-note "'b' escapes its frame: .*" } */
  set_value (v, a, TRANSIENT, n);
  set_value (v, b, STATIC, n);
}

/* A local of a function that is only called with constants: one of them lets it
   leave by a parameter that only this caller gives.  */
static void
link_or_not (struct value *v, int link, int n)
{
  struct value own; /* { dg-note "'own' escapes its frame: .*" } */
  own.next = 0;
  if (link)
    v->next = &own;
  busy (&own, n);
}

void
link_it (struct value *v, int n)
{
  link_or_not (v, 1, n);
}

void
do_not_link (int n)
{
  struct value here; /* { dg-note "'here' does not escape" } */
  here.next = 0;
  link_or_not (&here, 0, n);
}

/* The same by a parameter: nothing but the caller's own is stored there, so the
   local leaves only into an older frame.  */
static void
into_frame (struct value *v, int link, int n)
{
  struct value own; /* { dg-note "'own' escapes its frame: .*" } */
  own.next = 0;
  if (link)
    v->next = &own;
  else
    own.next = v;
  busy (v, n);
}

void
older_frame (int n)
{
  struct value here; /* { dg-note "'here' does not escape" } */
  here.next = 0;
  into_frame (&here, 1, n);
}

/* The members of the group among themselves: the constant is passed on in the
   recursion.  */
static int
in_group (struct value *v, char *z, int keep, int n)
{
  if (keep)
    kept = z;
  return n ? in_group (v, z, keep, n - 1) + busy (v, n) : 0;
}

/* Here it is lost.  */
static int
changing (struct value *v, char *z, int keep, int n)
{
  if (keep)
    kept = z;
  return n ? changing (v, z, n & 1, n - 1) + busy (v, n) : 0;
}

void
groups (struct value *v, int n)
{
  char a[32]; /* { dg-note "'a' does not escape" } */
  char b[32]; /* { dg-note "'b' escapes its frame: .*" } */
  char c[32]; /* { dg-note "'c' escapes its frame: .*" } */
  in_group (v, a, 0, n);
  in_group (v, b, 1, n);
  changing (v, c, 0, n);
}

static int
busy (struct value *v, int n)
{
  switch (n)
    {
    case 1: return member_1 (v, n);
    case 2: return member_2 (v, n);
    case 3: return member_3 (v, n);
    case 4: return member_4 (v, n);
    case 5: return member_5 (v, n);
    case 6: return member_6 (v, n);
    case 7: return member_7 (v, n);
    case 8: return member_8 (v, n);
    case 9: return member_9 (v, n);
    case 10: return member_10 (v, n);
    case 11: return member_11 (v, n);
    case 12: return member_12 (v, n);
    case 13: in_group (v, 0, n, n); break;
    case 14: changing (v, 0, n, n); break;
    case 15: link_or_not (v, n & 2, n); break;
    }
  return v->next != 0;
}
