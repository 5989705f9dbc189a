import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { refuseOnError } from "../../diagnostic/refusal.js";
import type { CodeLists } from "../../model/budget.js";
import { IN_PROSE, IN_TABLES } from "../../model/figure.js";
import { repeatsIn } from "../../model/groups.js";
import type { ZeroSign } from "../../model/ledger.js";
import type { WrittenFact } from "../../model/pack/asked-fact.js";
import {
  CORRECTION_LINES,
  type CorrectionWords,
  LETTER_NAMES,
  looksWith,
  type Pack,
  type PackPart,
  type PackSources,
  type PrintOfNothing,
  type Term,
  USUAL_LOOKS,
  type WrittenOwnCodes,
  type WrittenProjectCode,
} from "../../model/pack/pack.js";
import {
  moneyStyle,
  type TableFile,
  type TableSpec,
  type WrittenMoney,
} from "../../model/pack/table-spec.js";
import type { InFile } from "../../model/pack/written-pack.js";
import type { TableLooks } from "../../model/report.js";
import {
  isList,
  type Path,
  type Plain,
  type Source,
  type TextSource,
  textAt,
  textsIn,
  type Written,
} from "../../model/source.js";
import type { Schemas } from "../../model/sources.js";
import { keeping } from "../schema/kept.js";
import { expectName } from "../schema/names.js";
import type { ShapeCodes } from "../schema/schema.js";
import { checkShape } from "../schema/shape.js";
import { ASKS_NOTHING, askedFacts, askedIn, checkFacts, figuresOf, projectCodeIn } from "./asked-facts.js";
import { packBounds } from "./bounds.js";
import { checkCharts } from "./charts.js";
import { checkListed } from "./listed.js";
import { checkDisclosed } from "./measure-names.js";
import { checkMeasures, checkStatutory, decodeMeasures, statutoryMeasures } from "./measures.js";
import { checkPage } from "./page.js";
import { checkTable } from "./tables.js";
import { checkHeadings, checkLine, checkNarrative } from "./templates.js";

/** pack.yaml once its texts know where they were written, its numbers still text. */
interface PackFile
  extends Pick<Pack, "name" | "document" | "words" | "parts">,
    Partial<
      Pick<
        Pack,
        "disclosed" | "compared" | "citations" | "flatReasons" | "numbering" | "synonyms" | "technicalTerms"
      >
    > {
  readonly correction?: CorrectionWords;
  readonly facts?: readonly WrittenFact[];
  readonly codes?: Readonly<Record<string, readonly WrittenOwnCodes[]>>;
  readonly projectCode?: WrittenProjectCode;
  readonly assets?: readonly string[];
  readonly omits?: Pack["omits"];
  readonly asks?: Pack["asks"];
  readonly years: { readonly from: string; readonly to?: string };
  readonly style: InFile<Pack["style"]>;
  readonly money?: Readonly<Partial<Record<keyof Pack["money"], WrittenMoney>>>;
  readonly looks?: InFile<Partial<TableLooks>>;
  readonly explains?: Readonly<Record<string, readonly string[]>>;
  readonly nothing?: PrintOfNothing;
  readonly zero?: ZeroSign;
  readonly also?: Pack["also"];
}

export type WrittenPack = InFile<PackFile>;

/** The keys of each file below which texts are printed. */
const PACK_WORDS = ["document", "words", "correction", "title", "inContents", "lines", "edition", "dates"];
const TABLE_WORDS = [
  ...["number", "title", "inContents", "right", "notes", "emptyNote"],
  ...["header", "label", "names", "unitRow", "side", "totalRow"],
];
const TERM_WORDS = ["term", "says"];

const PRINTED: readonly string[] = [...PACK_WORDS, ...TABLE_WORDS, ...TERM_WORDS];

/** Whether a text of a pack's file is printed, by the way to it. */
export function isPrinted(path: Path): boolean {
  return path.some((step) => PRINTED.includes(String(step)));
}

