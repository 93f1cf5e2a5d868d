# shellcheck shell=bash
# The process that answers the internet: it is given the login that reads, and the archive to read in.
#
# Root gives it to a system user of its own. That user may not be able to reach the clone or the .NET runtime (/root), so
# it gets a copy of the program, for as long as it runs; and the archive as an open folder (6), as in as_owner.
SITE_USER=buurtbegroting
SITE_COPIES=/var/lib/buurtbegroting

serves() { # ARGUMENT…: whether the portal takes these as: serve
  case ${1:-serve} in --help | --version) return 1 ;; serve | --*) return 0 ;; *) return 1 ;; esac
}

open_site() { # [PORT]: sets SITE, the command that serves; after open_archive
  local right=
  ((${1:-1024} >= 1024)) || right=,+net_bind_service # which root has, and who it gives the site to has not
  AS_SITE=(setpriv --reuid="$SITE_USER" --regid="$SITE_USER" --clear-groups --inh-caps="-all$right" --ambient-caps="-all$right" --no-new-privs --)
  SITE=(env -u PORTAL_DB_MIGRATE)
  [[ ${PORTAL_STAF:-} == schrijft ]] || SITE+=(-u PORTAL_DB_IMPORT)
  if ((EUID == 0)); then
    share_archive
    copy_site
    exec 6<"$PORTAL_ARCHIEF"
    SITE+=(-C / -u TMPDIR HOME=/nonexistent PORTAL_ARCHIEF=/proc/self/fd/6)
    open_own sleutels Portal__Sleutels 7
    open_own uitgaven Portal__Uitgaven 4
    [[ ! -d $SITE_COPY/dotnet ]] || SITE+=(DOTNET_ROOT="$SITE_COPY/dotnet")
    SITE+=("${AS_SITE[@]}" "$SITE_COPY/app/Portal.Web")
  else
    SITE+=("$(readlink -f "$LOCAL/app")/Portal.Web")
  fi
}

# Beside the archive, for the site only: the keys of the sessions of staff, and the files of versions, which it makes.
open_own() { # WHAT SETTING FD
  [[ -z $(printenv "$2") ]] || return 0
  mkdir -p "$PORTAL_ARCHIEF-$1"
  chown -R "$SITE_USER:$SITE_USER" "$PORTAL_ARCHIEF-$1" # also what a restore put there
  chmod 700 "$PORTAL_ARCHIEF-$1"
  eval "exec $3<\"\$PORTAL_ARCHIEF-$1\""
  SITE+=("$2=/proc/self/fd/$3")
}

copy_site() { # sets SITE_COPY; what runs there holds its lock (5), and what nobody runs goes
  local left
  (umask 022 && mkdir -p "$SITE_COPIES")
  exec 8<"$SITE_COPIES"
  flock 8
  for left in "$SITE_COPIES"/*; do
    if [[ -d $left ]] && flock -n "$left/lock" true; then rm -rf "$left"; fi
  done
  SITE_COPY=$(mktemp -d "$SITE_COPIES/XXXXXX")
  exec 5>"$SITE_COPY/lock"
  flock 5
  exec 8<&-
  cp -r "$LOCAL/app/." "$SITE_COPY/app"
  if ! "${AS_SITE[@]}" test -r "$DOTNET_ROOT/host/fxr"; then
    mkdir -p "$SITE_COPY/dotnet/shared"
    cp -r "$DOTNET_ROOT/host" "$SITE_COPY/dotnet"
    cp -r "$DOTNET_ROOT"/shared/Microsoft.{NETCore,AspNetCore}.App "$SITE_COPY/dotnet/shared"
  fi
  chmod -R u=rwX,go=rX "$SITE_COPY"
}

close_site() {
  [[ -n ${SITE_COPY:-} ]] || return 0
  rm -rf "$SITE_COPY"
  SITE_COPY=
}

make_site_user() {
  id "$SITE_USER" >/dev/null 2>&1 ||
    (umask 022 && PATH=$PATH:/usr/sbin useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$SITE_USER") ||
    id "$SITE_USER" >/dev/null 2>&1 || # made by another at the same moment
    die "The system user $SITE_USER, who runs the site for root, could not be made: make it by hand, or run this as an ordinary user."
}

# ---- the archive: deliveries as they came, which may name persons

open_archive() {
  mkdir -p "$PORTAL_ARCHIEF" || die "The archive $PORTAL_ARCHIEF cannot be made: choose another folder with PORTAL_ARCHIEF."
  PORTAL_ARCHIEF=$(cd "$PORTAL_ARCHIEF" && pwd -P)
  ARCHIVE_OPENED=yes
  ((EUID)) || make_site_user
  share_archive
}

# After every load as well: a file keeps the rights that it was delivered with. The site reads what lies in the archive
# itself, and writes nothing; the lists of rejected and doubtful rows, in folders below, are not its business.
share_archive() {
  [[ -n ${ARCHIVE_OPENED:-} ]] || return 0
  if ((EUID == 0)); then
    local rights=2750
    if [[ ${PORTAL_STAF:-} == schrijft && ! -d $PORTAL_ARCHIEF/aanlevering ]]; then
      mkdir "$PORTAL_ARCHIEF/aanlevering" && chown "$SITE_USER:$SITE_USER" "$PORTAL_ARCHIEF/aanlevering"
    fi
    # What staff upload goes there; a command meanwhile must not shut it
    [[ ${PORTAL_STAF:-} != schrijft && ! -d $PORTAL_ARCHIEF/aanlevering ]] || rights=2770
    { chgrp "$SITE_USER" "$PORTAL_ARCHIEF" && chmod $rights "$PORTAL_ARCHIEF"; } 2>/dev/null ||
      say "The rights of the archive $PORTAL_ARCHIEF could not be set: is it read-only? The site may not be able to read it."
    make_private "$PORTAL_ARCHIEF" -mindepth 2
    make_private "$PORTAL_ARCHIEF" -mindepth 1 -maxdepth 1 -type d
    find "$PORTAL_ARCHIEF" -maxdepth 1 -type f \( ! -group "$SITE_USER" -o ! -perm 640 \) \
      -exec chgrp -f "$SITE_USER" {} + -exec chmod -f 640 {} + || true
  elif [[ $PORTAL_ARCHIEF == "$LOCAL/archief" ]]; then # a folder of one's own may be shared with a colleague
    make_private "$PORTAL_ARCHIEF" -user "$EUID"
  fi
}

make_private() { # FOLDER [FIND-OPTION…]; what another process takes away meanwhile is no failure
  find "$@" ! -type l -perm /077 -exec chmod -f go= {} + || true
}
