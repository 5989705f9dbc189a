import { isScalar, type Node } from "yaml";
import { Refusal } from "../diagnostic/refusal.js";
import type { Shelf } from "../files/bytes.js";
import { textSource } from "../files/place.js";
import { empty, readText } from "../files/text.js";
import {
  type Plain,
  type Source,
  type Span,
  type TextSource,
  valueAt,
  type Written,
} from "../model/source.js";
import type { SchemaPart } from "../validate/schema/schema.js";
import { cutTexts } from "./comments.js";
import type { Fault } from "./fault.js";
import { keyAt, nodeAt, placeOfNode } from "./node.js";
import { parse } from "./parse.js";
import { toPlain } from "./plain.js";
import { writtenScalar } from "./scalar.js";
import { syntaxProblems } from "./syntax.js";
import { faultsOf } from "./syntax-fault.js";

/** More say nothing new: a file that has them is no data file. */
const MOST = 100;

/** The value of a YAML file of the project with the way back to its places; throws a Refusal with all its faults. */
export function readYaml(project: Shelf, file: string): Source {
  const source = parseYaml(readText(project, file));
  const cut = cutTexts(source);
  if (cut.length > 0) throw new Refusal(cut);
  return source;
}

/** The same of the officer's data, of which the schema says where a comment can cut a text off. */
export function readDataYaml(project: Shelf, file: string): Source {
  return parseYaml(readText(project, file));
}

/** The same of the text of a file; throws a Refusal when it cannot be read as YAML. */
export function parseYaml(text: TextSource): Source {
  const { source, faults } = readingOf(text);
  if (!source || faults.length > 0) throw new Refusal(faults);
  return source;
}

/** What a text holds, if that can be told, and what is wrong with it. */
interface ReadYaml {
  readonly source: Source | undefined;
  readonly faults: readonly Fault[];
}

/** Reads the text of a file; the schema tells where a line that stands askew was meant to stand. */
export function readingOf(text: TextSource, schema?: () => SchemaPart): ReadYaml {
  const { root, faults: reported } = parse(text.text);
  const faults = faultsOf(text, reported);
  // What a broken document seems to hold is no evidence of anything: its faults are all that is said.
  if (faults.length > 0) return { source: undefined, faults: syntaxProblems(text, faults, schema) };
  if (!root || root.range[0] === root.range[1]) return { source: undefined, faults: [empty(text.file)] };
  const { value, problems } = toPlain(text, root);
  return { source: sourceOf(text, root, value), faults: problems.slice(0, MOST) };
}

function sourceOf(text: TextSource, root: Node, value: Plain): Source {
  return {
    ...text,
    value,
    written: (path) => writtenAt(text, nodeAt(root, path)),
    placeOf: (path) => placeOfNode(text, nodeAt(root, path)),
    placeOfKey: (path) => placeOfNode(text, keyAt(root, path)),
    spanOf: (path) => spanOfNode(nodeAt(root, path)),
    spanOfKey: (path) => spanOfNode(keyAt(root, path)),
  };
}

/** The same of a text whose value is known; it is parsed when a place is asked for, which is when something is wrong. */
export function sourceOfValue(text: TextSource, value: Plain): Source {
  let parsed: Source | undefined;
  const source = (): Source => {
    parsed ??= parseYaml(text);
    return parsed;
  };
  return {
    ...text,
    value,
    written: (path) => {
      const known = valueAt(value, path);
      return {
        text: typeof known === "string" ? known : "",
        at: (offset, length) => source().written(path).at(offset, length),
      };
    },
    placeOf: (path) => source().placeOf(path),
    placeOfKey: (path) => source().placeOfKey(path),
    spanOf: (path) => source().spanOf(path),
    spanOfKey: (path) => source().spanOfKey(path),
  };
}

/** The same of a text that is to become the file; throws a Refusal when it cannot be read as YAML. */
export function readYamlText(file: string, text: string): Source {
  return parseYaml(textSource(file, text));
}

function writtenAt(text: TextSource, node: Node): Written {
  if (isScalar(node)) return writtenScalar(text, node);
  return { text: "", at: () => placeOfNode(text, node) };
}

function spanOfNode({ range }: Node): Span {
  const [from, to] = range ?? [0, 0];
  return { from, to };
}
