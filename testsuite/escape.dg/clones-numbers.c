/* An argument may be one of several numbers, and a table be read at any index:
   what none of them leads to is not done.  */

static int *kept, *other;

/* In MODE 1, KIND is 1, 2 or 3; or else, in others, 5, -1, or a sum.  */
static void
keep_some (int *p, int mode, int which) /* { dg-note "leaking param: 'p': stored in 'kept'" } */
{
  int kind;
  if (mode == 1)
    kind = which ? 1 : which + 1 ? 2 : 3;
  else if (mode == 2)
    kind = which ? 1 : 5;
  else if (mode == 3)
    kind = which ? 2 : -1;
  else
    for (kind = 1; kind < which; kind++)
      ;
  switch (kind)
    {
    case 1:
    case 2:
    case 3:
      ++*p;
      break;
    case 4 ... 6:
      kept = p;
      break;
    default:
      kept = p;
    }
}

void
some (int which)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  keep_some (&x, 1, which);
}

/* 5 is in a range that keeps it.  */
void
some_more (int which)
{
  int y = 1; /* { dg-note "'y' escapes its frame: stored in 'kept'" } */
  keep_some (&y, 2, which);
}

/* -1 is none of the small numbers.  */
void
less (int which)
{
  int y = 1; /* { dg-note "'y' escapes its frame: stored in 'kept'" } */
  keep_some (&y, 3, which);
}

/* A sum is not followed: in the end it may be 6.  */
void
sum (int which)
{
  int y = 1; /* { dg-note "'y' escapes its frame: stored in 'kept'" } */
  keep_some (&y, 4, which);
}

struct row { char letter; char kind; };

static const struct row constant[] = { { 'a', 1 }, { 'b', 2 }, { 'c', 4 } };
static struct row changed[] = { { 'a', 1 }, { 'b', 2 } };

/* What FROM leads to depends on the letters in it.  */
static void
by_letter (const char *from, int *p) /* { dg-note "'from' does not escape" } */
/* { dg-note "leaking param: 'p': stored in 'other'" "" { target *-*-* } .-1 } */
{
  int kind = 0;
  unsigned i;
  for (i = 0; i < 3; i++)
    if (constant[i].letter == *from)
      {
	const struct row *r = &constant[i];
	kind = r->kind;
      }
  if (kind == 4)
    other = p;
}

void
by_a (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  by_letter ("ab", &x);
}

void
by_c (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'other'" } */
  by_letter ("ac", &x);
}

/* A table that is not constant may hold anything.  */
static void
by_changed (const char *from, int *p) /* { dg-note "'from' does not escape" } */
/* { dg-note "leaking param: 'p': stored in 'other'" "" { target *-*-* } .-1 } */
{
  int kind = 0;
  unsigned i;
  for (i = 0; i < 2; i++)
    if (changed[i].letter == *from)
      kind = changed[i].kind;
  if (kind == 4)
    other = p;
}

void
change (int kind)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'other'" } */
  changed[1].kind = kind;
  by_changed ("ab", &x);
}

/* Where the condition leads the other way, the other elements count.  */
static void
by_others (const char *from, int *p) /* { dg-note "'from' does not escape" } */
/* { dg-note "leaking param: 'p': stored in 'other'" "" { target *-*-* } .-1 } */
{
  int kind = 0;
  unsigned i;
  for (i = 0; i < 3; i++)
    if (constant[i].letter != *from)
      kind = constant[i].kind;
  if (kind == 4)
    other = p;
}

void
by_other (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'other'" } */
  by_others ("ab", &x);
}

/* Characters that are not in ASCII are told from those that are, but not from
   each other; a conversion to a narrower type may make them anything.  */
static void
by_sign (const char *from, int *p) /* { dg-note "'from' does not escape" } */
/* { dg-note "leaking param: 'p': stored in 'other'" "" { target *-*-* } .-1 } */
{
  unsigned char c = *from;
  if (c == 0xe4)
    other = p;
}

void
by_umlaut (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'other'" } */
  by_sign ("\xe4", &x);
}

static void
by_case (const char *from, int *p) /* { dg-note "'from' does not escape" } */
/* { dg-note "leaking param: 'p': stored in 'other'" "" { target *-*-* } .-1 } */
{
  switch ((unsigned char) *from)
    {
    case 'a':
      ++*p;
      break;
    case 0xe4:
      other = p;
      break;
    }
}

void
by_case_umlaut (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'other'" } */
  by_case ("\xe4", &x);
}

/* 257 is 1 in eight bits.  */
static const short wide[] = { 257, 258 };

static void
by_narrow (const char *from, int *p) /* { dg-note "'from' does not escape" } */
/* { dg-note "leaking param: 'p': stored in 'kept'" "" { target *-*-* } .-1 } */
{
  unsigned char narrow = 0;
  unsigned i;
  if (*from == 'k')
    kept = p;
  for (i = 0; i < 2; i++)
    if (*from == 'a')
      narrow = wide[i];
  if (narrow == 1)
    other = p;
}

void
by_257 (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'other'" } */
  by_narrow ("a", &x);
}

/* Every string has an end.  */
static void
at_end (const char *from, int *p) /* { dg-note "'from' does not escape" } */
/* { dg-note "leaking param: 'p': stored in 'kept'" "" { target *-*-* } .-1 } */
{
  while (*from)
    if (*from++ == 'k')
      kept = p;
  other = p;
}

void
by_end (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'other'" } */
  at_end ("ab", &x);
}

/* What the condition does not allow to come that way comes the other way.  */
static void
by_rest (const char *from, int *p) /* { dg-note "'from' does not escape" } */
/* { dg-note "leaking param: 'p': stored in 'kept'" "" { target *-*-* } .-1 } */
{
  int kind = 0, n = 0;
  unsigned i;
  if (*from == 'k')
    kept = p;
  for (i = 0; i < 3; i++)
    if (constant[i].letter == *from)
      n++;
    else
      kind = constant[i].kind;
  *p = n;
  if (kind == 4)
    other = p;
}

void
by_rest_of (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'other'" } */
  by_rest ("ab", &x);
}
