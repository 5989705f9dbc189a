import { stringify } from "yaml";
import { type Diagnostic, unplaced } from "../diagnostic/diagnostic.js";
import { collectRefusals, orElseLater, Refusal, refuseOnError } from "../diagnostic/refusal.js";
import { namesIn } from "../files/bytes.js";
import { writeOutput } from "../files/write/output.js";
import type { CodeLists } from "../model/budget.js";
import { GAP } from "../model/gap.js";
import { firstOfEach } from "../model/groups.js";
import type { Pack, PackSources } from "../model/pack/pack.js";
import type { Plain, Source } from "../model/source.js";
import type { Sources, YearSources } from "../model/sources.js";
import { joined, ownWording } from "../model/wording.js";
import { readCodeLists } from "../project/codes.js";
import { misnamedPackFiles, readPack, TEMPLATES } from "../project/pack.js";
import { renderPdf } from "../render/pdf/pdf.js";
import { type ComposedSpecimen, neverRight } from "../specimen/never.js";
import { type Specimen, type SpecimenYear, specimensOf } from "../specimen/specimens.js";
import { validateCodeLists } from "../validate/budget/code-lists.js";
import { validateDisclosure } from "../validate/disclosure.js";
import { validatePack } from "../validate/pack/pack.js";
import { packSlips } from "../validate/pack/slips.js";
import { readYamlText } from "../yaml/yaml.js";
import type { Setting, Step } from "./build.js";
import { passGates } from "./gates.js";
import { comparedAnyway } from "./new-unit-comparisons.js";

/** What a pack prints without a unit. */
export interface PackSpecimens {
  readonly folder: string;
  readonly files: readonly { readonly file: string; readonly says: string; readonly pages: number }[];
  /** what is wrong with the pack, as far as its specimens show it */
  readonly found: readonly Diagnostic[];
}

const MARK = "样张";

/**
 * Prints specimens of a pack, each marked as one on every page, with the data that they are made from beside them.
 * Throws a Refusal with all that is wrong with the pack where nothing can be printed of it.
 */
export async function printSpecimens(
  { pack: name, output }: { readonly pack: string; readonly output: string },
  setting: Setting,
): Promise<PackSpecimens> {
  const { project, step } = setting;
  const folder = `${output}/${MARK}/${name}`;
  const sources = await step("读取", `${TEMPLATES}/${name}`, () => readKnownPack(project, name));
  const { pack, year, codes, found } = await step("核验", "版式", () => validPack(sources, name, setting));
  const codesBefore = listsOf(setting, year - 1);
  const made: Printed[] = [];
  for (const specimen of specimensOf({ pack, folder: name, year, codes, codesBefore })) {
    const print = () => printOne(specimen, { folder, sources, year }, setting);
    made.push(await step(MARK, `${specimen.name}：${specimen.says}`, print));
  }
  return {
    folder,
    files: made.flatMap(({ file, pages }, index) => {
      return pages === undefined ? [] : [{ file, pages, says: made[index]?.says ?? "" }];
    }),
    found: ofPack(
      [
        ...found,
        ...packSlips(sources),
        ...neverRight(
          pack,
          made.flatMap(({ composed }) => composed ?? []),
        ),
        ...made.flatMap(({ found }) => found.map((each) => comparedAnyway(each, sources.narrative.values()))),
      ],
      `${TEMPLATES}/${name}/`,
    ),
  };
}

function readKnownPack(project: string, name: string): PackSources {
  const packs = namesIn(project, TEMPLATES);
  if (packs.includes(name)) return readPack(project, name);
  throw new Refusal([
    unplaced(
      "文件/找不到",
      `没有叫“${name}”的版式`,
      `文件夹 ${TEMPLATES} 里现有的版式：${packs.join("、")}`,
      "怎么改：写现有的一个；要做新的，运行 npm run new-pack",
    ),
  ]);
}

interface ValidPack {
  readonly pack: Pack;
  readonly year: number;
  readonly codes: CodeLists;
  /** what is to be minded about its files */
  readonly found: readonly Diagnostic[];
}

/** The newest year that both the pack and the code lists are meant for, or the pack's first. */
function validPack(sources: PackSources, name: string, setting: Setting): ValidPack {
  const { program, project } = setting;
  const { from, to = "9999" } = (sources.pack.value as { readonly years?: { from?: string; to?: string } })
    .years ?? { from: "" };
  const latest = listsOf(setting, LATEST).years.to;
  const year = Math.min(Number(to) || LATEST, Math.max(Number(from) || latest, latest));
  const codes = listsOf(setting, year);
  const [pack, found] = collectRefusals(
    () => validatePack(sources, program.schemas, codes),
    () => refuseOnError(misnamedPackFiles(project, name)),
  );
  return { pack, year, codes, found };
}

