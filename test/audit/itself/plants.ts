import type { Recovered, RecoveredCell, RecoveredTable } from "../../../src/model/recovered.js";

/** A fault that is put into a document, one at a time. */
export interface Plant {
  /** what it is a case of, as docs/audit.md lists it */
  readonly kind: string;
  readonly what: string;
  /** nothing where the document has no place for it */
  plant(document: Recovered): Recovered | undefined;
  /** what one of the findings then says */
  readonly told: RegExp;
}

const AMOUNT = /^-?\d[\d,]*\.\d+$/u;

function isNothing(text: string): boolean {
  return !/[1-9]/u.test(text);
}

/** The same digits with one of those before the point another. */
function otherwise(text: string): string {
  const [first = ""] = /[1-9]/u.exec(text) ?? [];
  return text.replace(first, first === "9" ? "8" : String(Number(first) + 1));
}

function slightly(text: string): string {
  const last = text.at(-1) ?? "0";
  return text.slice(0, -2) + (text.at(-2) === "9" ? "7" : String(Number(text.at(-2)) + 1)) + last;
}

function swapped(text: string): string {
  const digits = /(\d)(\d)(?=\D*$|\d*\.)/u.exec(text);
  if (!digits || digits[1] === digits[2]) return otherwise(text);
  return text.replace(digits[0], `${digits[2]}${digits[1]}`);
}

type Change = (text: string) => string;

/** Another text in a cell: of the table whose words above match, in the row whose name matches, the amount of that number. */
function cell(
  title: RegExp,
  row: RegExp,
  number: number,
  change: Change,
  told: RegExp,
  kind: string,
  what: string,
): Plant {
  const plant = (document: Recovered): Recovered | undefined => {
    const at = document.tables.findIndex(({ above }) => above.some((words) => title.test(words)));
    const table = document.tables[at];
    const rowAt = table?.rows.findIndex(
      (cells) => cells.some(({ text }) => row.test(text.replace(/\s/gu, ""))) && amountsIn(cells).length > 0,
    );
    if (!table || rowAt === undefined || rowAt < 0) return undefined;
    const amounts = amountsIn(table.rows[rowAt] ?? []);
    const chosen = amounts.at(number);
    if (!chosen) return undefined;
    const rows = table.rows.map((cells, index) =>
      index === rowAt
        ? cells.map((each) => (each === chosen ? { ...each, text: change(each.text) } : each))
        : cells,
    );
    return withTable(document, at, { ...table, rows });
  };
  return { kind, what, plant, told };
}

function amountsIn(cells: readonly RecoveredCell[]): readonly RecoveredCell[] {
  return cells.filter(({ text }) => AMOUNT.test(text) && !isNothing(text));
}

function withTable(document: Recovered, at: number, table: RecoveredTable): Recovered {
  return { ...document, tables: document.tables.map((each, index) => (index === at ? table : each)) };
}

/** Other words in the text, once. */
function words(
  pattern: RegExp,
  instead: string | ((found: string) => string),
  told: RegExp,
  kind: string,
  what: string,
): Plant {
  const plant = (document: Recovered): Recovered | undefined => {
    const at = document.paragraphs.findIndex(({ text }) => pattern.test(text));
    if (at < 0) return undefined;
    const paragraphs = document.paragraphs.map((each, index) =>
      index === at ? { ...each, text: each.text.replace(pattern, instead as string) } : each,
    );
    return { ...document, paragraphs };
  };
  return { kind, what, plant, told };
}

/** Text in which something is not spoken of. */
function without(pattern: RegExp, told: RegExp, what: string): Plant {
  const plant = (document: Recovered): Recovered => ({
    ...document,
    paragraphs: document.paragraphs.map((each) => ({ ...each, text: each.text.replace(pattern, "") })),
  });
  return { kind: "缺说明", what, plant, told };
}

