import { render } from "preact";
import { Desk } from "./desk.js";
import { begin } from "./state.js";

render(<Desk />, document.body);
void begin();
