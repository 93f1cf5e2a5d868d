# shellcheck shell=bash
# The clusters of scripts/cluster.sh in use: the portal's own, which several may share, and a throw-away one.

# ---- the portal's own database

open_database() { # sets PORTAL_DB of the site, of staff, of imports and of migrations, unless the caller points at a database
  [[ -z ${PORTAL_DB:-} ]] || return 0
  local dir=$LOCAL/pg
  mkdir -p "$dir"
  [[ $EUID == 0 || (-O $dir && (! -e $dir/data || -O $dir/data)) ]] || die "The database in $dir belongs to another user: run this as that user."
  chmod 700 "$dir"
  make_private "$dir" -maxdepth 1 -type f -user "$EUID"
  # Everyone who uses the cluster holds a shared lock (9); whoever leaves last stops it.
  exec 9>"$dir/in-use"
  flock -s 9
  PORTAL_OPENED=$dir
  start_database "$dir"
  PORTAL_DB=$(cluster_npgsql "$dir" portal portal_site)
  PORTAL_DB_IMPORT=$(cluster_npgsql "$dir" portal portal_import)
  PORTAL_DB_BEHEER=$(cluster_npgsql "$dir" portal portal_staf)
  PORTAL_DB_MIGRATE=$(cluster_npgsql "$dir" portal)
  export PORTAL_DB PORTAL_DB_IMPORT PORTAL_DB_BEHEER PORTAL_DB_MIGRATE
}

start_database() { # DIR: one at a time (8)
  exec 8>"$1/starting"
  flock 8
  if ! cluster_running "$1"; then
    say "Starting the database..."
    cluster_init "$1" durable
    cluster_start "$1"
  fi
  cluster_create_database "$1" portal
  cluster_logins "$1" portal
  exec 8>&-
}

close_database() {
  [[ -n ${PORTAL_OPENED:-} ]] || return 0
  if flock -n -x 9; then cluster_stop "$PORTAL_OPENED"; fi
  exec 9>&-
  PORTAL_OPENED=
}

# ---- a throw-away cluster, for tests and measurements

open_throwaway() { # sets THROWAWAY, a folder that goes with the cluster in it
  local left
  unset PORTAL_DB PORTAL_DB_IMPORT PORTAL_DB_BEHEER PORTAL_DB_MIGRATE # what is tried here stays away from anyone's real database
  for left in "$LOCAL"/throwaway.*; do # of a run that was killed
    [[ -d $left ]] && flock -n "$left/lock" true && remove_throwaway "$left"
  done
  THROWAWAY=$(mktemp -d "$LOCAL/throwaway.XXXXXX")
  exec 9>"$THROWAWAY/lock"
  flock 9
  mkdir -m 700 "$THROWAWAY/pg"
  cluster_init "$THROWAWAY/pg" throwaway
  cluster_start "$THROWAWAY/pg"
}

close_throwaway() {
  [[ -n ${THROWAWAY:-} ]] || return 0
  remove_throwaway "$THROWAWAY"
  THROWAWAY=
}

remove_throwaway() {
  cluster_stop "$1/pg" || true
  rm -rf "$1"
}