function table(
  title: RegExp,
  change: (table: RecoveredTable) => RecoveredTable | undefined,
  told: RegExp,
  kind: string,
  what: string,
): Plant {
  const plant = (document: Recovered): Recovered | undefined => {
    const at = document.tables.findIndex(({ above }) => above.some((each) => title.test(each)));
    const found = document.tables[at];
    if (!found) return undefined;
    const changed = change(found);
    if (changed) return withTable(document, at, changed);
    const paragraphs = document.paragraphs.filter(
      ({ text: line }) => !(title.test(line) && /表$/u.test(line)),
    );
    return { ...document, tables: document.tables.toSpliced(at, 1), paragraphs };
  };
  return { kind, what, plant, told };
}

function withoutRow(row: RegExp): (table: RecoveredTable) => RecoveredTable {
  return (each) => ({
    ...each,
    rows: each.rows.filter(
      (cells) => !cells.some(({ text }) => row.test(text)) || amountsIn(cells).length === 0,
    ),
  });
}

function text(from: RegExp, to: string): (table: RecoveredTable) => RecoveredTable {
  return (each) => ({
    ...each,
    rows: each.rows.map((cells) =>
      cells.map((one) => (from.test(one.text) ? { ...one, text: one.text.replace(from, to) } : one)),
    ),
  });
}

const SUMMED = /相差|不相等/u;
const [BALANCE, REVENUE, EXPENDITURE, APPROPRIATION] = [
  /收支(?:总体|预算(?!总)|预算表)/u,
  /收入(?:总体|预算表)/u,
  /\S{2}支出(?:总体|预算表)/u,
  /财政拨款收支/u,
];
const [GENERAL, BASIC, THREE, PROJECTS] = [/一般公共预算支出/u, /基本支出/u, /三公/u, /项目支出预算/u];
const PROSE = /说明里|百分比|算得不对|占/u;

