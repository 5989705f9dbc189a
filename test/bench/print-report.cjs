// A process that prints a composed report once, started as the program is: from one file that V8 has compiled.
const { writeFileSync } = require("node:fs");
const { openBundle, optimizeLate } = require("../../dist/startup/bundle.cjs");

const [bundle, report, fonts, output] = process.argv.slice(2);
const opened = openBundle(bundle);
optimizeLate();
const print = opened.evaluate().openReport(report, fonts);
print().then((bytes) => {
  writeFileSync(output, bytes);
  process.exit();
});
