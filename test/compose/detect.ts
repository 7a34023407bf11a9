// Which damages a printed story carries: those of its draft and those that layout, scanner and house gave it.
import type { Damage } from "./damages.ts";
import type { PrintedStory } from "./gold.ts";
import { piecesOf } from "./gold.ts";
import { TITLE_ROLES } from "./heads.ts";
import type { Printed } from "./print.ts";
import { isClosed } from "./sentences.ts";
import type { Block, PrintedBlock } from "./types.ts";

/** A place where a story leaves the page's order: its blocks before and after, and how it was cut. */
export interface Parting {
  readonly before: PrintedBlock;
  readonly after: PrintedBlock;
  readonly cut: "open" | "sentence" | "paragraph";
}

type Placed = PrintedStory["blocks"][number];

/** Whether the block stops within a paragraph, and how. */
export function cutAfter({ lines }: Block): Parting["cut"] {
  const last = lines.at(-1);
  if (!last || last.closes) return "paragraph";
  return isClosed(last.text) ? "sentence" : "open";
}

const isOpen = (block: Block | undefined): boolean =>
  block !== undefined && (cutAfter(block) === "open" || block.lines[0]?.opens === false);

export function damagesOf(
  printed: Printed,
  { story, blocks }: PrintedStory,
  guests: ReadonlyMap<PrintedStory["story"], PrintedStory["story"]>,
): Damage[] {
  const found = new Set<Damage>(story.damages);
  addHead(found, printed, blocks);
  addPartings(found, printed, blocks);
  const columns = blocks.filter(({ block }) => block.kind === "column");
  const captions = blocks.filter(({ block }) => block.kind === "caption");
  if (captions.some(({ place }) => columns.some((column) => column.place > place))) found.add("caption-inside");
  if (guests.has(story)) found.add("guest");
  if ([...guests.values()].includes(story)) found.add("host");
  if (piecesOf(blocks).length === 1 && columns.length > 0 && blocks[0]!.block.kind === "head") found.add("whole");
  return [...found];
}

function addHead(found: Set<Damage>, printed: Printed, blocks: readonly Placed[]): void {
  const head = blocks.find(({ block }) => block.kind === "head");
  const columns = blocks.filter(({ block }) => block.kind === "column").map(({ place }) => place);
  if (!head) return void found.add("head-missing");
  const before = columns.filter((place) => place < head.place).length;
  if (before > 0) found.add(before === columns.length ? "head-after" : before === 1 ? "head-late" : "head-middle");
  if (head.block.story?.vertical) found.add("head-vertical");
  const titles = head.block.printed.filter(({ role }) => TITLE_ROLES.includes(role));
  const texts = titles.map(({ span }) => printed.text.slice(...span));
  if (!head.block.story?.vertical && texts.some((text) => text.includes("\n"))) found.add("head-wrapped");
  if (titles.some(({ span }) => /[#*] ?$/u.test(printed.text.slice(Math.max(0, span[0] - 2), span[0]))))
    found.add("head-marked");
}

function addPartings(found: Set<Damage>, printed: Printed, blocks: readonly Placed[]): void {
  const columns = blocks.filter(({ block }) => block.kind === "column");
  for (let k = 1; k < columns.length; k++) {
    const [before, after] = [columns[k - 1]!, columns[k]!];
    if (after.place < before.place) found.add("continuation-first");
    if (after.place === before.place + 1) continue;
    const between = printed.blocks.slice(Math.min(before.place, after.place) + 1, Math.max(before.place, after.place));
    if (between.some(({ story }) => story === null)) found.add("masthead-middle");
    if (!between.some(({ story }) => story !== null && story !== before.block.story)) continue;
    found.add("parted");
    const cut = cutAfter(before.block);
    found.add(cut === "open" ? "parted-open" : cut === "sentence" ? "parted-sentence" : "parted-paragraph");
    const [next, previous] = [printed.blocks[before.place + 1], printed.blocks[after.place - 1]];
    if (cut === "open" && (isOpen(next) || isOpen(previous)) && next?.story !== before.block.story)
      found.add("open-beside-open");
  }
}
