#!/usr/bin/env node
import bundle = require("./bundle.cjs");

/** As shells say it of what Ctrl-C has ended. */
const INTERRUPTED = 130;

const { argv, env, stdout, stderr } = process;

// who no longer listens is told no more, and the work goes on
for (const stream of [stdout, stderr]) stream.on("error", () => {});

const opened = bundle.openBundle();
if (argv.includes("--all")) process.once("SIGINT", interrupted);
// what is compiled with other settings would not be used at the next start
else if (opened.isCompiled) bundle.optimizeLate();

const { run } = opened.evaluate();
run(argv.slice(2), { stdout, stderr, env, project: process.cwd() }).then(end);

/** Ends as soon as all is told: to take down in order what is in memory takes longer than to leave it. */
function end(code: number): void {
  opened.keepCompiled();
  stdout.write("", () => stderr.write("", () => process.exit(code)));
}

/** Each file is there whole or not at all, so nothing need be put in order. */
function interrupted(): never {
  stderr.write("\n中断了。做好的都在；再运行一次，就接着做完。\n");
  process.exit(INTERRUPTED);
}