/** Each kind in several places. */
export const PLANTS: readonly Plant[] = [
  cell(BALANCE, /^收入总计$/u, 0, otherwise, SUMMED, "表内合计", "收支总体表的收入总计"),
  cell(BALANCE, /^支出总计$/u, -1, otherwise, SUMMED, "表内合计", "收支总体表的支出总计"),
  cell(BALANCE, /本年收入合计/u, 0, slightly, SUMMED, "表内合计", "收支总体表的本年收入合计"),
  cell(BALANCE, /本年支出合计/u, -1, swapped, SUMMED, "表内合计", "收支总体表的本年支出合计"),
  cell(BALANCE, /社会保障和就业/u, -1, slightly, SUMMED, "表内分项", "收支总体表的一类支出"),
  cell(BALANCE, /^一、一般公共预算/u, 0, otherwise, SUMMED, "表内分项", "收支总体表的一种收入"),
  cell(REVENUE, /^合计$/u, 0, otherwise, SUMMED, "表内合计", "收入总体表的总计"),
  cell(REVENUE, /^合计$/u, 1, slightly, SUMMED, "表内合计", "收入总体表的本年收入合计"),
  cell(EXPENDITURE, /^合计$/u, 0, otherwise, SUMMED, "表内合计", "支出总体表的合计"),
  cell(EXPENDITURE, /^合计$/u, 1, swapped, SUMMED, "表内合计", "支出总体表的基本支出小计"),
  cell(EXPENDITURE, /^合计$/u, 2, otherwise, SUMMED, "表内合计", "支出总体表的工资福利支出"),
  cell(EXPENDITURE, /^合计$/u, -1, otherwise, SUMMED, "表内合计", "支出总体表的项目支出"),
  cell(
    EXPENDITURE,
    /住房公积金|行政运行|事业运行/u,
    0,
    otherwise,
    SUMMED,
    "表内分项",
    "支出总体表一项的合计",
  ),
  cell(
    EXPENDITURE,
    /住房公积金|行政运行|事业运行/u,
    -1,
    slightly,
    SUMMED,
    "表内分项",
    "支出总体表一项的分项",
  ),
  cell(EXPENDITURE, /中心$|局$|馆$|本级$/u, 0, otherwise, SUMMED, "表内合计", "支出总体表单位一行"),
  table(EXPENDITURE, withoutRow(/住房公积金|事业运行|行政运行/u), SUMMED, "缺行", "支出总体表少一项"),
  cell(APPROPRIATION, /^收入(?:合计|总计)$/u, 0, otherwise, SUMMED, "表内合计", "财政拨款收支表的收入合计"),
  cell(APPROPRIATION, /^收入(?:合计|总计)$/u, 1, otherwise, SUMMED, "表内合计", "财政拨款收支表的支出合计"),
  cell(APPROPRIATION, /^一、本年收入$/u, 0, otherwise, SUMMED, "表内合计", "财政拨款收支表的本年收入"),
  cell(
    APPROPRIATION,
    /^（一）一般公共预算拨款$/u,
    0,
    otherwise,
    SUMMED,
    "表内分项",
    "财政拨款收支表的一般公共预算拨款",
  ),
  cell(APPROPRIATION, /社会保障和就业/u, 0, otherwise, SUMMED, "表内分项", "财政拨款收支表一类的合计"),
  cell(APPROPRIATION, /社会保障和就业/u, 1, otherwise, SUMMED, "表内分项", "财政拨款收支表一类的小计"),
  cell(GENERAL, /^合计$/u, 0, otherwise, SUMMED, "表内合计", "一般公共预算支出表的合计"),
  cell(GENERAL, /^合计$/u, 1, slightly, SUMMED, "表间", "一般公共预算支出表的基本支出"),
  cell(GENERAL, /住房公积金|行政运行|事业运行/u, 0, otherwise, SUMMED, "表内分项", "一般公共预算支出表一项"),
  table(GENERAL, withoutRow(/住房公积金|事业运行|行政运行/u), SUMMED, "缺行", "一般公共预算支出表少一项"),
  cell(BASIC, /^合计$/u, 0, otherwise, SUMMED, "表间", "基本支出表的合计"),
  cell(BASIC, /^合计$/u, 1, otherwise, SUMMED, "表内合计", "基本支出表的人员经费"),
  cell(BASIC, /^基本工资$/u, 0, slightly, SUMMED, "表内分项", "基本支出表的基本工资"),
  cell(BASIC, /^办公费$/u, 0, otherwise, SUMMED, "表内分项", "基本支出表的办公费"),
  table(BASIC, withoutRow(/^办公费$|^基本工资$/u), SUMMED, "缺行", "基本支出表少一项"),
  cell(THREE, /\d/u, 0, otherwise, /相差|说明里/u, "表内合计", "“三公”经费表的合计"),
  cell(PROJECTS, /^合计$/u, 0, otherwise, SUMMED, "表内合计", "项目支出表的合计"),
  cell(/绩效目标/u, /^\d{21}$/u, 0, otherwise, SUMMED, "表间", "绩效目标表一个项目的金额"),
  table(EXPENDITURE, text(/^住房公积金$/u, "提租补贴"), /代码 2210201/u, "代码和名称", "功能科目的名称"),
  table(BASIC, text(/^30101$/u, "30102"), /代码 30102/u, "代码和名称", "经济科目的代码"),
  table(BASIC, text(/^办公费$/u, "印刷费"), /代码 30201/u, "代码和名称", "经济科目的名称"),
  words(/收入总计(\d+)/u, (found) => otherwise(found), PROSE, "文和表", "说明里的收入总计"),
  words(/支出总计(\d+)/u, (found) => otherwise(found), PROSE, "文和表", "说明里的支出总计"),
  words(/收入合计\d+/u, (found) => otherwise(found), PROSE, "文和表", "说明里的收入合计"),
  words(/支出合计\d+/u, (found) => otherwise(found), PROSE, "文和表", "说明里的支出合计"),
  words(/基本支出\d+\.\d+/u, (found) => slightly(found), PROSE, "文和表", "说明里的基本支出"),
  words(/项目支出[1-9]\d*\.\d+/u, (found) => slightly(found), PROSE, "文和表", "说明里的项目支出"),
  words(/社会保障和就业支出\d+\.\d+/u, (found) => slightly(found), PROSE, "文和表", "说明里的一类支出"),
  words(/人员经费支出\d+\.\d+/u, (found) => otherwise(found), PROSE, "文和表", "说明里的人员经费"),
  words(/公务接待费\d+\.\d+/u, "公务接待费6.66", PROSE, "文和表", "说明里的公务接待费"),
  words(
    /公务用车运行维护费\d+\.\d+/u,
    "公务用车运行维护费7.77",
    PROSE,
    "文和表",
    "说明里的公务用车运行维护费",
  ),
  words(/占\d+\.\d+%/u, (found) => otherwise(found), PROSE, "占比", "占比"),
  words(/(?:增长|下降)\d+\.\d+%/u, (found) => otherwise(found), PROSE, "增减率", "增减的百分比"),
  words(
    /(?:增加|减少)\d+\.\d+万元，(?=增长|下降)/u,
    (found) => otherwise(found),
    PROSE,
    "增减额",
    "增减的金额",
  ),
  words(/(\d+\.\d+)万元/u, "$1元", /以元计|说明里/u, "计量单位", "万元写成元"),
  words(/(\d+\.\d+)万元/u, "$1万元元", /元/u, "计量单位", "元写了两次"),
  words(/主要原因是[^，。；]+/u, "主要原因是", /原因/u, "原因", "没有写完的原因"),
  words(/主要原因是[^，。；]+/u, "主要原因是（请填写）", /请填写/u, "残留", "请填写"),
  words(/主要职责是：?/u, "主要职责是：某某", /某某/u, "残留", "某某"),
  words(/主要职责是：?/u, "主要职责是：XX", /XX/u, "残留", "XX"),
  words(/减少|增加/u, "增加（减少）", /增加（减少）/u, "残留", "没有选定增减"),
  words(/主要用于/u, "主要用于用于主要主要用于", /重复/u, "叠字", "词写了两遍"),
  words(/下设/u, "联系人电话13712345678，下设", /手机|个人/u, "个人信息", "手机号"),
  words(/下设/u, "机密★5年，下设", /密/u, "密级", "密级标志"),
  words(
    /([^，。；]{4,}?)(20\d\d)年收入总计/u,
    "渑川市水利工程中心$2年收入总计",
    /别的单位/u,
    "别的单位",
    "说明里的单位",
  ),
  words(/20\d\d年收入总计/u, "2016年收入总计", /2016/u, "年份", "说明里的年份"),
  table(
    EXPENDITURE,
    (each) => ({ ...each, above: each.above.map((one) => one.replace(/20\d\d年/u, "2016年")) }),
    /2016/u,
    "年份",
    "表题的年份",
  ),
  table(
    EXPENDITURE,
    (each) => ({
      ...each,
      above: each.above.map((one) => one.replace(/名称：\S+/u, "名称：渑川市水利工程中心")),
    }),
    /水利工程中心/u,
    "别的单位",
    "表上的单位名称",
  ),
  table(THREE, () => undefined, /没有三公/u, "缺表", "没有“三公”经费表"),
  table(/政府性基金/u, () => undefined, /没有政府性基金/u, "缺表", "没有政府性基金表"),
  table(
    GENERAL,
    (each) => ({ ...each, below: [...each.below, "说明：本单位没有支出，本表无数据。"] }),
    /注却说没有/u,
    "空表",
    "有数的表说没有",
  ),
  without(/机关运行经费/gu, /没有机关运行经费/u, "没有机关运行经费"),
  without(/政府采购/gu, /没有政府采购/u, "没有政府采购"),
];
