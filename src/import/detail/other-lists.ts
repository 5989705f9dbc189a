import { TARGET_KINDS } from "../../model/budget.js";
import { DIMENSION_VALUES } from "../../model/dimensions.js";
import { GAP } from "../../model/gap.js";
import { folded } from "../../text/fold.js";
import { amountText, type ImportedFacts, type ListedTarget, section } from "./detail-facts.js";
import { type DetailNote, valueSaid } from "./detail-lines.js";
import { type DetailRow, sumOfRow } from "./rows.js";
import type { DetailWords } from "./words.js";

type Note = (note: DetailNote) => void;

interface TargetContext {
  readonly words: DetailWords;
  readonly hasSecondLevel: boolean;
  readonly note: Note;
}

/** The indicators of a list of targets; the project and the kind of one that says none are those above it. */
export function targetsIn(
  rows: readonly DetailRow[],
  { words, hasSecondLevel, note }: TargetContext,
  title: string,
): readonly ListedTarget[] {
  let project: ListedTarget["project"] = { code: undefined, name: title, says: {} };
  let kind: ListedTarget["kind"] | undefined;
  let above: string | undefined;
  return rows.flatMap((row) => {
    const { 项目: name, 项目编码: code, 二级指标, 三级指标: indicator, 指标值: value } = row.says;
    if (name !== undefined || code !== undefined) {
      project = { code, name, says: {} };
      kind = undefined;
      above = undefined;
    }
    const said = valueSaid(row, "一级指标", "一级指标", words);
    kind = TARGET_KINDS.find((each) => each === said) ?? kind;
    above = 二级指标 ?? (said === undefined ? above : undefined);
    if (indicator === undefined || value === undefined) return [];
    if (kind === undefined) {
      note({ kind: "没有取", words: "绩效目标看不出是哪个一级指标的，没有取", where: row.where });
      return [];
    }
    return [{ project, kind, above: hasSecondLevel ? above : undefined, indicator, value, where: row.where }];
  });
}

export function procurementIn(rows: readonly DetailRow[], words: DetailWords, note: Note): ImportedFacts {
  return section(
    "政府采购",
    rows.flatMap((row) => {
      const kind = valueSaid(row, "采购类型", "采购类型", words);
      const amount = sumOfRow(row);
      if (row.isSum || amount.isZero()) return [];
      if (kind === undefined) {
        note({ kind: "没有取", words: "看不出采购的是货物、工程还是服务，没有取", where: row.where });
        return [];
      }
      const reserved = valueSaid(row, "面向中小企业", "是否", words) ?? GAP;
      const where = row.amounts[0]?.where ?? row.where;
      return [{ row: { 采购类型: kind, 面向中小企业: reserved, 金额: amountText(amount) }, where }];
    }),
  );
}

export function transfersIn(rows: readonly DetailRow[]): ImportedFacts {
  return section(
    "专项转移支付",
    rows.flatMap((row) => {
      const name = row.says.转移支付 ?? row.says.项目;
      const amount = sumOfRow(row);
      if (row.isSum || name === undefined || amount.isZero()) return [];
      return [{ row: { 名称: name, 金额: amountText(amount) }, where: row.amounts[0]?.where ?? row.where }];
    }),
  );
}

/** The numbers of a list of assets by the kinds that the format counts. */
export function assetsIn(rows: readonly DetailRow[], kinds: readonly string[], note: Note): ImportedFacts {
  const known = new Map([...DIMENSION_VALUES.资产类型, ...kinds].map((kind) => [plainKind(kind), kind]));
  const counted = rows.flatMap((row) => {
    const kind = known.get(plainKind(row.says.资产类型 ?? ""));
    const [count] =
      /^\d+(?=(?:\.0+)?(?:辆|台|套|台（套）|个)?$)/u.exec(row.says.数量?.replace(/\s/gu, "") ?? "") ?? [];
    if (kind === undefined && count !== undefined && !row.isSum)
      note({
        kind: "没有取",
        words: `国有资产“${row.says.资产类型 ?? ""}”不是版式要的一种，没有取`,
        where: row.where,
      });
    return kind === undefined || count === undefined
      ? []
      : [{ kind, count: String(BigInt(count)), where: row.where }];
  });
  if (counted.length === 0) return { given: {}, origins: [] };
  return {
    given: { 国有资产: Object.fromEntries(counted.map(({ kind, count }) => [kind, count])) },
    origins: counted.map(({ kind, where }) => ({ path: ["国有资产", kind], where })),
  };
}

/** 其中：单价50万元（含）以上通用设备（台、套） and the kind of the data are one. */
function plainKind(text: string): string {
  return folded(text)
    .replace(/（[^（）]*）|^其中：?/gu, "")
    .replace(/单位价值/u, "单价");
}
