#!/bin/sh
# Opens the desk, with the Node beside it where there is one.
cd "$(dirname "$0")" || exit 2
node=node
if [ -x ./node/bin/node ]; then node=./node/bin/node; fi
if ! "$node" --version >/dev/null 2>&1; then
  echo "没有找到 Node.js，要 20.19 以上的：https://nodejs.org"
  exit 2
fi
exec "$node" yusuan.cjs start "$@"
