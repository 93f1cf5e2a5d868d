# shellcheck shell=bash
# A private PostgreSQL cluster in a folder of ours: DIR/data, DIR/port, DIR/log, and DIR/password of the owner `portal`,
# DIR/password.NAME of another login.
# It listens on 127.0.0.1 only, on a port of its own, with a generated password; there is no socket file, whose path
# may be too long. The machine's own clusters, and Debian's pg_ctlcluster, are left alone.
#
# PostgreSQL refuses root, so root gives the data folder to the system user `postgres`. That user may not be able to
# reach the clone (/root, a mktemp folder): as_owner opens the folder first and drops its rights after that, and the
# programs know the folder by that open file, so that no parent folder is crossed.
PG_DATA=/proc/self/fd/7

# Given at every start, so that older clusters have them too. A failing statement, its row or its values may name a
# person: they go to whoever asked, not to the log.
PG_OPTIONS='-c client_connection_check_interval=2s -c log_min_error_statement=panic -c log_error_verbosity=terse'

pg_newest() { # /usr/lib/postgresql/N of the newest version that has PostGIS, or nothing
  local folder
  for folder in $(printf '%s\n' /usr/lib/postgresql/* | sort -Vr); do
    if [[ -x $folder/bin/initdb && -e /usr/share/postgresql/${folder##*/}/extension/postgis.control ]]; then
      echo "$folder"
      return
    fi
  done
}

pg_bin() { # DIR: the programs of the version that made the cluster
  local version bin
  version=$(<"$1/data/PG_VERSION")
  bin=/usr/lib/postgresql/$version/bin
  [[ -x $bin/postgres ]] ||
    die "The database in $1 was made by PostgreSQL $version, which is no longer installed: install postgresql-$version-postgis-3, or remove $1 to begin with an empty database."
  echo "$bin"
}

as_owner() { # FOLDER COMMAND…: runs the command as the owner of the folder, which it can find at $PG_DATA
  local folder=$1 owner group
  shift
  owner=$(stat -c %u "$folder")
  group=$(stat -c %g "$folder")
  (
    exec 7<"$folder" 5>&- 6>&- 8>&- 9>&-
    cd /
    export LC_ALL=C.UTF-8
    if ((EUID == 0)); then exec setpriv --reuid="$owner" --regid="$group" --clear-groups -- "$@"; fi
    exec "$@"
  )
}

cluster_init() { # DIR durable|throwaway
  local dir=$1 fresh=$1/data.new options=()
  [[ ! -d $dir/data ]] || return 0
  [[ $2 == durable ]] || options=(--no-sync)
  rm -rf "$fresh"
  mkdir -m 700 "$fresh"
  new_password "$dir/password"
  if ((EUID == 0)); then
    id postgres >/dev/null 2>&1 || die "The system user postgres is missing, and PostgreSQL refuses to run as root: run this as an ordinary user."
    chown postgres: "$fresh" "$dir/password"
  fi
  as_owner "$fresh" "$(pg_newest)/bin/initdb" -D "$PG_DATA" --encoding=UTF8 --locale=C.UTF-8 "${options[@]}" \
    --username=portal --auth=scram-sha-256 --pwfile=/proc/self/fd/3 3<"$dir/password" >"$dir/log" 2>&1 ||
    { tail -n 5 "$dir/log" >&2; die "The database could not be made: the lines above are the end of $dir/log."; }
  cluster_settings "$2" >>"$fresh/postgresql.conf"
  mv "$fresh" "$dir/data"
}

new_password() { # FILE
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$1.new"
  mv "$1.new" "$1"
}

cluster_settings() { # durable|throwaway
  cat <<'CONF'

# Set by scripts/cluster.sh
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
cluster_name = 'buurtbegroting'
max_connections = 60
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 16MB
maintenance_work_mem = 128MB
max_wal_size = 2GB
random_page_cost = 1.1
CONF
  [[ $1 == durable ]] || printf '%s = off\n' fsync synchronous_commit full_page_writes
  # Test classes run side by side, each with a portal of its own.
  [[ $1 == durable ]] || echo 'max_connections = 200'
}

cluster_running() { # DIR: whether the server of postmaster.pid is alive and ours; a number alone may be someone else by now
  local pid
  pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null) || return 1
  [[ $pid =~ ^[0-9]+$ ]] && works_there "$1/data" "/proc/$pid/cwd"
}

works_there() { # FOLDER PATTERN: whether one of these processes has the folder as its working directory
  # shellcheck disable=SC2016 # the inner shell expands it
  as_owner "$1" sh -c 'for cwd in $2; do [ "$cwd" -ef "$1" ] && exit 0; done; exit 1' sh "$PG_DATA" "$2"
}

