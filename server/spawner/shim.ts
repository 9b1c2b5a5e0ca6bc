/**
 * The few lines of POSIX sh around every attempt. It leads the attempt's process group and outlives engine and spawner.
 * Arguments: directory, start in ms since the epoch, most memory in KiB, most seconds of processor time (both may be empty),
 * program and its arguments.
 *
 * - `pid` is made with noclobber: a second shim in the same directory gives up, so an attempt can never run twice, even if
 *   its start was ordered twice; and an engine that died before it could record the pid finds it there.
 * - TERM reaches the whole group, and the shim has to live on to write down how the program ended; an empty trap
 *   (not an ignored signal) leaves the program's own reaction as it was.
 * - The clock is read by a builtin where there is /proc: `date` would be one more fork, and a rename of `exit` another.
 *   The line is complete when it ends in a newline.
 *
 * - A limit holds for each process of the program (RLIMIT_AS, RLIMIT_CPU), set in the fork that becomes the program: this
 *   shell must have room to write the end down. Past its seconds a process gets XCPU, and 5 s later KILL. A system that does
 *   not know a limit (macOS: memory) goes on without it.
 *
 * Its own exit codes say which step failed: 121 directory, 122 already started or not writable, 124 `exit` not writable.
 */
export const shim = `cd "$1" || exit 121
began=$2
memory=$3
cpu=$4
shift 4
trap : HUP INT QUIT TERM
set -C
echo $$ >pid || exit 122
set +C
read -r up _ </proc/uptime || up=$(date +%s)
if [ "$memory$cpu" ]; then
  (
    [ -z "$memory" ] || ulimit -v "$memory" 2>/dev/null || :
    [ -z "$cpu" ] || { ulimit -S -t "$cpu" && ulimit -H -t $((cpu + 5)); } 2>/dev/null || :
    exec "$@"
  ) </dev/null >stdout 2>stderr
else
  "$@" </dev/null >stdout 2>stderr
fi
code=$?
read -r down _ </proc/uptime || down=$(date +%s)
echo "$code $began $up $down" >exit || exit 124
`;
