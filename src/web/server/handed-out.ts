import { randomBytes } from "node:crypto";
import { orElse } from "../../diagnostic/refusal.js";
import { readBytes } from "../../files/bytes.js";
import { readPublished } from "../../files/given.js";
import type { PublishedKind } from "../../files/kinds.js";
import { FONT_FILES } from "../../render/fonts/fonts.js";
import { svgStylesheet } from "../../render/svg/stylesheet.js";
import type { Desk } from "./answers.js";
import { policy } from "./guards.js";
import { deskHtml, ICON } from "./html.js";
import { ofPdfReader } from "./pdf-reader.js";

/** A file as the browser gets it. */
export interface HandedOut {
  readonly type: string;
  readonly content: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What stands at an address of the desk; undefined where nothing does. */
export function handedOut(path: string, desk: Desk): HandedOut | undefined {
  const { files } = desk;
  const [folder, ...rest] = path.split("/");
  const name = decoded(rest.join("/"));
  if (path === "") return document();
  if (path === "fonts.css") return { type: TYPES.css, content: FONT_STYLES };
  if (path === "icon.svg") return { type: "image/svg+xml", content: ICON };
  if (folder === "fonts") return font(name, desk);
  if (folder === "pdfjs") return orElse(() => ofPdfReader(name));
  if (folder === "written") return writtenFile(name, desk);
  const content = files.page.get(path);
  return content && { type: path.endsWith(".css") ? TYPES.css : TYPES.js, content };
}

export const TYPES = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" } as const;

const FONT_STYLES = svgStylesheet(
  FONT_FILES.map((file) => ({ file })),
  ({ file }) => `fonts/${file}`,
);

const NONCE_BYTES = 16;

function document(): HandedOut {
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  const headers = { "Content-Security-Policy": policy(nonce) };
  return { type: "text/html; charset=utf-8", content: deskHtml(nonce), headers };
}

const LARGEST_FONT = 64 * 1024 * 1024;

function font(name: string, { order }: Desk): HandedOut | undefined {
  if (!FONT_FILES.includes(name)) return undefined;
  // they stay as they are as long as the desk is open
  const headers = { "Cache-Control": "private, max-age=86400, immutable" };
  return { type: "font/ttf", content: readBytes(order.program, `fonts/${name}`, LARGEST_FONT), headers };
}

const WRITTEN: Readonly<Record<PublishedKind, string>> = {
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** A file that a command has written; no other file of the folder. A PDF is shown, all else kept: the desk is no place for its pages. */
function writtenFile(name: string, { jobs, order }: Desk): HandedOut | undefined {
  const found = jobs.hasWritten(name) ? orElse(() => readPublished(order.project, name)) : undefined;
  if (!found) return undefined;
  const { kind, bytes: content } = found;
  return {
    ...{ type: WRITTEN[kind], content },
    ...(kind !== "pdf" && { headers: { "Content-Disposition": "attachment" } }),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
