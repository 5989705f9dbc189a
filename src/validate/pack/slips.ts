import { type Diagnostic, type Place, problem, warning } from "../../diagnostic/diagnostic.js";
import { STATUTORY_FIGURES, type StatutoryFigure } from "../../model/pack/measure.js";
import type { PackSources } from "../../model/pack/pack.js";
import { type Source, type TextSource, textsIn } from "../../model/source.js";
import { offsetsIn, syntaxOf } from "../../model/template.js";
import { askedFacts, figuresOf } from "./asked-facts.js";
import { callsIn, type TemplateCall } from "./calls.js";
import { decodeMeasures, type WrittenMeasure } from "./measures.js";
import { isPrinted, type WrittenPack } from "./pack.js";

/**
 * What can be right in a valid pack, and hardly ever is: measures that nothing prints, years that are typed, amounts of
 * which a text says the same when they are zero.
 */
export function packSlips(sources: PackSources): readonly Diagnostic[] {
  const narratives = [...sources.narrative.values()];
  return [
    ...idleMeasures(sources, narratives),
    ...unsaidFigures(sources.measures),
    ...idleFacts(sources, narratives),
    ...idleCodes(sources.pack),
    ...typedYears(sources),
    ...narratives.flatMap((source) => withoutZero(source, sources.measures)),
  ];
}

/** Measures that no text names, that are no part of such, and that no rule knows. */
function idleMeasures({ pack, measures }: PackSources, narratives: readonly TextSource[]) {
  const written = measures.value as unknown as Readonly<Record<string, WrittenMeasure>>;
  const { disclosed = [], compared = [] } = pack.value as unknown as WrittenPack;
  const statutory = Object.entries(written).flatMap(([name, { 即: figure }]) => (figure ? [name] : []));
  const waiting = [
    ...narratives.flatMap((source) => callsIn(syntaxOf(source.text))).flatMap(({ names }) => names),
    ...[...disclosed, ...compared, ...statutory],
  ];
  const used = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    const { total = [], projectsFrom } = written[name] ?? {};
    waiting.push(...total, ...(projectsFrom === undefined ? [] : [projectsFrom]));
  }
  return Object.keys(written)
    .filter((name) => !used.has(name))
    .map((name) =>
      warning(
        "模板/口径",
        `口径“${name}”没有印出来：说明里没有用它，别的口径也没有用它`,
        measures.placeOfKey([name]),
        "怎么改：在 narrative 里写上用它的话，或者删去它；只供数据里引用的，可以留着",
      ),
    );
}

/** Measures that are called as a figure that rules know, and do not say that they are it. */
function unsaidFigures(measures: Source): readonly Diagnostic[] {
  const written = measures.value as unknown as Readonly<Record<string, WrittenMeasure>>;
  const said = new Set(Object.values(written).map(({ 即: figure }) => figure));
  return STATUTORY_FIGURES.filter((name) => Object.hasOwn(written, name) && !said.has(name)).map((name) =>
    warning(
      "模板/口径",
      `口径“${name}”没有写“即”，规则不知道它就是法定的“${name}”，不核对它`,
      measures.placeOfKey([name]),
      `怎么改：写上 即: ${name}；取法与法定的不同的，换一个名字`,
    ),
  );
}

/** Facts that are asked, and that no text, table or measure shows. */
function idleFacts({ pack, measures, tables }: PackSources, narratives: readonly TextSource[]) {
  const shown = new Set([
    ...narratives.flatMap(({ text }) => text.match(/[\p{L}\p{N}_（）-]+/gu) ?? []),
    ...[measures, ...tables.values()].flatMap(({ value }) =>
      [...textsIn(value)].flatMap(({ text }) => [text, ...text.split(".")]),
    ),
  ]);
  return askedFacts(pack)
    .filter(
      (fact) => ![fact.name, ...figuresOf([fact]).map(({ name }) => name)].some((name) => shown.has(name)),
    )
    .map(({ name, place }) =>
      warning(
        "模板/口径",
        `版式事项“${name}”没有印出来：说明、附表、口径里都没有用它`,
        place(),
        "怎么改：写上用它的话、列或者表，或者删去它；白问的，预算员要白填",
      ),
    );
}

/** Lists of codes that no list of the format is of. */
function idleCodes(pack: Source) {
  const { codes = {} } = pack.value as unknown as WrittenPack;
  const used = askedFacts(pack).flatMap(({ items = [] }) => items.map(({ list }) => list));
  return Object.keys(codes)
    .filter((name) => !used.includes(name))
    .map((name) =>
      warning(
        "模板/取值",
        `代码表“${name}”没有用到：没有一张清单的内容写着 list: ${name}`,
        pack.placeOfKey(["codes", name]),
        "怎么改：在清单的内容里写 kind: code, list: 它的名称，或者删去它",
      ),
    );
}

