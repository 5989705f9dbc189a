import { WEIGHTS } from "../../diagnostic/weight.js";
import type { CodeLists } from "../../model/budget.js";
import type { PackWords } from "../../model/pack/pack.js";
import type { Slip } from "../../model/passage.js";
import type { DocumentFault } from "../faults/fault.js";
import { faultsOf } from "../faults/faults.js";
import { paragraphsOf, type Sentence } from "../faults/mentions.js";
import type { FoundPassage } from "../passages.js";
import { placeOf, whereOf } from "../words/placed-text.js";
import { articulate } from "./articulation.js";
import { betweenTables } from "./between.js";
import { codeNames } from "./code-names.js";
import type { ForeignDocument } from "./document.js";
import type { AmountCell, DocumentTable } from "./document-table.js";
import { BASES, type Basis, type DocumentFinding } from "./finding.js";
import { namedAmounts } from "./named-amounts.js";
import { ownWords } from "./own-words.js";
import { requirements } from "./required.js";
import { type Whose, whoseIs } from "./whose.js";

/** What was found in a document that is held to itself, and how much of it was. */
export interface HeldToItself {
  readonly whose: Whose;
  /** the gravest first */
  readonly findings: readonly DocumentFinding[];
  /** what was not checked, in words */
  readonly unchecked: readonly string[];
  readonly cells: Share;
  /** sentences with amounts */
  readonly sentences: Share;
}

interface Share {
  readonly all: number;
  readonly checked: number;
}

/** What the words are read with: what was found by the rules of every document, and how changes are worded. */
export interface WordsReading {
  readonly slips: readonly Slip[];
  readonly words: PackWords;
  readonly codes: CodeLists;
}

/** Holds a document that was made elsewhere to itself: its sums, its tables and its text against each other. */
export function judgeItself(document: ForeignDocument, { slips, words, codes }: WordsReading): HeldToItself {
  const { file, narrative, tables } = document;
  const whose = whoseIs(document);
  const script = { narrative, tables: [] };
  const sentences = paragraphsOf(script)
    .flat()
    .filter(({ mentions }) => mentions.length > 0);
  const sums = articulate(file, tables);
  const between = betweenTables(file, tables, sums.blamed);
  const named = namedAmounts(file, sentences, tables, { year: whose.year, blamed: sums.blamed });
  const places = new Map(narrative.map((each) => [each.passage, each]));
  const found = slips.flatMap((slip) => {
    const place = places.get(slip.passage);
    return place && !isExplained(slip) && isSaid(slip, place) ? [{ ...slip, place }] : [];
  });
  const faults = faultsOf(script, found, words).map((each) => findingOf(file, each));
  const findings = [
    ...sums.findings,
    ...between.findings,
    ...named.findings,
    ...codeNames(file, tables, codes),
    ...requirements(document),
    ...ownWords(document, whose),
    ...faults,
  ];
  const checked = new Set<AmountCell>([...sums.checked, ...between.checked]);
  const reckoned = sentences.filter((each) => named.checked.has(each) || isReckoned(each));
  const cells = tables.flatMap(amountsOf);
  return {
    whose,
    findings: onceEach(findings).toSorted((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight)),
    unchecked: uncheckedOf(document, checked),
    cells: { all: cells.length, checked: cells.filter((cell) => checked.has(cell)).length },
    sentences: { all: sentences.length, checked: reckoned.length },
  };
}

/** What a figure of a card or a cell changed by is explained where it is said in a sentence. */
function isSaid({ code, start }: Slip, { source, at }: FoundPassage): boolean {
  if (!OF_SENTENCES.includes(code)) return true;
  return /[，。；]/u.test(source.lines[at[start] ?? 0]?.text ?? "");
}

const OF_SENTENCES: readonly string[] = ["校对/增减原因", "校对/持平", "校对/计量单位"];

/** The reason for a change may stand in another sentence of its section. */
function isExplained({ code, passage, end }: Slip): boolean {
  return code === "校对/增减原因" && passage.text.includes("原因", end);
}

function amountsOf({ sides }: DocumentTable): readonly AmountCell[] {
  return sides.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()]));
}

/** A share or a rate is held to the amounts around it. */
function isReckoned({ mentions }: Sentence): boolean {
  return mentions.some(({ amount }) => amount.unit === "%");
}

const READ: Basis = { rule: "数与数相合，文字没有残留、占位和叠字", source: "财预〔2016〕143号；实务" };

function findingOf(
  file: string,
  { code, severity, message, ranges: [range], remedy }: DocumentFault,
): DocumentFinding {
  const place = placeOf(file, range);
  const weight =
    severity === "警告" || code === "审核/写法" ? "格式" : code === "审核/矛盾" ? "重大" : "一般";
  return {
    weight,
    code,
    message,
    ...(place && { place }),
    where: whereOf(range),
    basis: code === "审核/矛盾" ? BASES.prose : READ,
    remedy,
  };
}

function onceEach(findings: readonly DocumentFinding[]): readonly DocumentFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, message, where, place }) => {
    const key = place ? `${place.page} ${place.line} ${place.column} ${code}` : `${code} ${message} ${where}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function uncheckedOf(
  { tables, unseen, lines }: ForeignDocument,
  checked: ReadonlySet<AmountCell>,
): readonly string[] {
  const loose = tables.flatMap((table) => {
    const amounts = amountsOf(table);
    const left = amounts.filter((cell) => !checked.has(cell)).length;
    if (amounts.length === 0 || left === 0) return [];
    return [`${table.title}：${amounts.length} 个数里有 ${left} 个没有可比的合计`];
  });
  return [
    ...unseen,
    ...(tables.length === 0 ? ["没有读出一张表：表格没有格线，或者不是表格"] : []),
    ...(lines.length === 0 ? ["没有读出说明"] : []),
    ...loose,
  ];
}
