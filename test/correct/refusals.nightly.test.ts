import { refuseAll } from "./refusing.js";

refuseAll();
