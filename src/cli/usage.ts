/** What `--help` says. */
export const USAGE = `Reactor Studio: simulates and exports schedules of Twisted programs.

usage:
  reactor-studio simulate FILE [--format lines|events|text|trace] [-o OUT] [--until S]
                               [--clock reactor|testClock] [--seed N] [--events N] [--instant N]
  reactor-studio export FILE --to python [-o OUT]
  reactor-studio check FILE

FILE is a schedule; - reads it from standard input.

simulate   runs the schedule in virtual time and prints the run as it goes
  --format   lines (default): what the program shows, as JSON Lines, the same as under real Twisted
             events: every event with all that is known of it, as JSON Lines
             text: every event, in words
             trace: the run as a file that the studio opens
  -o, --out  writes to a file, packed where its name ends in .gz
  --until    another horizon, in virtual seconds: 90, 200ms, 2min
  --clock    reactor: the real reactor's iterations; testClock: twisted.internet.task.Clock
  --seed     another seed for the random draws
  --events   how many events the run may have (10000000)
  --instant  how many of them may happen at one virtual instant (100000, and 10 for each node)
export     prints the schedule as a program for Twisted
  -o, --out  writes it to a file
check      says what is wrong with a schedule, and what is likely a slip

  -h, --help     prints this
  -v, --version  prints the version

exit codes: 0 done, 1 the run hit a limit, 2 something given cannot be worked with
`;

/** What messages about the way of calling end with. */
export const SEE_HELP = 'See reactor-studio --help.';
