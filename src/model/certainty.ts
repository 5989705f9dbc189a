/**
 * How sure it is that a rule holds, by the least sure part of what it rests on, surest first: read in the law or a text
 * of the ministry; read in what others have published; known to practice; not yet held against any source.
 */
export const CERTAINTIES = ["法规原文", "公开文件", "实务", "未核对"] as const;
export type Certainty = (typeof CERTAINTIES)[number];
