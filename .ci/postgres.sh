#!/bin/sh
# A throw-away PostgreSQL with pgvector for the tests. Prints its URL on the last line of standard output.
#   sh .ci/postgres.sh start   installs what is missing, builds pgvector once, starts the cluster
#   sh .ci/postgres.sh stop    stops it; its files stay under $CLUSTER for the next start
# Debian or Ubuntu with a PostgreSQL >= 15. `trust` on a loopback port is for tests only.
set -eu

CLUSTER=${CLUSTER:-/tmp/image-explorer-postgres}
PORT=${PGPORT:-54422}
URL="postgres://postgres@127.0.0.1:$PORT/postgres"

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
major() { ls /usr/lib/postgresql 2>/dev/null | sort -n | tail -1; }
root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install_server() {
  [ -n "$(major)" ] && [ -x "/usr/lib/postgresql/$(major)/bin/postgres" ] && command -v make >/dev/null && [ -f "$(/usr/lib/postgresql/"$(major)"/bin/pg_config --includedir-server 2>/dev/null)/postgres.h" ] && return
  root apt-get update -qq
  root apt-get install -y -qq --no-install-recommends postgresql build-essential
  root apt-get install -y -qq --no-install-recommends "postgresql-server-dev-$(major)"
}

# The distribution's package where there is one, else the source of trixie from the mirror this machine already uses.
install_pgvector() {
  extensions=$("$BIN/pg_config" --sharedir)/extension
  [ -f "$extensions/vector.control" ] && return
  root apt-get install -y -qq --no-install-recommends "postgresql-$(major)-pgvector" >/dev/null 2>&1 && return
  work=$(mktemp -d)
  mkdir -p "$work/lists/partial" "$work/state/lists/partial" "$work/cache/archives/partial" "$work/src"
  mirror=$(cat /etc/apt/sources.list.d/*.sources 2>/dev/null | sed -n 's/^URIs: *//p' | head -1)
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" > "$work/sources.list"
  cat > "$work/apt.conf" <<CONF
Dir::Etc::sourcelist "$work/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::State "$work/state";
Dir::State::lists "$work/lists";
Dir::Cache "$work/cache";
APT::Sandbox::User "root";
CONF
  (cd "$work/src" && APT_CONFIG="$work/apt.conf" && export APT_CONFIG && apt-get update -qq && apt-get source -qq --download-only pgvector && tar xzf pgvector_*.orig.tar.gz)
  (cd "$work"/src/pgvector-*/ && make -s -j2 PG_CONFIG="$BIN/pg_config" with_llvm=no OPTFLAGS="" && root make -s install PG_CONFIG="$BIN/pg_config" with_llvm=no)
  rm -rf "$work"
}

start() {
  install_server
  BIN=/usr/lib/postgresql/$(major)/bin
  install_pgvector
  if [ ! -f "$CLUSTER/data/PG_VERSION" ]; then
    mkdir -p "$CLUSTER"
    if [ "$(id -u)" = 0 ]; then chown postgres "$CLUSTER"; fi
    as_postgres "$BIN/initdb" -D "$CLUSTER/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  fi
  as_postgres "$BIN/pg_ctl" -D "$CLUSTER/data" status >/dev/null 2>&1 ||
    as_postgres "$BIN/pg_ctl" -D "$CLUSTER/data" -w -l "$CLUSTER/log" -o "-p $PORT -h 127.0.0.1 -k $CLUSTER -c fsync=off" start >/dev/null

}

stop() {
  BIN=/usr/lib/postgresql/$(major)/bin
  as_postgres "$BIN/pg_ctl" -D "$CLUSTER/data" -m fast -w stop >/dev/null
}

case "${1:-start}" in
  start) start >&2; echo "$URL" ;;
  stop) stop ;;
  *) echo "Expected start or stop but received $1." >&2; exit 2 ;;
esac
