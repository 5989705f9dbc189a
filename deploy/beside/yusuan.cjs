// Starts the program that lies in the folder "program". Any Node reads this, so that it can say that it is too old.
var fs = require("node:fs");
var path = require("node:path");

var NEEDED = [20, 19];
var version = process.versions.node.split(".").map(Number);

if (version[0] < NEEDED[0] || (version[0] === NEEDED[0] && version[1] < NEEDED[1])) {
  console.error("Node.js 是 " + process.versions.node + "，要 20.19 以上的：https://nodejs.org");
  process.exit(2);
}
if (process.argv[2] === "start" && !hasData(process.cwd())) fs.mkdirSync("data");
require("./program/dist/startup/cli.cjs");

/** Whether data lies in the folder or in one around it. */
function hasData(folder) {
  return fs.existsSync(path.join(folder, "data")) || (folder !== path.dirname(folder) && hasData(path.dirname(folder)));
}
