import type { Shelf } from "../files/bytes.js";
import { readText } from "../files/text.js";
import type { Source, TextSource } from "../model/source.js";
import { readyValue } from "./ready-values.js";
import { parseYaml, sourceOfValue } from "./yaml.js";

const texts = new Map<string, TextSource>();
const parsed = new WeakMap<TextSource, Source>();

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
  const source = parsed.get(text) ?? ready(text) ?? parseYaml(text);
  parsed.set(text, source);
  return source;
}

function ready(text: TextSource): Source | undefined {
  const value = readyValue(text.text);
  return value === undefined ? undefined : sourceOfValue(text, value);
}
