import { showable } from "./width.js";

/** What a reporter needs of the world. */
export interface ProgressOutput {
  write(text: string): void;
  /** whether a line that was written can be written over */
  readonly terminal: boolean;
  /** milliseconds from any fixed moment on */
  now(): number;
}

/** Does `work`, reporting it as a step of the given name on the given thing. */
export type Step = <T>(name: string, subject: string, work: () => T | Promise<T>) => Promise<T>;

const CLEAR_LINE = "\r\u001B[K";

/** Reports each step on a line with its time when it ends; on a terminal also while it runs. */
export function progress(output: ProgressOutput): Step {
  return async (name, subject, work) => {
    const title = showable(subject === "" ? name : `${name}  ${subject}`);
    const begin = output.now();
    if (output.terminal) output.write(`${title} …`);
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
