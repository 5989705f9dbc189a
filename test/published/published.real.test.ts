import { tellFaults } from "./telling.js";

tellFaults((place) => place % 3 !== 0);
