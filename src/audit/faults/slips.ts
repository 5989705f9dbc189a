import type { Code } from "../../diagnostic/diagnostic-codes.js";
import type { Slip } from "../../model/passage.js";
import { STOP } from "../../text/sentences.js";
import { type FoundPassage, rangeIn } from "../passages.js";
import { type DocumentFault, fault } from "./fault.js";

/** A finding of proofreading, with the passage of the document that it is in. */
export interface FoundSlip extends Slip {
  readonly place: FoundPassage;
}

/** What a finding of proofreading is in a document that was made elsewhere, and what to do about it there. */
const FAULTS: Partial<Record<Code, readonly [code: Code, remedy: string]>> = {
  "校对/个人信息": ["审核/文字", "删去，用不涉及个人的话来写"],
  "校对/密级": ["审核/文字", "先向本单位保密工作机构核实：不涉密的删去标志，涉密的内容不公开"],
  "校对/计量单位": ["审核/单位", "只留一个单位"],
  "校对/年份": ["审核/文字", "改成本年或上年"],
  "校对/持平": ["审核/文字", "没有变化的，不写增减的原因，写“与上年持平”"],
  "校对/增减原因": ["审核/文字", "有变化的，写明主要原因；没有变化的，写“与上年持平”"],
  "校对/残留": ["审核/文字", "填上要写的内容，或者删去这几个字"],
  "校对/称呼": ["审核/文字", "改成这个名称；程序在这里印的是别的名称的，照程序印的改"],
  "校对/空表": ["审核/矛盾", "有数的表，删去这条注；没有数的，说明没有什么"],
};

/** The slips that are no marks, each with its place. */
export function slipsFaults(slips: readonly FoundSlip[]): readonly DocumentFault[] {
  return slips.flatMap((slip) => {
    const [code, remedy] = FAULTS[slip.code] ?? [];
    if (!code || !remedy) return [];
    const { place, start, end, message } = slip;
    const reach = rangeIn(place, start, clauseEnd(slip));
    return [{ ...fault(code, message, [rangeIn(place, start, end)], remedy), reach }];
  });
}

/** What lacks a reason lacks it up to the end of its sentence. */
function clauseEnd({ code, passage, end }: Slip): number {
  if (code !== "校对/增减原因") return end;
  const rest = passage.text.slice(end).search(STOP);
  return rest < 0 ? end : end + rest;
}
