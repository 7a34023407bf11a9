// What linking looks at of an article: one row of the table linkable.
import { withoutJumpLines } from "../articles/index.ts";
import { printedNumber, runningHead } from "../corpus/index.ts";
import type { Row } from "../store/index.ts";
import { normalized } from "../text/index.ts";

/** An article as segmenting left it, with what is known of its page. */
export interface LinkableArticle {
  readonly article: string;
  readonly page: string;
  readonly paper: string | null;
  /** ISO date. */
  readonly date: string | null;
  /** The page's printed number ("第四版", "A04版"), where it is known. */
  readonly page_number?: string | null;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly continued_from: string | null;
  readonly continued_to: string | null;
}

/** A row of linkable. Cost: O(length). */
export function linkableRow(article: LinkableArticle): Row {
  const { date, page_number = null, ...rest } = article;
  return { ...rest, date, page_number: pageNumbers(page_number)[0] ?? null, day: dayOf(date), body: bodyOf(article) };
}

/** What an article says below its headline, in normal form, without its jump lines. */
const bodyOf = ({ title, text }: Pick<LinkableArticle, "title" | "text">): string =>
  withoutJumpLines(normalized(text.startsWith(title) ? text.slice(title.length) : text));

/** Days since 1970 of an ISO date; null for none. */
function dayOf(date: string | null): number | null {
  const time = date === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000);
}

/**
 * The pages that a jump line or a running head names, without zeros in front: "第十二版" → ["12"], "A03版" → ["A3"],
 * "第5、6版" → ["5", "6"]. In the order of print; [] when it names none.
 */
export function pageNumbers(printed: string | null): string[] {
  return [...normalized(printed ?? "").matchAll(/([A-Za-z]?)(\d{1,3}|[〇○零一二三四五六七八九十]{1,3})/gu)].flatMap(
    ([, letter, digits]) => {
      const number = printedNumber(digits!);
      return Number.isNaN(number) ? [] : [`${letter!.toUpperCase()}${number}`];
    },
  );
}

/** The number that a page's furniture prints in its running head; null when it names none, or several. */
export function printedPageNumber(masthead: string): string | null {
  const printed = masthead.split("\n").flatMap((line) => runningHead(line)?.page ?? []);
  const numbers = new Set(printed.flatMap((page) => pageNumbers(page)));
  return numbers.size === 1 ? printed[0]! : null;
}
