import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { ACCOUNT_DIMENSIONS } from "../../model/dimensions.js";
import type { Measure } from "../../model/pack/measure.js";
import type { TextSource } from "../../model/source.js";
import { type HelperName, offsetsIn, syntaxOf } from "../../model/template.js";
import { callsIn } from "./calls.js";
import { nestsTooDeep } from "./template-syntax.js";

const LISTING: readonly string[] = ["按", "列举"] satisfies readonly HelperName[];

/** Lists of the values of a measure by what its lines do not have: they are always empty. */
export function checkListed(
  source: TextSource,
  measures: ReadonlyMap<string, Measure>,
): readonly Diagnostic[] {
  // what cannot be parsed is told already
  const syntax = parsed(source);
  if (!syntax) return [];
  const offset = offsetsIn(source.text);
  return callsIn(syntax).flatMap(({ helper, names: [name = ""], texts: [dimension = ""], loc }) => {
    const measure = measures.get(name);
    if (!LISTING.includes(helper) || !measure) return [];
    const account = "account" in measure ? measure.account : undefined;
    const known: readonly string[] = account ? ACCOUNT_DIMENSIONS[account] : [];
    if (known.includes(dimension)) return [];
    const why = account ? `取自“${account}”，账上没有“${dimension}”` : "不是从一本账上取的";
    const remedy = account ? `换成可用的维度：${known.join("、")}；或者换一个口径` : "换成写 account 的口径";
    const place = source.at(offset(loc.start), offset(loc.end) - offset(loc.start));
    const message = `“${name}”${why}，按“${dimension}”列出来总是空的`;
    return [problem("模板/口径", message, place, `怎么改：${remedy}`)];
  });
}

function parsed({ text }: TextSource): hbs.AST.Program | undefined {
  if (nestsTooDeep(text) !== undefined) return undefined;
  try {
    return syntaxOf(text);
  } catch {
    return undefined;
  }
}
