/// Every state of the three letters (M, A, N: `+` has, `-` lacks, `?` unknown) with its base class,
/// its potential, and its class with a close date in 0–30 days, 31–90 days, more than 90 days,
/// without a date, and overdue.
let truthTable = """
  +++ A A ABCBB
  ++? B A BBCBB
  ++- B B BBCBB
  +?+ B A BBCBB
  +?? C A CCCCC
  +?- C B CCCCC
  +-+ B B BBCBB
  +-? C B CCCCC
  +-- C C CCCCC
  ?++ B A BBCBB
  ?+? C A CCCCC
  ?+- C B CCCCC
  ??+ C A CCCCC
  ??? C A CCCCC
  ??- C B CCCCC
  ?-+ C B CCCCC
  ?-? C B CCCCC
  ?-- C C CCCCC
  -++ B B BBCBB
  -+? C B CCCCC
  -+- C C CCCCC
  -?+ C B CCCCC
  -?? C B CCCCC
  -?- C C CCCCC
  --+ C C CCCCC
  --? C C CCCCC
  --- D D DDDDD
  """
