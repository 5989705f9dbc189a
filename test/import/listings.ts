import type { Ledger, LedgerLine } from "../../src/model/ledger.js";
import { digits } from "../../src/money/money.js";
import { bookOf, type Cell, COVERED, type ListSheet, linesOf, wordOf } from "./sheets.js";

/** A file that a system exports. */
export interface Export {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Whose ledger is exported. */
export interface Exported {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly ledger: Ledger;
}

/** A way in which systems list a ledger. */
export interface Shape {
  readonly name: string;
  readonly files: (of: Exported) => Promise<readonly Export[]>;
}

/** A line of expenditure in the words of an export. */
interface Spent {
  readonly functional: string;
  readonly department: string;
  readonly government: string;
  readonly names: Readonly<Record<"functional" | "department" | "government", string>>;
  readonly kind: string;
  readonly fund: string;
  readonly appropriated: string;
  readonly origin: string;
  readonly project: Readonly<Record<"code" | "name" | "key" | "evaluated", string>> | undefined;
  readonly cents: bigint;
}

function linesIn({ lines }: Ledger, account: LedgerLine["account"]): readonly LedgerLine[] {
  return lines.filter((line) => line.account === account && !line.amount.isZero());
}

function centsOf({ amount }: LedgerLine): bigint {
  return BigInt(digits(amount.times(100), 0, false));
}

function spentIn({ ledger }: Exported): readonly Spent[] {
  const named = (of: "功能科目" | "经济科目" | "政府经济科目", code: string): string =>
    ledger.labels[of]?.get(code)?.name.text ?? "";
  return linesIn(ledger, "支出").map((line): Spent => {
    const { 功能科目 = "", 经济科目 = "", 政府经济科目 = "", 项目 } = line.dimensions;
    const label = 项目 === undefined ? undefined : ledger.labels.项目?.get(项目);
    const { 重点项目 = "", 绩效评价 = "" } = line.dimensions;
    return {
      functional: 功能科目,
      department: 经济科目,
      government: 政府经济科目,
      names: {
        functional: named("功能科目", 功能科目),
        department: named("经济科目", 经济科目),
        government: named("政府经济科目", 政府经济科目),
      },
      kind: line.dimensions.类别 ?? "",
      fund: line.dimensions.资金来源 ?? "",
      appropriated: line.dimensions.财政拨款 ?? "",
      origin: line.dimensions.年份来源 ?? "",
      project: label && { code: label.code, name: label.name.text, key: 重点项目, evaluated: 绩效评价 },
      cents: centsOf(line),
    };
  });
}

/** As a spreadsheet computes it in binary. */
const number = (cents: bigint): number => Number(cents) / 100;
const grouped = (cents: bigint): string => {
  const plain = String(cents).padStart(3, "0");
  return `${plain.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",")}.${plain.slice(-2)}`;
};
const sumOf = (lines: readonly Spent[]): bigint => lines.reduce((sum, { cents }) => sum + cents, 0n);
const titled = ({ code, name, year }: Exported, title: string, unit: string): Cell[][] => [
  [`${year}年${title}`],
  [`单位：[${code}]${name}`, "", "", `单位：${unit}`],
];
const PROJECT = ["项目编码", "项目名称", "重点项目", "绩效评价"];
const projectCells = ({ project }: Spent): string[] =>
  project ? [project.code, project.name, project.key, project.evaluated] : ["", "", "", ""];

/** Revenue and what is left of it, line by line. */
function revenueSheets(of: Exported): readonly ListSheet[] {
  const rows = (account: "收入" | "年终结转") =>
    linesIn(of.ledger, account).map((line): Cell[] => {
      const { 资金来源 = "", 财政拨款 = "", 年份来源 = "本年", 功能科目 = "" } = line.dimensions;
      return [资金来源, 财政拨款, 年份来源, 功能科目, number(centsOf(line))];
    });
  const head = ["资金来源", "是否财政拨款", "年份来源", "功能科目编码", "金额"];
  return (["收入", "年终结转"] as const).map((account) => ({
    name: `${account}明细`,
    rows: [...titled(of, `${account}明细表`, "元"), head, ...rows(account)],
  }));
}

/** What is no money of the ledger: procurement, assets and transfers. */
function otherSheets(of: Exported): readonly ListSheet[] {
  const linesOfAccount = (account: LedgerLine["account"]) =>
    of.ledger.lines.filter((line) => line.account === account);
  return [
    {
      name: "政府采购",
      rows: [
        ["采购类型", "是否面向中小企业", "金额（元）"],
        ...linesIn(of.ledger, "政府采购").map((line): Cell[] => [
          `${line.dimensions.采购类型}类`,
          line.dimensions.面向中小企业 ?? "",
          number(centsOf(line)),
        ]),
      ],
    },
    {
      name: "资产",
      rows: [
        ["资产类型", "数量"],
        ...linesOfAccount("国有资产").map((line): Cell[] => [
          line.dimensions.资产类型 ?? "",
          line.amount.toNumber(),
        ]),
      ],
    },
    {
      name: "专项转移支付",
      rows: [
        ["转移支付项目名称", "金额（元）"],
        ...linesIn(of.ledger, "专项转移支付").map((line): Cell[] => [line.label, number(centsOf(line))]),
      ],
    },
  ];
}

const rest = (of: Exported): Export => ({
  file: `${of.year}年收入等.xlsx`,
  bytes: bookOf([...revenueSheets(of), ...otherSheets(of)]),
});

const xlsx = (
  of: Exported,
  sheets: readonly ListSheet[],
  ending: "xlsx" | "xls" = "xlsx",
  type?: "biff8" | "html" | "xlml",
): Export => ({
  file: `${of.year}年支出明细.${ending}`,
  bytes: bookOf(sheets, type ?? "xlsx"),
});

const LONG = [
  "功能科目编码",
  "功能科目名称",
  "部门经济科目编码",
  "部门经济科目名称",
  "政府经济科目",
  "资金来源",
  "财政拨款",
  "年份来源",
  "类别",
];
const longCells = (line: Spent): string[] => [
  ...[line.functional, line.names.functional, line.department, line.names.department],
  ...[`[${line.government}]${line.names.government}`, line.fund, line.appropriated, line.origin, line.kind],
];

/** One sheet, one line an amount, its total a formula that nobody has calculated. */
const long: Shape = {
  name: "one sheet, a line an amount",
  files: async (of) => {
    const lines = spentIn(of).map((line): Cell[] => [
      ...longCells(line),
      ...projectCells(line),
      number(line.cents),
    ]);
    const total: Cell[] = ["", " 合计", ...Array(11).fill(""), { formula: `SUM(N4:N${lines.length + 3})` }];
    const rows = [...titled(of, "部门支出明细表", "元"), [...LONG, ...PROJECT, "金额"], ...lines, total];
    return [xlsx(of, [{ name: "支出明细 ", rows, range: "A1:IV3380" }]), rest(of)];
  },
};

/** 类, 款 and 项 in three columns, the first a number, under merged heads; subtotals of each. */
const leveled: Shape = {
  name: "codes over three columns, with subtotals of each level",
  files: async (of) => {
    const spent = [...spentIn(of)].sort((a, b) => (a.functional < b.functional ? -1 : 1));
    const rows: Cell[][] = [
      ...titled(of, "支出预算明细", "元"),
      [
        { text: "支出功能分类科目", over: { columns: 4 } },
        "",
        "",
        "",
        { text: "部门预算支出经济分类科目", over: { columns: 3 } },
        "",
        "",
        { text: "政府预算支出经济分类科目编码", over: { rows: 2 } },
        ...["资金性质", "是否财政拨款", "是否结转", "支出类别", ...PROJECT, "预算数"].map((text) => ({
          text,
          over: { rows: 2 },
        })),
      ],
      ["类", "款", "项", "科目名称", "类", "款", "科目名称"],
      ["栏次", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16"],
    ];
    let before = "";
    for (const line of spent) {
      for (const length of [3, 5, 7]) {
        const code = line.functional.slice(0, length);
        if (before.startsWith(code)) continue;
        const under = spent.filter(({ functional }) => functional.startsWith(code));
        const parts: Cell[] = [Number(code.slice(0, 3)), code.slice(3, 5), code.slice(5, 7)];
        rows.push([...parts, "", ...Array(12).fill(""), grouped(sumOf(under))]);
      }
      before = line.functional;
      rows.push([
        Number(line.functional.slice(0, 3)),
        line.functional.slice(3, 5),
        line.functional.slice(5),
        line.names.functional,
        Number(line.department.slice(0, 3)),
        line.department.slice(3),
        line.names.department,
        line.government,
        line.fund,
        line.appropriated,
        line.origin === "上年结转" ? "是" : "否",
        line.kind,
        ...projectCells(line),
        number(line.cents),
      ]);
    }
    rows.push([" 合计", ...Array(15).fill(""), number(sumOf(spent))]);
    return [xlsx(of, [{ name: "明细", rows }]), rest(of)];
  },
};

/** A column of amounts for each kind of money, this year's and what was left, with a total of all and of each group. */
const wide: Shape = {
  name: "a column for each kind of money",
  files: async (of) => {
    const spent = spentIn(of);
    const pools = [
      ...new Set(spent.map(({ fund, appropriated, origin }) => `${fund} ${appropriated} ${origin}`)),
    ];
    const inPool = (line: Spent, pool: string): boolean =>
      `${line.fund} ${line.appropriated} ${line.origin}` === pool;
    const head = pools.map((pool) => {
      const [fund, appropriated, origin] = pool.split(" ");
      return [origin, `${fund}${appropriated === "是" ? "财政拨款" : "（非财政拨款）"}`] as const;
    });
    const rows: Cell[][] = [
      ...titled(of, "支出明细", "元"),
      [
        ...["功能科目", "经济科目", "政府经济科目", "类别", ...PROJECT].map((text) => ({
          text,
          over: { rows: 2 },
        })),
        { text: "资金来源", over: { columns: pools.length + 1 } },
      ],
      [
        ...Array(8).fill(""),
        "合计",
        ...head.map(([origin, fund]) => `${origin}${fund.replace("（", "").replace("）", "")}`),
      ],
      ...spent.map((line): Cell[] => [
        `${line.functional}-${line.names.functional}`,
        `[${line.department}]${line.names.department}`,
        line.government,
        line.kind,
        ...projectCells(line),
        number(line.cents),
        ...pools.map((pool) => (inPool(line, pool) ? number(line.cents) : "")),
      ]),
      [
        "合计",
        ...Array(7).fill(""),
        number(sumOf(spent)),
        ...pools.map((pool) => number(sumOf(spent.filter((line) => inPool(line, pool))))),
      ],
    ];
    return [xlsx(of, [{ name: "Sheet1", rows }]), rest(of)];
  },
};

/** In 万元 as computed in binary, some rows and columns hidden, a hidden sheet of something else. */
const inTenThousands: Shape = {
  name: "in 万元, with hidden rows, columns and sheets",
  files: async (of) => {
    const spent = spentIn(of);
    const rows: Cell[][] = [
      ["部门支出明细"],
      ["", "", "金额单位：万元"],
      [...LONG, ...PROJECT, "本年预算"],
      ...spent.map((line): Cell[] => [
        ...longCells(line),
        ...projectCells(line),
        number(line.cents) / 10_000,
      ]),
    ];
    const other = {
      name: "字典",
      rows: [
        ["代码", "名称"],
        ["1", "是"],
        ["2", "否"],
      ],
      isHidden: true,
    };
    return [xlsx(of, [other, { name: "明细", rows, hiddenRows: [3], hiddenColumns: [1] }]), rest(of)];
  },
};

/** A sheet for each kind, which its title says and no column. */
const sheetPerKind: Shape = {
  name: "a sheet for each kind of expenditure",
  files: async (of) => {
    const spent = spentIn(of);
    const kinds = [...new Set(spent.map(({ kind }) => kind))];
    const sheets = kinds.map((kind, index): ListSheet => {
      const lines = spent.filter((line) => line.kind === kind);
      const head = [...LONG.slice(0, -1), ...PROJECT, "金额（元）"];
      const cells = lines.map((line): Cell[] => [
        ...longCells(line).slice(0, -1),
        ...projectCells(line),
        grouped(line.cents),
      ]);
      return {
        name: `表${index + 1}`,
        rows: [
          [`${of.year}年${kind}明细`],
          head,
          ...cells,
          ["小计", ...Array(11).fill(""), grouped(sumOf(lines))],
        ],
      };
    });
    return [xlsx(of, sheets.toReversed()), rest(of)];
  },
};

/** GBK, heads and sums of pages again every twenty lines. */
const pages: Shape = {
  name: "a CSV in pages",
  files: async (of) => {
    const spent = spentIn(of);
    const head = [...LONG, ...PROJECT, "金额"];
    const rows: Cell[][] = [[`${of.year}年支出明细`]];
    for (let from = 0; from < spent.length; from += 20) {
      const page = spent.slice(from, from + 20);
      rows.push(
        head,
        ...page.map((line): Cell[] => [...longCells(line), ...projectCells(line), grouped(line.cents)]),
      );
      rows.push(["本页合计", ...Array(12).fill(""), grouped(sumOf(page))]);
    }
    rows.push(["合计", ...Array(12).fill(""), grouped(sumOf(spent))]);
    const text = linesOf({ name: "", rows }, ",");
    return [{ file: `${of.year}年支出明细.csv`, bytes: Buffer.from(text) }, rest(of)];
  },
};

/** The web page that a system calls .xls, or XML of 2003: codes with their names in one cell, amounts as text. */
const marked = (name: string, type: "html" | "xlml"): Shape => ({
  name,
  files: async (of) => {
    const head = [
      "功能科目",
      "部门经济科目",
      "政府经济科目",
      "经费来源",
      "财政拨款",
      "年份来源",
      "类别",
      "项目",
      "重点项目",
      "绩效评价",
      "金额(元)",
    ];
    const rows: Cell[][] = [
      head,
      ...spentIn(of).map((line): Cell[] => [
        `[${line.functional}]${line.names.functional}`,
        `${line.department} ${line.names.department}`,
        line.government,
        line.fund,
        line.appropriated,
        line.origin,
        line.kind,
        line.project ? `[${line.project.code}]${line.project.name}` : "",
        line.project?.key ?? "",
        line.project?.evaluated ?? "",
        grouped(line.cents),
      ]),
    ];
    return [xlsx(of, [{ name: "支出明细", rows }], "xls", type), rest(of)];
  },
});

/** Codes of both classifications below each other in one column, what is below indented; of 1997's format. */
const indented: Shape = {
  name: "lines under the rows of their function, indented",
  files: async (of) => {
    const spent = [...spentIn(of)].sort((a, b) => (a.functional < b.functional ? -1 : 1));
    const rows: Cell[][] = [
      ...titled(of, "支出明细", "千元"),
      [
        "科目编码",
        "科目名称",
        "政府经济科目编码",
        "资金来源",
        "财政拨款",
        "年份来源",
        "类别",
        ...PROJECT,
        "金额",
      ],
      ["", "合计", ...Array(9).fill(""), number(sumOf(spent)) / 1000],
    ];
    let before = "";
    for (const line of spent) {
      for (const length of [3, 5, 7]) {
        const code = line.functional.slice(0, length);
        if (before.startsWith(code)) continue;
        const under = sumOf(spent.filter(({ functional }) => functional.startsWith(code)));
        rows.push([
          code,
          `${" ".repeat(length - 3)}${length === 7 ? line.names.functional : "款类"}`,
          ...Array(9).fill(""),
          number(under) / 1000,
        ]);
      }
      before = line.functional;
      rows.push([
        `      ${line.department}`,
        `      ${line.names.department}`,
        line.government,
        line.fund,
        line.appropriated,
        line.origin,
        line.kind,
        ...projectCells(line),
        number(line.cents) / 1000,
      ]);
    }
    return [xlsx(of, [{ name: "明细", rows }], "xls", "biff8"), rest(of)];
  },
};

/** Pasted out of a table into a text. */
const pasted: Shape = {
  name: "pasted text",
  files: async (of) => {
    const rows: Cell[][] = [
      [...LONG, ...PROJECT, "金额（元）"],
      ...spentIn(of).map((line): Cell[] => [...longCells(line), ...projectCells(line), grouped(line.cents)]),
    ];
    return [
      { file: `${of.year}年支出明细.txt`, bytes: Buffer.from(linesOf({ name: "", rows }, "\t")) },
      rest(of),
    ];
  },
};

/** A Word document in which the function stands once for all lines under it. */
const word: Shape = {
  name: "a Word document, functions over several rows",
  files: async (of) => {
    const spent = [...spentIn(of)].sort((a, b) => (a.functional < b.functional ? -1 : 1));
    const head = [
      "功能科目",
      "经济科目",
      "政府经济科目",
      "资金来源",
      "财政拨款",
      "年份来源",
      "类别",
      ...PROJECT,
      "金额（元）",
    ];
    const rows = spent.map((line, index): Cell[] => {
      const isFirst = spent[index - 1]?.functional !== line.functional;
      const count = spent.filter(({ functional }) => functional === line.functional).length;
      return [
        isFirst ? { text: line.functional, over: { rows: count } } : COVERED,
        line.department,
        line.government,
        line.fund,
        line.appropriated,
        line.origin,
        line.kind,
        ...projectCells(line),
        grouped(line.cents),
      ];
    });
    return [
      {
        file: `${of.year}年支出明细.docx`,
        bytes: await wordOf([{ name: `${of.year}年支出明细`, rows: [head, ...rows] }]),
      },
      rest(of),
    ];
  },
};

export const SHAPES: readonly Shape[] = [
  long,
  leveled,
  wide,
  inTenThousands,
  sheetPerKind,
  pages,
  marked("a web page called .xls", "html"),
  marked("XML of 2003", "xlml"),
  indented,
  pasted,
  word,
];
