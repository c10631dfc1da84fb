/* __sync_bool_compare_and_swap and its like store the new value; with the old
   one memory is only compared.  */

int *shared;

int
swap (int *old, /* { dg-note "'old' does not escape" } */
      int *new) /* { dg-note "leaking param: 'new': stored in 'shared'" } */
{
  return __sync_bool_compare_and_swap (&shared, old, new);
}
