import { type Diagnostic, problem, wholeFile } from "../diagnostic/diagnostic.js";
import { type Budget, FACTS_KEY } from "../model/budget.js";
import { consolidated, functionsOf, type LackingFact, lackingFacts } from "../model/consolidation.js";
import { GAP, isGap } from "../model/gap.js";
import { groupedBy } from "../model/groups.js";
import type { AskedFact } from "../model/pack/asked-fact.js";
import type { Written } from "../model/source.js";
import { isAlwaysRequired } from "./budget/data-schema.js";
import { meantWord } from "./schema/names.js";

/** What is wrong with the facts that a format asks itself, beyond their shape: of what they are, and what lacks them. */
export function checkStatedFacts(budget: Budget, asked: readonly AskedFact[]): readonly Diagnostic[] {
  return [
    ...consolidated(budget).flatMap((each) => unspentCodes(each, budget)),
    ...consolidated(budget).flatMap((each) => unknownCodes(each, asked)),
    ...lacking(budget, asked),
  ];
}

/** Codes that nothing is spent under, and that are not listed: what is said of them is printed nowhere. */
function unspentCodes(each: Budget, whole: Budget): readonly Diagnostic[] {
  const budgets = each === whole ? consolidated(whole) : [each];
  const codes = new Set([
    ...functionsOf(budgets),
    ...budgets.flatMap(({ listedFunctions }) => listedFunctions),
  ]);
  const { figures, words } = each.facts;
  const said = new Map(
    [...figures, ...words].flatMap(({ per, of, ofPlace }) => (per === "功能科目" ? [[of, ofPlace]] : [])),
  );
  return [...said].flatMap(([code, place]) =>
    codes.has(code)
      ? []
      : [
          problem(
            "数据/引用",
            `${FACTS_KEY}里的功能科目“${code}”，支出和“列示科目”里都没有`,
            place,
            ...meantWord(code, codes),
            "怎么改：换成支出里用到的科目；多余的，删去这一行；本年没有支出、也要列示的，写进“列示科目”",
          ),
        ],
  );
}

/** Codes in lists that the format's own list of the year does not have. */
function unknownCodes({ facts, year }: Budget, asked: readonly AskedFact[]): readonly Diagnostic[] {
  return facts.entries.flatMap(({ name, codes }) => {
    const fields = asked.find((fact) => fact.name === name)?.items ?? [];
    return codes.flatMap(({ field, code: { text, at } }) => {
      const known = fields.find((each) => each.name === field);
      const names = known?.names(year) ?? new Map<string, Written>();
      if (isGap(text) || names.has(text)) return [];
      const called = [...names].find(([, { text: word }]) => word === text)?.[0];
      const meant = called === undefined ? meantWord(text, names.keys()) : [`提示：它的代码是 ${called}`];
      return [
        problem(
          "数据/引用",
          `“${known?.list}”${year}年没有代码“${text}”`,
          at(0, text.length),
          ...meant,
          names.size > 0
            ? "怎么改：照代码表（版式 pack.yaml 的 codes）写代码，不写名称"
            : `怎么改：版式的代码表没有 ${year} 年的代码；在 pack.yaml 的 codes 里补上，或者改正 from、to`,
        ),
      ];
    });
  });
}

/** What is asked whatever the amounts are, and not told by the shape of the file: of codes and kinds, and of some units only. */
function lacking(budget: Budget, asked: readonly AskedFact[]): readonly Diagnostic[] {
  const open = lackingFacts(
    budget,
    asked.filter((fact) => fact.when?.measure === undefined && !isToldByShape(fact)),
  );
  return [...groupedBy(open, ({ budget: each }) => each)].flatMap(([each, some]) =>
    [...groupedBy(some, ({ fact: { per = "单位" } }) => per)].map(([, same]) => lack(each, same)),
  );
}

function isToldByShape(fact: AskedFact): boolean {
  return isAlwaysRequired(fact) && ["单位", "项目"].includes(fact.per ?? "单位");
}

function lack({ lastYear: { place } }: Budget, facts: readonly LackingFact[]): Diagnostic {
  const names = [...new Set(facts.map(({ fact: { name } }) => `“${name}”`))].join("");
  const notes = [...new Set(facts.map(({ fact: { name, says } }) => `“${name}”：${says}`))];
  const [first] = facts;
  const per = first?.fact.per ?? "单位";
  const { where, paste } = linesFor(per, facts);
  const found = problem(
    "数据/缺少",
    `${FACTS_KEY}里没有写${per === "单位" ? "" : ` ${countOf(facts)} 个${per}的`}${names}`,
    first?.place ?? wholeFile(place.file),
    ...notes,
    `怎么改：${where}补上这几行，把“${GAP}”换成要填的内容：`,
  );
  return { ...found, paste };
}

function countOf(facts: readonly LackingFact[]): number {
  return new Set(facts.map(({ of }) => of)).size;
}

/** The lines that are to be added, and where. */
function linesFor(per: string, facts: readonly LackingFact[]) {
  const gaps = (some: readonly LackingFact[]): readonly string[] =>
    some.map(({ fact: { name } }) => `${name}: ${GAP}`);
  if (per === "单位" || per === "项目") {
    const lines = [...new Set(gaps(facts))].map((line) => `  ${line}`);
    const where = per === "单位" ? "" : "这些项目里，";
    return {
      where: `在${where}“${FACTS_KEY}”下面（还没有的，加上这一行）`,
      paste: [`${FACTS_KEY}:`, ...lines],
    };
  }
  const rows = [...groupedBy(facts, ({ of }) => of)].map(
    ([of, some]) => `    ${of}: { ${gaps(some).join(", ")} }`,
  );
  return {
    where: `在“${FACTS_KEY}”的“${per}”下面（已经有的键不再写）`,
    paste: [`${FACTS_KEY}:`, `  ${per}:`, ...rows],
  };
}
