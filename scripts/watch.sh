# shellcheck shell=bash
# What ./start does while it runs: a database or a site that died by itself is brought back. Of the caller: `serve`, which
# starts the site and sets web and since; deaths, which begins at 0.

pause() { # SECONDS: a signal is heard at once, where a sleep in the foreground would be slept out
  sleep "$1" >/dev/null 2>&1 5>&- 6>&- 9>&- &
  nap=$!
  wait "$nap" || true
  nap=
}

watch_database() {
  [[ -n ${PORTAL_OPENED:-} ]] || return 0
  rotate_log "$PORTAL_OPENED/log"
  ! cluster_running "$PORTAL_OPENED" || return 0
  say "The database has stopped by itself (see $PORTAL_OPENED/log)."
  if ! (start_database "$PORTAL_OPENED"); then
    pause 10
    return 0
  fi
  local now
  now=$(cluster_npgsql "$PORTAL_OPENED" portal portal_site)
  if [[ $now != "$PORTAL_DB" ]]; then # its port was taken meanwhile
    PORTAL_DB=$now
    PORTAL_DB_BEHEER=$(cluster_npgsql "$PORTAL_OPENED" portal portal_staf)
    stop_child "$web"
    serve
  fi
  say "The database is back."
}

watch_site() {
  ! kill -0 "$web" 2>/dev/null || return 0
  tail -n 20 "$LOCAL/web.log" >&2
  ((SECONDS - since < 600)) || deaths=0
  deaths=$((deaths + 1))
  ((deaths <= 3)) || die "The portal stopped by itself, again: the lines above are the end of $LOCAL/web.log."
  say "The portal stopped by itself: the lines above are the end of $LOCAL/web.log. Starting it again..."
  pause $((deaths * 2))
  serve
}
