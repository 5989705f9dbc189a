import { type Code, type Diagnostic, type Place, problem } from "../../diagnostic.js";
import { nearest } from "./nearest.js";

/** Something is named that does not exist: says what could have been meant. */
export function unknownName(
  code: Code,
  place: Place | undefined,
  what: string,
  name: string,
  known: Iterable<string>,
): Diagnostic {
  const choices = [...new Set(known)];
  const hint = nearest(name, choices);
  return problem(
    code,
    `没有叫“${name}”的${what}`,
    place,
    ...(hint ? [`是不是想写“${hint}”？`] : []),
    ...(choices.length <= 20 ? [`可用的${what}：${choices.join("、")}`] : []),
  );
}
