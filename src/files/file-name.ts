const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Whether a file or folder can have this name on every system: Windows has the strictest rules, and projects move. */
export function isFileName(name: string): boolean {
  return name !== "" && !/[\p{Cc}<>:"|?*/\\]|[. ]$/u.test(name) && !RESERVED.test(name);
}

/** What to tell who chose a name that cannot be one. */
export const FILE_NAME_RULE =
  '名字里不能有 < > : " | ? * \\，不能以点或空格结尾，不能是 CON、NUL 等系统的名字';
