import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Whom the desk answers: pages that it has given out itself, to a browser on this machine that knows the token. */
export interface Door {
  readonly port: number;
  readonly token: string;
}

/** Names by which a browser on this machine calls it. Another name that leads here is somebody else's (DNS rebinding). */
const LOOPBACK = ["127.0.0.1", "localhost"];

/** The names that the desk's own address may be called by. */
export function hostsOf({ port }: Pick<Door, "port">): readonly string[] {
  return LOOPBACK.map((name) => `${name}:${port}`);
}

/** What of a request's address stands behind the token; undefined where the request is not from the desk's own page. */
export function admitted(request: IncomingMessage, door: Door): string | undefined {
  const { headers, url = "", method } = request;
  const hosts = hostsOf(door);
  const { host = "", origin } = headers;
  if (!hosts.includes(host)) return undefined;
  // browsers name the origin of all that changes something
  if (origin === undefined ? method !== "GET" : !hosts.some((each) => origin === `http://${each}`))
    return undefined;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return undefined;
  const [, token = "", ...rest] = (url.split("?")[0] ?? "").split("/");
  return isSame(token, door.token) ? rest.join("/") : undefined;
}

/** Compares in a time that says nothing of where they differ. */
function isSame(one: string, other: string): boolean {
  const [own, wanted] = [Buffer.from(one), Buffer.from(other)];
  return own.length === wanted.length && timingSafeEqual(own, wanted);
}

/** The whole of a request's body; undefined where it is longer than `most`. What is too long is not read to its end. */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > most) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What every answer says to the browser. */
export const HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/** What the thread may load that reads a dropped PDF for the page: tables for it, from here. */
export const READER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** What the page may load: its own files, and styles that carry the nonce, which CodeMirror makes as it goes. */
export function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    // the marks of faults in CodeMirror are such
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
