#!/bin/sh
# Runs the vendor's Python SDK against a sandbox: Tests/SDK/run.sh PATH-OF-PROXY-AUDIT
#
# PYTHON names the interpreter (python3 unless set), which must have the package twilio.
set -eu

folder=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}

if [ $# -ne 1 ] || [ ! -x "$1" ]; then
    echo "usage: run.sh PATH-OF-PROXY-AUDIT (a program that can be run)" >&2
    exit 64
fi

fail() {
    echo "error: the SDK check cannot run: $1" >&2
    exit 1
}

command -v "$python" >/dev/null 2>&1 || fail "there is no $python"
wanted=$(sed -n 's/^twilio==//p' "$folder/requirements.txt")
found=$("$python" -c 'import twilio; print(twilio.__version__)' 2>/dev/null) ||
    fail "$python has no package twilio; install it with: $python -m pip install -r Tests/SDK/requirements.txt"
[ "$found" = "$wanted" ] || echo "note: twilio $found is installed, the check is written for $wanted"

output=$(mktemp -d)
server=
stop() {
    status=$?
    trap - EXIT
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$output"
    exit "$status"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

: >"$output/stdout"
"$1" sandbox --port 0 --seed "$folder/seed.json" >"$output/stdout" 2>"$output/stderr" &
server=$!

url=
tries=0
while [ -z "$url" ]; do
    url=$(sed -n 's/^listening on \(http:.*\)$/\1/p' "$output/stdout" | head -n 1)
    [ -n "$url" ] && break
    tries=$((tries + 1))
    if ! kill -0 "$server" 2>/dev/null || [ "$tries" -gt 300 ]; then
        echo "error: the sandbox did not start:" >&2
        cat "$output/stdout" "$output/stderr" >&2
        exit 1
    fi
    sleep 0.1
done

"$python" "$folder/twilio_sdk_check.py" "$url" ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa made-up-token-of-the-sdk-check