const keepPack = keeping<Pack>();

/** The pack that the files say; throws a Refusal with every fault of every file. */
export function validatePack(sources: PackSources, schemas: Schemas, codes: CodeLists): Pack {
  const { pack, measures, terms, tables, narrative } = sources;
  const files = [pack, measures, terms, ...tables.values(), ...narrative.values()] as const;
  return keepPack([...files, schemas, codes], () => {
    refuseOnError(packBounds(sources));
    const misshapen = packFilesWithSchemas(sources, schemas).flatMap(([source, schema]) => {
      const found = checkShape(source, schema, { codes: PACK_CODES });
      return found.length > 0 ? [{ source, found }] : [];
    });
    if (misshapen.length === 0) refuseOnError(packProblems(sources, codes));
    else {
      const files = misshapen.map(({ source }) => source);
      refuseOnError([
        ...misshapen.flatMap(({ found }) => found),
        ...problemsBeside(sources, new Set(files), codes),
      ]);
    }
    return decodePack(sources);
  });
}

/** What is wrong with a pack of the right shape; with one that was `published`, what it takes to understand it. */
export function packProblems(
  sources: PackSources,
  codes: CodeLists,
  published = false,
): readonly Diagnostic[] {
  const measures = decodeMeasures(sources.measures, askedFacts(sources.pack));
  const asked = askedIn(sources.pack);
  const tables = [...sources.tables.values()];
  const narratives = [...sources.narrative.values()];
  const found = [
    ...checkFacts(sources.pack, measures),
    ...checkMeasures(sources.measures, measures, codes, asked),
    ...tables.flatMap((source) => checkTable(source, codes, asked, measures.keys())),
    ...(published ? [] : repeatedNames(tables)),
    ...narratives.flatMap((source) => [
      ...(published ? [] : checkHeadings(source)),
      ...checkNarrative(source, measures.keys(), published, asked.facts),
    ]),
    ...(published ? [] : narratives.flatMap((source) => checkListed(source, measures))),
    ...(published ? [] : checkStatutory(sources.measures, measures)),
    ...(published ? [] : [...checkYears(sources.pack), ...checkPage(sources.pack)]),
    ...(published ? [] : checkDisclosed(sources.pack, measures.keys())),
    ...checkPackFile(sources),
    ...checkCharts(sources, measures),
    ...(published ? [] : checkResidual(sources.pack)),
    ...(published ? [] : [sources.pack, sources.terms, ...tables].flatMap(checkPlainTexts)),
  ];
  // a measure or a column that takes what it should not is printed as it was
  return published ? found.filter(({ code }) => code !== "模板/口径") : found;
}

function checkYears(pack: Source): readonly Diagnostic[] {
  const { from, to } = (pack.value as unknown as WrittenPack).years;
  if (to === undefined || Number(from) <= Number(to)) return [];
  const message = `从 ${from} 年到 ${to} 年，没有一年适用`;
  return [
    problem(
      "模板/取值",
      message,
      pack.placeOf(["years", "to"]),
      "怎么改：前后两个年度对调；至今适用的，删去 to",
    ),
  ];
}

/** What is wrong with the files of a pack that have the right shape, where others have not. */
function problemsBeside(
  sources: PackSources,
  misshapen: ReadonlySet<Source>,
  codes: CodeLists,
): readonly Diagnostic[] {
  const { measures, tables, narrative } = sources;
  const asked = misshapen.has(sources.pack) ? ASKS_NOTHING : askedIn(sources.pack);
  const isNamed = typeof measures.value === "object" && !isList(measures.value);
  const known = misshapen.has(measures) ? new Map() : decodeMeasures(measures, asked.facts);
  const ofFacts = figuresOf(asked.facts).map(({ name }) => name);
  const names = [...new Set([...(isNamed ? Object.keys(measures.value) : []), ...ofFacts])];
  const found = [
    ...(misshapen.has(measures) ? [] : checkMeasures(measures, known, codes, asked)),
    ...[...tables.values()].flatMap((source) =>
      misshapen.has(source) ? [] : checkTable(source, codes, asked, names),
    ),
    ...[...narrative.values()].flatMap((source) => [
      ...checkHeadings(source),
      ...(isNamed ? checkNarrative(source, names, false, asked.facts) : []),
    ]),
    ...(misshapen.has(sources.pack) ? [] : checkPackFile(sources)),
  ];
  // names and values that nobody knows may be of facts, codes and assets that could not be read
  const isAsking = misshapen.has(sources.pack) && ASKING.some((key) => hasKey(sources.pack, key));
  return isAsking ? found.filter(({ code }) => code !== "模板/未知" && code !== "模板/口径") : found;
}

