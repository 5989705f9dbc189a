import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { attempted, orElse } from "../diagnostic/refusal.js";
import { namesIn, type Shelf } from "../files/bytes.js";
import { readText } from "../files/text.js";
import { sha256 } from "../model/record.js";
import { type Plain, type Source, textsIn } from "../model/source.js";
import { parseTemplate } from "../model/template.js";
import { CODE_LISTS } from "../project/codes.js";
import { packFiles, TEMPLATES } from "../project/pack.js";
import { readYaml } from "../yaml/yaml.js";

/** What `npm run prepare` has read of the program's packs and code lists: the values of the YAML files by their hashes. */
export const READY_VALUES = fileURLToPath(new URL("./ready-values.json", import.meta.url));
/** Of every template in them its syntax, as JSON, by its text. */
export const READY_SYNTAX = fileURLToPath(new URL("./ready-syntax.json", import.meta.url));

let values: ReadonlyMap<string, Plain> | undefined;

/** The value of a YAML text that is ready. */
export function readyValue(text: string): Plain | undefined {
  values ??= existsSync(READY_VALUES)
    ? new Map(JSON.parse(readFileSync(READY_VALUES, "utf8")) as [string, Plain][])
    : new Map();
  return values.size > 0 ? values.get(sha256(text)) : undefined;
}

type Syntaxes = Readonly<Record<string, string>>;

let syntaxes: Syntaxes | undefined;

/** The syntax of a template that is ready; each time another object. */
export function readySyntax(text: string): hbs.AST.Program | undefined {
  syntaxes ??= readSyntaxes();
  const ready = Object.hasOwn(syntaxes, text) ? syntaxes[text] : undefined;
  return ready === undefined ? undefined : JSON.parse(ready);
}

/** By `require`, so that they become part of the program in one file. */
function readSyntaxes(): Syntaxes {
  return existsSync(READY_SYNTAX) ? createRequire(import.meta.url)("./ready-syntax.json") : {};
}

/** The content of the file that makes the values of these sources ready. */
export function valuesOf(sources: readonly Source[]): string {
  return JSON.stringify(sources.map(({ text, value }) => [sha256(text), value]));
}

/** The content of the file that makes the syntax of these templates ready, of those that have one. */
export function syntaxesOf(texts: readonly string[]): string {
  const parsed = texts.map((text) => [text, attempted(() => JSON.stringify(parseTemplate(text)))] as const);
  return JSON.stringify(Object.fromEntries(parsed));
}

/** What can be read of all template packs and code lists in `program`. */
export function programSources(program: Shelf): readonly Source[] {
  const lists = namesIn(program, CODE_LISTS).map((name) => `${CODE_LISTS}/${name}`);
  const files = [...filesOfPacks(program), ...lists].filter((file) => file.endsWith(".yaml"));
  // a build tells what is wrong with the others
  return files.flatMap((file) => orElse(() => readYaml(program, file)) ?? []);
}

/** The texts of all templates of `programSources`, and of the packs' narratives. */
export function programTemplates(program: Shelf): readonly string[] {
  const narratives = filesOfPacks(program).filter((file) => file.endsWith(".hbs"));
  const lines = programSources(program).flatMap(({ value }) => [...textsIn(value)].map(({ text }) => text));
  return [
    ...narratives.flatMap((file) => orElse(() => readText(program, file).text) ?? []),
    ...lines.filter((text) => text.includes("{{")),
  ];
}

function filesOfPacks(program: Shelf): readonly string[] {
  return namesIn(program, TEMPLATES).flatMap((name) => packFiles(program, name));
}
