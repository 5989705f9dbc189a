import { watchProject } from "../project/watch.js";

/**
 * Does something, and does it again whenever files of the project have changed; it never ends by itself. What changes
 * meanwhile is taken up once it is done.
 */
export async function watching(
  project: string,
  work: () => Promise<number>,
  tell: (text: string) => void,
): Promise<number> {
  let isDue = true;
  let wake = (): void => {};
  await watchProject(project, () => {
    isDue = true;
    wake();
  });
  for (;;) {
    while (isDue) {
      isDue = false;
      await work();
    }
    tell("\n看着 data 和 templates，改了就再做一次；按 Ctrl-C 结束。\n");
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (isDue) resolve();
    });
  }
}
