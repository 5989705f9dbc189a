import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFile } from "../../src/project/data-files.js";
import { makeProject } from "../project.js";

export const DATA = dataFile("403008", 2023);

const CHARTS = `    charts:
      - after: expenditure
        form: bar
        title: "{{年}}年支出构成"
        measures: [基本支出, 项目支出, 三公经费]
        table: 03-expenditure
      - { after: revenue, form: line, title: 收支, measures: [收入总计, 基本支出, 支出总计], table: 01-balance }
      - { after: revenue, form: bar, title: 没有数的图, measures: [因公出国境费, 公务接待费], table: 08-three-public }
`;

/** The sample in a format with charts; `edits` are made in what it says of them. */
export function projectWithCharts(...edits: readonly (readonly [find: string, replace: string])[]): string {
  const project = makeProject();
  const file = join(project, "templates/henan/pack.yaml");
  const charts = edits.reduce((text, [find, replace]) => text.replace(find, replace), CHARTS);
  writeFileSync(file, readFileSync(file, "utf8").replace(BEHIND, `${BEHIND}${charts}`));
  return project;
}

const BEHIND = "      - other-matters\n";
