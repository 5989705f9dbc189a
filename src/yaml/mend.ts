import { type Diagnostic, orElse } from "../diagnostic.js";
import type { Shelf } from "../files/bytes.js";
import { textSource } from "../files/place.js";
import { readText } from "../files/text.js";
import { firstOfEach } from "../model/groups.js";
import type { Source } from "../model/source.js";
import { FULL_WIDTH_COLON, NO_BLANK } from "./slip.js";
import { parseYaml } from "./yaml.js";

/** The parser tells of a slip only when those before it are gone. */
const ROUNDS = 20;

/** A file as it was meant, and what was wrong with it as it was written. */
export interface Mended {
  readonly source: Source;
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads a YAML file for a draft: slips of the keyboard that leave no doubt about what was meant are told, and read as if
 * they were mended. Throws a Refusal with all the faults of the file where others are left.
 */
export function readMended(project: Shelf, file: string): Mended {
  const written = readText(project, file);
  const problems: Diagnostic[] = [];
  let text = written;
  for (let round = 0; round < ROUNDS; round++) {
    const faults: Diagnostic[] = [];
    const source = orElse(
      () => parseYaml(text),
      (found) => void faults.push(...found),
    );
    if (source) return { source, problems };
    const lines = text.text.split("\n");
    const understood = firstOfEach(faults, ({ place }) => place?.line).filter((each) =>
      mendLine(lines, each),
    );
    if (understood.length === 0) break;
    problems.push(...understood);
    text = textSource(file, lines.join("\n"));
  }
  return { source: parseYaml(written), problems: [] };
}

/** Writes the line of a fault as it was meant; false where that is not known. */
function mendLine(lines: string[], fault: Diagnostic): boolean {
  const at = (fault.place?.line ?? 0) - 1;
  const line = lines[at];
  const mended = line === undefined ? undefined : mendedLine(line, fault);
  if (mended === undefined || mended === line) return false;
  lines[at] = mended;
  return true;
}

function mendedLine(line: string, { code, message, place }: Diagnostic): string | undefined {
  const characters = [...line];
  const from = (place?.column ?? 1) - 1;
  const to = from + (place?.length ?? 0);
  const [before, stretch, behind] = [
    characters.slice(0, from),
    characters.slice(from, to),
    characters.slice(to),
  ];
  const whole = (rest: string): string => before.join("") + rest + behind.join("");
  // as long as it was, so that what follows stands where it stood
  if (code === "数据/金额") return whole(stretch.join("").replaceAll(/[,\s]/g, "").padEnd(stretch.length));
  const rest = [...stretch, ...behind].join("");
  if (message === FULL_WIDTH_COLON) return before.join("") + rest.replace(/\s*：\s*/, ": ");
  return message === NO_BLANK ? before.join("") + rest.replace(/:(?=\S)/, ": ") : undefined;
}
