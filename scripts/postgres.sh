#!/usr/bin/env bash
# A throw-away PostgreSQL for tests, from Debian's package: no durability, a random password, gone after `stop`.
#   scripts/postgres.sh start DIR   prints the DATABASE_URL
#   scripts/postgres.sh stop DIR
# DIR keeps only a note of where the cluster is: the server refuses root, and its user cannot enter root's folders.
set -euo pipefail
action=${1:?usage: scripts/postgres.sh start|stop DIR}
note=${2:?usage: scripts/postgres.sh start|stop DIR}

# Debian keeps the server's commands out of PATH; elsewhere they are found there.
bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1 || true)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || true)")
[ -x "$bin/initdb" ] || { echo "PostgreSQL is missing. On Debian: sudo apt-get install postgresql" >&2; exit 1; }

as_server() {
  if [ "$(id -u)" != 0 ]; then "$@"; return; fi
  local user=postgres; id "$user" >/dev/null 2>&1 || user=nobody
  (cd / && runuser -u "$user" -- "$@")
}

case "$action" in
  start)
    mkdir -p "$note"
    home=$(as_server mktemp -d /tmp/binakriya-pg-XXXXXX)
    echo "$home" > "$note/home"
    word=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
    as_server sh -c "umask 077; printf '%s' '$word' > '$home/word'"
    as_server "$bin/initdb" -D "$home/data" -U binakriya --pwfile="$home/word" --auth=scram-sha-256 \
      --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$note/initdb.log" 2>&1 || { cat "$note/initdb.log" >&2; exit 1; }
    for attempt in 1 2 3 4 5; do
      port=$((20000 + RANDOM % 20000))
      if as_server "$bin/pg_ctl" -D "$home/data" -w -t 30 -l "$home/log" \
        -o "-p $port -h 127.0.0.1 -k '' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=120" \
        start >/dev/null 2>&1; then
        echo "postgres://binakriya:$word@127.0.0.1:$port/postgres"
        exit 0
      fi
    done
    cat "$home/log" >&2; exit 1
    ;;
  stop)
    [ -f "$note/home" ] || exit 0
    home=$(cat "$note/home")
    as_server "$bin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null 2>&1 || true
    case "$home" in /tmp/binakriya-pg-*) rm -rf "$home" ;; esac
    rm -f "$note/home"
    ;;
  *) echo "usage: scripts/postgres.sh start|stop DIR" >&2; exit 2 ;;
esac
