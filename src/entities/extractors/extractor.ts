// What an extractor is: a plain object, described as data, with one pure function of an article.
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";

export interface Extractor {
  /** Stands in the column `extractor` of a mention. */
  readonly name: string;
  readonly summary: string;
  /** `found`: what the extractors before it in the registry yielded for this article, all of it, overlapping. */
  readonly run: (context: Context, found: readonly Candidate[]) => Candidate[];
}

export const HAN = "\\u3400-\\u9fff";
export const isHan = (char: string | undefined): boolean => char !== undefined && /[\u3400-\u9fff]/.test(char);
