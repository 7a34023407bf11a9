// Layout: items on a page's grid of columns. Frames are cut out of the page like panes (a slicing layout), an item's text
// runs through the columns of its frame, pictures and boxes stand inside and part the columns around them.
import type { Chance } from "./chance.ts";
import { flowText } from "./flow.ts";
import type { Block, Frame, Item, Line, Story } from "./types.ts";

const HEAD_LINES = 3;

/** A placed item: its blocks in the order of its own reading, with those of its guest beside. */
export interface Placed {
  readonly frame: Frame;
  readonly blocks: readonly Block[];
  readonly guest: Placed | null;
}

const textLength = (lines: readonly Line[]): number => lines.reduce((sum, { text }) => sum + text.length + 4, 0);

function area(item: Item, width: number): number {
  const own = item.stories.reduce(
    (sum, { body, head, captions }) =>
      sum + textLength(body) / width + (head.length > 0 ? HEAD_LINES + head.length : 0) + captions.length * 10,
    item.label ? 2 : 0,
  );
  return own + (item.guest ? area(item.guest, width) : 0);
}

/** Places all items on one page. `width` is the width of a column in characters. */
export function layOut(chance: Chance, items: readonly Item[], width: number): Placed[] {
  const columns = chance.int(5, 9);
  const total = items.reduce((sum, item) => sum + area(item, width), 0);
  const page: Frame = { x: 0, y: 0, w: columns, h: Math.max(10, total / columns) };
  return slice(chance, items, page, width).map(([item, frame]) => place(chance, item, frame, width));
}

/** Cuts a frame in two until each item has its own. */
function slice(chance: Chance, items: readonly Item[], frame: Frame, width: number): [Item, Frame][] {
  if (items.length === 0) return [];
  if (items.length === 1) return [[items[0]!, frame]];
  const cut = chance.int(1, items.length - 1);
  const [first, second] = [items.slice(0, cut), items.slice(cut)];
  const size = (group: readonly Item[]): number => group.reduce((sum, item) => sum + area(item, width), 0);
  const share = size(first) / (size(first) + size(second));
  const across = chance.is(frame.w >= 6 ? 0.5 : frame.w >= 3 ? 0.3 : frame.w >= 2 ? 0.12 : 0);
  if (across) {
    const w = Math.min(frame.w - 1, Math.max(1, Math.round(frame.w * share)));
    return [
      ...slice(chance, first, { ...frame, w }, width),
      ...slice(chance, second, { ...frame, x: frame.x + w, w: frame.w - w }, width),
    ];
  }
  const h = frame.h * share;
  return [
    ...slice(chance, first, { ...frame, h }, width),
    ...slice(chance, second, { ...frame, y: frame.y + h, h: frame.h - h }, width),
  ];
}

function place(chance: Chance, item: Item, frame: Frame, width: number): Placed {
  return item.stories.length > 1 || item.label !== null
    ? placeStack(chance, item, frame, width)
    : placeStory(chance, item.stories[0]!, item.guest, frame, width);
}

/** Items of one label under one another, in one column. */
function placeStack(chance: Chance, item: Item, frame: Frame, width: number): Placed {
  const blocks: Block[] = [];
  let y = frame.y;
  if (item.label !== null) {
    const lines: Line[] = [{ role: "furniture", text: item.label, opens: true, closes: true }];
    blocks.push({ kind: "furniture", story: null, rank: 0, lines, frame: { ...frame, w: 1, h: 2 } });
    y += 2;
  }
  for (const story of item.stories) {
    const h = area({ stories: [story], label: null, guest: null }, width);
    blocks.push(...placeStory(chance, story, null, { x: frame.x, y, w: 1, h }, width).blocks);
    y += h;
  }
  return { frame, blocks, guest: null };
}

interface Hole {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly h: number;
}

