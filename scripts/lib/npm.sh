# shellcheck shell=bash
# npm packages, by the lock files in scripts/npm/<set>/: each set is installed once into the cache, and its packages are
# linked into build/deps/node_modules, where tests and scripts find them (see tests/browser and scripts/fonts).

ensure_npm() {
    local set=$1 folder=$root/scripts/npm/$1 verb=ci key output work package
    # Typst's compiler names builds for platforms that were never published; `npm ci` refuses a lock without them.
    if [[ $set == oracle ]]; then verb=install; fi
    key=$(hash_of "$folder/package.json" "$folder/package-lock.json")
    output=$cache/npm/$set-$key
    if [[ ! -d $output ]]; then
        install_npm
        step "Installing npm packages ($set)"
        mkdir -p "$cache/npm"
        work=$(mktemp -d "$cache/tmp.XXXXXX")
        cp "$folder"/package{,-lock}.json "$work/"
        if ! (cd "$work" && quietly npm "$verb" --ignore-scripts --no-audit --no-fund --loglevel=error); then
            rm -rf "$work"
            fail "npm could not install the packages of scripts/npm/$set (see above)." \
                "Check that npm reaches its registry (npm ping), then run this again."
        fi
        mv "$work" "$output"
    fi
    for package in "$output"/node_modules/[!@.]* "$output"/node_modules/@*/*; do
        if [[ -d $package ]]; then link "$package" "$deps/node_modules/${package#"$output/node_modules/"}"; fi
    done
}
