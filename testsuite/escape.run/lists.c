/* A program compiled with the plugin runs as without it: blocks that stay,
   blocks that leave and out-parameters.  */
/* { dg-do run } */
/* { dg-output "6 3 2 1" } */

#include <stdio.h>
#include <stdlib.h>

struct node
{
  struct node *next;
  int value;
};

static int
push (struct node **head, int value)
{
  struct node *n = malloc (sizeof *n);

  if (!n)
    return -1;
  n->value = value;
  n->next = *head;
  *head = n;
  return 0;
}

static int
sum (const struct node *list)
{
  int *total = calloc (1, sizeof *total);
  int result;

  if (!total)
    return -1;
  for (; list; list = list->next)
    *total += list->value;
  result = *total;
  free (total);
  return result;
}

int
main (void)
{
  struct node *list = NULL;

  for (int i = 1; i <= 3; i++)
    if (push (&list, i) != 0)
      return 1;
  printf ("%d", sum (list));
  while (list)
    {
      struct node *next = list->next;

      printf (" %d", list->value);
      free (list);
      list = next;
    }
  putchar ('\n');
  return 0;
}