function placeStory(chance: Chance, story: Story, guest: Item | null, frame: Frame, width: number): Placed {
  const columns = Math.min(5, Math.max(1, Math.round(frame.w)));
  const headHeight = story.head.length > 0 && story.headPlace !== "side" ? HEAD_LINES + story.head.length : 0;
  const top = frame.y + headHeight;
  const guestArea = guest ? area(guest, width) : 0;
  const total = textLength(story.body) / width + story.captions.length * 10 + guestArea;
  const height = Math.max(2, Math.ceil(total / columns) + 1);
  const holes: Hole[] = [];
  const guestHole = guest ? digHole(chance, holes, columns, height, guestArea) : null;
  const pictureHoles = story.captions.map(() => digHole(chance, holes, columns, height, 10));
  const slots = slotsAround(holes, columns, height);
  const parts = flowText(
    story.body,
    slots.map(({ h }) => h),
    width,
    story.breaks,
  );
  const at = (hole: Hole): Frame => ({ x: frame.x + hole.from, y: top + hole.y, w: hole.to - hole.from, h: hole.h });
  const blocks: Block[] = [];
  if (story.head.length > 0)
    blocks.push({ kind: "head", story, rank: 0, lines: story.head, frame: headFrame(story, frame, headHeight) });
  parts.forEach((lines, k) => {
    const { x, y, h } = slots[Math.min(k, slots.length - 1)]!;
    if (lines.length > 0)
      blocks.push({ kind: "column", story, rank: k + 1, lines, frame: { x: frame.x + x, y: top + y, w: 1, h } });
  });
  story.captions.forEach((lines, k) => {
    blocks.push({ kind: "caption", story, rank: 1000 + k, lines, frame: at(pictureHoles[k]!) });
  });
  return { frame, blocks, guest: guest && guestHole ? place(chance, guest, at(guestHole), width) : null };
}

function headFrame(story: Story, frame: Frame, height: number): Frame {
  switch (story.headPlace) {
    case "side":
      return { ...frame, w: 0.2, x: frame.x - 0.1 };
    // The first column stands beside the headline, the others under it.
    case "late":
      return frame.w >= 2 ? { ...frame, x: frame.x + 1, w: frame.w - 1, h: height } : { ...frame, h: height };
    case "middle":
      return {
        ...frame,
        x: frame.x + Math.floor(frame.w / 2),
        w: Math.max(1, Math.floor(frame.w / 3)),
        y: frame.y + frame.h / 3,
        h: height,
      };
    case "after":
      return { ...frame, y: frame.y + frame.h - height, h: height };
    default:
      return { ...frame, h: height };
  }
}

/** Room for a picture or a box: some columns wide, at the top, in the middle or at the foot. */
function digHole(chance: Chance, holes: Hole[], columns: number, height: number, size: number): Hole {
  const w = columns === 1 ? 1 : chance.int(1, Math.min(2, columns - 1));
  const h = Math.min(height * 0.8, size / w);
  for (let attempt = 0; attempt < 6; attempt++) {
    const from = chance.int(0, columns - w);
    const y = chance.weighted([
      [0, 1],
      [Math.floor((height - h) * (0.25 + 0.5 * chance.next())), 5],
      [height - h, 3],
    ]);
    const hole: Hole = { from, to: from + w, y, h };
    if (holes.some((other) => other.from < hole.to && hole.from < other.to)) continue;
    holes.push(hole);
    return hole;
  }
  return { from: 0, to: w, y: height, h };
}

/** What the holes leave of the columns, in reading order. */
function slotsAround(holes: readonly Hole[], columns: number, height: number): { x: number; y: number; h: number }[] {
  const slots = [];
  for (let x = 0; x < columns; x++) {
    const hole = holes.find(({ from, to }) => from <= x && x < to);
    if (!hole) slots.push({ x, y: 0, h: height });
    else {
      if (hole.y >= 2) slots.push({ x, y: 0, h: hole.y });
      if (height - hole.y - hole.h >= 2) slots.push({ x, y: hole.y + hole.h, h: height - hole.y - hole.h });
    }
  }
  return slots.length > 0 ? slots : [{ x: 0, y: 0, h: height }];
}
