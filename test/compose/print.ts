// Print: blocks in a scanner's order → the page's text, with the span of every block and line.
import type { Span } from "../../src/lib/span.ts";
import type { Chance } from "./chance.ts";
import { wrapText } from "./flow.ts";
import { TITLE_ROLES } from "./heads.ts";
import type { House } from "./houses.ts";
import { inHouse, smudge } from "./noise.ts";
import type { Block, Line, PrintedBlock, PrintedLine } from "./types.ts";

export interface Printed {
  readonly text: string;
  /** In the order of print. */
  readonly blocks: readonly PrintedBlock[];
}

interface Press {
  readonly chance: Chance;
  readonly house: House;
  /** Between the lines of a headline group. */
  readonly headGap: string;
  readonly verticalGap: string;
  text: string;
}

export function printPage(chance: Chance, house: House, blocks: readonly Block[]): Printed {
  const press: Press = {
    chance,
    house,
    headGap: house.marks
      ? "\n\n"
      : chance.weighted([
          ["\n\n", 4],
          ["\n", 5],
          [" ", house.width === null ? 2 : 0],
        ]),
    verticalGap: chance.is(0.6) ? "\n\n" : "\n",
    text: chance.is(0.2) ? "\n\n" : "",
  };
  const printed = blocks.flatMap((block, k) => {
    if (k > 0) press.text += gapBetween(press);
    press.text += house.lead;
    return printBlock(press, block);
  });
  const shift = offsetsFor(press.text, house.newline);
  const moved = (span: Span): Span => [shift(span[0]), shift(span[1])];
  return {
    text: house.newline === "\n" ? press.text : press.text.replace(/\n/gu, house.newline),
    blocks: printed.map((block) => ({
      ...block,
      span: moved(block.span),
      printed: block.printed.map((line) => ({ ...line, span: moved(line.span) })),
    })),
  };
}

/** Where an offset lies once every line feed has become `newline`. */
function offsetsFor(text: string, newline: House["newline"]): (offset: number) => number {
  if (newline === "\n") return (offset) => offset;
  const feeds = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) feeds[i + 1] = feeds[i]! + (text[i] === "\n" ? 1 : 0);
  return (offset) => offset + feeds[offset]!;
}

function gapBetween({ chance, house }: Press): string {
  if (chance.is(house.glue)) return "";
  return chance.is(house.loseBlockGap) ? "\n" : house.blockGap;
}

/** Appends a block; a block of which noise left nothing has no place. */
function printBlock(press: Press, block: Block): PrintedBlock[] {
  const printed: PrintedLine[] = [];
  const isHead = block.kind === "head";
  block.lines.forEach((line, k) => {
    if (k > 0) press.text += lineGap(press, block, line);
    printed.push({
      role: line.role,
      span: isHead && block.story?.vertical && isTitle(line) ? printVertical(press, line) : printLine(press, line),
    });
  });
  const whole = trimmed(press.text, printed[0]?.span[0] ?? press.text.length, press.text.length);
  // Number signs before the first line belong to the block too.
  const start = signsBefore(press.text, whole[0]);
  return whole[0] < whole[1] ? [{ ...block, span: [start, whole[1]], printed }] : [];
}

const isTitle = ({ role }: Line): boolean => TITLE_ROLES.includes(role);

function signsBefore(text: string, start: number): number {
  const [signs] = /[#*]+ ?$/u.exec(text.slice(Math.max(0, start - 8), start)) ?? [""];
  return start - signs.length;
}

function lineGap({ chance, house, headGap }: Press, block: Block, line: Line): string {
  if (block.kind === "head") return block.story?.vertical || !isTitle(line) ? headGap.replace(" ", "\n") : headGap;
  if (line.role === "caption") return chance.is(0.5) ? "\n" : house.paragraphGap;
  return chance.is(house.loseGap) ? "\n" : house.paragraphGap;
}

const SIGNED = ["headline", "kicker", "sub", "heading", "label"] as const;

function printLine(press: Press, line: Line): Span {
  const { chance, house } = press;
  const role = SIGNED.find((signed) => signed === line.role);
  const signs = role && house.marks && chance.is(house.markShare) ? house.marks[role] : "";
  press.text += signs;
  const start = press.text.length;
  const wide = isTitle(line) && chance.is(house.wideHeads);
  const lines = isTitle(line) ? headlineLines(press, line.text, signs !== "") : bodyLines(house, line);
  const exact = line.role === "pointer";
  const read = lines.map((text) => {
    const clean = inHouse(text, house);
    // A jump line's own number stays legible: it is what the measure of jumps asks for.
    const seen = exact ? clean : protectJump(clean, (part) => smudge(chance, part, house));
    return wide || (!isTitle(line) && text.length > 8 && chance.is(house.wideLines)) ? [...seen].join(" ") : seen;
  });
  const indented = line.role === "body" && line.opens ? house.indent : "";
  press.text += indented + read.join(isTitle(line) ? "\n" : house.lineBreak);
  if (signs.startsWith("**")) press.text += "**";
  return trimmed(press.text, start, press.text.length);
}

/** Applies a change to what is no page reference. */
function protectJump(text: string, change: (part: string) => string): string {
  return text
    .split(/([（(【▶→●]?(?:下转|上接|紧接|续转|下接|转|接)第?[A-Z]?[\d０-９一二三四五六七八九十]+[版页][）)】]?)/u)
    .map((part, k) => (k % 2 === 1 ? part : change(part)))
    .join("");
}

const bodyLines = (house: House, line: Line): string[] =>
  house.width !== null && line.role !== "furniture" ? wrapText(line.text, house.width, line.opens) : [line.text];

/** A headline over one to three lines: broken at its blanks, else about the middle. */
function headlineLines({ chance, house }: Press, title: string, signed: boolean): string[] {
  if (title.length < 10 || signed || !chance.is(house.wrapHeads)) return [title];
  const parts = title.split(" ");
  if (parts.length > 1 && parts.length < 4) return parts;
  const count = title.length > 24 ? 3 : 2;
  const cuts = Array.from({ length: count - 1 }, (_, k) =>
    cutNear(title, ((k + 1) * title.length) / count, chance.is(0.9)),
  );
  return [0, ...cuts].map((cut, k) => title.slice(cut, cuts[k] ?? title.length).trim()).filter(Boolean);
}

const WORDS = new Intl.Segmenter("zh", { granularity: "word" });

/** An offset near `at`; most papers break a headline between words. */
function cutNear(title: string, at: number, atWord: boolean): number {
  if (!atWord) return Math.ceil(at);
  const starts = [...WORDS.segment(title)].map(({ index }) => index).filter((index) => index > 0);
  return starts.reduce(
    (best, start) => (Math.abs(start - at) < Math.abs(best - at) ? start : best),
    starts[0] ?? Math.ceil(at),
  );
}

function printVertical(press: Press, { text }: Line): Span {
  const start = press.text.length;
  press.text += [...inHouse(text, press.house)].filter((char) => char.trim() !== "").join(press.verticalGap);
  return [start, press.text.length];
}

/** The span without the blanks at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(text[from]!)) from++;
  while (to > from && /\s/u.test(text[to - 1]!)) to--;
  return [from, to];
}
