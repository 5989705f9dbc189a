import type { Weight } from "../../diagnostic/weight.js";
import { compact } from "../../text/fold.js";
import type { FoundPassage } from "../passages.js";
import { placeOf, type ScriptText, type TextRange, whereOf } from "../words/placed-text.js";
import type { ForeignDocument } from "./document.js";
import { ORGANISATION, placeOfCell } from "./document-table.js";
import { BASES, type Basis, type DocumentFinding } from "./finding.js";
import type { Whose } from "./whose.js";

interface WordRule {
  readonly pattern: RegExp;
  readonly weight: Weight;
  /** whether what ends a line and begins the next is not meant */
  readonly isOfLine?: true;
  readonly message: (found: string) => string;
  readonly remedy: string;
}

const RULES: readonly WordRule[] = [
  {
    pattern: /(的|了|和|与|是|为|元)\1(?!确|士)|(预算|支出|收入|经费|单位|主要|原因|万元|项目|安排)\2/gu,
    weight: "格式",
    isOfLine: true,
    message: (found) => `“${found}”重复了`,
    remedy: "删去多的",
  },
  {
    pattern: /(?:增加|增长|减少|下降)了?0(?:\.0+)?(?:万元|元|%)/gu,
    weight: "一般",
    message: (found) => `“${found}”：没有变化的写持平`,
    remedy: "改成“与上年持平”，不写百分比",
  },
  {
    pattern: /(?:主要)?原因(?:是|为)?(?:[:：])?(?:无|其他|略|正常变动|工作需要|预算调整|同上)[。；]/gu,
    weight: "一般",
    message: (found) => `“${found}”没有说出原因`,
    remedy: "写明为什么增减",
  },
];

const SUBJECT =
  /(?:^|[。；])(\p{Script=Han}[\p{Script=Han}（）]{3,40}?)(20\d\d)年度?(?:收入|支出|财政拨款|一般公共|“三公”|政府性基金|机关运行|政府采购|部门预算|单位预算)/gu;

/** What the words of a document say amiss whatever its figures are, and whose it says in between that it is. */
export function ownWords(document: ForeignDocument, whose: Whose): readonly DocumentFinding[] {
  const passages = document.narrative;
  return [
    ...RULES.flatMap((rule) => passages.flatMap((passage) => matchesOf(document.file, passage, rule))),
    ...strangers(document, whose),
    ...otherYears(document, whose),
  ];
}

function matchesOf(file: string, { source }: FoundPassage, rule: WordRule): readonly DocumentFinding[] {
  const matches = [...source.text.matchAll(rule.pattern)].filter(
    ({ 0: found, index }) => !rule.isOfLine || isWithinSentence(source, index, found.length),
  );
  return matches.map(({ 0: found, index }) =>
    at(
      file,
      { source, start: index, end: index + found.length },
      rule.weight,
      rule.message(found),
      rule.remedy,
      BASES.words,
    ),
  );
}

/** Cells that stand beside each other without rules repeat words, and so do two lines. */
function isWithinSentence({ lines }: ScriptText, from: number, length: number): boolean {
  const line = lines[from];
  return line !== undefined && line === lines[from + length - 1] && /[，。；]/u.test(line.text);
}

function at(
  file: string,
  range: TextRange,
  weight: Weight,
  message: string,
  remedy: string,
  basis: Basis,
): DocumentFinding {
  const place = placeOf(file, range);
  return {
    weight,
    code: "审核/文字",
    message,
    ...(place && { place }),
    where: whereOf(range),
    basis,
    remedy,
  };
}

/** Sentences and tables that name another unit. */
function strangers(
  { file, narrative, tables }: ForeignDocument,
  { unit, year }: Whose,
): readonly DocumentFinding[] {
  if (unit === undefined) return [];
  const remedy = "核对是不是从别的单位的文件里抄来的，改成本单位的";
  const inText = narrative.flatMap(({ source }) =>
    [...source.text.matchAll(SUBJECT)].flatMap(
      ({ 0: found, 1: name = "", 2: named, index }): DocumentFinding[] => {
        const start = index + found.indexOf(name);
        const range = { source, start, end: start + name.length };
        const own = isOwn(name, unit)
          ? []
          : [at(file, range, "重大", `“${name}”是别的单位，本文件是“${unit}”的`, remedy, BASES.unit)];
        const isOld = year !== undefined && (Number(named) > year || Number(named) < year - 1);
        const old = isOld
          ? [at(file, range, "一般", `“${name}${named}年”不是本年也不是上年`, "核对年份", BASES.unit)]
          : [];
        return [...own, ...old];
      },
    ),
  );
  const overTables = tables.flatMap((table): DocumentFinding[] => {
    const name = /(?:单位|部门)名称：(\p{Script=Han}[\p{Script=Han}（）]{2,40}?)(?=单位：|$)/u.exec(
      compact(table.above.join(" ")).replace(/:/gu, "："),
    )?.[1];
    if (name === undefined || isOwn(name, unit)) return [];
    const where = table.body.flat()[0]?.where ?? "";
    const place = placeOfCell(file, { where, line: name, text: name });
    return [
      {
        ...{
          weight: "重大",
          code: "审核/文字",
          where: `${table.title}，${where}`,
          basis: BASES.unit,
          remedy,
        },
        message: `${table.title}的单位名称是“${name}”，本文件是“${unit}”的`,
        ...(place && { place }),
      },
    ];
  });
  return [...inText, ...overTables];
}

/** A name may be shortened, or be that of those whose budget it is in general. */
function isOwn(name: string, unit: string): boolean {
  const plain = compact(name);
  return plain.includes(unit) || unit.includes(plain) || /本|我/u.test(plain) || !ORGANISATION.test(plain);
}

/** Tables whose titles are of another year than most. */
function otherYears({ file, tables }: ForeignDocument, { year }: Whose): readonly DocumentFinding[] {
  if (year === undefined) return [];
  return tables.flatMap((table): DocumentFinding[] => {
    const named = /20\d\d(?=年)/u.exec(table.title)?.[0];
    if (named === undefined || Number(named) === year) return [];
    const where = table.body.flat()[0]?.where ?? "";
    const place = placeOfCell(file, { where, line: table.title, text: named });
    return [
      {
        ...{ weight: "一般", code: "审核/文字", where: `${table.title}，${where}`, basis: BASES.unit },
        message: `表题“${table.title}”是 ${named} 年的，本文件是 ${year} 年的`,
        ...(place && { place }),
        remedy: "核对年份",
      },
    ];
  });
}
