# shellcheck shell=bash
# Third-party *sources* from Debian's archives, for what must be compiled to WebAssembly (and natively from the very
# same files, so that both give the same result). They come through a private apt configuration: its own lists and
# cache, the machine's own mirror and keyring with the suite exchanged; the system's package sources stay as they are.

# Prints "URI keyring" of the machine's Debian archive; handles *.list and *.sources alike, because apt itself answers.
debian_archive() {
    local answer uri release keyring
    answer=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(SIGNED_BY)' 'Identifier: Packages' 2>/dev/null |
        grep -v -e '-security' -e '-backports' -e '-updates' || true)
    # Prefer a repository that is plainly Debian's main archive over third parties' additions.
    answer=$(grep -E '/debian/? ' <<<"$answer" | head -n 1 || head -n 1 <<<"$answer")
    read -r uri release keyring <<<"$answer"
    if [[ -z ${uri:-} ]]; then
        fail "apt lists no Debian archive to fetch sources from." \
            "Check /etc/apt/sources.list and /etc/apt/sources.list.d."
    fi
    if [[ ! -r ${keyring:-} ]]; then
        keyring=/usr/share/keyrings/debian-archive-keyring.gpg
        if [[ ! -r $keyring ]]; then keyring=; fi
    fi
    printf '%s %s\n' "$uri" "$keyring"
}

# private_apt SUITE COMMAND…: apt-get or apt-cache that knows only this suite's sources.
# An index past its date is as good as a new one: versions are pinned, and a mirror may have stood still for weeks.
private_apt() {
    local suite=$1 home=$cache/apt/$1
    shift
    local command=$1
    shift
    "$command" -o Dir::Etc::sourcelist="$home/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null \
        -o Dir::State="$home/state" -o Dir::State::status="$home/status" -o Dir::Cache="$home/cache" \
        -o APT::Sandbox::User=root -o Acquire::Languages=none -o Acquire::Retries=3 \
        -o Acquire::Check-Valid-Until=false "$@"
}

# Once per set-up and suite: a signed index that is minutes old is as good as a new one.
refresh_suite() {
    local suite=$1 home=$cache/apt/$1 uri keyring
    if [[ -n $(find "$home/fresh" -mmin -60 2>/dev/null) ]]; then return 0; fi
    read -r uri keyring < <(debian_archive)
    mkdir -p "$home"/state/lists/partial "$home"/cache/archives/partial
    : >"$home/status"
    printf 'deb-src %s%s %s main\n' "${keyring:+[signed-by=$keyring] }" "$uri" "$suite" >"$home/sources.list"
    quietly private_apt "$suite" apt-get -qq update || return 1
    touch "$home/fresh"
}

# Prints the full Debian versions of a package that a suite offers, newest first.
offered_versions() {
    private_apt "$1" apt-cache showsrc --only-source "$2" 2>/dev/null | sed -n 's/^Version: //p' | sort -ruV
}

upstream_version() { sed -e 's/^[0-9]*://' -e 's/-[^-]*$//' <<<"$1"; }

has_hash() {
    if [[ -z $1 || $(sha256sum <"$2") == "$1  -" ]]; then return 0; fi
    warn "${2##*/} is not the file that scripts/lib/sources.txt names: its hash differs."
    return 1
}

# download_source SUITE PACKAGE VERSION FOLDER [SHA-256]: the original tarball, unpacked.
# Only that: Debian's own changes to these packages concern packaging.
download_source() {
    local suite=$1 package=$2 version=$3 folder=$4 hash=${5:-} work
    work=$(mktemp -d "$cache/tmp.XXXXXX")
    if (cd "$work" && quietly private_apt "$suite" apt-get -qq source --download-only --tar-only "$package=$version") &&
        has_hash "$hash" "$work"/*.orig.tar.* && mkdir -p "$work/tree" &&
        tar -xf "$work"/*.orig.tar.* -C "$work/tree" --strip-components=1 --no-same-owner; then
        mkdir -p "$(dirname "$folder")"
        rm -rf "$folder"
        mv "$work/tree" "$folder"
        rm -rf "$work"
    else
        rm -rf "$work"
        return 1
    fi
}

# fetch_source PACKAGE: into the cache; prints the folder. The pinned version where a suite offers it, else the newest
# that is new enough, and then it says so.
fetch_source() {
    local package=$1 wanted oldest hash suites suite version upstream folder found
    read -r _ wanted oldest hash suites < <(grep "^$package " "$root/scripts/lib/sources.txt")
    folder=$cache/sources/$package-$wanted
    if [[ -d $folder ]]; then
        printf '%s\n' "$folder"
        return
    fi
    step "Fetching the source of $package $wanted"
    for suite in $suites; do
        refresh_suite "$suite" || continue
        for version in $(offered_versions "$suite" "$package"); do
            if [[ $(upstream_version "$version") != "$wanted" ]]; then continue; fi
            if download_source "$suite" "$package" "$version" "$folder" "$hash"; then
                printf '%s\n' "$folder"
                return
            fi
        done
    done
    # Look for one taken as a substitute before, then for the newest on offer.
    found=$(find "$cache/sources" -maxdepth 1 -name "$package-*" 2>/dev/null | sort -V | tail -n 1)
    if [[ -n $found ]]; then
        warn "$package $wanted is not to be had; using ${found##*/} from the cache instead."
        printf '%s\n' "$found"
        return
    fi
    for suite in $suites; do
        for version in $(offered_versions "$suite" "$package"); do
            upstream=$(upstream_version "$version")
            if dpkg --compare-versions "$upstream" lt "$oldest"; then continue; fi
            folder=$cache/sources/$package-$upstream
            if download_source "$suite" "$package" "$version" "$folder"; then
                warn "$package $wanted is not to be had; took $upstream from Debian $suite instead."
                printf '%s\n' "$folder"
                return
            fi
        done
    done
    fail "The source of $package $wanted (or a later one) could not be fetched from Debian ($suites)." \
        "Check that the machine's Debian mirror answers (apt-get update) and carries these suites, then run this again."
}
