import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { expectRefusal, put, run, saidOf } from "./run.js";

const unit = (index: number): string => String(100_001 + index);

/** Files that no person writes, and what is said of them: all are refused in one run, which says `first` too. */
export function refuseFiles(
  files: readonly (readonly [name: string, text: string, sentence: string])[],
  first: string,
): void {
  describe("data of any size and depth is refused in bounded time and memory", () => {
    const project = mkdtempSync(join(tmpdir(), "disclosure-"));
    for (const [index, [, text]] of files.entries()) put(project, `data/${unit(index)}/2023.yaml`, text);
    const outcome = run(project, "check");
    rmSync(project, { recursive: true });

    test("calmly, one after the other", () => expectRefusal(outcome, 1, first));

    test.each(files.map(([name, , sentence], index) => [name, sentence, index] as const))(
      "%s: %s",
      (_name, sentence, index) => {
        expect(saidOf(outcome, `data/${unit(index)}/2023.yaml`)).toContain(sentence);
      },
    );
  });
}
