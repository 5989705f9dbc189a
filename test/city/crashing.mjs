// Loaded before a run over many units: the thread that reads unit 500002 ends, and the one that reads 500003 comes upon
// an error that nobody has thought of.
import crypto from "node:crypto";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

const { readFileSync } = fs;
const { createHash } = crypto;

fs.readFileSync = (path, ...options) => {
  if (isMainThread) return readFileSync(path, ...options);
  if (String(path).includes("data/500002")) process.exit(3);
  if (String(path).includes("data/500003")) hashOnceBadly();
  return readFileSync(path, ...options);
};
if (!isMainThread) syncBuiltinESMExports();

function hashOnceBadly() {
  crypto.createHash = () => {
    crypto.createHash = createHash;
    syncBuiltinESMExports();
    throw new TypeError("没有料到");
  };
  syncBuiltinESMExports();
}