/** What a pack says of its own that its other files name. */
const ASKING = ["facts", "codes", "assets"];

function hasKey({ value }: Source, key: string): boolean {
  return typeof value === "object" && Object.hasOwn(value, key);
}

/** The pack that files of the right shape say. */
export function decodePack(sources: PackSources): Pack {
  const measures = decodeMeasures(sources.measures, askedFacts(sources.pack));
  const written = withWords(sources.pack, PACK_WORDS) as unknown as PackFile;
  const { name, years, document, style, words, parts, zero } = written;
  return {
    name,
    years: { from: Number(years.from), to: Number(years.to ?? Number.MAX_SAFE_INTEGER) },
    document,
    style: withNumbers(style) as Pack["style"],
    looks: looksWith(USUAL_LOOKS, withNumbers(written.looks ?? {}) as Partial<TableLooks>),
    words,
    money: {
      prose: moneyStyle(written.money?.prose, { ...IN_PROSE, zero }),
      tables: moneyStyle(written.money?.tables, { ...IN_TABLES, zero }),
    },
    correction: written.correction,
    nothing: written.nothing ?? "blank",
    also: written.also ?? [],
    numbering: written.numbering ?? {},
    parts,
    facts: askedFacts(sources.pack),
    projectCode: projectCodeIn(sources.pack),
    assets: written.assets,
    omits: written.omits ?? [],
    asks: written.asks ?? [],
    measures,
    statutory: statutoryMeasures(measures.values()),
    tables: new Map([...sources.tables].map(([file, source]) => [file, decodeTable(source)])),
    narrative: sources.narrative,
    terms: withWords(sources.terms, TERM_WORDS) as unknown as readonly Term[],
    explains: new Map(Object.entries(written.explains ?? {})),
    disclosed: written.disclosed ?? [],
    compared: written.compared ?? [],
    citations: written.citations ?? [],
    flatReasons: written.flatReasons ?? [],
    technicalTerms: written.technicalTerms ?? [],
    synonyms: written.synonyms ?? [],
  };
}

function decodeTable(source: Source): TableSpec {
  const { looks, ...spec } = withWords(source, TABLE_WORDS) as unknown as TableFile;
  const decoded = spec as unknown as TableSpec;
  return looks ? { ...decoded, looks: withNumbers(looks) as Partial<TableLooks> } : decoded;
}

/** A pack's faults have codes of their own: who mends them is not who fills in the data. */
const PACK_CODES: ShapeCodes = {
  missing: "模板/缺少",
  unknown: "模板/多余",
  type: "模板/类型",
  value: "模板/取值",
  amount: "模板/取值",
  repeated: "模板/取值",
};

/** Every file of a pack that has a schema, with it. */
export function packFilesWithSchemas(
  { pack, measures, tables, terms }: PackSources,
  schemas: Schemas,
): readonly (readonly [Source, object])[] {
  return [
    [pack, schemas.pack],
    [measures, schemas.measures],
    ...[...tables.values()].map((source) => [source, schemas.table] as const),
    [terms, schemas.terms],
  ];
}

