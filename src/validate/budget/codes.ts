import { distance } from "fastest-levenshtein";
import { type Diagnostic, problem, warning } from "../../diagnostic.js";
import { type CodeList, type CodeLists, correspondingCode, UNIT_KINDS } from "../../model/budget.js";
import { firstOfEach } from "../../model/groups.js";
import type { Path, Plain, Source } from "../../model/source.js";
import { whereToAdd } from "./list-year.js";
import { itemsOf, partOf, textOf } from "./written.js";

/** A code list as messages call it, with the number of digits that a line must write. */
interface Classification {
  readonly key: "功能科目" | "经济科目" | "政府经济科目";
  readonly file: string;
  readonly list: CodeList;
  readonly digits: number;
}

interface Use {
  readonly code: string;
  readonly path: Path;
}

/** Codes that no list has, and, once each, codes and correspondences that nobody has checked. */
export function checkCodes(source: Source, codes: CodeLists): readonly Diagnostic[] {
  const lines = expenditureLines(source);
  const [functional, departmental, governmental] = classifications(codes);
  const listed = itemsOf(partOf(source.value, "列示科目")).map((code, index) => ({
    code: String(code),
    path: ["列示科目", index],
  }));
  const overrides = usesIn(lines, "政府经济科目");
  return [
    ...checkUses(source, functional, [...usesIn(lines, "功能科目"), ...listed], codes),
    ...checkUses(source, departmental, usesIn(lines, "经济科目"), codes),
    ...checkUses(source, governmental, overrides, codes),
    ...checkCorrespondences(source, lines, codes),
  ];
}

function classifications(codes: CodeLists): readonly [Classification, Classification, Classification] {
  return [
    { key: "功能科目", file: "功能科目.yaml", list: codes.functional, digits: 7 },
    { key: "经济科目", file: "部门经济科目.yaml", list: codes.departmental, digits: 5 },
    { key: "政府经济科目", file: "政府经济科目.yaml", list: codes.governmental, digits: 5 },
  ];
}

function usesIn(lines: readonly FoundLine[], key: Classification["key"]): readonly Use[] {
  return lines.flatMap(({ line, path }) => {
    const code = textOf(line, key);
    return code === undefined ? [] : [{ code, path: [...path, key] }];
  });
}

/** A code that is not even of the right length is a fault of shape and not reported here again. */
function checkUses(
  source: Source,
  kind: Classification,
  uses: readonly Use[],
  codes: CodeLists,
): readonly Diagnostic[] {
  const wellFormed = uses.filter(({ code }) => new RegExp(`^\\d{${kind.digits}}$`).test(code));
  const unknown = wellFormed.filter(({ code }) => !kind.list.has(code));
  const unverified = firstOfEach(
    wellFormed.filter(({ code }) => kind.list.get(code)?.verified === false),
    ({ code }) => code,
  );
  const nameOf = (code: string): string => `${code} ${kind.list.get(code)?.name.text}`;
  return [
    ...unknown.map(({ code, path }) => {
      const near = nearestCodes(code, kind).map(nameOf);
      return problem(
        "数据/科目",
        `${kind.key}表里没有代码 ${code}`,
        source.placeOf(path),
        ...(near.length > 0 ? [`相近的代码：${near.join("、")}`] : []),
        `怎么改：核对代码；代码有效、只是表里没有的，把它和名称${whereToAdd(source, codes, kind.file)}`,
      );
    }),
    ...unverified.map(({ code, path }) =>
      warning(
        "数据/科目未核",
        `${kind.key} ${nameOf(code)} 还没有与公布的科目表核对过`,
        source.placeOf(path),
        `怎么改：核对代码和名称，核对无误后在 ${codes.folder}/${kind.file} 里移到“已核对: 是”的组`,
      ),
    ),
  ];
}

/** At most three codes of the same level that differ in no more than two digits, the likeliest first. */
function nearestCodes(code: string, { list, digits }: Classification): readonly string[] {
  const candidates = [...list.keys()].filter((each) => each.length === digits && distance(each, code) <= 2);
  const likeness = (each: string): number => distance(each, code) * 10 - commonStart(each, code);
  return candidates.sort((a, b) => likeness(a) - likeness(b)).slice(0, 3);
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function checkCorrespondences(
  source: Source,
  lines: readonly FoundLine[],
  codes: CodeLists,
): readonly Diagnostic[] {
  const unitKind = textOf(partOf(source.value, "单位"), "性质");
  if (!UNIT_KINDS.some((kind) => kind === unitKind)) return [];
  const derived = lines.filter(({ line }) => textOf(line, "政府经济科目") === undefined);
  const uses = usesIn(derived, "经济科目").filter(
    ({ code }) => code.length === 5 && codes.departmental.has(code),
  );
  const missing = uses.filter(({ code }) => !correspondingCode(codes, code, unitKind));
  const unverified = firstOfEach(uses, ({ code }) => code).filter(
    ({ code }) => correspondingCode(codes, code, unitKind)?.verified === false,
  );
  const nameOf = (list: CodeList, code: string): string => `${code} ${list.get(code)?.name.text}`;
  return [
    ...missing.map(({ code, path }) =>
      problem(
        "数据/科目",
        `经济科目 ${nameOf(codes.departmental, code)} 在对应表里没有政府经济科目`,
        source.placeOf(path),
        "怎么改：在这一行里写明 政府经济科目，如 政府经济科目: 50502",
        `各年都用的，把对应关系加进 ${codes.folder}/经济科目对应.yaml`,
      ),
    ),
    ...unverified.map(({ code, path }) => {
      const target = correspondingCode(codes, code, unitKind)?.code ?? "";
      return warning(
        "数据/科目未核",
        `经济科目 ${nameOf(codes.departmental, code)} 对应政府经济科目 ${nameOf(codes.governmental, target)}，这一对应还没有核对过`,
        source.placeOf(path),
        `怎么改：核对无误后，在 ${codes.folder}/经济科目对应.yaml 里移到“已核对: 是”的组；不对的，在这一行里写明 政府经济科目`,
      );
    }),
  ];
}

/** One expenditure line as far as it is one: nothing about it has been checked. */
interface FoundLine {
  readonly path: Path;
  readonly line: Plain;
}

function expenditureLines(source: Source): readonly FoundLine[] {
  const projects = itemsOf(partOf(source.value, "项目"));
  return [
    ...linesAt(partOf(source.value, "基本支出"), ["基本支出"]),
    ...projects.flatMap((project, index) => linesAt(partOf(project, "支出"), ["项目", index, "支出"])),
  ];
}

function linesAt(list: Plain | undefined, path: Path): readonly FoundLine[] {
  return itemsOf(list).map((line, index) => ({ path: [...path, index], line }));
}
