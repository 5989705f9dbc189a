import type { Step } from "../work/build.js";
import { clip, showable } from "./width.js";

/** What a reporter needs of the world. */
export interface ProgressOutput {
  write(text: string): void;
  /** whether a line that was written can be written over */
  readonly terminal: boolean;
  /** how wide a line of it is just now, where that is known */
  readonly columns?: number | undefined;
  /** milliseconds from any fixed moment on */
  now(): number;
}

/** Goes back to the beginning of the line and empties it. What was written must not have been wider than it. */
export const CLEAR_LINE = "\r\u001B[K";

const COMMON_WIDTH = 80;

/** How many columns can be written over: a full line would go on in the next. */
export function room({ columns = COMMON_WIDTH }: ProgressOutput): number {
  return Math.max(columns, 20) - 1;
}

/** Reports each step on a line with its time when it ends; on a terminal also while it runs. */
export function progress(output: ProgressOutput): Step {
  return async (name, subject, work) => {
    const title = showable(subject === "" ? name : `${name}  ${subject}`);
    const begin = output.now();
    if (output.terminal) output.write(`${clip(title, room(output) - 2)} …`);
    const end = (result: string): void =>
      output.write(`${output.terminal ? CLEAR_LINE : ""}${title}  ${result}\n`);
    try {
      const value = await work();
      end(duration(output.now() - begin));
      return value;
    } catch (error) {
      end("没有完成");
      throw error;
    }
  };
}

function duration(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  return whole < 1000 ? `${whole} 毫秒` : `${(milliseconds / 1000).toFixed(1)} 秒`;
}
