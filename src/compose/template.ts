import Handlebars from "handlebars";
import type { Place } from "../diagnostic.js";
import type { Pack } from "../model/pack.js";
import type { TextSource } from "../model/source.js";
import type { HelperName } from "../model/template.js";
import { syntaxOf } from "../model/template-syntax.js";
import type { Facts } from "./facts.js";
import { type CallHelper, type Context, fill } from "./fill.js";
import { createHelpers, type HelperSetting } from "./helpers.js";
import { PARAGRAPH } from "./marks.js";

/** Turns templates into text in which marks stand for figures. */
export interface Templates {
  /** a narrative file, its paragraphs divided by PARAGRAPH */
  narrative(source: TextSource): string;
  /** one line with facts in it, such as a title, and the values given besides */
  line(text: string, values?: Values): string;
}

export type Values = Readonly<Record<string, string>>;

export function createTemplates(
  facts: Facts,
  pack: Pick<Pack, "measures">,
  setting: HelperSetting,
): Templates {
  const context: Context = { ...Object.fromEntries(pack.measures), ...facts };
  const helpers = createHelpers(setting);
  const isHelper = (name: string): name is HelperName => Object.hasOwn(helpers, name);

  const callsFrom = (source: TextSource | undefined): CallHelper => {
    return (name, given, hash, loc) => {
      const call = { hash: hash as Values, place: () => placeOf(loc, source) };
      const result = isHelper(name) && helpers[name](given, call);
      return Array.isArray(result) ? result.map((item) => ({ ...context, ...item })) : result;
    };
  };
  return {
    narrative: (source) => fill(parsedNarrative(source), context, { isHelper, call: callsFrom(source) }),
    line(text, values = {}) {
      if (!text.includes("{{")) return text;
      const call = callsFrom(undefined);
      return fill(parsedLine(text, pack), { ...context, ...values }, { isHelper, call });
    },
  };
}

const narratives = new WeakMap<TextSource, hbs.AST.Program>();

/** Parsed once for all documents that it is printed in. */
function parsedNarrative(source: TextSource): hbs.AST.Program {
  const parsed = narratives.get(source) ?? paragraphs(source.text);
  narratives.set(source, parsed);
  return parsed;
}

const lines = new WeakMap<object, Map<string, hbs.AST.Program>>();

/** Parsed once for all documents that the pack prints. */
function parsedLine(text: string, pack: object): hbs.AST.Program {
  const ofPack = lines.get(pack) ?? new Map<string, hbs.AST.Program>();
  lines.set(pack, ofPack);
  const parsed = ofPack.get(text) ?? takeControlledSpace(syntaxOf(text));
  ofPack.set(text, parsed);
  return parsed;
}

/** The words of a row, with the facts and the values given in them. */
export function fillWords(words: Values, templates: Templates, values?: Values): Values {
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, templates.line(text, values)]));
}

/** The template with its line ends taken out, as Chinese text has no blanks between lines, and its paragraphs marked. */
function paragraphs(text: string): hbs.AST.Program {
  const program = syntaxOf(text);
  new LineJoiner().accept(program);
  return takeControlledSpace(program);
}

/** Handlebars takes a template that is parsed, too, and does what is left to do: `{{~` takes the space before it. */
const takeControlledSpace = Handlebars.parse as unknown as (program: hbs.AST.Program) => hbs.AST.Program;

class LineJoiner extends Handlebars.Visitor {
  override ContentStatement(content: hbs.AST.ContentStatement): void {
    content.value = content.value.replace(/\s*\n[ \t\r]*\n\s*/g, PARAGRAPH).replace(/\s*\n\s*/g, "");
  }
}

function placeOf({ start, end }: hbs.AST.SourceLocation, source: TextSource | undefined): Place | undefined {
  if (!source) return undefined;
  const offset = offsetOf(source.text, start);
  return source.at(offset, offsetOf(source.text, end) - offset);
}

/** Handlebars counts lines from 1 and columns from 0, in UTF-16 units. */
function offsetOf(text: string, { line, column }: hbs.AST.Position): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((length, each) => length + each.length + 1, column);
}
