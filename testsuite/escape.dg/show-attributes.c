/* Declarations with the attributes that parameters could have.  */
/* { dg-additional-options "-fplugin-arg-escape-show=attributes" } */

typedef struct
{
  int a;
} *handle;
struct s
{
  struct s *next;
};

static void *kept;

int
reads (const char *s, struct s *t) /* { dg-note "int reads \\(const char \\*s __attribute__ \\(\\(noescape\\)\\), struct s \\*t\\);" } */
{
  kept = t;
  return *s;
}

/* Only what is pointed to by what it points to is kept.  */
void
keeps_content (struct s *s) /* { dg-note "void keeps_content \\(struct s \\*s __attribute__ \\(\\(noescape\\)\\)\\);" } */
{
  kept = s->next;
}

void *
returns (void *p)
{
  return p;
}

int
has_it_already (const char *s __attribute__ ((noescape)))
{
  return *s;
}

static int
not_for_others (const char *s)
{
  return *s;
}

/* C's declarators, from the inside out.  */
int (*
declarators (const handle p, int (*f) (const char *, ...), int (*a)[3], double d, /* { dg-note "int \\(\\*declarators \\(const handle p __attribute__ \\(\\(noescape\\)\\), int \\(\\*f\\) \\(const char \\*, \\.\\.\\.\\) __attribute__ \\(\\(noescape\\)\\), int \\(\\*a\\)\\\[3\\\] __attribute__ \\(\\(noescape\\)\\), double d, \\.\\.\\.\\)\\) \\(char\\);" } */
	     ...)) (char)
{
  return p->a + (*a)[0] + f ("") + d + not_for_others ("") ? (void *) 0 : 0;
}
