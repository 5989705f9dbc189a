import type { Shelf } from "../files/bytes.js";
import { readText } from "../files/text.js";
import type { Plain, Source, TextSource } from "../model/source.js";
import { parseYaml, sourceOfValue } from "./yaml.js";

const texts = new Map<string, TextSource>();
const parsed = new WeakMap<TextSource, Source>();

type KnownValues = (text: string) => Plain | undefined;

/** One for the process, like what is kept above: it saves work, and no answer depends on it. */
let known: KnownValues = () => undefined;

/** Has the value of a shared text taken from `values`, which know what some texts say, instead of parsing it. */
export function provideValues(values: KnownValues): void {
  known = values;
}

/**
 * The text of a file that many disclosures share, such as one of a template pack: the same object for as long as the
 * file says what it said, so that nothing need be made of it twice. Throws a Refusal as `readText` does.
 */
export function readSharedText(shelf: Shelf, file: string): TextSource {
  const source = readText(shelf, file);
  const known = texts.get(file);
  if (known?.text === source.text) return known;
  texts.set(file, source);
  return source;
}

/** The value of such a YAML file, and the same object likewise. Throws a Refusal as `readYaml` does. */
export function readSharedYaml(shelf: Shelf, file: string): Source {
  const text = readSharedText(shelf, file);
  const source = parsed.get(text) ?? sourceOf(text);
  parsed.set(text, source);
  return source;
}

function sourceOf(text: TextSource): Source {
  const value = known(text.text);
  return value === undefined ? parseYaml(text) : sourceOfValue(text, value);
}
