// Bylines: 本报讯(记者 方 茜), ◆记者 黄庆波 游 考 单 虹, 新华社记者 …, 李东宇摄, 责任编辑:拉珍. Blanks part the names here,
// and stand inside names of two units; both are told apart by the length of the parts.
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { Extractor } from "./extractor.ts";
import { surnameLength } from "./person-names.ts";

const ROLE =
  /(?:首席|见习|实习|特约|全媒体|本报|特派)?(?:记者|通讯员|摄影报道|摄影|撰文|责任编辑|责编|校对|编辑|主编|审校|美编|版式|检校|审读|值班主任|一版责编|制图|作者|文字|图片)(?!部|站|会|节|社|室|招待|采访|了解|获悉|走进|来到|在|从|日前|近日|看到|见到|发现|提问|问|手记|协会|证|团|眼)/g;
const STOP_UNIT = /[\n)(,。;!?|□◆■●“”0-9]/;

/** Parts of a list of names: the units between marks, blanks and roles. */
function parts(context: Context, from: number): { parts: [number, number][]; end: number } {
  const { text, blank } = context;
  const out: [number, number][] = [];
  let start = from;
  let at = from;
  const push = (): void => {
    if (at > start) out.push([start, at]);
  };
  for (; at < text.length && at - from < 60; at++) {
    const char = text[at]!;
    if (STOP_UNIT.test(char)) break;
    if (/[:：]/.test(char)) break;
    if (/[、/ ]/.test(char)) {
      push();
      start = at + 1;
    } else if (blank[at] && at > start) {
      push();
      start = at;
    }
  }
  push();
  return { parts: out, end: at };
}

const TAIL_WORD = /(文\/图|图\/文|摄影报道|摄|文|图|报道|整理|编制|通讯员|记者|供图|绘|制)$/;
const HEAD_WORD = /^(?:文|图|摄)$/;

/** One name a part; one-unit neighbours join (方 + 茜); a part that ends in 摄 or 文 closes the list. */
function namesIn(context: Context, from: number): [number, number][] {
  const { text } = context;
  const list = parts(context, from).parts;
  const names: [number, number][] = [];
  for (let i = 0; i < list.length; i++) {
    let [start, end] = list[i]!;
    let word = text.slice(start, end);
    const role = /^(?:首席|见习|实习|特约)?(?:记者|通讯员|编辑|摄影)/.exec(word)?.[0];
    if (role && word.length >= role.length) start += role.length;
    const next = list[i + 1];
    if (
      end - start === 1 &&
      next &&
      next[1] - next[0] === 1 &&
      next[0] === end &&
      !HEAD_WORD.test(text.slice(...next))
    ) {
      end = next[1];
      i++;
    }
    // 吴 杰文/图, 田 明摄: the last unit is the role.
    if (
      end - start === 1 &&
      next &&
      next[1] - next[0] === 2 &&
      next[0] === end &&
      /[文图摄]/.test(text[next[1] - 1]!)
    ) {
      end = next[0] + 1;
      i++;
    }
    const shot = /^(.{2,4}?)摄/.exec(text.slice(start, end));
    if (shot) end = start + shot[1]!.length;
    word = text.slice(start, end);
    const inner = /^(.{2,3}?)(?:通讯员|记者)(.{2,4})$/.exec(word);
    if (inner) {
      names.push([start, start + inner[1]!.length], [end - inner[2]!.length, end]);
      continue;
    }
    const tail = TAIL_WORD.exec(word);
    // 摄 closes even a run without blanks: 李东宇摄.
    if (tail && word.length - tail[0].length >= 2) end -= tail[0].length;
    else if (tail && word.length - tail[0].length < 2) continue;
    if (isName(context, start, end)) names.push([start, end]);
    else if (names.length > 0) break;
  }
  return names;
}

function isName(context: Context, start: number, end: number): boolean {
  const word = context.text.slice(start, end);
  if (!/^[\u3400-\u9fff·]{2,8}$/.test(word)) return false;
  if (/[的了在是和与为于]/.test(word) && word.length !== 2) return false;
  if (word.includes("·")) return true;
  if (word.length <= 4 && surnameLength(context, start) > 0)
    return word.length <= 3 || surnameLength(context, start) === 2 || /[卓玛措姆扎次央旦珠吉]/.test(word);
  return (
    word.length <= 5 &&
    /^(扎|旦|次|巴|达|多|格|卓|拉|央|尼|索|平|罗|普|强|边|白|仁|晋|江|旺|阿|贡|土|米|顿|云|桑|嘎|德|曲|群|赤|益|班|才|洛|斯|泽|丹|古|买|艾|努|热|乌|那|萨|其|朝|孟|额|布|图|娜|苏|呼|包)/.test(
      word,
    )
  );
}

/** Whether a role word at `index` opens a byline: in brackets, at the head of a line, in the byline's own span, or before 摄. */
function opensByline(context: Context, index: number, end: number): boolean {
  const { text, article, at } = context;
  const offset = at[index]!;
  if (article.byline_spans.some(([from, to]) => from <= offset && offset < to) || article.kind === "masthead")
    return true;
  const before = text.slice(Math.max(0, index - 14), index);
  if (
    /(?:^|[(\n◆□■●▲|])(?:[\u3400-\u9fff]{0,10}(?:社|报|融媒|台|网|中心|客户端)|本报)?(?:首席|见习|实习|特约|全媒体)?$/.test(
      before,
    )
  )
    return true;
  return /^[^\n,。]{2,16}(?:摄|文\/图|图\/文|报道)(?:[\n)。:,]|$)/.test(text.slice(end, end + 20));
}

export const bylinesExtractor: Extractor = {
  name: "bylines",
  summary: "reporters, correspondents, photographers, editors, proof-readers, with blanks as separators",
  run: (context) => {
    const out: Candidate[] = [];
    for (const match of context.text.matchAll(ROLE)) {
      const end = match.index + match[0].length;
      if (!opensByline(context, match.index, end)) continue;
      let from = end;
      while (/[:：、\s]/.test(context.text[from] ?? "") && context.text[from] !== "\n") from++;
      for (const [start, stop] of namesIn(context, from))
        out.push({
          start,
          end: stop,
          type: "person",
          name: null,
          score: 0.94,
          extractor: "bylines",
          rule: null,
          certain: true,
        });
    }
    return out;
  },
};
