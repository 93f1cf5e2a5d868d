# shellcheck shell=bash
# What the machine needs: the .NET SDK has to be there, Debian packages are installed when they are missing.

LIBMAN_NODE=18 # the oldest Node that scripts/restore-libs.mjs runs on

install_missing() { # base | test | bench
  (umask "$CALLER_UMASK" && mkdir -p "$LOCAL" "$HOME") 2>/dev/null || true
  [[ -w $LOCAL ]] || die "The folder $LOCAL belongs to another user: run this as that user, or remove the folder and try again."
  make_private "$LOCAL" -maxdepth 1 -type f -user "$EUID"
  require_dotnet
  local needed=() packages=()
  mapfile -t needed < <(missing_tools "$1")
  ((${#needed[@]})) || return 0

  local apt=(apt-get)
  has apt-get || die "Missing: ${needed[*]}; this machine has no apt-get, so install them with its own package manager and run this again."
  if ((EUID != 0)); then
    if ! has sudo || ! sudo -n true 2>/dev/null; then
      die "Missing: ${needed[*]}; installing needs rights that you do not have now, so run \`sudo apt-get update && sudo apt-get install --no-install-recommends $(package_hint "${needed[@]}")\` and then this again."
    fi
    apt=(sudo -n env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get)
  fi
  apt+=(-q -o DPkg::Lock::Timeout=120)
  export DEBIAN_FRONTEND=noninteractive

  say "Fetching the list of packages..."
  logged apt.log "${apt[@]}" update || die "apt-get update failed (see $LOCAL/apt.log): check the network and try again."
  mapfile -t packages < <(for tool in "${needed[@]}"; do package_of "$tool"; done)
  say "Installing ${packages[*]}..."
  logged apt.log "${apt[@]}" install -y --no-install-recommends "${packages[@]}" ||
    die "Installing ${packages[*]} failed (see $LOCAL/apt.log): install them by hand and run this again."

  mapfile -t needed < <(missing_tools "$1")
  ((${#needed[@]} == 0)) || die "Still missing after the installation: ${needed[*]}; this system's packages are too old or incomplete, so install them by hand (Node.js $LIBMAN_NODE or newer: https://nodejs.org)."
}

require_dotnet() {
  local folder
  for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet; do
    has dotnet && break
    if [[ -x $folder/dotnet ]]; then PATH=$folder:$PATH; fi
  done
  if ! has dotnet || ! dotnet --list-sdks | grep -q '^10\.'; then
    die "The .NET SDK 10 is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 (or the package dotnet-sdk-10.0) and run this again."
  fi
  # The published portal looks for the runtime in the usual folders only, unless told.
  DOTNET_ROOT=${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}
  export DOTNET_ROOT
}

missing_tools() { # base | test | bench: one word per line
  [[ -n $(pg_newest) || ($1 == base && -n ${PORTAL_DB:-}) ]] || echo postgis
  has ogr2ogr || echo ogr2ogr
  has node && [[ $(node -p 'parseInt(process.versions.node)') -ge $LIBMAN_NODE ]] || echo node
  has npm || echo npm
  case $1 in
    test) [[ -n $(chromium_path) ]] || echo chromium ;;
    bench)
      has wrk || echo wrk
      [[ -n $(nginx_path) ]] || echo nginx
      has curl || echo curl
      ;;
  esac
}

package_of() { # TOOL
  case $1 in
    postgis)
      local newest
      newest=$(apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' | cut -d' ' -f1 | sort -V | tail -n 1)
      [[ -n $newest ]] || die "No package postgresql-*-postgis-3 is available here: install PostgreSQL with PostGIS 3 by hand."
      echo "$newest"
      ;;
    ogr2ogr) echo gdal-bin ;;
    chromium) [[ -n $(apt-cache search --names-only '^chromium-headless-shell$') ]] && echo chromium-headless-shell || echo chromium ;;
    node) echo nodejs ;;
    nginx) echo nginx-light ;;
    *) echo "$1" ;;
  esac
}

package_hint() { # the same, for someone who has to type it: apt's list may not be there yet
  local tool
  for tool in "$@"; do
    if [[ $tool == postgis ]]; then echo "'postgresql-*-postgis-3'"; else package_of "$tool"; fi
  done | paste -sd' '
}

# The shell of Chromium without its windows walks the pages in half the time; Ubuntu has only the whole browser.
chromium_path() { command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome || true; }
nginx_path() { PATH=$PATH:/usr/sbin command -v nginx || true; }
