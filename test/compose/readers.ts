// Readers: in which order a scanner takes the fields of a page. Most go article by article; others cut the page into bands,
// run down the grid's columns, cut it by its white space (XY-cut, Nagy and Seth 1984), or give bodies first.
import type { Chance } from "./chance.ts";
import type { Placed } from "./layout.ts";
import type { Block, Frame } from "./types.ts";

export const READERS = ["articles", "xy-cut", "bands", "columns", "bodies-first", "rows"] as const;
export type Reader = (typeof READERS)[number];

export const drawReader = (chance: Chance): Reader =>
  chance.weighted<Reader>([
    ["articles", 48],
    ["xy-cut", 20],
    ["bands", 9],
    ["columns", 6],
    ["bodies-first", 12],
    ["rows", 4],
  ]);

/** All blocks of a page in the order of print. */
export function readBlocks(chance: Chance, reader: Reader, placed: readonly Placed[]): Block[] {
  const all = placed.flatMap(fieldsOf);
  return orderFields(chance, reader, placed, all).flatMap(({ blocks }) => blocks);
}

/** What a geometric reader moves as one: a block, or a whole stack of items under their label. */
interface Field {
  readonly frame: Frame;
  readonly blocks: readonly Block[];
}

function fieldsOf(item: Placed): Field[] {
  const own =
    isSingle(item) && !isTeaser(item.blocks[0])
      ? item.blocks.map((block) => ({ frame: block.frame, blocks: [block] }))
      : [{ frame: { ...item.blocks[0]!.frame, h: item.frame.h }, blocks: item.blocks }];
  return [...own, ...(item.guest ? fieldsOf(item.guest) : [])];
}

/** Headline and pointer of a teaser stand close: no scanner takes them apart. */
const isTeaser = (block: Block | undefined): boolean => block?.story?.damages.has("teaser") ?? false;

const asField = (block: Block): Field => ({ frame: block.frame, blocks: [block] });

function orderFields(chance: Chance, reader: Reader, placed: readonly Placed[], all: readonly Field[]): Field[] {
  switch (reader) {
    case "articles":
      return byArticles(chance, placed).map(asField);
    case "xy-cut":
      return xyCut(all, chance.is(0.6));
    case "bands": {
      const height = Math.max(...all.map(({ frame }) => frame.y + frame.h)) / chance.int(2, 4);
      return sortBy(all, ({ frame }) => [Math.floor(frame.y / height), frame.x, frame.y]);
    }
    case "columns":
      return sortBy(all, ({ frame }) => [Math.floor(frame.x), frame.y]);
    case "rows":
      return sortBy(all, ({ frame }) => [Math.round(frame.y / 4), frame.x]);
    case "bodies-first":
      return bodiesFirst(chance, placed).map(asField);
  }
}

const blocksOf = ({ blocks, guest }: Placed): Block[] => [...blocks, ...(guest ? blocksOf(guest) : [])];

/** Stable, by the first number that differs. */
function sortBy(fields: readonly Field[], key: (field: Field) => readonly number[]): Field[] {
  const keyed = fields.map((field) => ({ field, key: key(field) }));
  return keyed
    .sort((a, b) => a.key.map((value, k) => value - b.key[k]!).find((difference) => difference !== 0) ?? 0)
    .map(({ field }) => field);
}

/** Horizontal and vertical cuts through the white space, as long as there are any. */
function xyCut(fields: readonly Field[], rowsFirst: boolean): Field[] {
  if (fields.length < 2) return [...fields];
  for (const axis of rowsFirst ? (["y", "x"] as const) : (["x", "y"] as const)) {
    const size = axis === "x" ? "w" : "h";
    const sorted = sortBy(fields, ({ frame }) => [frame[axis], frame[axis === "x" ? "y" : "x"]]);
    let end = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < sorted.length; k++) {
      const { frame } = sorted[k]!;
      if (k > 0 && frame[axis] >= end - 0.3)
        return [...xyCut(sorted.slice(0, k), rowsFirst), ...xyCut(sorted.slice(k), rowsFirst)];
      end = Math.max(end, frame[axis] + frame[size]);
    }
  }
  return sortBy(fields, ({ frame }) => [frame.y, frame.x]);
}

