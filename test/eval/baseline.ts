// The naive reader that every segmenter must beat: a short line that does not end like a sentence opens an article.
import type { ArticleRow } from "../../src/eval/index.ts";
import type { Span } from "../../src/lib/span.ts";

const SHORT = 30;
const CLOSED = /[。！？；，、：!?;,:…][”’」』)）"']*$/u;

/** Its articles: runs of lines in the order of print; the title is the short lines that open a run. */
export function baselineArticles(page: string, text: string): ArticleRow[] {
  const lines = linesOf(text);
  const width = lines.map(({ words }) => words.length).sort((a, b) => a - b)[Math.floor(lines.length * 0.6)] ?? 0;
  // Of hard-wrapped text only a line clearly shorter than its neighbours is a headline.
  const limit = width <= SHORT ? width * 0.8 : SHORT;
  const rows: { title: string[]; pieces: Span[] }[] = [];
  let inHead = false;
  for (const { words, span } of lines) {
    const short: boolean = words.length <= limit && !CLOSED.test(words);
    const current = rows.at(-1);
    if (!current || (short && !inHead)) rows.push({ title: short ? [words] : [], pieces: [span] });
    else {
      if (short) current.title.push(words);
      current.pieces[0] = [current.pieces[0]![0], span[1]];
    }
    inHead = short;
  }
  return rows.map(({ title, pieces }, k) => ({
    article: `${page}#a${k + 1}`,
    page,
    title: title.join(" "),
    pieces,
    continued_from: null,
    continued_to: null,
  }));
}

/** Lines that are not blank: words without markdown's signs, and where they stand. */
function linesOf(text: string): { words: string; span: Span }[] {
  return [...text.matchAll(/[^\r\n]+/gu)]
    .map(({ 0: line, index }) => ({
      words: line.replace(/^#+ /u, "").trim(),
      span: [index, index + line.length] as const,
    }))
    .filter(({ words }) => words !== "");
}
