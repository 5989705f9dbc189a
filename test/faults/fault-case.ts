import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { printDiagnostics } from "../../src/console/diagnostics.js";
import { Refusal } from "../../src/diagnostic.js";
import { readCodeLists } from "../../src/read/codes.js";
import { readJson } from "../../src/read/json.js";
import { readYaml } from "../../src/read/yaml.js";
import { validateBudget } from "../../src/validate/budget.js";
import { validateCodeLists } from "../../src/validate/code-lists.js";

const PROGRAM = process.cwd();
export const CASES = join(PROGRAM, "test/faults");
const SAMPLE = "data/403008/2023.yaml";

/** case.json: how the data of a case comes about. Beside it, input.yaml stands in place of the sample. */
interface FaultCase {
  /** what the officer did */
  readonly says: string;
  /** changes to the data, each of a text that occurs in it just once */
  readonly edits?: readonly { readonly find: string; readonly replace: string }[];
  /** where the data is put, if not at the sample's place */
  readonly at?: string;
  /** the file that is read, if it is not the data */
  readonly reads?: string;
}

export function caseNames(): readonly string[] {
  return readdirSync(CASES, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? [each.name] : [],
  );
}

/** What the program prints for the data of a case. */
export function printedFor(name: string): string {
  const folder = join(CASES, name);
  const fault = JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as FaultCase;
  const file = fault.at ?? SAMPLE;
  const project = mkdtempSync(join(tmpdir(), "fault-"));
  mkdirSync(join(project, dirname(file)), { recursive: true });
  const input = join(folder, "input.yaml");
  if (existsSync(input)) cpSync(input, join(project, file));
  else writeFileSync(join(project, file), edited(readFileSync(join(PROGRAM, SAMPLE), "utf8"), fault));
  return diagnose(project, fault.reads ?? file);
}

function edited(text: string, { edits = [] }: FaultCase): string {
  return edits.reduce((before, { find, replace }) => {
    const parts = before.split(find);
    if (parts.length !== 2) throw new Error(`“${find}” occurs ${parts.length - 1} times in the data`);
    return parts.join(replace);
  }, text);
}

const schema = (name: string): object => readJson(PROGRAM, `schemas/${name}.schema.json`);
const budgetSchema = schema("budget");
const codes = validateCodeLists(readCodeLists(PROGRAM, 2023), {
  codeList: schema("code-list"),
  correspondence: schema("correspondence"),
});

function diagnose(project: string, file: string): string {
  try {
    return printDiagnostics(validateBudget(readYaml(project, file), budgetSchema, codes).warnings);
  } catch (error) {
    if (error instanceof Refusal) return printDiagnostics(error.diagnostics);
    throw error;
  }
}
