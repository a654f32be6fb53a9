# shellcheck shell=bash
# Running the suites and adding up what they say. Each run_… prints the suite's own output and adds to `passed` and
# `failed`; a suite that ends without its summary (a crash, a time-out) counts as one failure.

passed=0
failed=0

# add NAME PASSED FAILED STATUS
add() {
    local name=$1 good=$2 bad=$3 status=$4
    if ((status != 0 && bad == 0)); then
        say "$name: ended with status $status"
        bad=1
    fi
    printf '%s: %d passed, %d failed\n' "$name" "$good" "$bad"
    passed=$((passed + good))
    failed=$((failed + bad))
}

# doctest_run LOG COMMAND…: what it prints goes to LOG; its status is the suite's.
doctest_run() {
    local log=$1
    shift
    (cd "$root" && SIXIANG_SOURCE_DIR=$root SIXIANG_FONTS=$build/fonts timeout 900 "$@" --no-colors) >"$log" 2>&1
}

# add_doctest NAME LOG STATUS: prints the log and adds up its summary.
add_doctest() {
    local name=$1 log=$2 status=$3 good=0 bad=0
    cat "$log"
    read -r good bad < <(
        sed -nE 's/^\[doctest\] test cases: *[0-9]+ *\| *([0-9]+) passed *\| *([0-9]+) failed.*/\1 \2/p' "$log" |
            tail -n 1
    ) || { good=0 bad=0 status=$((status ? status : 1)); }
    rm -f "$log"
    add "$name" "$good" "$bad" "$status"
}

# run_in_halves NAME COMMAND…: the suite in two processes, one a core, each with about half of the work.
run_in_halves() {
    local name=$1 filter part pids=() logs=()
    local -r half='*unit/layout/*,*unit/brief/*'
    shift
    step "Testing: $name"
    for filter in "--source-file=$half" "--source-file-exclude=$half"; do
        logs+=("$(mktemp)")
        doctest_run "${logs[-1]}" "$@" "$filter" &
        pids+=($!)
    done
    for part in 0 1; do
        local status=0
        wait "${pids[part]}" || status=$?
        add_doctest "$name, part $((part + 1))" "${logs[part]}" "$status"
    done
}

# run_native_tests NAME PRESET
run_native_tests() { run_in_halves "$1" "$(build_folder "$2")/sixiang_tests"; }

run_wasm_tests() {
    local options
    mapfile -t options < <(node_wasm_options)
    run_in_halves "wasm under node" node "${options[@]}" "$build/wasm/sixiang_tests.js"
}

run_script_tests() {
    local log status=0 file
    for file in "$root"/scripts/tests/*_test.py; do
        step "Testing: scripts/tests/${file##*/}"
        log=$(mktemp)
        status=0
        timeout 600 "$python" "$file" >"$log" 2>&1 || status=$?
        cat "$log"
        local ran bad skipped
        ran=$(sed -nE 's/^Ran ([0-9]+) tests?.*/\1/p' "$log")
        bad=$(awk -F'[^0-9a-z]+' '/^FAILED \(/ {for (i = 1; i < NF; ++i) if ($i == "failures" || $i == "errors") n += $(i + 1)}
            END {print n + 0}' "$log")
        skipped=$(sed -nE 's/^(OK|FAILED) .*skipped=([0-9]+).*/\2/p' "$log")
        rm -f "$log"
        add "${file##*/}" $((${ran:-0} - bad - ${skipped:-0})) "$bad" "$status"
    done
}

run_browser_tests() {
    SIXIANG_CHROMIUM=${SIXIANG_CHROMIUM:-$(command -v chromium)} run_node_tests "browser" "$root"/tests/browser/*.test.mjs
}

run_oracle_tests() { run_node_tests "oracle" "$root"/tests/oracle/*.test.mjs; }

# run_node_tests NAME FILE…
run_node_tests() {
    local name=$1 log status=0
    shift
    if [[ ! -e $1 ]]; then return; fi
    step "Testing: $name"
    log=$(mktemp)
    (cd "$root" && SIXIANG_SOURCE_DIR=$root timeout 1500 node --test --test-reporter=tap "$@") >"$log" 2>&1 || status=$?
    cat "$log"
    # The last of each: a test's own output may hold such lines too.
    count() { awk -v name="$1" '$1 == "#" && $2 == name {n = $3} END {print n + 0}' "$log"; }
    local good bad
    good=$(count pass)
    bad=$(($(count fail) + $(count cancelled)))
    rm -f "$log"
    add "$name" "$good" "$bad" "$status"
}
