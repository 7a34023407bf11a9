// The corpus in a line.
import { model, t } from "../state.ts";

const MOST_PAPERS = 3;

/** What the corpus is, in parts: papers, dates, articles, stories. None while nothing is loaded. */
export function corpusLine(): string[] {
  const s = t.value;
  const project = model.value?.project;
  if (!project) return [];
  const known = project.papers.flatMap(({ paper }) => (paper === null ? [] : [paper]));
  const dates = [
    project.dates && s.dates(...project.dates),
    project.undated_pages > 0 && s.undated(project.undated_pages),
  ].filter(Boolean);
  return s.corpus(
    known.length > 0 ? known.slice(0, MOST_PAPERS) : [],
    Math.max(0, known.length - MOST_PAPERS),
    project.papers.reduce((sum, { paper, pages }) => sum + (paper === null ? pages : 0), 0),
    dates.join(s.comma),
    project.counts.articles,
    project.counts.stories,
  );
}