const LATEST = 9999;

function listsOf({ program, project }: Setting, year: number): CodeLists {
  return validateCodeLists(readCodeLists(program.folder, project, year), program.schemas);
}

interface Printed {
  readonly file: string;
  readonly says: string;
  readonly pages: number | undefined;
  readonly composed: ComposedSpecimen | undefined;
  readonly found: readonly Diagnostic[];
}

interface Grounds {
  readonly folder: string;
  readonly sources: PackSources;
  readonly year: number;
}

async function printOne(specimen: Specimen, grounds: Grounds, setting: Setting): Promise<Printed> {
  const { program, project } = setting;
  const { name, says } = specimen;
  const file = `${grounds.folder}/${name}.pdf`;
  const print = async (): Promise<Printed> => {
    const { report, books, found, data } = await compose(specimen, grounds, setting);
    for (const each of data) writeOutput(project, each.file, Buffer.from(each.text));
    const title = joined([report.title, ownWording(`（${MARK}）`)]);
    const look = { marked: new Map(), watermark: MARK };
    const { bytes, pages } = await renderPdf({ ...report, title }, program.fonts, look);
    writeOutput(project, file, bytes);
    return { file, says, pages, composed: { report, books }, found };
  };
  return orElseLater(print, (found) => ({ file, says, pages: undefined, composed: undefined, found }));
}

interface Composed extends ComposedSpecimen {
  readonly found: readonly Diagnostic[];
  readonly data: readonly Source[];
}

const silently: Step = async (_name, _subject, work) => work();

/** The report of a specimen, once its data says why figures have changed, wherever the pack asks for that. */
async function compose(specimen: Specimen, grounds: Grounds, setting: Setting): Promise<Composed> {
  const { program } = setting;
  const pass = async (more: string) => {
    const sources = sourcesOf(specimen, grounds, setting, more);
    const disclosure = validateDisclosure(sources, program.schemas);
    const passed = await passGates(disclosure, { program, step: silently });
    return { ...passed, data: filesOf(sources) };
  };
  const first = await pass("");
  const lacking = first.found.filter(({ code }) => code === "口径/缺少原因");
  if (lacking.length === 0) return first;
  const lines = lacking.flatMap(({ paste = [] }) => paste);
  return pass(`${lines.join("\n").replaceAll(GAP, specimen.reason)}\n`);
}

/** What a specimen is made of; `more` is added to its data. */
function sourcesOf(
  { name, year, lastYear }: Specimen,
  { folder, sources, year: of }: Grounds,
  { program, project }: Setting,
  more: string,
): Sources {
  const source = (which: number, unit: Plain, rest = ""): Source =>
    readYamlText(
      `${folder}/数据/${name}/${codeOf(unit)}/${which}.yaml`,
      `${stringify(unit, { lineWidth: 0 })}${rest}`,
    );
  const read = (which: number, { own, units }: SpecimenYear, rest = ""): YearSources => ({
    own: source(which, own, rest),
    units: units.map((each) => source(which, each)),
    codes: readCodeLists(program.folder, project, which),
  });
  return {
    data: read(of, year, more),
    lastYear: lastYear && read(of - 1, lastYear),
    pack: sources,
    problems: [],
  };
}

function codeOf(unit: Plain): string {
  return (unit as { readonly 单位: { readonly 代码: string } }).单位.代码;
}

function filesOf({ data, lastYear }: Sources): readonly Source[] {
  return [data, ...(lastYear ? [lastYear] : [])].flatMap(({ own, units }) => [own, ...units]);
}

/** What is said of the pack: each cause once, and nothing about data that nobody has. */
function ofPack(found: readonly Diagnostic[], folder: string): readonly Diagnostic[] {
  const isOfPack = ({ code, place }: Diagnostic): boolean =>
    place?.file.startsWith(folder) ?? !code.startsWith("数据/");
  const told = found.filter((each) => each.severity === "错误" || isOfPack(each));
  const once = firstOfEach(told, ({ code, place, message }) => {
    if (!place) return message;
    // a year that is typed is one of another year in some specimens
    const cause = code === "校对/年份" ? "模板/取值" : code;
    return place.file.startsWith(folder) ? [cause, place.file, place.line, place.column].join(" ") : cause;
  });
  return once.map(({ confirmation: _, ...each }) =>
    isOfPack(each) ? each : { ...each, notes: [...each.notes, OF_SPECIMENS] },
  );
}

const OF_SPECIMENS =
  "说明：样张的数据是程序照版式做的，不必改；看上面说的数是怎样从口径、附表和说明里来的，改版式";
