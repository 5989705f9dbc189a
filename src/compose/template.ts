import Handlebars from "handlebars";
import type { Place } from "../diagnostic.js";
import type { Measure } from "../model/pack.js";
import type { TextSource } from "../model/source.js";
import { HELPERS } from "../model/template.js";
import type { Facts } from "./facts.js";
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

/** What Handlebars hands to a helper behind its arguments. */
interface HandlebarsCall {
  readonly hash: Values;
  readonly loc: hbs.AST.SourceLocation;
}

const OPTIONS: CompileOptions = {
  noEscape: true,
  knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])) as KnownHelpers,
  knownHelpersOnly: true,
};

export function createTemplates(
  facts: Facts,
  measures: ReadonlyMap<string, Measure>,
  setting: HelperSetting,
): Templates {
  const context = { ...Object.fromEntries(measures), ...facts };
  const environment = Handlebars.create();
  let current: TextSource | undefined;

  for (const [name, helper] of Object.entries(createHelpers(setting))) {
    environment.registerHelper(name, (...all: readonly unknown[]) => {
      const { hash, loc } = all.at(-1) as HandlebarsCall;
      const result = helper(all.slice(0, -1), { hash, place: () => placeOf(loc, current) });
      return Array.isArray(result) ? result.map((item) => ({ ...context, ...item })) : result;
    });
  }
  const lines = new Map<string, HandlebarsTemplateDelegate>();
  return {
    narrative(source) {
      current = source;
      return environment.compile(paragraphs(source.text), OPTIONS)(context);
    },
    line(text, values = {}) {
      const template = lines.get(text) ?? environment.compile(text, OPTIONS);
      lines.set(text, template);
      return template({ ...context, ...values });
    },
  };
}

/** The words of a row, with the facts and the values given in them. */
export function fillWords(words: Values, templates: Templates, values?: Values): Values {
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, templates.line(text, values)]));
}

/** The template with its line ends taken out, as Chinese text has no blanks between lines, and its paragraphs marked. */
function paragraphs(text: string): hbs.AST.Program {
  const program = Handlebars.parseWithoutProcessing(text);
  new LineJoiner().accept(program);
  return program;
}

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