/** pack.yaml beyond its shape: files that do not exist, files that no part uses, names in its lines. */
function checkPackFile(sources: PackSources): readonly Diagnostic[] {
  const { pack, narrative, tables, terms } = sources;
  const { parts, correction } = pack.value as unknown as WrittenPack;
  const lines: readonly Path[] = [
    ["document", "title"],
    ["document", "subject"],
    ["words", "tableLeft"],
    ...parts.flatMap((part, index) => linePaths(part, ["parts", index])),
  ];
  return [
    ...lines.flatMap((path) => checkLine(pack, path)),
    ...checkLine(pack, ["words", "residual"], RESIDUAL_NAMES),
    ...checkLine(pack, ["words", "residualInText"]),
    ...checkLine(pack, ["words", "tableRight"], ["金额单位"]),
    ...(isList(terms.value) ? terms.value : []).flatMap((_, index) => checkLine(terms, [index, "says"])),
    ...Object.entries(CORRECTION_LINES).flatMap(([key, names]) =>
      checkLine(pack, ["correction", key], names),
    ),
    ...(correction?.letter ?? []).flatMap((_, index) =>
      checkLine(pack, ["correction", "letter", index], LETTER_NAMES),
    ),
    ...checkFiles(pack, parts, "files", narrative),
    ...checkFiles(pack, parts, "tables", tables),
    ...checkExplains(sources),
  ];
}

