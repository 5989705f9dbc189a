import type { Diagnostic } from "../diagnostic.js";
import type { Books } from "../model/books.js";
import type { Budget } from "../model/budget.js";
import type { Pack, PackPart } from "../model/pack.js";
import type { Block, Heading, Part, Report } from "../model/report.js";
import type { Written } from "../model/source.js";
import { compareYears } from "./change.js";
import { factsOf } from "./facts.js";
import { createNumbering, narrativeBlocks } from "./narrative.js";
import type { TableSetting } from "./scopes.js";
import { composeTable } from "./table.js";
import { createTemplates } from "./template.js";
import { termParagraphs } from "./terms.js";

interface Setting extends TableSetting {
  readonly pack: Pack;
}

/** The document that `pack` prescribes for `budget`, and what is wrong with its comparisons and templates. */
export function compose(
  budget: Budget,
  books: Books,
  pack: Pack,
): { readonly report: Report; readonly diagnostics: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  const { words } = pack;
  const changes = compareYears(budget, books, pack.measures);
  const report = (diagnostic: Diagnostic): number => found.push(diagnostic);
  const templates = createTemplates(factsOf(budget), pack, { books, changes, words, report });
  const parts = composeParts({ budget, books, templates, words, pack });
  return {
    report: {
      title: templates.line(pack.document.title),
      author: budget.unit.name.text,
      unitCode: budget.unit.code,
      year: budget.year,
      subject: templates.line(pack.document.subject).text,
      date: new Date(Date.UTC(budget.year, 0, 1)),
      style: pack.style,
      parts,
    },
    diagnostics: [...found, ...changes.problems()],
  };
}

/** Which terms are explained depends on all other parts, so they come last whatever their place. */
function composeParts(setting: Setting): Report["parts"] {
  const { parts } = setting.pack;
  const composed = new Map(parts.filter(isNotTerms).map((part) => [part, composePart(part, setting)]));
  const others = [...composed.values()].flat().flatMap((part) => part.blocks);
  return parts.flatMap((part) =>
    part.kind === "terms" ? termsPart(part, others, setting) : (composed.get(part) ?? []),
  );
}

type TermsPart = Extract<PackPart, { kind: "terms" }>;
type OtherPart = Exclude<PackPart, TermsPart>;

function isNotTerms(part: PackPart): part is OtherPart {
  return part.kind !== "terms";
}

function composePart(part: OtherPart, setting: Setting): readonly Part[] {
  const { templates } = setting;
  switch (part.kind) {
    case "cover":
      return [front({ kind: "cover", lines: part.lines.map((line) => templates.line(line)) })];
    case "contents":
      return [front({ kind: "contents", title: templates.line(part.title) })];
    case "narrative":
      return [body([heading("part", part.title, setting), ...narrative(part.files, setting)])];
    case "annex":
      return part.tables.flatMap((file, index) => {
        const title = index === 0 ? [heading("annex", [part.title], setting)] : [];
        return tablePart(file, title, setting);
      });
  }
}

function termsPart(part: TermsPart, others: readonly Block[], setting: Setting): readonly Part[] {
  return [body([heading("part", part.title, setting), ...termParagraphs(setting.pack.terms, others)])];
}

function narrative(files: readonly string[], { pack, templates }: Setting): readonly Block[] {
  const numbering = createNumbering();
  return files.flatMap((file) => {
    const source = pack.narrative.get(file);
    if (!source) return [];
    const blocks = narrativeBlocks(templates.narrative(source), numbering);
    const explains = (pack.explains.get(file) ?? []).flatMap(
      (table) => pack.tables.get(table)?.number.text ?? [],
    );
    return blocks.map((block) => (block.kind === "paragraph" ? { ...block, explains } : block));
  });
}

function tablePart(file: string, before: readonly Block[], setting: Setting): readonly Part[] {
  const spec = setting.pack.tables.get(file);
  if (!spec) throw new Error(`table ${file} was not checked against the pack`);
  return [
    { orientation: spec.orientation, numbered: true, blocks: [...before, composeTable(spec, setting)] },
  ];
}

function heading(level: Heading["level"], lines: readonly Written[], { templates }: Setting): Heading {
  return { kind: "heading", level, lines: lines.map((line) => templates.line(line)) };
}

function front(block: Block): Part {
  return { orientation: "portrait", numbered: false, blocks: [block] };
}

function body(blocks: readonly Block[]): Part {
  return { orientation: "portrait", numbered: true, blocks };
}