const YEAR = /(?<!\d)20\d\d(?=年)/g;

/** A document is of one year, and its pack mostly of many. */
function typedYears({ pack, terms, tables, narrative }: PackSources): readonly Diagnostic[] {
  const { citations = [], years } = pack.value as unknown as WrittenPack;
  if (years.from === years.to) return [];
  const cited = citations.map(({ text }) => text);
  const yaml = [pack, terms, ...tables.values()].flatMap((source) => typedIn(source, cited));
  const texts = [...narrative.values()].flatMap((source) =>
    yearsIn(source.text, cited).map((at) => typedYear(source.text.slice(at, at + 5), source.at(at, 5))),
  );
  return [...yaml, ...texts];
}

function typedIn(source: Source, cited: readonly string[]): readonly Diagnostic[] {
  return [...textsIn(source.value)].flatMap(({ text, path }) => {
    if (!isPrinted(path) || path[0] === "citations") return [];
    const words = source.written(path);
    return yearsIn(text, cited).map((at) => typedYear(text.slice(at, at + 5), words.at(at, 5)));
  });
}

/** Where years stand that no citation covers. */
function yearsIn(text: string, cited: readonly string[]): readonly number[] {
  const covered = cited.flatMap((words) =>
    occurrences(text, words).map((from) => ({ from, to: from + words.length })),
  );
  return [...text.matchAll(YEAR)]
    .map(({ index }) => index)
    .filter((at) => !covered.some(({ from, to }) => from <= at && at < to));
}

function occurrences(text: string, words: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && words !== ""; at = text.indexOf(words, at + 1))
    found.push(at);
  return found;
}

function typedYear(year: string, place: Place): Diagnostic {
  return problem(
    "模板/取值",
    `“${year}”是手写的，别的年度也照样印`,
    place,
    "怎么改：写 {{年}}年，上年写 {{上年}}年；法规文件的年份，连同前后的话登记在 pack.yaml 的 citations 里",
  );
}

/** Figures that are disclosed by law also when they are zero. */
const ALSO_ZERO: readonly StatutoryFigure[] = [
  ...(["收入总计", "支出总计", "机关运行经费", "政府采购预算", "车辆"] as const),
  ...(["三公经费", "因公出国境费", "公务接待费"] as const),
  ...(["公务用车购置及运行费", "公务用车购置费", "公务用车运行维护费"] as const),
];

const AMOUNTS: readonly string[] = ["金额", "元", "千元", "万元", "增减"];
const ASKS_FOR_ZERO: readonly string[] = ["为零", "为零两年", "非零"];

/** Amounts of a section that asks of none whether it is zero: it would say the same of nothing. */
function withoutZero(source: TextSource, measures: Source): readonly Diagnostic[] {
  const known = decodeMeasures(measures);
  const offset = offsetsIn(source.text);
  const calls = callsIn(syntaxOf(source.text));
  return sectionsOf(source.text).flatMap(({ from, to }) => {
    const own = calls.filter(({ loc }) => from <= offset(loc.start) && offset(loc.start) < to);
    const about = calls.filter(({ scope }) => offset(scope.start) < to && from < offset(scope.end));
    if (about.some(({ helper }) => ASKS_FOR_ZERO.includes(helper))) return [];
    const amounts = own.filter(({ helper, names: [name = ""] }) => {
      const { statutory } = known.get(name) ?? {};
      return AMOUNTS.includes(helper) && known.has(name) && !(statutory && ALSO_ZERO.includes(statutory));
    });
    const [first] = amounts;
    return first ? [saysNothingOfZero(first, amounts, source)] : [];
  });
}

function saysNothingOfZero(
  { names: [name = ""], loc }: TemplateCall,
  amounts: readonly TemplateCall[],
  source: TextSource,
): Diagnostic {
  const offset = offsetsIn(source.text);
  const all = [...new Set(amounts.flatMap(({ names: [each = ""] }) => each))];
  return warning(
    "模板/口径",
    `这一段没有写${all.map((each) => `“${each}”`).join("、")}是零的时候怎么说，会印成 0.00`,
    source.at(offset(loc.start), offset(loc.end) - offset(loc.start)),
    `怎么改：写成 {{#if (为零 ${name})}}没有时的话{{else}}有时的话{{/if}}；格式里就是印 0.00 的，不必改`,
  );
}

function sectionsOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  const starts = [...text.matchAll(/^#{1,2} /gm)].map(({ index }) => index);
  const [first = text.length] = starts;
  return [...(first > 0 ? [0] : []), ...starts].map((from, index, all) => {
    return { from, to: all[index + 1] ?? text.length };
  });
}
