import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deriveLedger } from "../../src/derive/ledger.js";
import { recover } from "../../src/extract/recover/recover.js";
import { readGivenDocument } from "../../src/files/given.js";
import { type DetailResult, readDetail } from "../../src/import/detail/detail.js";
import { detailWords } from "../../src/import/detail/words.js";
import type { Ledger, LedgerLine } from "../../src/model/ledger.js";
import { dataFile } from "../../src/project/data-files.js";
import { readSources } from "../../src/project/sources.js";
import { decodeBudget } from "../../src/validate/budget/decode.js";
import { withNames } from "../../src/validate/budget/named-codes.js";
import { type Disclosure, validateDisclosure } from "../../src/validate/disclosure.js";
import { readSharedYaml } from "../../src/yaml/shared.js";
import { readYamlText } from "../../src/yaml/yaml.js";
import type { PackSample } from "../packs/packs.js";
import { makeProject, PROGRAM, program } from "../project.js";
import type { Export, Exported } from "./listings.js";

/** An agency with money of most kinds, some of it brought forward. */
export const AGENCY: PackSample = {
  name: "agency",
  pack: "henan",
  folder: join(PROGRAM, "test/codes/agency"),
  data: dataFile("250001", 2024),
};

/** A disclosure, and what is exported of it. */
export interface Kept extends Exported {
  readonly project: string;
  readonly disclosure: Disclosure;
}

export function disclosureOf({ folder, data }: PackSample): Kept {
  return keptIn(makeProject(folder), data.unit, data.year);
}

export function disclosureOfText(unit: string, year: number, yaml: string): Kept {
  const project = makeProject();
  const file = join(project, dataFile(unit, year).file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, yaml);
  return keptIn(project, unit, year);
}

function keptIn(project: string, code: string, year: number): Kept {
  const sources = readSources(PROGRAM, project, dataFile(code, year));
  const disclosure = validateDisclosure(sources, program.schemas);
  const { budget, codes } = disclosure.year;
  const ledger = deriveLedger(budget, codes);
  return { project, disclosure, code, year, name: budget.unit.name.text, ledger };
}

/** What data says of which no list speaks. */
const NOTHING = { 收入: [], 基本支出: [], 项目: [], 国有资产: {} };

/** What the exports of a disclosure are taken for, and the ledger of the data that is made of it. */
export async function importedAnew(kept: Kept, exports: readonly Export[]) {
  const { project, code, name, year, disclosure } = kept;
  const { budget, codes } = disclosure.year;
  const tables = [];
  for (const { file, bytes } of exports) {
    writeFileSync(join(project, file), bytes);
    const recovered = await recover(readGivenDocument(project, file));
    tables.push(...recovered.tables.map((table) => ({ file, table })));
  }
  const detail = readDetail(tables, {
    words: detailWords(readSharedYaml(PROGRAM, "schemas/detail-lists.yaml").value),
    ...{ codes, year },
    unitKind: budget.unit.kind,
    assetKinds: disclosure.pack.assets ?? [],
    hasSecondLevel: false,
    unit: { code, name },
  });
  const given = { ...NOTHING, ...detail.given, 版式: budget.pack, 年度: String(year) };
  const unit = { 代码: code, 名称: name, 性质: budget.unit.kind, 主要职责: "", 内设机构: [] };
  // JSON is YAML, too
  const source = readYamlText(dataFile(code, year).file, JSON.stringify({ ...given, 单位: unit }));
  return {
    detail,
    wrong: wrongIn(detail),
    ledger: deriveLedger(decodeBudget(source, withNames(codes, [source])), codes),
  };
}

function wrongIn({ lists, notes }: DetailResult): readonly string[] {
  const sums = lists.flatMap(({ wrongSums }) =>
    wrongSums.map(({ what, said, found, where }) => `${where} ${what} ${said} ${found}`),
  );
  return [
    ...sums,
    ...notes.filter(({ kind }) => kind === "不明").map(({ words, where }) => `${where} ${words}`),
  ];
}

/** Said by no list of these. */
const UNLISTED = new Set(["绩效目标", "未编制原因", "名称公开"]);

/** The lines that lists can say, each in words, in order. */
export function linesListed({ lines }: Ledger): readonly string[] {
  return lines
    .filter(
      ({ account, amount, gap }) =>
        account !== "版式事项" && account !== "总投资" && !(amount.isZero() && !gap),
    )
    .map(inWords)
    .sort();
}

function inWords({ account, amount, dimensions, label }: LedgerLine): string {
  const said = Object.entries(dimensions).filter(([dimension]) => !UNLISTED.has(dimension));
  const words = said.map(([dimension, value]) => `${dimension} ${value}`).sort();
  return [account, account === "支出" ? "" : label, ...words, amount.toFixed(2)].join(" ");
}
