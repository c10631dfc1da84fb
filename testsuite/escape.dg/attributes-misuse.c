/* The wrong place gets GCC's usual words.  */
/* { dg-additional-options "-Wall" } */

extern void number (int i __attribute__ ((noescape))); /* { dg-warning "'noescape' attribute ignored for type 'int'" } */
extern int variable __attribute__ ((noescape)); /* { dg-warning "'noescape' attribute ignored" } */
extern void function (char *p) __attribute__ ((lifetimebound)); /* { dg-warning "'lifetimebound' attribute ignored" } */
struct s
{
  char *field __attribute__ ((noescape)); /* { dg-warning "'noescape' attribute ignored" } */
};
typedef char *pointer __attribute__ ((lifetimebound)); /* { dg-warning "'lifetimebound' attribute ignored" } */
