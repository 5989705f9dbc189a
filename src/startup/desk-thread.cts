import bundle = require("./bundle.cjs");

// What a thread of the desk begins with.

bundle.openBundle().evaluate().serveDesk();
