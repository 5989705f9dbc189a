/** How grave a finding is to who hands it over, gravest first. */
export const WEIGHTS = ["重大", "一般", "格式"] as const;

export type Weight = (typeof WEIGHTS)[number];
