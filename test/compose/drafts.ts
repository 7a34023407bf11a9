// Drafts: what the desk hands in. A clean article becomes a story with head, body, pictures; several make a column of briefs.
import { asLetter, bodyDamages, liftCaption, numbered, paragraphsOf, withHeadings } from "./bodies.ts";
import type { Chance } from "./chance.ts";
import type { Damage } from "./damages.ts";
import { headOf, splitLabel, TITLE_ROLES, whole } from "./heads.ts";
import type { House } from "./houses.ts";
import { type Paper, SECTIONS } from "./imprint.ts";
import { sentencesOf } from "./sentences.ts";
import type { BreakStyle, CleanArticle, HeadPlace, Item, Line, Story } from "./types.ts";
import {
  agencyHead,
  agencyTail,
  author,
  bylineLine,
  bylineTail,
  credit,
  jumpFrom,
  jumpTo,
  leadIn,
  pointer,
} from "./wording.ts";
import { BOX_LABELS, BRIEF_LABELS, GUIDE_LABELS, PICTURE_LABELS } from "./words.ts";

/** Where a story is drafted: whose habits, which hands, which pages may be pointed to. */
export interface Desk {
  readonly chance: Chance;
  readonly house: House;
  readonly paper: Paper;
  /** A page other than this one. */
  readonly otherPage: () => number;
}

export const single = (story: Story, guest: Item | null = null): Item => ({ stories: [story], label: null, guest });

type Voice = "lead" | "agency-head" | "agency-tail" | "byline-head" | "byline-before" | "byline-tail" | "none";

const drawVoice = (chance: Chance): Voice =>
  chance.weighted<Voice>([
    ["lead", 30],
    ["agency-head", 16],
    ["agency-tail", 10],
    ["byline-head", 20],
    ["byline-before", 3],
    ["byline-tail", 9],
    ["none", 12],
  ]);

const drawPlace = (chance: Chance): HeadPlace =>
  chance.weighted<HeadPlace>([
    ["top", 66],
    ["side", 4],
    ["late", 8],
    ["middle", 6],
    ["after", 9],
    ["missing", 7],
  ]);

const drawBreaks = (chance: Chance): BreakStyle =>
  chance.weighted<BreakStyle>([
    ["anywhere", 70],
    ["sentence", 10],
    ["paragraph", 20],
  ]);

/** A report, or a document, letter or essay made of the same text. */
export function draftReport(desk: Desk, article: CleanArticle, budget: number): Story {
  const { chance } = desk;
  const form = chance.weighted([
    ["report", 84],
    ["numbered", 6],
    ["letter", 4],
    ["essay", 6],
  ] as const);
  const paragraphs = paragraphsOf(article.text, budget);
  const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  if (form === "numbered" && length > 160) {
    return build(desk, article, numbered(chance, paragraphs), "none", ["numbered"]);
  }
  if (form === "letter") return build(desk, article, asLetter(chance, paragraphs, desk.paper.date), "none", ["letter"]);
  if (form === "essay") return essay(desk, article, paragraphs);
  const body = length > 550 && chance.is(0.4) ? withHeadings(chance, paragraphs) : paragraphs;
  return build(desk, article, body, drawVoice(chance), []);
}

function essay(desk: Desk, article: CleanArticle, paragraphs: readonly Line[]): Story {
  const line = whole("byline", author(desk.chance));
  const story = build(desk, article, paragraphs, "none", ["essay"]);
  const atEnd = desk.chance.is(0.2);
  if (atEnd) return { ...story, body: [...story.body, line] };
  if (story.headPlace !== "top") return { ...story, body: [line, ...story.body] };
  return { ...story, head: [...story.head, line] };
}

function build(
  desk: Desk,
  article: CleanArticle,
  paragraphs: readonly Line[],
  voice: Voice,
  kinds: readonly Damage[],
): Story {
  const { chance } = desk;
  const head = headOf(chance, article.title, article.text);
  const drawn = drawPlace(chance);
  // What stands on end must be short enough for a column's height.
  const upright = titleLength(head.lines) <= 18;
  const placed = drawn === "side" && !upright ? "late" : drawn;
  const vertical = placed === "side" || (placed !== "missing" && upright && chance.is(0.12));
  const captions: Line[][] = [];
  let body: Line[] = [...paragraphs];
  for (
    let k = chance.weighted([
      [0, 6],
      [1, 3],
      [2, 0.5],
    ]);
    k > 0 && body.length > 1;
    k--
  ) {
    const lifted = liftCaption(chance, body);
    if (!lifted) break;
    body = lifted.rest;
    captions.push(captionLines(desk, lifted.words));
  }
  const voiced = withVoice(desk, placed === "missing" ? [] : head.lines, body, voice, placed);
  return {
    source: article.id,
    head: voiced.head,
    headPlace: placed,
    vertical,
    body: voiced.body,
    captions,
    breaks: drawBreaks(chance),
    from: null,
    to: null,
    text: null,
    damages: new Set<Damage>([
      ...kinds,
      ...(placed === "missing" ? [] : head.damages),
      ...(voice === "none" ? [] : [voice]),
      ...bodyDamages(body),
    ]),
  };
}

