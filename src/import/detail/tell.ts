import { type Diagnostic, warning } from "../../diagnostic/diagnostic.js";
import { few, groupedBy } from "../../model/groups.js";
import type { DetailResult, ReadList } from "./detail.js";
import type { DetailNote } from "./detail-lines.js";
import { asTold } from "./list-sums.js";

const MOST_SHOWN = 5;

/** What there is to be told of detail lists: what was not believed, not taken, or taken as it usually is. */
export function detailNotes({ lists, notes, others }: DetailResult): readonly Diagnostic[] {
  return [
    ...lists.flatMap(sumNotes),
    ...lists.flatMap(leftNotes),
    ...notesOf(notes, "名称", "怎么改：照批复核对；代码错了的，改数据里的代码"),
    ...notesOf(notes, "推定", "怎么改：不对的，改数据里的这一处"),
    ...notesOf(notes, "没有取", "怎么改：要的，在文件里改成认得出的，再导入，或者写到数据里；不要的，不必改"),
    ...others.map(({ file, table, lacks }) =>
      warning(
        "导入/没有取",
        `${file} 的${table.name === "" ? "表" : `“${table.name}”`}没有取：${lacks === undefined ? "不是明细表，也认不出是哪一张表" : `没有“${lacks}”一列`}`,
        undefined,
        `表头：${few(
          (table.rows[0] ?? []).flatMap(({ text }) => (text === "" ? [] : [text])),
          MOST_SHOWN,
        )}`,
        lacks === undefined
          ? "怎么改：要取的，看看列的叫法在不在 schemas/detail-lists.yaml 里"
          : `怎么改：要取的，导出时带上${lacks}；列的叫法不同的，加在 schemas/detail-lists.yaml 里`,
      ),
    ),
  ];
}

function sumNotes({ file, wrongSums, repeats }: ReadList): readonly Diagnostic[] {
  if (repeats !== undefined) return [];
  return wrongSums.map(({ what, said, found, where }) =>
    warning(
      "导入/合计",
      `${file} ${where} ${what}写的是 ${asTold(said)} 元，明细加起来是 ${asTold(found)} 元，相差 ${asTold(said.minus(found))} 元`,
      undefined,
      "说明：取的是明细，合计由程序算；表里少了明细，或者合计没有跟着改",
      "怎么改：照批复核对，明细不对的，改数据",
    ),
  );
}

function leftNotes(list: ReadList): readonly Diagnostic[] {
  const { file, table, foreign, unfit, unread, isUnitGuessed, repeats } = list;
  const where = `${file}${table.name === "" ? "" : ` 的“${table.name}”`}`;
  if (repeats !== undefined)
    return [
      warning(
        "导入/没有取",
        `${where}没有取：与${repeats}的明细完全相同`,
        undefined,
        "说明：同一笔钱不算两次",
        "怎么改：真是两笔的，并在一张表里再导入；不是的，不必改",
      ),
    ];
  const hidden = list.rows.filter(({ isHidden }) => isHidden).length;
  return [
    ...[...foreign].map(([unit, rows]) =>
      warning(
        "导入/没有取",
        `${where}里有 ${rows.length} 行是别的单位（${unit}）的，没有取`,
        undefined,
        `怎么改：要导入它的，另写 --unit ${rows[0].says.单位编码 ?? "它的代码"}；不要的，不必改`,
      ),
    ),
    ...unfit.map(({ says, where: at, isTaken }) =>
      warning(
        isTaken ? "导入/推定" : "导入/没有取",
        `${file} ${at} 的金额 ${says}`,
        undefined,
        isTaken ? "怎么改：照批复核对，不对的，改数据" : "怎么改：照批复核对，要写的，写到数据里",
      ),
    ),
    ...(unread.length > 0
      ? [
          warning(
            "导入/没有取",
            `${where}里有几列没有读：${few(unread, MOST_SHOWN)}`,
            undefined,
            "怎么改：要取的，看看列的叫法在不在 schemas/detail-lists.yaml 里；不要的，不必改",
          ),
        ]
      : []),
    ...(isUnitGuessed
      ? [
          warning(
            "导入/推定",
            `${where}没有写金额以什么计，当作元`,
            undefined,
            "怎么改：以万元计的，在表上写“单位：万元”，再导入",
          ),
        ]
      : []),
    ...(hidden > 0
      ? [
          warning(
            "导入/看不见",
            `${where}里有 ${hidden} 行是隐藏的，照样取了`,
            undefined,
            "怎么改：不该有的，从数据里删去",
          ),
        ]
      : []),
  ];
}

function notesOf(
  notes: readonly DetailNote[],
  kind: DetailNote["kind"],
  remedy: string,
): readonly Diagnostic[] {
  return [...groupedBy(notesOnly(notes, kind), ({ words }) => words)].map(([words, group]) =>
    warning(
      kind === "没有取" ? "导入/没有取" : "导入/推定",
      `${words}：${few(
        group.map(({ where }) => where),
        MOST_SHOWN,
        " ",
        "处",
      )}`,
      undefined,
      remedy,
    ),
  );
}

function notesOnly(notes: readonly DetailNote[], kind: DetailNote["kind"]): readonly DetailNote[] {
  return notes.filter((note) => note.kind === kind);
}

/** What nobody but the officer knows, the most often met first. */
export function questionsOf({ notes }: Pick<DetailResult, "notes">): readonly string[] {
  const groups = [...groupedBy(notesOnly(notes, "不明"), ({ words }) => words)];
  return groups
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(
      ([words, group]) =>
        `${words}？（${few(
          group.map(({ where }) => where),
          MOST_SHOWN,
          " ",
          "处",
        )}）`,
    );
}
