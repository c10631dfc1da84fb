/* GCC's front ends make `(&local, 0)' of `return &local;': that must not hide
   it.  */
/* { dg-additional-options "-w" } */

struct pair
{
  int first, second;
  int array[4];
};

int *
variable (void)
{
  int n = 42; /* { dg-note "'n' escapes its frame: returned by 'variable'" } */

  return &n;
}

int *
member (void)
{
  struct pair p; /* { dg-note "'p' escapes its frame: returned by 'member'" } */

  return &p.second;
}

int *
element (void)
{
  int a[4]; /* { dg-note "'a' escapes its frame: returned by 'element'" } */

  return &a[2];
}

int *
array (void)
{
  int a[4]; /* { dg-note "'a' escapes its frame: returned by 'array'" } */

  return a;
}

int *
array_in_structure (void)
{
  struct pair p; /* { dg-note "'p' escapes its frame: returned by 'array_in_structure'" } */

  return p.array + 1;
}

int *
parameter (int n) /* { dg-note "'n' escapes its frame: returned by 'parameter'" } */
{
  return &n;
}

struct pair *
literal (void)
{
  return &(struct pair) { 1, 2 }; /* { dg-note {'\(struct pair\) \{ \.\.\. \}' escapes its frame: returned by 'literal'} } */
}

int *
in_parentheses (void)
{
  int n; /* { dg-note "'n' escapes its frame: returned by 'in_parentheses'" } */

  return ((int *) (void *) (&n));
}

int *
either (int c)
{
  int m; /* { dg-note "'m' escapes its frame: returned by 'either'" } */
  int n; /* { dg-note "'n' escapes its frame: returned by 'either'" } */

  return c ? &m : &n;
}

long
as_number (void)
{
  int n; /* { dg-note "'n' escapes its frame: returned by 'as_number'" } */

  return (long) &n;
}

int *
by_variable (void)
{
  int n; /* { dg-note "'n' escapes its frame: returned by 'by_variable'" } */
  int *p = &n;

  return p;
}

int *
last_of_several (void)
{
  int n; /* { dg-note "'n' escapes its frame: returned by 'last_of_several'" } */

  return n = 1, &n;
}

int *
of_a_block (void)
{
  {
    int n; /* { dg-note "'n' escapes its frame: returned by 'of_a_block'" } */

    return &n;
  }
}

char *
variable_length (int n)
{
  char a[n]; /* { dg-note "'a' escapes its frame: returned by 'variable_length'" } */

  return a;
}

int *
statement_expression (void)
{
  return ({ int n; &n; }); /* { dg-note "'n' escapes its frame: returned by 'statement_expression'" } */
}

/* What lives on may be returned.  */

int *
lives_on (void)
{
  static int n;

  return &n;
}
