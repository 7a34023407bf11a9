// The articles behind a tie as a list of citations. Pure.
import type { SiteArticleEntry } from "../data.ts";

export type Cited = Pick<SiteArticleEntry, "article" | "title" | "paper" | "date" | "byline" | "page_id">;

/** What Markdown would read as its own. */
const MARKDOWN = /[\\`*_{}[\]<>()#+!|~-]/g;
/** What BibTeX would: braces, its escapes, comments. */
const BIBTEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "%": "\\%",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

// Control characters and lone surrogates stand in no printed line.
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
const day = (date: string): string => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");

/** A line an article, in Chinese as what is cited is: “- 《拉萨日报》2025年8月29日：“headline”（PAGE#a3）”. */
export function toMarkdown(heading: string, articles: readonly Cited[]): string {
  const safe = (text: string): string => oneLine(text).replace(MARKDOWN, "\\$&");
  const lines = articles.map(({ article, title, paper, date, byline }) => {
    const source = `${paper === null ? "报名不详，" : `《${safe(paper)}》`}${date === null ? "日期不详" : day(date)}`;
    const by = byline ? `${safe(byline)}，` : "";
    return `- ${by}${source}：“${safe(title) || "（无标题）"}”（${safe(article)}）`;
  });
  return `# ${safe(heading)}\n\n${lines.join("\n")}\n`;
}

/** An entry an article. Keys are a0, a1, …: ids of articles hold what keys may not. */
export function toBibtex(articles: readonly Cited[]): string {
  const safe = (text: string): string => oneLine(text).replace(/[\\{}$%&#_~^]/g, (char) => BIBTEX[char]!);
  return articles
    .map(({ article, title, paper, date, byline }, i) => {
      const fields = [
        byline && `author = {{${safe(byline)}}}`,
        `title = {{${safe(title)}}}`,
        paper !== null && `journal = {${safe(paper)}}`,
        date !== null && `year = {${date.slice(0, 4)}}`,
        date !== null && `month = {${Number(date.slice(5, 7))}}`,
        date !== null && `date = {${date}}`,
        `note = {${safe(article)}}`,
      ].filter(Boolean);
      return `@article{a${i},\n  ${fields.join(",\n  ")}\n}\n`;
    })
    .join("\n");
}
