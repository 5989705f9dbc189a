import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ACCOUNT_DIMENSIONS, DIMENSION_VALUES } from "../../../src/model/dimensions.js";
import { ACCOUNTS, DIMENSIONS } from "../../../src/model/ledger.js";
import { STATUTORY_FIGURES } from "../../../src/model/pack/measure.js";
import { FACTS, HELPERS, ITEM_NAMES } from "../../../src/model/template.js";
import { readCodeLists } from "../../../src/project/codes.js";
import { readPack } from "../../../src/project/pack.js";
import { specimensOf } from "../../../src/specimen/specimens.js";
import { validateCodeLists } from "../../../src/validate/budget/code-lists.js";
import { REQUIRED_FIGURES } from "../../../src/validate/pack/measures.js";
import { validatePack } from "../../../src/validate/pack/pack.js";
import { PROGRAM, program } from "../../project.js";
import { FACT_SAYS, HELPER_SAYS, PARAMETER_SAYS } from "./helpers.js";

const GUIDE = "test/docs/packs/guide.md";

/** The guide to packs: what is written by hand, and in it all that the program itself knows of their language. */
export function packsGuide(): string {
  const text = readFileSync(join(PROGRAM, GUIDE), "utf8");
  return text.replaceAll(/<!-- (\S+?)(?: (\w+))? -->/g, (_, what: string, of = "") => {
    const part = PARTS[what];
    if (!part) throw new Error(`${GUIDE} asks for “${what}”`);
    return part(of);
  });
}

const PARTS: Readonly<Record<string, (of: string) => string>> = {
  样张: specimenTable,
  键: keysOf,
  账: () =>
    table(
      ["账", "维度"],
      ACCOUNTS.map((each) => [each, ACCOUNT_DIMENSIONS[each].join("、")]),
    ),
  取值: () =>
    table(
      ["维度", "取值"],
      DIMENSIONS.map((each) => [each, valuesOf(each)]),
    ),
  法定: () => STATUTORY_FIGURES.join("、"),
  必有: () => REQUIRED_FIGURES.join("、"),
  助手: () =>
    table(
      ["写", "印出"],
      Object.entries(HELPERS).map(([name, takes]) => {
        const words = [name, ...takes.map((each) => PARAMETER_SAYS[each])].join(" ");
        return [`\`{{${words}}}\``, saysOf(name, HELPER_SAYS)];
      }),
    ),
  事实: () =>
    table(
      ["写", "是什么"],
      FACTS.map((name) => [`\`{{${name}}}\``, saysOf(name, FACT_SAYS)]),
    ),
  列举项: () => ITEM_NAMES.map((name) => `\`${name}\``).join("、"),
};

/** A helper or a fact that is new has to be explained to those who write packs. */
function saysOf(name: string, says: Readonly<Record<string, string>>): string {
  const words = says[name];
  if (words === undefined) throw new Error(`test/docs/packs/helpers.ts says nothing of “${name}”`);
  return words;
}

function valuesOf(dimension: string): string {
  const values = (DIMENSION_VALUES as Readonly<Record<string, readonly string[]>>)[dimension];
  if (values) return values.join("、");
  return CODED[dimension] ?? "数据里有的";
}

const CODED: Readonly<Record<string, string>> = {
  功能类: "3 位代码，如 208",
  功能款: "5 位代码，如 20805",
  功能科目: "7 位代码，如 2080505",
  经济类: "3 位代码，如 302",
  经济科目: "5 位代码，如 30212",
  政府经济类: "3 位代码，如 502",
  政府经济科目: "5 位代码，如 50206",
  项目: "每个项目",
  单位: "每个单位",
};

function specimenTable(): string {
  const codes = validateCodeLists(readCodeLists(PROGRAM, PROGRAM, 2025), program.schemas);
  const pack = validatePack(readPack(PROGRAM, "henan"), program.schemas, codes);
  const grounds = { pack, folder: "henan", year: 2025, codes, codesBefore: codes };
  return table(
    ["样张", "看什么"],
    specimensOf(grounds).map(({ name, says }) => [name, says]),
  );
}

interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly $ref?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly oneOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
  readonly then?: SchemaNode;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

/** Every key of a pack's file with what its schema says of it, one place each. */
function keysOf(name: string): string {
  const schema: SchemaNode = JSON.parse(readFileSync(join(PROGRAM, `schemas/${name}.schema.json`), "utf8"));
  const rows = new Map<string, readonly string[]>();
  const expanded = new Set<string>();
  const visit = (given: SchemaNode, path: readonly string[], needed: boolean, depth: number): void => {
    if (depth > DEEPEST) return;
    const of = given.$ref?.split("/").at(-1) ?? "";
    const node = { ...schema.$defs?.[of], ...given };
    const { title = "", description = "", enum: values = [] } = node;
    const choices =
      values.length > 0 && values.length <= 12 ? `可写：${[...new Set(values.map(String))].join("、")}` : "";
    const key = path.join(".");
    if (path.length > 0 && !rows.has(key) && path.at(-1) !== "*") {
      const says = [title, description, choices]
        .filter((each) => each !== "")
        .join("。")
        .replaceAll("。。", "。");
      rows.set(key, [`\`${key}\``, needed ? "是" : "", says.replaceAll("|", "\\|")]);
    }
    // what several keys have in common is said of the first
    if (of !== "" && expanded.has(of)) return;
    expanded.add(of);
    for (const [each, child] of Object.entries(node.properties ?? {}))
      visit(child, [...path, each], node.required?.includes(each) === true, depth + 1);
    if (typeof node.additionalProperties === "object")
      visit(node.additionalProperties, [...path, "*"], false, depth + 1);
    for (const each of [node.items, node.then, ...(node.oneOf ?? []), ...(node.allOf ?? [])])
      if (each) visit(each, path, false, depth);
  };
  visit(schema, [], false, 0);
  return table(["键", "必写", "内容"], [...rows.values()]);
}

/** Deeper, columns within columns say nothing new. */
const DEEPEST = 5;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return lines.join("\n");
}