const titleLength = (head: readonly Line[]): number =>
  head.reduce((sum, { role, text }) => sum + (TITLE_ROLES.includes(role) ? text.length : 0), 0);

function captionLines({ chance, house }: Desk, words: string): Line[] {
  const by = credit(chance, house.wideNames);
  return chance.is(0.5)
    ? [whole("caption", words), whole("caption", by)]
    : [whole("caption", `${words}${chance.is(0.5) ? " " : ""}${by}`)];
}

/** Who wrote it, and where that stands. */
function withVoice(
  { chance, house, paper }: Desk,
  head: readonly Line[],
  body: readonly Line[],
  voice: Voice,
  place: HeadPlace,
): { head: Line[]; body: Line[] } {
  const opened = (words: string): Line[] =>
    body.map((line, k) => (k === 0 ? { ...line, text: words + line.text } : line));
  const closed = (words: string): Line[] =>
    chance.is(0.5)
      ? [...body, whole("tail", words)]
      : body.map((line, k) => (k === body.length - 1 ? { ...line, text: line.text + words } : line));
  const byline = whole("byline", bylineLine(chance, paper.paper, house.wideNames));
  switch (voice) {
    case "lead":
      return { head: [...head], body: opened(leadIn(chance, paper.paper, house.wideNames)) };
    case "agency-head":
      return { head: [...head], body: opened(agencyHead(chance, paper.date)) };
    case "agency-tail":
      return { head: [...head], body: closed(agencyTail(chance, paper.date)) };
    case "byline-tail":
      return { head: [...head], body: closed(bylineTail(chance, house.wideNames)) };
    case "byline-before":
      return head.length > 0 ? { head: [byline, ...head], body: [...body] } : { head: [], body: [byline, ...body] };
    case "byline-head":
      return head.length > 0 && (place === "top" || chance.is(0.3))
        ? { head: [...head, byline], body: [...body] }
        : { head: [...head], body: [byline, ...body] };
    case "none":
      return { head: [...head], body: [...body] };
  }
}

/** Ends a story with a jump line; what follows it goes to another page. */
export function withJumpTo({ chance }: Desk, story: Story, page: number): Story {
  const { text, page: to } = jumpTo(chance, page);
  const own = chance.is(0.4);
  const body = own
    ? [...story.body, whole("pointer", text)]
    : story.body.map((line, k) => (k === story.body.length - 1 ? { ...line, text: line.text + text } : line));
  return { ...story, body, to, damages: new Set([...story.damages, "jump-to"]) };
}

/** Opens a story with "上接". */
export function withJumpFrom({ chance }: Desk, story: Story, page: number): Story {
  const { text, page: from } = jumpFrom(chance, page);
  const damages = new Set<Damage>([...story.damages, "jump-from"]);
  const line = whole("pointer", text);
  if (story.head.length > 0 && story.headPlace === "top" && chance.is(0.2)) {
    return { ...story, head: [line, ...story.head], from, damages };
  }
  const body = chance.is(0.5)
    ? [line, ...story.body]
    : story.body.map((first, k) => (k === 0 ? { ...first, text: text + first.text } : first));
  return { ...story, body, from, damages };
}

/** Cuts a body in two for two pages: at a sentence's end, at a paragraph's end or in mid-sentence. */
export function splitBody({ chance }: Desk, body: readonly Line[]): [Line[], Line[]] | null {
  const opening = body.findIndex(({ role, text }) => role === "body" && text.length > 40);
  const paragraphs = body
    .map((line, k) => ({ line, k }))
    .filter(({ line, k }) => opening >= 0 && k > opening && line.role === "body" && line.text.length > 40);
  if (paragraphs.length === 0) return null;
  const { line, k } = chance.pick(paragraphs);
  const how = chance.weighted([
    ["paragraph", 3],
    ["sentence", 4],
    ["anywhere", 4],
  ]);
  if (how === "paragraph") return [body.slice(0, k), body.slice(k)].map((part) => [...part]) as [Line[], Line[]];
  const first = sentencesOf(line.text)[0]!;
  const at =
    how === "sentence" && first.length < line.text.length ? first.length : chance.int(12, line.text.length - 12);
  return [
    [...body.slice(0, k), { ...line, text: line.text.slice(0, at), closes: false }],
    [{ ...line, text: line.text.slice(at), opens: false }, ...body.slice(k + 1)],
  ];
}

