#!/usr/bin/env node
import { openBundle, optimizeLate } from "./bundle.js";

const { argv, env, stdout, stderr } = process;

// who no longer listens is told no more, and the work goes on
for (const stream of [stdout, stderr]) stream.on("error", () => {});

if (!argv.includes("--all")) optimizeLate();
const { run } = openBundle().evaluate();
process.exitCode = await run(argv.slice(2), { stdout, stderr, env, project: process.cwd() });
