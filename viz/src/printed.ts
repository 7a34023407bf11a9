// A page's text as printed → lines, with what of them is this article and which names stand in it. Pure.
import type { EntityType, SiteArticle, Span } from "./data.ts";

export interface PrintedPart {
  readonly text: string;
  /** Whether it is of the article that is read. */
  readonly here: boolean;
  readonly mention: { readonly entity: string; readonly type: EntityType } | null;
}

export interface PrintedLine {
  /** Offset in the page of its first unit. */
  readonly offset: number;
  readonly parts: readonly PrintedPart[];
  readonly here: boolean;
}

/** Lines of the page in order, blank ones left out. Offsets are UTF-16 units of the page as decoded. */
export function printedLines(text: string, article: Pick<SiteArticle, "pieces" | "mentions">): PrintedLine[] {
  const names = article.mentions.flatMap((mention) => mention.page_spans.map((span) => ({ span, mention })));
  names.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const cuts = new Set<number>([...article.pieces.flat(), ...names.flatMap(({ span }) => span)]);
  const lines: PrintedLine[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const end = offset + line.length;
    if (line.trim()) {
      const edges = [offset, ...[...cuts].filter((cut) => cut > offset && cut < end).sort((a, b) => a - b), end];
      const parts = edges.slice(1).map((to, i) => part(text, [edges[i]!, to], article.pieces, names));
      lines.push({ offset, parts, here: parts.some((p) => p.here && p.text.trim() !== "") });
    }
    offset = end + 1;
  }
  return lines;
}

function part(
  text: string,
  [start, end]: Span,
  pieces: readonly Span[],
  names: readonly { span: Span; mention: { entity: string; type: EntityType } }[],
): PrintedPart {
  const name = names.find(({ span }) => span[0] <= start && end <= span[1]);
  return {
    text: text.slice(start, end),
    here: pieces.some(([from, to]) => from <= start && end <= to),
    mention: name ? { entity: name.mention.entity, type: name.mention.type } : null,
  };
}

export interface StripPart {
  readonly length: number;
  readonly here: boolean;
}

/** The page as a strip: runs of this article and of the rest, by length; they add up to the page. */
export function strip(length: number, pieces: readonly Span[]): StripPart[] {
  const parts: StripPart[] = [];
  let at = 0;
  for (const [start, end] of [...pieces].sort((a, b) => a[0] - b[0])) {
    if (start > at) parts.push({ length: start - at, here: false });
    parts.push({ length: end - Math.max(start, at), here: true });
    at = Math.max(at, end);
  }
  if (at < length) parts.push({ length: length - at, here: false });
  return parts;
}
