import Handlebars from "handlebars";
import type { Pack } from "../model/pack/pack.js";
import { figureText } from "../model/printed.js";
import type { Run } from "../model/report.js";
import type { TextSource, Written } from "../model/source.js";
import { HEADING_MARKS, type HelperName, MARKS, offsetsIn, syntaxOf } from "../model/template.js";
import { joined, ownWording, sliced, type Wording, type WrittenSpan, wordingOf } from "../model/wording.js";
import type { Facts } from "./facts.js";
import { type Context, fill, PARAGRAPH, type Printed, placeOfTag } from "./fill.js";
import { createHelpers, type HelperSetting } from "./helpers/helpers.js";

/** Turns templates into words that know where they were written, with figures among them. */
export interface Templates {
  /** a narrative file, with PARAGRAPH between its paragraphs */
  narrative(source: TextSource): readonly Run[];
  /** one line with facts in it, such as a title, and the values given besides */
  line(written: Written, values?: Values): Wording;
  /** what the officer says, with the figures in it that it asks for by name as they are printed in sentences */
  said(words: Written | readonly Written[]): Wording;
}

/** What a line may name besides the facts. */
export type Values = Readonly<Record<string, string | Written>>;

export function createTemplates(
  facts: Facts,
  pack: Pick<Pack, "measures">,
  setting: HelperSetting,
): Templates {
  const context: Context = { ...Object.fromEntries(pack.measures), ...facts };
  const helpers = createHelpers(setting);
  const isHelper = (name: string): name is HelperName => Object.hasOwn(helpers, name);

  const runsOf = ({ program, content, tag }: Template, names: Context): readonly Run[] =>
    fill(program, names, {
      isHelper,
      call(name, given, hash, loc) {
        const result = isHelper(name) && helpers[name](given, { hash, place: () => placeOfTag(tag(loc)) });
        return Array.isArray(result)
          ? result.map((item, index) =>
              "printed" in item ? item : { ...context, ...item, 序号: String(index + 1) },
            )
          : result;
      },
      fact: setting.quotes,
      content: (statement) => content.get(statement),
      tag,
    });
  return {
    narrative: (source) => runsOf(known(narratives, source, joinedLines), context),
    line(written, values = {}) {
      if (!written.text.includes("{{")) return wordingOf(written);
      const runs = runsOf(known(lines, written, asWritten), { ...context, ...values });
      return joined(runs.flatMap((run) => (run.kind === "text" ? [run] : [])));
    },
    said: (words) =>
      joined(
        [words]
          .flat()
          .flatMap((each) => setting.quotes(each).printed)
          .map(inWords),
      ),
  };
}

/** What is printed, as words alone. */
export function inWords(each: Printed["printed"][number]): Wording {
  if (typeof each === "string") return ownWording(each);
  if ("text" in each) return each;
  return "kind" in each
    ? {
        text: figureText(each.figure),
        origins: each.origins.map((origin) => ({ ...origin, to: figureText(each.figure).length })),
      }
    : ownWording(figureText(each));
}

/** A template that was read: its syntax, what each piece of it prints as it stands, and where that is. */
interface Template {
  readonly program: hbs.AST.Program;
  readonly content: ReadonlyMap<hbs.AST.ContentStatement, Wording>;
  readonly tag: (loc: hbs.AST.SourceLocation) => WrittenSpan;
}

/** Read once for all documents that are printed of them. */
const narratives = new WeakMap<Written, Template>();
const lines = new WeakMap<Written, Template>();

function known(templates: WeakMap<Written, Template>, written: Written, print: Print): Template {
  const template = templates.get(written) ?? parsed(written, print);
  templates.set(written, template);
  return template;
}

/** How what stands between tags reads, written from `start` on. */
type Print = (original: string, written: Written, start: number) => Wording;

function parsed(written: Written, print: Print): Template {
  const program = syntaxOf(written.text);
  const offset = offsetsIn(written.text);
  const printed = new Map<hbs.AST.ContentStatement, Wording>();
  new ContentVisitor((content) => {
    const wording = print(content.value, written, offset(content.loc.start));
    printed.set(content, wording);
    content.value = wording.text;
  }).accept(program);
  // Handlebars takes the space that `{{~` and tags alone on their lines control from the ends of what stands beside them
  takeControlledSpace(program);
  return {
    program,
    content: new Map([...printed].map(([content, wording]) => [content, left(wording, content.value)])),
    tag: ({ start, end }) => ({ written, start: offset(start), end: offset(end) }),
  };
}

/** Without line ends, as Chinese text has no blanks between lines, and with its paragraphs marked. */
function joinedLines(original: string, written: Written, start: number): Wording {
  let at = start;
  const pieces = original.split(/(\s*\n\s*)/).map((piece, index) => {
    const isText = index % 2 === 0;
    const wording = isText
      ? asWritten(piece, written, at)
      : ownWording(partsParagraphs(piece, written.text, at) ? PARAGRAPH : "");
    at += piece.length;
    return wording;
  });
  return joined(pieces);
}

/** Whether a line end parts paragraphs: it is two, or stands behind a heading or before what has a mark. */
function partsParagraphs(blank: string, text: string, at: number): boolean {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  return (
    /\n[ \t\r]*\n/.test(blank) ||
    HEADING_MARKS.some((mark) => text.startsWith(mark, line)) ||
    Object.keys(MARKS).some((mark) => text.startsWith(mark, at + blank.length))
  );
}

function asWritten(text: string, written: Written, start: number): Wording {
  return {
    text,
    origins: text === "" ? [] : [{ from: 0, to: text.length, written, start, end: start + text.length }],
  };
}

/** What is left of a wording of which blanks at its ends were taken. */
function left(wording: Wording, text: string): Wording {
  if (text.length === wording.text.length) return wording;
  const taken = Math.max(0, wording.text.search(/\S/) - Math.max(0, text.search(/\S/)));
  return sliced(wording, taken, taken + text.length);
}

/** Handlebars takes a template that is parsed, too, and does what is left to do. */
const takeControlledSpace = Handlebars.parse as unknown as (program: hbs.AST.Program) => hbs.AST.Program;

class ContentVisitor extends Handlebars.Visitor {
  readonly #visit: (content: hbs.AST.ContentStatement) => void;
  constructor(visit: (content: hbs.AST.ContentStatement) => void) {
    super();
    this.#visit = visit;
  }
  override ContentStatement(content: hbs.AST.ContentStatement): void {
    this.#visit(content);
  }
}

/** The words of a row, with the facts and the values given in them. */
export function fillWords(
  words: Readonly<Record<string, Written>>,
  templates: Templates,
  values?: Values,
): Readonly<Record<string, Wording>> {
  return Object.fromEntries(
    Object.entries(words).map(([key, written]) => [key, templates.line(written, values)]),
  );
}
