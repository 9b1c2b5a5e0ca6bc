/**
 * The shim of an interpreter that waits for its attempt (shim.ts tells what a shim is for). The interpreter reads the
 * attempt from its standard input, makes `pid` with noclobber in this shim's name and only then runs anything; the line for
 * the shim waits on descriptor 3 until the interpreter has ended. Without such a line there was no attempt, without a `pid`
 * of its own nothing ran: then no `exit` is written. Arguments: interpreter and its arguments.
 */
export const warmShim = `trap : HUP INT QUIT TERM
"$@" 3<&-
code=$?
read -r began up dir <&3 || exit 0
cd "$dir" || exit 121
read -r owner _ <pid || exit 122
[ "$owner" = $$ ] || exit 122
read -r down _ </proc/uptime || exit 124
echo "$code $began $up $down" >exit || exit 124
`;