end_orphans() { # FOLDER: whoever was busy when the server was killed would keep the memory that the next one needs
  for _ in {1..25}; do
    # shellcheck disable=SC2016 # the inner shell expands it
    as_owner "$1" sh -c '
      for process in /proc/[0-9]*; do
        [ "$process/cwd" -ef "$1" ] && read -r name <"$process/comm" && [ "$name" = postgres ] || continue
        kill -QUIT "${process#/proc/}" && left=yes
      done 2>/dev/null
      [ -n "${left-}" ]' sh "$PG_DATA" || return 0
    sleep 0.2
  done
}

cluster_start() { # DIR: on the port it had, or another when that is taken
  local dir=$1 bin port
  bin=$(pg_bin "$dir")
  end_orphans "$dir/data"
  # After a crash PostgreSQL believes any live process with the old number; we know that nobody is there.
  works_there "$dir/data" '/proc/[0-9]*/cwd' || rm -f "$dir/data/postmaster.pid"
  rotate_log "$dir/log"
  for _ in 1 2 3; do
    port=$(cat "$dir/port" 2>/dev/null || true)
    if [[ ! $port =~ ^[0-9]+$ ]] || port_taken "$port"; then
      port=$(free_port)
      echo "$port" >"$dir/port"
    fi
    if as_owner "$dir/data" "$bin/pg_ctl" start -D "$PG_DATA" -s -w -t 60 -o "-p $port $PG_OPTIONS" >>"$dir/log" 2>&1; then return 0; fi
  done
  tail -n 5 "$dir/log" >&2
  die "The database does not start: the lines above are the end of $dir/log."
}

cluster_stop() { # DIR
  cluster_running "$1" || return 0
  local bin
  bin=$(pg_bin "$1")
  as_owner "$1/data" "$bin/pg_ctl" stop -D "$PG_DATA" -s -w -t 30 -m fast >>"$1/log" 2>&1 ||
    as_owner "$1/data" "$bin/pg_ctl" stop -D "$PG_DATA" -s -w -t 30 -m immediate >>"$1/log" 2>&1
}

cluster_psql() { # DIR DATABASE ARGUMENT…
  local dir=$1 database=$2
  shift 2
  PGPASSWORD=$(<"$dir/password") "$(pg_bin "$dir")/psql" -X -q -v ON_ERROR_STOP=1 \
    -h 127.0.0.1 -p "$(<"$dir/port")" -U portal -d "$database" "$@"
}

cluster_create_database() { # DIR NAME
  [[ $(cluster_psql "$1" postgres -Atc "select 1 from pg_database where datname = '$2'") == 1 ]] ||
    cluster_psql "$1" postgres -c "create database $2"
}

# The roles are those of the migrations, which may not have run yet. Of the 57 connections that are not the owner's, the
# site's logins leave seven to imports: two nodes have room, and the second is short only when both are at their most.
cluster_logins() { # DIR DATABASE: portal_site reads, portal_import writes rows, portal_staf is staff; none owns anything
  local dir=$1 login
  for login in portal_site portal_import portal_staf; do
    [[ -s $dir/password.$login ]] || new_password "$dir/password.$login"
  done
  cluster_psql "$dir" "$2" <<SQL
set client_min_messages = warning;
do \$\$
begin
  if not exists (select from pg_roles where rolname = 'portal_lezer') then create role portal_lezer nologin; end if;
  if not exists (select from pg_roles where rolname = 'portal_schrijver') then create role portal_schrijver nologin bypassrls; end if;
  if not exists (select from pg_roles where rolname = 'portal_beheer') then create role portal_beheer nologin bypassrls; end if;
  if not exists (select from pg_roles where rolname = 'portal_staf') then create role portal_staf; end if;
  if not exists (select from pg_roles where rolname = 'portal_site') then create role portal_site; end if;
  if not exists (select from pg_roles where rolname = 'portal_import') then create role portal_import; end if;
end \$\$;
alter role portal_site login nosuperuser nocreatedb nocreaterole nobypassrls connection limit 50 password '$(<"$dir/password.portal_site")';
alter role portal_site set default_transaction_read_only = on;
alter role portal_import login nosuperuser nocreatedb nocreaterole nobypassrls password '$(<"$dir/password.portal_import")';
alter role portal_import set log_min_messages = log; -- an error may quote the value that it is about
alter role portal_staf login nosuperuser nocreatedb nocreaterole nobypassrls connection limit 10 password '$(<"$dir/password.portal_staf")';
grant portal_lezer to portal_site;
grant portal_beheer to portal_staf;
grant portal_schrijver to portal_import;
grant portal_lezer to portal_schrijver; -- who looks at a concept sees it with the rights of the public
revoke create on schema public from public; -- PostgreSQL before 15 lets everyone
SQL
}

cluster_npgsql() { # DIR DATABASE [LOGIN]: the connection string, of the owner by default
  local login=${3:-portal} file=$1/password${3:+.$3}
  echo "Host=127.0.0.1;Port=$(<"$1/port");Database=$2;Username=$login;Password=$(<"$file")"
}
