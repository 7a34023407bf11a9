// An article while it is put together: which blocks, in which order, with which title.
import type { Stretch } from "../joins/flow.ts";
import type { Join } from "../joins/joins.ts";
import type { PageBlock } from "../page/roles.ts";

export interface Draft {
  readonly stretches: readonly Stretch[];
  /** Headline blocks in reading order, kicker first; empty when none is printed. */
  title: readonly PageBlock[];
  /** Headings that stand beside the article but are no title of it, and labels. */
  readonly labels: PageBlock[];
  readonly media: PageBlock[];
  /** The page reference under a teaser's headline. */
  readonly pointer: PageBlock | null;
  /** Page reference of the teaser, also when the printed line closes several. */
  readonly to: string | null;
  /** What joined the stretches, in reading order: one fewer than there are stretches. */
  readonly joins: readonly Join[];
  /** Running text without blanks and headings: what titles and captions are compared with. */
  readonly text: string;
}

export function emptyDraft(stretches: readonly Stretch[] = [], joins: readonly Join[] = []): Draft {
  const texts = stretches.flatMap((stretch) => stretch.blocks.filter((block) => block.role === "text"));
  const text = texts.map((block) => block.squeezed).join("");
  return { stretches, title: [], labels: [], media: [], pointer: null, to: null, joins, text };
}
