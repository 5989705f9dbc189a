import { refuseAll, refuseSome } from "./refusing.js";

// test:real tries them all, unless what is printed is to be written anew
if (process.env.UPDATE) refuseAll();
else refuseSome();
