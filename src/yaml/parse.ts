import { Composer, type CST, type ErrorCode, Lexer, type ParsedNode, Parser } from "yaml";
import type { SyntaxFault } from "./syntax-words.js";

export interface Parsed {
  readonly root: ParsedNode | null;
  readonly faults: readonly SyntaxFault[];
}

/** The composer calls itself for every level: the program's files have a few, and no stack has room for thousands. */
const DEEPEST = 100;

/** A file with so many faults is no data file; a hostile one has millions, and each takes memory. */
const MOST = 1000;

/** The failsafe schema leaves every scalar its text. Keys are compared in toPlain, in linear time. */
const OPTIONS = { schema: "failsafe", uniqueKeys: false, prettyErrors: false } as const;

class Hopeless extends Error {}

type Add = (code: SyntaxFault["code"], from: number, to: number) => void;

/** Does what `parseDocument` of yaml does, in bounded time and memory whatever the text holds. */
export function parse(text: string): Parsed {
  const faults: SyntaxFault[] = [];
  const add: Add = (code, from, to) => {
    faults.push({ code, pos: [from, to] });
    if (faults.length >= MOST) throw new Hopeless();
  };
  try {
    const [document, another] = composerThatTells(add).compose(
      withoutErrors(tokens(text, add), add),
      true,
      text.length,
    );
    if (another) add("MULTIPLE_DOCS", another.range[0], another.range[1]);
    return { root: document?.contents ?? null, faults: [...faults, ...(document?.errors ?? [])] };
  } catch (error) {
    if (error instanceof Hopeless) return { root: null, faults };
    throw error;
  }
}

function* tokens(text: string, add: Add): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length <= DEEPEST) continue;
    add("RESOURCE_EXHAUSTION", parser.offset - lexeme.length, parser.offset);
    throw new Hopeless();
  }
  yield* parser.end();
}

function* withoutErrors(tokens: Iterable<CST.Token>, add: Add): Generator<CST.Token> {
  for (const token of tokens) {
    if (token.type === "error") add("UNEXPECTED_TOKEN", ...stretch(token));
    else yield token;
  }
}

type FaultSource = number | readonly number[] | { readonly offset: number; readonly source?: string };

/** A composer that tells of each fault at once, where it would collect them; a later yaml may ignore the wish. */
function composerThatTells(add: Add): Composer {
  const composer = new Composer(OPTIONS);
  const onError = (source: FaultSource, code: ErrorCode, _message: string, warning?: boolean): void => {
    if (!warning) add(code, ...stretch(source));
  };
  Object.assign(composer, { onError });
  return composer;
}

function stretch(source: FaultSource): [from: number, to: number] {
  if (typeof source === "number") return [source, source + 1];
  if ("offset" in source) return [source.offset, source.offset + (source.source?.length ?? 1)];
  const [from = 0, to = from] = source;
  return [from, to];
}
