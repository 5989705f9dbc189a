import { Worker } from "node:worker_threads";

/** Why a thread that reads a file was given up. */
export type GivenUp = "damaged" | "too large" | "too slow";

/** How much memory reading may take beyond what the program has, and how often that is looked at, in ms. */
const MOST_BYTES = 512 * 1024 ** 2;
const INTERVAL = 50;

/**
 * What a reader, a module as it is compiled, makes of a file that may be made to exhaust it: in a thread of its own that
 * is ended when it takes longer, in ms, or too much memory.
 */
export async function readInThread<Read>(
  reader: string,
  content: Uint8Array | string,
  longest: number,
): Promise<Read | GivenUp> {
  const worker = new Worker(reader, { workerData: content, stdout: true, stderr: true });
  const before = process.memoryUsage.rss();
  try {
    return await new Promise<Read | GivenUp>((resolve) => {
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > MOST_BYTES) resolve("too large");
      }, INTERVAL);
      const clock = setTimeout(resolve, longest, "too slow");
      worker.once("message", resolve);
      // memory that the thread cannot have ends it with an error
      worker.once("error", () => resolve("too large"));
      worker.once("exit", () => {
        clearInterval(watch);
        clearTimeout(clock);
        resolve("damaged");
      });
    });
  } finally {
    await worker.terminate();
  }
}
