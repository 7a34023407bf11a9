// The corpus in a line.
import { model, t } from "../state.ts";

const MOST_PAPERS = 3;

export type CorpusPart = "papers" | "unknown" | "dates" | "articles" | "stories";
const PARTS: readonly CorpusPart[] = ["papers", "unknown", "dates", "articles", "stories"];

/** What the corpus is: papers, `most` of them by name, dates, articles, stories. None while nothing is loaded. */
export function corpusParts(most = MOST_PAPERS): { readonly part: CorpusPart; readonly text: string }[] {
  const s = t.value;
  const project = model.value?.project;
  if (!project) return [];
  const known = project.papers.flatMap(({ paper }) => (paper === null ? [] : [paper]));
  const dates = [
    project.dates && s.dates(...project.dates),
    project.undated_pages > 0 && s.undated(project.undated_pages),
  ].filter(Boolean);
  const texts = s.corpus(
    known.slice(0, most),
    Math.max(0, known.length - most),
    project.papers.reduce((sum, { paper, pages }) => sum + (paper === null ? pages : 0), 0),
    dates.join(s.comma),
    project.counts.articles,
    project.counts.stories,
  );
  return PARTS.map((part, i) => ({ part, text: texts[i]! })).filter(({ text }) => text !== "");
}

/** The same as plain words. */
export const corpusLine = (): string[] => corpusParts().map(({ text }) => text);
