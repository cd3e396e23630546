#!/bin/sh
# Load the sample into .demo/ and show what Setwatch makes of it. Run by `make demo`.
set -eu
cd "$(dirname "$0")/.."
setwatch=${SETWATCH:-.venv/bin/setwatch}
SETWATCH_STORE=.demo/setwatch.sqlite3
export SETWATCH_STORE

run() {
  printf '\n$ setwatch'
  for word in "$@"; do
    case $word in *' '*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n'
  "$setwatch" "$@"
}

rm -rf .demo
mkdir .demo
run watch --from sample/watch.toml
run add sample/captures
run show "Harrow Line 3" --known 2021-10-06
run show "Harrow Line 3" --known 2022-03-10
run trace "Harrow Line 3"
cat <<'END'

That was the sample: a film that does not exist, told by outlets that do not exist (sample/).
Its store is .demo/setwatch.sqlite3. Where to look next:

  .venv/bin/setwatch changes "Harrow Line 3" --store .demo/setwatch.sqlite3
  .venv/bin/setwatch read sample/captures/2021-10-04-slate-and-reel.html --watch sample/watch.toml
  .venv/bin/setwatch --help      all commands; docs/commands.md says more
  docs/how-it-works.md           how it comes to what it says
  docs/record.md                 why a value is current, superseded, disputed, rumoured or denied
END
