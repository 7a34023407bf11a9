// Evaluations as text for a terminal.
import { DAMAGE_KINDS, type GoldArticle, READERS, STYLES } from "../compose/index.ts";
import type { Evaluation, GroupFigures, ScoredArticle } from "./evaluate.ts";

const percent = (share: number | null): string => (share === null ? "    –" : (100 * share).toFixed(1).padStart(5));

const overall = (name: string, { all }: Evaluation): string =>
  `${name.padEnd(20)} seg ${percent(all.seg.f1)} (P ${percent(all.seg.p)} R ${percent(all.seg.r)})  order ${percent(all.order)}  titles ${percent(all.titles)}  jumps ${percent(all.jumps)}  once ${percent(all.once)}`;

const group = (name: string, figures: GroupFigures | undefined, naive: GroupFigures | undefined): string[] =>
  figures
    ? [
        `${name.padEnd(20)} ${String(figures.count).padStart(6)}   ${percent(figures.seg)}  ${percent(figures.order)}  ${percent(figures.titles)}  ${percent(figures.jumps)}      ${percent(naive?.seg ?? null)}  ${percent(naive?.order ?? null)}  ${percent(naive?.titles ?? null)}`,
      ]
    : [];

const HEADER = `${"".padEnd(20)}  count     seg  order titles  jumps | baseline seg order titles`;

/** All tables: over all, by kind of damage (means over articles), by style and reader (means over pages). */
export function formatEvaluation(system: Evaluation, naive: Evaluation): string {
  return [
    overall("segmentPage", system),
    overall("baseline", naive),
    "",
    `kind of damage\n${HEADER}`,
    ...DAMAGE_KINDS.flatMap((kind) => group(kind, system.byKind.get(kind), naive.byKind.get(kind))),
    "",
    `scanner's style (pages)\n${HEADER}`,
    ...STYLES.flatMap((style) => group(style, system.byStyle.get(style), naive.byStyle.get(style))),
    "",
    `order of fields (pages)\n${HEADER}`,
    ...READERS.flatMap((reader) => group(reader, system.byReader.get(reader), naive.byReader.get(reader))),
  ].join("\n");
}

/** The worst articles of a kind: what is printed where, and what came out. */
export function formatErrors(kind: string, { articles }: Evaluation, count: number): string {
  const worth = ({ figures, article }: ScoredArticle): number =>
    figures.seg.f1 + (article.pieces.length > 1 ? figures.order : 1) + 0.5 * figures.titles + 0.5 * figures.jumps;
  const worst = articles
    .filter(({ page, article }) => page.damages.get(article.id)?.some((damage) => damage === kind))
    .map((scored) => ({ scored, worth: worth(scored) }))
    .filter(({ worth }) => worth < 2.95)
    .sort((a, b) => a.worth - b.worth)
    .slice(0, count);
  return [`\n===== ${kind}`, ...worst.map(({ scored }) => formatArticle(scored))].join("\n");
}

function formatArticle({ page, article, figures, rows }: ScoredArticle): string {
  const { id, text, style, reader } = page;
  const damages = (page.damages.get(article.id) ?? []).join(" ");
  const touching = rows.filter(({ pieces }) =>
    pieces.some(([s, e]) => article.pieces.some(([from, to]) => s < to && from < e)),
  );
  return [
    `--- ${id}#${article.id} (${style}, ${reader}) seg ${percent(figures.seg.f1)} order ${percent(figures.order)} titles ${percent(figures.titles)} jumps ${percent(figures.jumps)}\n    ${damages}`,
    `    gold   "${article.title}" ${jumps(article)}`,
    ...article.pieces.map((span) => `      ${piece(text, span)}`),
    ...touching
      .slice(0, 6)
      .flatMap((row) => [
        `    system "${row.title}" ${row.kind ?? ""} from ${row.continued_from} to ${row.continued_to}`,
        ...row.pieces.slice(0, 6).map((span) => `      ${piece(text, span)}`),
      ]),
  ].join("\n");
}

const jumps = ({ continued }: GoldArticle): string => (continued ? JSON.stringify(continued) : "");

function piece(text: string, [start, end]: readonly [number, number]): string {
  const words = text.slice(start, end).replace(/\s+/gu, "|");
  const shown = words.length > 70 ? `${words.slice(0, 34)} … ${words.slice(-32)}` : words;
  return `[${start}-${end}] ${shown}`;
}
