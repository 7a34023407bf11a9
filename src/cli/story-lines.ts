// A story for a person: its printings with their signs, the names that were repaired, then the places where they differ.
//
//     A  拉萨日报  2025-08-29  …
//     绿色转型、文脉[ ]续、治理增效
//       赓  B D E  = 多数 majority 3:1
//       磨  A      × 读作 read as 赓
import type { Listing, Story, StoryDifference, StoryGap, StoryName, StoryPrinting } from "../query/index.ts";
import type { Io } from "./io.ts";

type Say = Io["say"];

/** Every list that was cut says so. */
export function storyLines(answer: Story, say: Say): string[] {
  const { printings, names, differences, gaps, aside, uncompared } = answer;
  if (answer.texts === 1) return [...answer.items.map(articleLine), more(say, answer, say("篇", "articles"))];
  return [
    ...printings.items.flatMap((printing) => printingLines(printing, say)),
    more(say, printings, say("本", "printings")),
    ...(uncompared > 0 ? [say(`${uncompared} 本未比较`, `${uncompared} printings are not compared`)] : []),
    "",
    say("据他本读正的名称", "Names read as other printings have them"),
    ...names.items.map((name) => nameLine(name, say)),
    more(say, names, say("处", "names")),
    "",
    say("异文", "Differences"),
    ...differences.items.flatMap((difference) => differenceLines(difference, say)),
    more(say, differences, say("处", "differences")),
    say(
      `另有仅标点不同 ${aside.marks} 处，仅写法不同 ${aside.spellings} 处，未列`,
      `besides, not listed: ${aside.marks} of marks only, ${aside.spellings} of spelling only`,
    ),
    "",
    say("有无", "What some have and others lack"),
    ...gaps.items.map((gap) => gapLine(gap, say)),
    more(say, gaps, say("段", "runs")),
  ];
}

const articleLine = ({ article, paper, date, title }: Story["items"][number]): string =>
  `${article}  ${paper ?? "?"}  ${date ?? "?"}  ${title}`;

const more = (say: Say, { total, items }: Listing<unknown>, what: string): string =>
  say(`${items.length} ${what}，共 ${total} ${what}`, `${items.length} of ${total} ${what}`);

function printingLines(p: StoryPrinting, say: Say): string[] {
  const share = p.chars === 0 ? 0 : Math.round((100 * p.compared) / p.chars);
  const clean = p.cleanness === null ? "?" : `${(100 * p.cleanness).toFixed(1)}%`;
  return [
    `${p.siglum}  ${p.paper ?? "?"}  ${p.date ?? "?"}  ${p.articles.join(" + ")}  ${p.title}`,
    say(
      `   ${p.chars} 字，其中 ${share}% 有他本可比，约 ${clean} 无误，${p.repaired} 处据他本读正`,
      `   ${p.chars} characters, ${share}% beside another printing, about ${clean} of them right, ${p.repaired} places repaired`,
    ),
  ];
}

const nameLine = (name: StoryName, say: Say): string =>
  `  ${name.siglum}  ${name.surface} → ${name.read}  ${name.entity}  ${say("据", "from")} ${name.witnesses.join(" ")}`;

function differenceLines(difference: StoryDifference, say: Say): string[] {
  const { before, after, readings, read } = difference;
  return [
    `  ${before}[ ]${after}`,
    ...readings.map(({ text, sigla, damaged }) => {
      const signs = [
        ...(text === read ? [`= ${groundOf(difference, say)}`] : []),
        ...(damaged.length > 0
          ? [`× ${damaged.join(" ")} ${say("损，读作", "damaged, read as")} ${shown(read, say)}`]
          : []),
      ];
      return `    ${shown(text, say)}  ${sigla.join(" ")}  ${signs.join("  ")}`.trimEnd();
    }),
    ...(read === null ? [`    ? ${groundOf(difference, say)}`] : []),
    ...(read !== null && !readings.some(({ text }) => text === read)
      ? [`    = ${shown(read, say)}  ${groundOf(difference, say)}`]
      : []),
  ];
}

const shown = (text: string | null, say: Say): string => (text === "" ? say("（无）", "(nothing)") : (text ?? "?"));

function groundOf({ ground, votes }: StoryDifference, say: Say): string {
  const tally = votes.join(":");
  if (ground === "majority") return say(`多数 ${tally}`, `majority ${tally}`);
  if (ground === "cleaner") return say(`从较洁净之本 ${tally}`, `by the cleaner printing ${tally}`);
  if (ground === "language") return say(`从较通顺之文 ${tally}`, `by the language model ${tally}`);
  return say(`未定 ${tally}`, `undecided ${tally}`);
}

const gapLine = ({ have, lack, chars, text }: StoryGap, say: Say): string =>
  say(
    `  ${lack.join(" ")} 无，${have.join(" ")} 有 ${chars} 字：“${text}”`,
    `  ${lack.join(" ")} ${lack.length > 1 ? "lack" : "lacks"} ${chars} characters of ${have.join(" ")}: “${text}”`,
  );