/** One article's blocks as a careful reader of layouts gives them: head where it stands, captions and guests where they stand. */
function byArticle(chance: Chance, { blocks, guest }: Placed): Block[] {
  const head = blocks.filter(({ kind }) => kind === "head");
  const captions = blocks.filter(({ kind }) => kind === "caption");
  const sequence = blocks.filter(({ kind }) => kind !== "head" && kind !== "caption");
  if (head.length > 1) return blocks.slice();
  const insert = (list: readonly Block[], at: number): void => void sequence.splice(at, 0, ...list);
  for (const caption of captions) insert([caption], chance.is(0.6) ? chance.int(1, sequence.length) : sequence.length);
  if (guest)
    insert(
      byArticle(chance, guest),
      chance.is(0.75) ? chance.int(1, Math.max(1, sequence.length - 1)) : sequence.length,
    );
  const place = head[0]?.story?.headPlace;
  const at =
    place === "late"
      ? 1
      : place === "middle"
        ? chance.int(Math.min(2, sequence.length), Math.max(2, sequence.length - 1))
        : place === "after"
          ? sequence.length
          : 0;
  insert(head, Math.min(at, sequence.length));
  return sequence;
}

/** Articles from the top left to the bottom right; neighbours may be read across each other. */
function byArticles(chance: Chance, placed: readonly Placed[]): Block[] {
  const sorted = [...placed].sort((a, b) => Math.round((a.frame.y - b.frame.y) / 6) || a.frame.x - b.frame.x);
  const runs = sorted.map((item) => (isSingle(item) ? byArticle(chance, item) : blocksOf(item)));
  for (let k = 0; k + 1 < runs.length; k++) {
    if (!chance.is(0.55) || runs[k]!.length < 2 || staysWhole(runs[k]!) || isStack(runs[k + 1]!)) continue;
    runs.splice(k, 2, across(chance, runs[k]!, runs[k + 1]!));
  }
  const blocks = runs.flat();
  if (chance.is(0.06)) turnRound(chance, blocks);
  return blocks;
}

const isSingle = ({ blocks }: Placed): boolean => new Set(blocks.map(({ story }) => story)).size === 1;
const staysWhole = (run: readonly Block[]): boolean => isStack(run) || isTeaser(run[0]);
const isStack = (run: readonly Block[]): boolean => new Set(run.map(({ story }) => story)).size > 2;

/** Two neighbours read column by column, in turns. */
function across(chance: Chance, first: readonly Block[], second: readonly Block[]): Block[] {
  const cut = chance.int(1, first.length - 1);
  if (second.length < 2 || isTeaser(second[0]) || chance.is(0.45))
    return [...first.slice(0, cut), ...second, ...first.slice(cut)];
  const other = chance.int(1, second.length - 1);
  return [...first.slice(0, cut), ...second.slice(0, other), ...first.slice(cut), ...second.slice(other)];
}

/** Prints one column before the one that it continues. */
function turnRound(chance: Chance, blocks: Block[]): void {
  const places = blocks.flatMap((block, k) => {
    const next = blocks[k + 1];
    return next && block.kind === "column" && next.kind === "column" && block.story === next.story ? [k] : [];
  });
  if (places.length === 0) return;
  const k = chance.pick(places);
  [blocks[k], blocks[k + 1]] = [blocks[k + 1]!, blocks[k]!];
}

/** Bodies in the file's order, headlines together behind some of them: how a PDF's objects may lie. */
function bodiesFirst(chance: Chance, placed: readonly Placed[]): Block[] {
  const runs = chance.shuffle(placed).map((item) => (isSingle(item) ? byArticle(chance, item) : blocksOf(item)));
  const group = chance.int(2, 4);
  const out: Block[] = [];
  for (let k = 0; k < runs.length; k += group) {
    const part = runs.slice(k, k + group);
    const loose = part.filter((run) => !isStack(run));
    const heads = loose.flatMap((run) => run.filter((block) => block.kind === "head" && !isTeaser(block)));
    const late = chance.is(0.6) ? new Set(chance.is(0.7) ? heads : heads.slice(1)) : new Set<Block>();
    out.push(...part.flat().filter((block) => !late.has(block)), ...chance.shuffle([...late]));
  }
  return out;
}
