# shellcheck shell=bash
# Shared by ./start, ./portal, ./test and bench/run: the published portal, its database and its processes.
# Messages go to stderr, so that stdout belongs to whatever the caller runs.
set -euo pipefail
CALLER_UMASK=$(umask)
umask 077 # what is made under .local is for who made it; programs that are built or installed are as the caller wants

PORTAL_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
LOCAL=$PORTAL_ROOT/.local # everything the scripts make: the cluster, the published portal, logs

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# No build servers that outlive the script: they would keep its pipes and its lock files open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
export HOME=${HOME:-$LOCAL/home}
export PORTAL_ARCHIEF=${PORTAL_ARCHIEF:-$LOCAL/archief}

# shellcheck source-path=SCRIPTDIR source=cluster.sh
source "$PORTAL_ROOT/scripts/cluster.sh"
# shellcheck source-path=SCRIPTDIR source=database.sh
source "$PORTAL_ROOT/scripts/database.sh"
# shellcheck source-path=SCRIPTDIR source=install.sh
source "$PORTAL_ROOT/scripts/install.sh"
# shellcheck source-path=SCRIPTDIR source=site.sh
source "$PORTAL_ROOT/scripts/site.sh"
# shellcheck source-path=SCRIPTDIR source=watch.sh
source "$PORTAL_ROOT/scripts/watch.sh"

{ : <&0; } 2>/dev/null || exec </dev/null # a build server may give us no stdin at all

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit "${DIE_CODE:-1}"; }
has() { command -v "$1" >/dev/null 2>&1; }

logged() { # LOG COMMAND…: output to a file under .local, which stays behind for whoever needs it
  local log=$LOCAL/$1
  shift
  (umask "$CALLER_UMASK" && "$@") >"$log" 2>&1 </dev/null 8>&- 9>&-
}

LOG_BYTES=$((10 * 1024 * 1024))

rotate_log() { # FILE: three older ones are kept. Who writes it appends, so it can be copied and emptied
  [[ -f $1 && $(stat -c %s "$1") -gt $LOG_BYTES ]] || return 0
  local n
  for n in 2 1; do
    [[ ! -f $1.$n ]] || mv -f "$1.$n" "$1.$((n + 1))"
  done
  cp "$1" "$1.1" || rm -f "$1.1" # a full disk is no reason to let it grow
  : >"$1"
}

# ---- ports

port_taken() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || (exec 3<>"/dev/tcp/::1/$1") 2>/dev/null
}

reaches() { # HOST: whether its https can be reached
  timeout 8 bash -c 'exec 3<>"/dev/tcp/$1/443"' bash "$1" 2>/dev/null
}

free_port() { # below the range that the kernel hands out by itself
  local port
  for _ in {1..50}; do
    port=$((20000 + RANDOM % 12000))
    port_taken "$port" || { echo "$port"; return; }
  done
  die "No free port was found between 20000 and 32000: stop some servers and try again."
}

wait_for_http() { # PORT PID SECONDS
  local line deadline=$((SECONDS + $3))
  while ((SECONDS < deadline)) && kill -0 "$2" 2>/dev/null; do
    if { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null; then
      printf 'GET / HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
      if IFS= read -r -t 20 line <&3 && [[ $line == HTTP/* ]]; then exec 3>&-; return 0; fi
      exec 3>&-
    fi
    sleep 0.1
  done
  return 1
}

# ---- the published portal: .local/app is a link to the publication of exactly these sources

publish_portal() {
  local hash target
  hash=$(source_hash)
  target=$LOCAL/published/$hash
  exec 8>"$LOCAL/publish.lock"
  flock 8
  if [[ ! -x $target/Portal.Web ]]; then
    say "Building the portal (about a minute the first time)..."
    rm -rf "$target.new"
    if ! logged publish.log dotnet publish "$PORTAL_ROOT/Portal.Web" -c Release -o "$target.new"; then
      rm -rf "$target.new"
      tail -n 30 "$LOCAL/publish.log" >&2
      die "The build failed: the lines above are the end of $LOCAL/publish.log."
    fi
    mv "$target.new" "$target"
  fi
  touch "$target"
  link_publication "$hash"
  exec 8>&-
}

source_hash() { # of everything that ends up in the publication; needs no git
  (
    cd "$PORTAL_ROOT"
    {
      find Portal.Data Portal.Web db wwwroot \( -name bin -o -name obj -o -path wwwroot/lib \) -prune -o -type f -print0
      find . -maxdepth 1 -type f \( -name '*.props' -o -name '*.targets' -o -name '*.json' -o -name .editorconfig \) -print0
      printf '%s\0' scripts/restore-libs.mjs scripts/restore-nlds.mjs scripts/restore-namen.mjs
    } | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
  )
}

link_publication() { # a running portal keeps its own folder; the three used last stay
  if [[ -d $LOCAL/app && ! -L $LOCAL/app ]]; then rm -rf "$LOCAL/app"; fi
  ln -sfn "published/$1" "$LOCAL/app.new"
  mv -T "$LOCAL/app.new" "$LOCAL/app"
  find "$LOCAL/published" -mindepth 1 -maxdepth 1 -printf '%T@ %p\0' | sort -zrn | tail -zn +4 | cut -zd' ' -f2- | xargs -0r rm -rf
}

thrifty() { # for the run modes beside the website: what keeps memory at hand for many requests is of no use to an import
  export DOTNET_gcServer=${DOTNET_gcServer:-0}
}

publish_bench() { # the product's own classes, to be measured: $LOCAL/bench/Portal.Bench
  logged bench-publish.log dotnet publish "$PORTAL_ROOT/bench/Portal.Bench" -c Release -o "$LOCAL/bench" ||
    { tail -n 30 "$LOCAL/bench-publish.log" >&2; die "The build failed: the lines above are the end of $LOCAL/bench-publish.log."; }
}

# ---- child processes

end_on_signals() { # so that the EXIT trap of the script tidies up
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

run_child() { # COMMAND…: as in the foreground, but a SIGTERM to us reaches the child, and we outlive it to tidy up
  local code=0
  env --default-signal=INT "$@" <&0 &
  CHILD=$!
  trap 'kill -TERM "$CHILD" 2>/dev/null' TERM HUP
  trap : INT # the terminal sends it to the child as well
  while :; do
    code=0
    wait "$CHILD" || code=$?
    kill -0 "$CHILD" 2>/dev/null || break
  done
  CHILD=
  end_on_signals
  return "$code"
}

ahead() { # PID, started with setsid: its session goes before the database's when the machine is busy, if we may say so (root)
  local stat sid
  for _ in {1..40}; do # until setsid has done its work it is in our session still
    read -r stat <"/proc/$1/stat" || return 0
    read -r _ _ _ sid _ <<<"${stat##*) }"
    if [[ $sid == "$1" ]]; then
      { echo -15 >"/proc/$1/autogroup"; } 2>/dev/null || true
      return 0
    fi
    sleep 0.05
  done
}

stop_child() { # PID: ask, wait 15 seconds, insist
  local pid=${1:-}
  [[ -n $pid ]] && kill -TERM "$pid" 2>/dev/null || return 0
  for _ in {1..150}; do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}
