/* JSON: where each kind of flow goes, at which level and by which
   statement.  */
/* { dg-additional-options "-fplugin-arg-escape-json -fplugin-arg-escape-m=0" } */

#include <pthread.h>
#include <stdlib.h>

struct node
{
  struct node *next;
  int *data;
};

void ext (void *);
void (*unknown) (void *);
struct node *list;

void
to_global (struct node *global)
{
  list = global;
}

struct node *
to_result (struct node *result)
{
  return result->next;
}

struct node *
into_result (int *behind_result)
{
  struct node *n = malloc (sizeof *n);

  n->data = behind_result;
  return n;
}

void
to_parameter (struct node **head, struct node *parameter)
{
  *head = parameter;
}

void
to_call (struct node *call)
{
  ext (call->data);
}

void
to_unknown (int *unknown_call)
{
  unknown (unknown_call);
}

void
to_thread (int *thread)
{
  pthread_t t;

  pthread_create (&t, NULL, NULL, thread);
}

void
to_asm (int *assembler)
{
  asm volatile ("nop" : : "r" (assembler));
}

void
to_heap (int *heap)
{
  list->next->data = heap;
}

void
to_enclosing (void)
{
  int *p = 0;
  void f (int *enclosing) { p = enclosing; }

  f (0);
  ext (p);
}

/* { dg-final { scan-json {"name":"global",.*"flows":\[\{"to":"global","name":"list","level":0,"into":0,"line":21,"column":8\}\].$} } } */
/* { dg-final { scan-json {"name":"result",.*"flows":\[\{"to":"result","name":null,"level":1,"into":0,"line":27,"column":16\}\].$} } } */
/* { dg-final { scan-json {"name":"behind_result",.*"flows":\[\{"to":"result","name":null,"level":0,"into":1,"line":35,"column":11\}\].$} } } */
/* { dg-final { scan-json {"name":"parameter",.*"flows":\[\{"to":"parameter","name":"head","level":0,"into":1,"line":42,"column":9\}\].$} } } */
/* { dg-final { scan-json {"name":"call",.*"flows":\[\{"to":"call","name":"ext","level":1,"into":0,"line":48,"column":3\}\].$} } } */
/* { dg-final { scan-json {"name":"unknown_call",.*"flows":\[\{"to":"call","name":"unknown","level":0,"into":0,"line":54,"column":3\}\].$} } } */
/* { dg-final { scan-json {"name":"thread",.*"flows":\[\{"to":"thread","name":"pthread_create","level":0,"into":0,"line":62,"column":3\}\].$} } } */
/* { dg-final { scan-json {"name":"assembler",.*"flows":\[\{"to":"asm","name":null,"level":0,"into":0,"line":68,"column":3\}\].$} } } */
/* { dg-final { scan-json {"name":"heap",.*"flows":\[\{"to":"(heap|global)",.*"level":0,"into":[12],"line":74,"column":20\}\].$} } } */
/* { dg-final { scan-json {"name":"enclosing",.*"flows":\[\{"to":"enclosing-function","name":"to_enclosing","level":0,"into":1,"line":81,"column":31\}\].$} } } */
