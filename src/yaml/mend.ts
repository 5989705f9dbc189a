import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";
import type { Shelf } from "../files/bytes.js";
import { readText } from "../files/text.js";
import type { Source } from "../model/source.js";
import type { SchemaPart } from "../validate/schema/schema.js";
import { mended } from "./fault.js";
import { readingOf } from "./yaml.js";

/** The parser tells of a slip only when those before it are gone. */
const ROUNDS = 20;

/** In characters, over all rounds: more than any data file takes, and soon reached by one that is large and broken. */
const MOST_READ = 1_000_000;

/** More slips in one go are those of no data file. */
const MOST = 1000;

/** A file as it was meant, and what was wrong with it as it was written. */
export interface Mended {
  readonly source: Source;
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads a YAML file of the project: slips of the keyboard that leave no doubt about what was meant are told, and read as
 * if they were mended, so that all else that is wrong is told with them. Throws a Refusal with all the faults of the
 * file where others are left.
 */
export function readMended(project: Shelf, file: string, schema?: () => SchemaPart): Mended {
  const problems: Diagnostic[] = [];
  let text = readText(project, file);
  for (let round = 0; round < ROUNDS && round * text.text.length < MOST_READ; round++) {
    const { source, faults } = readingOf(text, schema);
    const mends = faults.flatMap((fault) => fault.mends ?? []).slice(0, MOST);
    if (mends.length === 0) {
      problems.push(...faults);
      if (source && faults.every((fault) => fault.mends)) return { source, problems };
      break;
    }
    problems.push(...faults.filter((fault) => fault.mends && fault.mends.length > 0));
    text = mended(text, mends);
  }
  throw new Refusal(problems);
}
