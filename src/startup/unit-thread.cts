import bundle = require("./bundle.cjs");

// What a thread of a batch begins with.

export = bundle.openBundle().evaluate().buildUnit;
