import type { ErrorObject } from "ajv";
import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { candidatesIn, gapPaths, isUndecided } from "../../model/gap.js";
import { few } from "../../model/groups.js";
import { type Path, type Source, textAt, valueAt } from "../../model/source.js";
import { whereabouts } from "../../model/whereabouts.js";
import { descriptionAt } from "./guide.js";

/** More than the largest budget has: a file that has them is no budget. */
const MOST = 5000;

/** More candidates are no help. */
const MOST_NAMED = 6;

/** Every gap of the data, each with what is to be filled in, or chosen; `named` says what is written with its name. */
export function gapProblems(
  source: Source,
  schema: object,
  named: (key: string, text: string) => string,
): readonly Diagnostic[] {
  return gapPaths(source.value)
    .slice(0, MOST)
    .map((path) =>
      isUndecided(valueAt(source.value, path))
        ? choiceProblem(source, path, named)
        : gapProblem(source, schema, path),
    );
}

function choiceProblem(source: Source, path: Path, named: (key: string, text: string) => string): Diagnostic {
  const where = whereabouts(source.value, path);
  const candidates = candidatesIn(textAt(source.value, path)).map((each) => named(String(path.at(-1)), each));
  const among = candidates.length > 0 ? `：${few(candidates, MOST_NAMED, " ")}` : "";
  const found = problem(
    "数据/待定",
    `${where.whole}还没有定${among}`,
    source.placeOf(path),
    ...(candidates.length > 1 ? ["说明：最可能的写在最前"] : []),
    "怎么改：查明细账或者批复，把“待定”连同后面的括号换成对的一个；都不对的，照批复写",
  );
  return { ...found, gap: { ...where, candidates } };
}

function gapProblem(source: Source, schema: object, path: Path): Diagnostic {
  const description = descriptionAt(schema, path);
  const gone = WHEN_GONE[String(path.at(-1))];
  const where = whereabouts(source.value, path);
  const found = problem(
    "数据/待填",
    `${where.whole}还没有填`,
    source.placeOf(path),
    ...(description ? [`要填的：${description}`] : []),
    `怎么改：把“待填”换成要填的内容${gone ? `；${gone}` : ""}`,
  );
  return { ...found, gap: where };
}

/** What to do where last year had something that this year has not. */
const WHEN_GONE: Readonly<Record<string, string>> = {
  金额: "今年没有这一笔的，整行删去",
  编码: "今年没有这个项目的，整个项目删去",
  指标值: "今年没有这条指标的，整行删去",
};

/** The errors of a schema but for those that a gap is the cause of. */
export function withoutGaps(errors: readonly ErrorObject[], gaps: readonly Path[]): readonly ErrorObject[] {
  const pointers = new Set(gaps.map(pointer));
  return errors.filter(({ instancePath, keyword, params }) => {
    const items = keyword === "uniqueItems" ? [params.i, params.j] : undefined;
    const caused = items?.every((item) => pointers.has(`${instancePath}/${item}`)) ?? false;
    return !caused && !pointers.has(instancePath);
  });
}

function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
