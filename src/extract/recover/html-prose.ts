import type { RecoveredParagraph, RecoveredTable } from "../../model/recovered.js";

/** What stands around the tables of a web page: its paragraphs, and for each table what it is called. */
export function proseOfHtml(html: string): {
  readonly paragraphs: readonly RecoveredParagraph[];
  readonly captions: readonly Pick<RecoveredTable, "above" | "below">[];
} {
  const paragraphs: RecoveredParagraph[] = [];
  const captions: { above: string[]; below: string[] }[] = [];
  let [depth, caption, words]: [number, string | undefined, string] = [0, undefined, ""];
  let since: string[] = [];
  const end = (): void => {
    const text = plain(words);
    words = "";
    if (text === "") return;
    paragraphs.push({ text, where: `第 ${paragraphs.length + 1} 段` });
    since.push(text);
    if (REMARK.test(text)) captions.at(-1)?.below.push(text);
  };
  for (const [, tag, text] of html.replace(SILENT, "").matchAll(/<([^<>]*)>|([^<]+)/gu)) {
    if (text !== undefined) {
      if (caption !== undefined) caption += text;
      else if (depth === 0) words += text;
      continue;
    }
    const [, closing = "", name = ""] = /^(\/?)\s*([a-z0-9]+)/i.exec(tag ?? "") ?? [];
    const isBlock = BLOCKS.has(name.toLowerCase());
    if (name.toLowerCase() === "caption") {
      if (closing === "") caption = "";
      else {
        captions.at(-1)?.above.push(...lines(caption ?? ""));
        caption = undefined;
      }
    }
    if (caption !== undefined && isBlock) caption += "\n";
    if (isBlock && depth === 0) end();
    if (name.toLowerCase() !== "table") continue;
    if (closing === "" && depth === 0) {
      captions.push({ above: since.slice(-LINES_ABOVE), below: [] });
      since = [];
    }
    depth = Math.max(0, depth + (closing === "" ? 1 : -1));
  }
  end();
  return { paragraphs, captions };
}

const LINES_ABOVE = 4;
const REMARK = /^(?:注|备注|说明)/u;
const SILENT = /<(script|style|svg|head)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/giu;
const BLOCKS = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol table caption section article header footer nav br tr td th main figure figcaption details summary dt dd dl".split(
    " ",
  ),
);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  "#39": "'",
};

function plain(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/gu, (_, name: string) => ENTITIES[name] ?? "")
    .replace(/\s+/gu, " ")
    .trim();
}

function lines(text: string): readonly string[] {
  return text
    .split("\n")
    .map(plain)
    .filter((line) => line !== "");
}
