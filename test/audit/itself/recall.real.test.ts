import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { groupedBy } from "../../../src/model/groups.js";
import { expectFile } from "../../golden.js";
import { PROGRAM } from "../../project.js";
import { REPORT_CASES } from "../../reports/cases.js";
import { judged, recoveredOf, toldIn } from "./given.js";

const PLANTED = ["sample", "administrative", "luoyang"];

const tried: ReturnType<typeof toldIn>[number][] = [];
for (const name of PLANTED) tried.push(...toldIn(await recoveredOf(name)));

test("of all that is planted 98 % is told", () => {
  expect(tried.filter(({ isTold }) => isTold).length / tried.length).toBeGreaterThanOrEqual(0.98);
});

test("docs/audit.md says how much is told of each kind", () => {
  const rows = [...groupedBy(tried, ({ plant }) => plant.kind)].map(([kind, all]) => {
    const whats = [...new Set(all.map(({ plant }) => plant.what))];
    return `| ${kind} | ${whats.join("、")} | ${all.length} | ${all.filter(({ isTold }) => isTold).length} |`;
  });
  const kinds = new Set(tried.map(({ plant }) => plant.what)).size;
  const sums = `${kinds} 种错，在 ${PLANTED.length} 份文件里一处一处放进去，共 ${tried.length} 次，说出 ${tried.filter(({ isTold }) => isTold).length} 次。`;
  expectFile(join(PROGRAM, "docs/audit.md"), [INTRODUCTION, sums, "", HEAD, ...rows, ""].join("\n"));
});

const INTRODUCTION = `# 审核任何单位的公开文件

\`npm run audit -- 文件…\`：PDF、Word、Excel、网页、文本，几个文件或一个文件夹；不用数据，单位、年度、版式从文件里看。文件自己与自己比：

- 每张表的合计、小计与分项，按它自己的表头、科目代码和编号；四舍五入的尾差不算错
- 表与表：收入与支出，收支总体与收入、支出总体，财政拨款收支，一般公共预算与基本支出，两张表里的同一个项目
- 说明与附表里同名的数；占比、增减的百分比、各项原因之和
- 代码和名称，表题和说明里的年份、单位名称
- 143 号文要求的表和说明，空表的注
- 残留、叠字、没有写出的原因、个人信息、密级

每处说轻重（重大、一般、格式）、页、两边的数、规则和依据。开头是小结；**没有核对的另列**，并说核对了多少个数、多少句。
\`--report 审核意见.html\` 写成可以打印的一页，\`--format json\` 是 SARIF。本单位有数据的，再与数据逐句逐格比。

读不到的：扫描的图、图片、附件、批注、表单；没有格线的 PDF 表格，只审文字。

## 查得出多少

下面的数由 \`npm run test:real\` 算出：程序印的文件，一次放一处错，看说没说出这一处；没有放错的文件，一处也不说。
`;
const HEAD = "| 种类 | 放在哪里 | 次数 | 说出 |\n|---|---|---|---|";

test.each(REPORT_CASES)("%s: nothing is found in what is right", async (name) => {
  expect(judged(await recoveredOf(name)).findings.map(({ message }) => message)).toEqual([]);
});