const bare = (story: Partial<Story> & Pick<Story, "source" | "head" | "body">, damages: readonly Damage[]): Story => ({
  headPlace: story.head.length > 0 ? "top" : "missing",
  vertical: false,
  captions: [],
  breaks: "paragraph",
  from: null,
  to: null,
  text: null,
  ...story,
  damages: new Set(damages),
});

/** A headline with a pointer, perhaps a sentence between. */
export function draftTeaser(desk: Desk, article: CleanArticle, page: number, kinds: readonly Damage[] = []): Story {
  const { chance } = desk;
  const { text, page: to } = pointer(chance, page);
  const head = headOf(chance, article.title, article.text);
  const lead = chance.is(0.3) ? [whole("body", sentencesOf(article.text.split("\n")[0]!)[0]!)] : [];
  return bare({ source: article.id, head: head.lines, body: [...lead, whole("pointer", text)], to }, [
    "teaser",
    ...kinds,
    ...head.damages,
  ]);
}

/** A box of two to four teasers; the pointer may stand once, under the last, or each page above its headline. */
export function draftGuide(desk: Desk, articles: readonly CleanArticle[], page: number): Item {
  const form = desk.chance.weighted([
    ["each", 50],
    ["once", 35],
    ["above", 15],
  ] as const);
  const stories = articles.map((article, k) => {
    const story = draftTeaser(desk, article, page, ["guide"]);
    if (form === "above") {
      const line = whole("pointer", `A${String(page).padStart(2, "0")} ${SECTIONS[(page + k) % SECTIONS.length]}`);
      return { ...story, head: [line, ...story.head], body: [], to: line.text.slice(0, 3) };
    }
    return form === "once" && k < articles.length - 1 ? { ...story, body: [] } : story;
  });
  const shared = stories.at(-1)!.to;
  return {
    stories: form === "once" ? stories.map((story) => ({ ...story, to: shared })) : stories,
    label: desk.chance.pick(GUIDE_LABELS),
    guest: null,
  };
}

/** A column of short items, all with headlines or all without. */
export function draftBriefs(desk: Desk, articles: readonly CleanArticle[]): Item {
  const { chance, house, paper } = desk;
  const headed = chance.is(0.75);
  const mark = chance.pick(["", "", "●", "■", "▲", "◆", "○"]);
  const bullet = mark || chance.pick(["▲", "●", "△"]);
  const stories = articles.map((article) => {
    const [first = ""] = paragraphsOf(article.text, 200).map(({ text }) => text);
    const text = sentencesOf(first).slice(0, 3).join("");
    const lead = chance.is(0.35)
      ? chance.is(0.5)
        ? leadIn(chance, paper.paper, house.wideNames)
        : agencyHead(chance, paper.date)
      : "";
    if (!headed)
      return bare({ source: article.id, head: [], body: [whole("body", bullet + lead + text)] }, ["brief-bare"]);
    return bare(
      {
        source: article.id,
        head: [whole("headline", mark + splitLabel(article.title)[1])],
        body: [whole("body", lead + text)],
      },
      ["brief"],
    );
  });
  return { stories, label: chance.is(0.8) ? chance.pick(BRIEF_LABELS) : null, guest: null };
}

/** A picture that is the news: label, perhaps a headline, one paragraph, the photographer. */
export function draftPicture(desk: Desk, article: CleanArticle): Item {
  const { chance } = desk;
  const text = sentencesOf(article.text.split("\n")[0]!).slice(0, 3).join("");
  const label = chance.is(0.5) ? [whole("label", chance.pick(PICTURE_LABELS))] : [];
  const title = chance.is(0.6) ? [whole("headline", splitLabel(article.title)[1].split(" ")[0]!)] : [];
  const head = title.length > 0 ? [...label, ...title] : [];
  const body = captionLines(desk, (chance.is(0.3) ? "图为" : "") + text);
  return single(
    bare({ source: article.id, head, body: title.length > 0 ? body : [...label, ...body] }, [
      "picture",
      ...(label.length > 0 ? (["label"] as const) : []),
    ]),
  );
}

/** A box with a headline of its own, to be printed within another article. */
export function draftBox(desk: Desk, article: CleanArticle): Item {
  const { chance } = desk;
  const head = headOf(chance, article.title, article.text);
  const label = chance.is(0.5) ? [whole("label", chance.pick(["", "●", "■"]) + chance.pick(BOX_LABELS))] : [];
  const body = paragraphsOf(article.text, chance.int(120, 350));
  return single(
    bare(
      {
        source: article.id,
        head: [...label, ...head.lines.filter(({ role }) => role !== "label")],
        body,
        breaks: "anywhere",
      },
      [...head.damages.filter((damage) => damage !== "label"), ...(label.length > 0 ? (["label"] as const) : [])],
    ),
  );
}
