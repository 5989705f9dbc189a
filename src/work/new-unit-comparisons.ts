import { type Diagnostic, problem } from "../diagnostic/diagnostic.js";
import type { TextSource } from "../model/source.js";
import { offsetsIn, SAYING, syntaxOf } from "../model/template.js";
import { callsIn } from "../validate/pack/calls.js";

/** Helpers that look at last year. */
const COMPARE: readonly string[] = [...SAYING.change, "增减词", "升降词", "持平", "持平原因", "同增减"];

/** Last year's figures that a new unit lacks, told where a text compares with them: nobody can write them down. */
export function comparedAnyway(found: Diagnostic, narratives: Iterable<TextSource>): Diagnostic {
  const { code, paste = [] } = found;
  if (code !== "口径/上年数") return found;
  const lacking = paste.flatMap((line) => /^ {2}(\S+):/.exec(line)?.[1] ?? []);
  for (const source of narratives) {
    const call = callsIn(syntaxOf(source.text)).find(
      ({ helper, names }) => COMPARE.includes(helper) && names.some((name) => lacking.includes(name)),
    );
    if (!call) continue;
    const offset = offsetsIn(source.text);
    const start = offset(call.loc.start);
    return problem(
      code,
      `新设单位没有上年的数，说明里照样与上年比较：${lacking.map((name) => `“${name}”`).join("")}`,
      source.at(start, offset(call.loc.end) - start),
      '怎么改：与上年比较的话都写在 {{#if (是 新设单位 "否")}} … {{/if}} 里',
    );
  }
  return found;
}
