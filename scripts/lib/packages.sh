# shellcheck shell=bash
# Debian packages: which component needs what, and installing what is missing.

# Header-only libraries and the build tools that native and web builds share; xz unpacks Debian's source archives.
packages_common=(cmake ninja-build ccache xz-utils python3 libstb-dev nlohmann-json3-dev doctest-dev libutfcpp-dev libcli11-dev)
packages_native=(g++ libsdl2-dev libbenchmark-dev)
packages_web=(emscripten)
packages_fonts=(python3 python3-fonttools python3-brotli fonts-lxgw-wenkai fonts-dejavu-core)
packages_browser=(chromium firefox-esr)
packages_validator=(python3-jsonschema)
packages_pictures=(python3-pil)
packages_check=(clang libclang-rt-dev llvm clang-format clang-tidy shellcheck)
export packages_common packages_native packages_web packages_fonts packages_browser packages_validator packages_pictures packages_check

missing_packages() {
    local package
    local -A installed=()
    while read -r package; do installed[$package]=1; done < <(
        dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
            sed -n 's/^installed //p'
    )
    for package in "$@"; do
        if [[ -z ${installed[$package]:-} ]]; then printf '%s\n' "$package"; fi
    done
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "Installing packages needs root, and sudo is not installed." "Run this as root:  $*"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=600 \
        -o Acquire::Retries=3 install --yes --no-install-recommends "$@"
}

# Packages asked for by the caller that the machine lacks are installed; nothing is upgraded.
install_packages() {
    if ! command -v dpkg-query >/dev/null; then
        fail "This set-up uses Debian's packages, and this machine has no dpkg." \
            "Use Debian 12 or later (a container or a virtual machine will do)."
    fi
    local missing
    mapfile -t missing < <(missing_packages "$@")
    if ((${#missing[@]} == 0)); then return; fi
    step "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    # The first try uses the package lists as they are: refreshing them takes time and is rarely needed.
    if apt_candidates "${missing[@]}" && quietly apt_install "${missing[@]}"; then return; fi
    say "Refreshing the package lists …"
    quietly as_root apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=600 update ||
        fail "apt-get update failed (see above)." "Check the network and /etc/apt/sources.list*, then run this again."
    apt_candidates "${missing[@]}" ||
        fail "Debian does not offer: $(unavailable_packages "${missing[@]}" | tr '\n' ' ')" \
            "Set-up is made for Debian 12; check that /etc/apt lists its main component."
    quietly apt_install "${missing[@]}" ||
        fail "apt-get could not install: ${missing[*]}" "The reason is above; mend it and run this again."
}

unavailable_packages() {
    local package
    for package in "$@"; do
        if ! apt-cache show "$package" >/dev/null 2>&1; then printf '%s\n' "$package"; fi
    done
}
apt_candidates() { [[ -z $(unavailable_packages "$@") ]]; }

# Node.js 18 or later with npm, of whatever origin; Debian's own when there is none.
install_node() {
    if ! command -v node >/dev/null; then install_packages nodejs; fi
    local major
    major=$(node_major)
    if [[ -z $major ]] || ((major < 18)); then
        fail "Node.js 18 or later is needed; 'node' here is $(node --version 2>/dev/null || echo broken)." \
            "Remove it from PATH, or install a newer one."
    fi
}
install_npm() {
    install_node
    if ! command -v npm >/dev/null; then install_packages npm; fi
}
