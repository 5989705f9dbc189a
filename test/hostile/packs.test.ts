import { describe, expect, test } from "@jest/globals";
import { textSource } from "../../src/files/place.js";
import type { PackSources } from "../../src/model/pack/pack.js";
import { readPack } from "../../src/project/pack.js";
import { packBounds } from "../../src/validate/pack/bounds.js";
import { readYamlText } from "../../src/yaml/yaml.js";
import { PACK_SAMPLES } from "../packs/packs.js";
import { PROGRAM } from "../project.js";

const HENAN = readPack(PROGRAM, "henan");

function boundsOf(changed: Partial<PackSources>): readonly string[] {
  return packBounds({ ...HENAN, ...changed }).map(
    ({ code, message, place }) => `${code} ${place?.line}:${place?.column} ${message}`,
  );
}

function table(text: string): Partial<PackSources> {
  return { tables: new Map([["a", readYamlText("tables/a.yaml", text)]]) };
}

const WITH = (columns: number): Partial<PackSources> =>
  table(`columns:\n${"  - { header: 甲, where: {} }\n".repeat(columns)}`);

function nested(levels: number): Partial<PackSources> {
  return table(`columns: ${"[{ children: ".repeat(levels)}[{ header: 甲 }]${" }]".repeat(levels)}`);
}

function narrative(text: string): Partial<PackSources> {
  return { narrative: new Map([["a", textSource("narrative/a.hbs", text)]]) };
}

test.each(PACK_SAMPLES.map(({ pack }) => pack))("the files of %s are far below every bound", (name) => {
  const { tables, narrative: texts, ...others } = readPack(PROGRAM, name);
  const twice = <T>(files: ReadonlyMap<string, T>) =>
    new Map([...files, ...[...files].map(([file, source]) => [`${file} 2`, source] as const)]);
  expect(packBounds({ ...others, tables: twice(tables), narrative: twice(texts) })).toEqual([]);
});

describe("what is larger than a person writes is refused before anything is made of it", () => {
  test.each([
    ["61 columns", WITH(61), "模板/表 1:1 这里有 61 列，超过 60 列，印不成一份文件"],
    ["5,000 columns", WITH(5000), "模板/表 1:1 这里有 5000 列，超过 60 列，印不成一份文件"],
    ["columns below each other", nested(6), "模板/表 1:1 列一层套一层，超过 6 层"],
    [
      "301 rows",
      table(`sides:\n  - rows:\n${"      - { label: 甲 }\n".repeat(301)}`),
      "模板/表 2:5 这里有 301 行，超过 300 行，印不成一份文件",
    ],
    [
      "a condition of 3,000 codes",
      { measures: readYamlText("measures.yaml", `甲:\n  where:\n${"  - 30101\n".repeat(3001)}`) },
      "文件/过大 3003:5 从这里起超过 3000 项，不像版式的文件",
    ],
    [
      "9,000 terms in three files",
      {
        ...table("- 甲\n".repeat(2900)),
        terms: readYamlText("terms.yaml", "- 甲\n".repeat(2900)),
        measures: readYamlText("measures.yaml", "- 甲\n".repeat(2900)),
      },
      "文件/过大 1:1 这个版式的内容一共 8928 项，超过 8000 项",
    ],
    [
      "the same tables thirteen times",
      {
        pack: readYamlText(
          "pack.yaml",
          `parts:\n${"  - { tables: [甲, 乙, 丙, 丁, 戊, 己, 庚, 辛, 壬, 癸] }\n".repeat(14)}`,
        ),
      },
      "文件/过大 1:1 这个版式的 parts 和里面列的附表、说明一共 154 处，超过 150 处",
    ],
    [
      "long texts",
      { terms: readYamlText("terms.yaml", `- ${"甲\n  ".repeat(40_000)}`) },
      "文件/过大 1:1 这个文件有 160002 个字，超过 100000 个，不像版式的文件",
    ],
    [
      "1,001 tags",
      narrative(`甲\n${"{{年}}".repeat(1001)}`),
      "模板/语法 2:5001 从这里起，这个文件里的 {{ }} 超过 1000 处",
    ],
    [
      "41 lists",
      narrative("{{#each (非零 收入合计)}}甲{{/each}}\n".repeat(41)),
      "模板/语法 41:1 从这里起，这个文件里的 {{#each}} 超过 40 处",
    ],
  ])("%s", (_name, changed, expected) => {
    expect(boundsOf(changed)).toEqual([expected]);
  });
});
