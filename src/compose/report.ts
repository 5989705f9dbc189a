import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Budget } from "../model/budget.js";
import { discloserOf } from "../model/consolidation.js";
import type { Books } from "../model/ledger.js";
import type { Pack, PackCover, PackPart, Term } from "../model/pack/pack.js";
import type { Block, Contents, Cover, Heading, Paragraph, Part, Report } from "../model/report.js";
import type { Written } from "../model/source.js";
import { hasFigure, wordsOf } from "../model/walk.js";
import { joined, ownWording, type Wording, wordingOf } from "../model/wording.js";
import { composeBrief } from "./brief.js";
import { compareYears } from "./change.js";
import { dayOf, factsOf, firstDay } from "./facts.js";
import { composeChart, narrativeBlocks, paragraphOf } from "./narrative.js";
import { printNothing } from "./nothing.js";
import { createNumbering } from "./numerals.js";
import { createQuotes } from "./quotes.js";
import { withRemarks } from "./residual-remarks.js";
import type { DisclosureSetting } from "./scopes.js";
import { composeTable, withoutEmptyRows } from "./table.js";
import { createTemplates } from "./template.js";

type PartOf<Kind extends PackPart["kind"]> = Extract<PackPart, { readonly kind: Kind }>;

/**
 * The document that `pack` prescribes for `budget`, and what is wrong with its comparisons, but those of the measures `aside`, and
 * templates.
 */
export function compose(
  budget: Budget,
  books: Books,
  pack: Pack,
  aside?: ReadonlySet<string>,
): { readonly report: Report; readonly diagnostics: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  const changes = compareYears(budget, books, pack, aside);
  const report = (diagnostic: Diagnostic): void => {
    found.push(diagnostic);
  };
  const quotes = createQuotes({ budget, books, pack }, report);
  const templates = createTemplates(factsOf(budget), pack, { books, changes, pack, quotes, report });
  const parts = composeParts({ budget, books, templates, pack, report });
  const modified = dayOf(budget.correction?.corrected);
  return {
    report: {
      title: templates.line(pack.document.title),
      author: budget.unit.name.text,
      unitCode: budget.unit.code,
      year: budget.year,
      subject: templates.line(pack.document.subject).text,
      date: dayOf(budget.published) ?? firstDay(budget),
      ...(modified && { modified }),
      style: pack.style,
      parts,
      brief: composeBrief(books, pack),
    },
    diagnostics: [...found, ...changes.problems()],
  };
}

/**
 * What tables print of nothing depends on the text, so they come behind it; which terms are explained on all other parts,
 * so they come last: whatever their place.
 */
function composeParts(setting: DisclosureSetting): Report["parts"] {
  const discloser = discloserOf(setting.budget);
  const printed = setting.pack.parts.filter(({ when }) => when === undefined || when.主体 === discloser);
  const texts = new Map(printed.map((part) => [part, composeText(part, setting)]));
  const text = [...texts.values()].flat().flatMap(({ blocks }) => blocks);
  const parts = printed.map((part) => {
    const composed = part.kind === "annex" ? annex(part, text, setting) : (texts.get(part) ?? []);
    return { part, composed };
  });
  const others = parts.flatMap(({ composed }) => composed).flatMap(({ blocks }) => blocks);
  return parts.flatMap(({ part, composed }) => {
    if (part.kind !== "terms") return composed;
    const terms = termParagraphs(part, others, setting);
    return [body(part, [heading("part", part.title, setting), ...terms], setting)];
  });
}

function composeText(part: PackPart, setting: DisclosureSetting): readonly Part[] {
  switch (part.kind) {
    case "cover":
      return [front(part, cover(part, setting))];
    case "contents":
      return [front(part, contents(part, setting))];
    case "narrative": {
      const blocks = narrative(part, setting);
      if (part.onlyWithText && blocks.length === 0) return [];
      return [body(part, [heading("part", part.title, setting), ...blocks], setting)];
    }
    case "annex":
    case "terms":
      return [];
  }
}

function contents({ title, lists }: PartOf<"contents">, { templates }: DisclosureSetting): Contents {
  return { kind: "contents", title: templates.line(title), ...(lists && { lists }) };
}

