import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";

/** Where `npm run prepare` puts the syntax of the templates. */
export const READY_SYNTAX = fileURLToPath(new URL("./ready-syntax.json", import.meta.url));

/**
 * Of every template in the program's packs its syntax as JSON, so that no build need parse them; none where the program
 * runs from its sources. A template that was changed since is not among them.
 */
const ready = readySyntaxes();

function readySyntaxes(): Readonly<Record<string, string>> {
  try {
    return createRequire(import.meta.url)("./ready-syntax.json");
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "MODULE_NOT_FOUND") return {};
    throw error;
  }
}

/** The syntax of a template, the caller's own to change; throws as Handlebars does where it has none. */
export function syntaxOf(text: string): hbs.AST.Program {
  const known = Object.hasOwn(ready, text) ? ready[text] : undefined;
  return known === undefined ? Handlebars.parseWithoutProcessing(text) : JSON.parse(known);
}

/** The content of the file that makes the syntax of these templates ready, of those that have one. */
export function readySyntax(texts: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(texts.flatMap(entryOf)));
}

function entryOf(text: string): readonly (readonly [string, string])[] {
  try {
    return [[text, JSON.stringify(Handlebars.parseWithoutProcessing(text))]];
  } catch {
    return [];
  }
}
