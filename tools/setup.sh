# Sourced by run and test: installs what is missing, builds a preset. Everything said here goes to standard error.
# Requires: $root, the checkout's folder.

export HOME="${HOME:-$root/build/home}"

say() { echo "skydraft: $*" >&2; }

# install_packages run|test: the Debian packages of tools/packages.txt that are not there yet.
install_packages() {
  command -v dpkg-query >/dev/null || { say "not Debian: taking for granted what tools/packages.txt lists"; return 0; }
  local missing
  missing=$(missing_packages $(awk -v level="$1" '$1 == "run" || $1 == level { print $2 }' "$root/tools/packages.txt"))
  if [[ -n ${missing// /} ]]; then apt_install $missing; fi
}

apt_install() {
  say "installing: $*"
  local apt=(apt-get -o Acquire::Retries=3 -qq)
  if [[ -z ${apt_updated:-} ]]; then
    as_root "${apt[@]}" update >&2 || say "the list of packages could not be brought up to date"
    apt_updated=yes
  fi
  if ! as_root env DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends "$@" >&2; then
    say "could not install: $*"
    return 1
  fi
}

missing_packages() {
  local present
  present=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | awk '$2 == "installed" { print $1 }')
  comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$present") | tr '\n' ' '
}

as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    say "needs root, and there is no sudo: $*"
    return 1
  fi
}

# install_modules run|test: the npm packages of the lock file. Without them the program is built with its own glyphs, which is
# good enough to run but not to test.
install_modules() {
  if python3 -B "$root/tools/modules_current.py" "$1" || fetch_modules "$1"; then return 0; fi
  say "the icon packs could not be fetched; own glyphs stand in for them. Once you are online: npm ci"
  [[ $1 == run ]]
}

fetch_modules() {
  command -v npm >/dev/null || apt_install npm || return 1
  say "fetching the icon packs"
  local omit=()
  if [[ $1 == run ]]; then omit=(--omit=dev); fi
  (cd "$root" && npm ci --no-progress --loglevel=error "${omit[@]}" >&2)
}

# build <preset> [target ...]
build() {
  local preset=$1 quiet=--quiet
  shift
  if [[ -t 2 ]]; then quiet=; fi  # somebody is watching: show how far it is
  (cd "$root" && cmake --preset "$preset" --log-level=WARNING >/dev/null && ninja -C "build/$preset" $quiet "$@" >&2)
}