/** The note is known again among the words of a document by what stands around its tags. */
function checkResidual(pack: Source): readonly Diagnostic[] {
  const path = ["words", "residual"];
  const tags = textAt(pack.value, path).match(/\{\{/g) ?? [];
  if (tags.length <= RESIDUAL_NAMES.length) return [];
  const message = `尾差的注里有 ${tags.length} 处 {{ }}，最多 ${RESIDUAL_NAMES.length} 处`;
  return [problem("模板/取值", message, pack.placeOf(path), "怎么改：{{处}}、{{栏行}} 和 {{差额}} 各写一次")];
}

const RESIDUAL_NAMES: readonly string[] = ["处", "栏行", "差额"];

/** The keys, of the text itself or of the list or words that it is in, whose texts are filled in. */
const FILLED: readonly string[] = [
  ...[
    "title",
    "inContents",
    "subject",
    "lines",
    "edition",
    "dates",
    "residual",
    "residualInText",
    "tableLeft",
    "tableRight",
    "letter",
  ],
  ...[
    "header",
    "right",
    "notes",
    "emptyNote",
    "label",
    "text",
    "unitRow",
    "side",
    "totalRow",
    "says",
    ...Object.keys(CORRECTION_LINES),
  ],
];

/** Tags in texts that are printed as they stand. */
function checkPlainTexts(source: Source): readonly Diagnostic[] {
  return [...textsIn(source.value)].flatMap(({ text, path }) => {
    const isAmong = (keys: readonly string[]): boolean => path.some((step) => keys.includes(String(step)));
    if (!text.includes("{{") || isAmong(FILLED) || !isPrinted(path)) return [];
    const remedy = "怎么改：写出要印的字；要由程序填的话，写在说明、题名、表注里";
    return [problem("模板/取值", "这里的字照样印，不能用 {{ }}", source.placeOf(path), remedy)];
  });
}

/** Texts and tables that are named as belonging together, and are not there. */
function checkExplains({ pack, narrative, tables }: PackSources): readonly Diagnostic[] {
  const { explains = {} } = pack.value as unknown as WrittenPack;
  const named = Object.entries(explains).flatMap(([name, list]) => [
    { name, what: "说明文件", files: narrative, place: () => pack.placeOfKey(["explains", name]) },
    ...list.map((table, at) => {
      return {
        name: table,
        what: "附表文件",
        files: tables,
        place: () => pack.placeOf(["explains", name, at]),
      };
    }),
  ]);
  return named.flatMap(({ name, what, files, place }) => expectName(what, name, files.keys(), place));
}

function linePaths(part: InFile<PackPart>, path: Path): readonly Path[] {
  const lists = part.kind === "cover" ? ["lines", "edition", "dates"] : ["title", "inContents"];
  const texts = part as unknown as { readonly [key: string]: string | readonly string[] | undefined };
  const charts = part.kind === "narrative" ? (part.charts ?? []) : [];
  return [
    ...lists.flatMap((list) => {
      const text = texts[list] ?? [];
      return typeof text === "string" ? [[...path, list]] : text.map((_, index) => [...path, list, index]);
    }),
    ...charts.map((_, index) => [...path, "charts", index, "title"]),
  ];
}

function checkFiles(
  pack: Source,
  parts: readonly InFile<PackPart>[],
  key: "files" | "tables",
  files: ReadonlyMap<string, TextSource>,
): readonly Diagnostic[] {
  const what = key === "files" ? "说明文件" : "附表文件";
  const named = parts.flatMap((part, index) => {
    const list = (part as { readonly [list: string]: unknown })[key] as readonly string[] | undefined;
    return (list ?? []).map((name, at) => ({ name, path: ["parts", index, key, at] }));
  });
  const used = new Set(named.map(({ name }) => name));
  const unused = [...files].filter(([name]) => !used.has(name)).map(([, source]) => notPrinted(source));
  const unknown = named.flatMap(({ name, path }) =>
    expectName(what, name, files.keys(), () => pack.placeOf(path)),
  );
  return [...unknown, ...unused];
}

function notPrinted(source: TextSource): Diagnostic {
  const { file } = source;
  const remedy =
    "怎么改：在 pack.yaml 的 parts 里，写进要印它的那一部分的 files 或 tables；不印的，从文件夹里移走";
  return problem("模板/未知", `${file} 没有列入任何部分，不会印出来`, source.at(0, 0), remedy);
}

/** Readers and the program tell tables apart by their numbers, or by their titles where they have none. */
function repeatedNames(tables: readonly Source[]): readonly Diagnostic[] {
  const nameOf = ({ value }: Source): string => {
    const { number, title } = value as unknown as TableFile;
    return number ?? title;
  };
  return repeatsIn(tables, nameOf)
    .filter(([one, other]) => areSeenTogether(one, other))
    .map(([other, source]) => {
      const [key, what] = textAt(source.value, ["number"]) === "" ? ["title", "表题"] : ["number", "表号"];
      const message = `${what}“${nameOf(source)}”用了两次，另一处是 ${other.file}`;
      return problem("模板/表", message, source.placeOf([key]), `怎么改：每张表的${what}不同，核对这两张表`);
    });
}

/** Whether one document may print both: not where one is of units and the other of departments. */
function areSeenTogether(...tables: readonly Source[]): boolean {
  const [one, other] = tables.map(({ value }) => (value as unknown as TableFile).when?.主体);
  return one === undefined || other === undefined || one === other;
}

/** Values of style and looks are numbers of mm, pt or characters, or names of fonts and sides. */
function withNumbers(value: unknown): unknown {
  if (typeof value === "string") return /^\d/.test(value) ? Number(value) : value;
  return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, withNumbers(each)]));
}

/** A value in which what is printed knows where it was written. */
type Worded = string | Written | readonly Worded[] | { readonly [key: string]: Worded };

/** The value of a pack's file, with every text below one of the `keys`, and every text that a row shows, as it was written. */
function withWords(source: Source, keys: readonly string[]): Worded {
  const worded = (value: Plain, path: Path, printed: boolean): Worded => {
    if (typeof value === "string") return printed ? source.written(path) : value;
    if (isList(value)) return value.map((each, index) => worded(each, [...path, index], printed));
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => {
        // the `text` of a column is no text: it names which of a row's it shows
        const isRowText = key === "text" && typeof each !== "string";
        return [key, worded(each, [...path, key], printed || isRowText || keys.includes(key))];
      }),
    );
  };
  return worded(source.value, [], false);
}
