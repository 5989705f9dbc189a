import { type Diagnostic, problem, warning } from "../../diagnostic/diagnostic.js";
import { type Path, type Source, textsIn } from "../../model/source.js";
import { isFreeText } from "../schema/guide.js";
import type { SchemaPart } from "../schema/schema.js";

/** More of them in one file say nothing new. */
const MOST = 20;

/** A comment that begins right behind a text, in the same line. */
const BEHIND = /[ \t]+#[^\n\r]*/y;

/** A `#` with nothing between it and the words behind it. */
const CLOSE = /^#[^\s#]/;
/** What begins no remark: it goes on from what stands before it, or counts it. */
const GOES_ON =
  /^#+\s+(?:[、，；：。）〕》”·]|[和及与或的等]|以及|并(?:且|负责|承担)?|(?:[0-9０-９]+|[一二三四五六七八九十]+)(?:#|号|栋|幢|座|楼|期|层|室|区|段|标|组|队|所|校|个|项|户|处|台|辆))/u;
/** No text ends so: the rest of it is behind the `#` for sure. */
const ENDS_IN_COMMA = /[、，；：]$/;
const ENDS_OPEN = /[、，；：（《“〔·和及与或]$|（[^）]*$|《[^》]*$|“[^”]*$/u;
/** No more of a text is looked at: patterns need not be quick on long ones. */
const LONGEST_END = 100;
const NAME_ENDS = /(?:费|费用|经费|资金|补助|补贴|工程)(?:（[^）]*）)?$/u;

export interface CutTexts {
  readonly problems: readonly Diagnostic[];
  /** the texts that are cut for sure, of which nothing else is to be said */
  readonly paths: readonly Path[];
}

/**
 * Texts of one's own words that YAML ends where a `#` stands, and that read on behind it: the rest would be printed
 * nowhere. What is chosen of a list, and codes, are whole by themselves, and a comment behind them is one.
 */
export function cutTexts(source: Source, schema: SchemaPart): CutTexts {
  const found: Diagnostic[] = [];
  const paths: Path[] = [];
  if (!/[ \t]#/.test(source.text)) return { problems: found, paths };
  const known = new Map<string, boolean>();
  for (const { text, path } of textsIn(source.value)) {
    if (found.length === MOST) break;
    // items of a list are alike
    const kind = path.filter((step) => typeof step === "string").join("/");
    const isFree = known.get(kind) ?? isFreeText(schema, path);
    known.set(kind, isFree);
    if (!isFree) continue;
    const { from, to } = source.spanOf(path);
    BEHIND.lastIndex = to;
    const [behind] = /^["'|>]/.test(source.text[from] ?? "") ? [] : (BEHIND.exec(source.text) ?? []);
    if (behind === undefined || !isCut(text.trim(), behind.trim(), path.at(-1) === "名称")) continue;
    const comment = behind.trim();
    const isSure = ENDS_IN_COMMA.test(text.trim());
    if (isSure) paths.push(path);
    found.push(
      (isSure ? problem : warning)(
        "数据/注释",
        `“${comment}”印不出来：空格后面的 # 是注释的开头，这里像是文字的一部分`,
        source.at(to + behind.indexOf("#"), comment.length),
        "怎么改：它是文字的一部分的，给整段文字加上英文引号；它是注释的，移到上面单独一行",
      ),
    );
  }
  return { problems: found, paths };
}

function isCut(text: string, comment: string, isName: boolean): boolean {
  const end = text.slice(-LONGEST_END);
  if (CLOSE.test(comment) || GOES_ON.test(comment) || ENDS_OPEN.test(end)) return true;
  return isName && NAME_ENDS.test(comment.slice(-LONGEST_END)) && !NAME_ENDS.test(end);
}