function cover({ lines, edition, dates = [] }: PackCover, { templates }: DisclosureSetting): Cover {
  const printed = (line: Written): readonly Wording[] => {
    const wording = templates.line(line);
    return wording.text === "" ? [] : [wording];
  };
  return {
    kind: "cover",
    lines: lines.flatMap(printed),
    edition: edition ? printed(edition) : [],
    dates: dates.flatMap(printed),
  };
}

/** The terms that the document uses, in the order in which it does, or all that the format explains. */
function termParagraphs(
  part: PartOf<"terms">,
  blocks: readonly Block[],
  { pack, templates }: DisclosureSetting,
): readonly Paragraph[] {
  const text = blocks.flatMap(wordsOf).join("\n");
  const numbering = createNumbering({ ...pack.numbering, ...part.numbering });
  const used = pack.terms
    .map((each) => ({ ...each, at: firstUse(each, text) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  return (part.all ? pack.terms : used).map(({ term, says }) => {
    const number = ownWording(numbering.next("term"));
    return paragraphOf(joined([number, wordingOf(term), ownWording("："), templates.line(says)]));
  });
}

/** Where a text first uses a term; -1 where it does not. */
function firstUse({ term, usedAs = [term.text] }: Term, text: string): number {
  const uses = usedAs.map((word) => text.indexOf(word)).filter((at) => at >= 0);
  return uses.length > 0 ? Math.min(...uses) : -1;
}

function narrative(
  { files, numbering: own, charts = [] }: PartOf<"narrative">,
  setting: DisclosureSetting,
): readonly Block[] {
  const { pack, templates } = setting;
  const numbering = createNumbering({ ...pack.numbering, ...own });
  const { residualInText } = pack.words;
  const remark = residualInText && templates.line(residualInText);
  return files.flatMap((file) => {
    const source = pack.narrative.get(file);
    if (!source) return [];
    const blocks = narrativeBlocks(templates.narrative(source), numbering);
    const explains = (pack.explains.get(file) ?? []).flatMap((table) => {
      const { number, title } = pack.tables.get(table) ?? {};
      return number?.text ?? (title ? templates.line(title).text : []);
    });
    const behind = charts.flatMap((chart) =>
      chart.after === file ? (composeChart(chart, setting) ?? []) : [],
    );
    const said = blocks.map((block) =>
      block.kind === "paragraph" ? { ...withRemarks(block, remark), explains } : block,
    );
    return [...said, ...behind];
  });
}

/** Its tables, each a part of its own, the title above the first; without those that are there only when they have figures. */
function annex(
  { tables: files, title, inContents }: PartOf<"annex">,
  text: readonly Block[],
  setting: DisclosureSetting,
): readonly Part[] {
  const discloser = discloserOf(setting.budget);
  const specs = files.flatMap((file) => {
    const spec = setting.pack.tables.get(file);
    if (!spec) throw new Error(`table ${file} was not checked against the pack`);
    return spec.when && spec.when.主体 !== discloser ? [] : [spec];
  });
  const composed = specs.map((spec) => composeTable(spec, setting));
  const above = title ? [heading("annex", [title], setting)] : [];
  return printNothing(composed, text, setting.pack.nothing)
    .flatMap((table, index) => {
      const spec = specs[index];
      return !spec || (spec.onlyWithFigures && !hasFigure(table)) ? [] : [{ spec, table }];
    })
    .map(({ spec, table }, index) => {
      const own = withoutEmptyRows(table, spec);
      const part = { orientation: spec.orientation, numbered: true };
      if (index > 0) return { ...part, blocks: [own] };
      return { ...part, ...listedAs(inContents, setting), blocks: [...above, own] };
    });
}

function heading(
  level: Heading["level"],
  lines: readonly Written[],
  { templates }: DisclosureSetting,
): Heading {
  return { kind: "heading", level, lines: lines.map((line) => templates.line(line)) };
}

function front({ orientation = "portrait" }: PartOf<"cover" | "contents">, block: Block): Part {
  return { orientation, numbered: false, blocks: [block] };
}

function body(
  { orientation = "portrait", inContents }: PartOf<"narrative" | "terms">,
  blocks: readonly Block[],
  setting: DisclosureSetting,
): Part {
  return { orientation, numbered: true, ...listedAs(inContents, setting), blocks };
}

/** What the contents call a part, where its format says it. */
function listedAs(inContents: Written | undefined, { templates }: DisclosureSetting): Pick<Part, "listed"> {
  return inContents ? { listed: templates.line(inContents) } : {};
}
