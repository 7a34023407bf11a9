// part_of: a body under a body, a place in a place. Label: the words of the whole, or the word that says 下属.
//
//   拉萨市政协党组          its name is the whole's name and a unit of it
//   国务院下属的某中心       a word says so
//   河北省涉县赤岸村         a printed chain: the village lies in the county
//   法国巴黎               country and city side by side
import { wordsOf } from "../context.ts";
import { REGION_KINDS } from "../resources.ts";
import type { RelationGrammar } from "./grammar.ts";
import { nameBefore, printedChain, type Scene } from "./scene.ts";
import type { Named, Statement } from "./types.ts";

const SUBORDINATE = /^(?:下属|所属|直属|旗下|下设)的?$/;

/** Whether a name is that of a body: known, or with the tail of one. */
function isBody({ context }: Scene, name: string): boolean {
  if (context.resources.forms.get(name)?.some(({ type }) => type === "agency")) return true;
  const tails = wordsOf(context, "agency-tail");
  for (let length = 2; length <= Math.min(8, name.length - 2); length++)
    if (tails.has(name.slice(-length))) return true;
  return /(?:省|市|县|区|州|旗)[委]$/.test(name);
}

/** Units of a body that bear its name in front. */
const UNIT =
  /^(?:党组|党委|党工委|常委会|党组理论学习中心组|理论学习中心组|秘书处|办公厅|办公室|研究室|[\u3400-\u9fff]{1,8}(?:部|局|(?<!公)司|厅|处|委员会|办公室|总队|支队|大队|中队|研究所|研究院|学院|分院|分公司|分行|支行|党校|工委|中心|附属医院|医院|代表处|秘书处|实验室))$/;

/** The whole that a body's name begins with: the longest of its beginnings that is a body, where the rest is a unit. */
function wholeOf(scene: Scene, part: Named): { whole: string; length: number } | null {
  const printed = scene.text.slice(part.start, part.end);
  for (let length = part.name.length - 2; length >= 3; length--) {
    const whole = part.name.slice(0, length);
    const rest = part.name.slice(length);
    // The rest is printed as it is in the name; the beginning may be a short form (市政协 for 拉萨市政协).
    if (!UNIT.test(rest) || !printed.endsWith(rest) || printed.length <= rest.length) continue;
    const cut = part.end - rest.length;
    if (isBody(scene, whole) && scene.context.wordStart[cut] === 1) return { whole, length: cut - part.start };
  }
  return null;
}

function bodies(scene: Scene): Statement[] {
  const out: Statement[] = [];
  const named = new Set<string>();
  for (const part of scene.names) {
    if (part.type !== "agency") continue;
    const before = nameBefore(scene, part.start);
    const word = before ? scene.text.slice(before.end, part.start) : "";
    if (before?.type === "agency" && SUBORDINATE.test(word))
      out.push({ subject: part, object: before, words: [[before.end, part.start]] });
    const found = named.has(part.name) ? null : wholeOf(scene, part);
    named.add(part.name);
    if (found)
      out.push({ subject: part, object: `agency:${found.whole}`, words: [[part.start, part.start + found.length]] });
  }
  return out;
}

/** The region next above in a printed chain: 涉县 in 河北省涉县赤岸村. */
function chained(scene: Scene, place: Named): Statement | null {
  const { forms } = scene.context.resources;
  const upper = printedChain(scene, place).levels.at(-1);
  if (!upper || upper.name === place.name || !isSettlement(scene, place)) return null;
  const { name, words } = upper;
  const own = forms.get(place.name)?.filter(({ kind }) => REGION_KINDS.has(kind)) ?? [];
  // A region's own parents confirm the print; what is smaller than a county stands in no gazetteer.
  if (own.length > 0 && name !== "中国" && !own.some(({ parents }) => parents.includes(name))) return null;
  return { subject: place, object: `place:${name}`, words: [words] };
}

/** What lies under a region as a part of it; buildings, stations and parks are located there (located-in.ts). */
function isSettlement({ text, context }: Scene, { start, end, name }: Named): boolean {
  const known = context.resources.forms.get(text.slice(start, end)) ?? context.resources.forms.get(name) ?? [];
  return known.length > 0
    ? known.some(({ kind, doubtful }) => REGION_KINDS.has(kind) && !doubtful)
    : /(?:[村镇乡屯寨]|街道|社区|嘎查|苏木)$/.test(name);
}

const isCountry = ({ context }: Scene, name: string): boolean =>
  context.resources.forms.get(name)?.some(({ kind }) => kind === "country") ?? false;

const isKindOf = ({ context }: Scene, name: string, kinds: RegExp): boolean =>
  context.resources.forms.get(name)?.some(({ kind }) => kinds.test(kind)) ?? false;

function places(scene: Scene): Statement[] {
  const out: Statement[] = [];
  const named = new Set<string>();
  for (const place of scene.names) {
    if (place.type !== "place") continue;
    const before = scene.endingAt.get(place.start);
    if (
      before?.type === "place" &&
      isCountry(scene, before.name) &&
      isKindOf(scene, place.name, /^(?:city|world-city)$/) &&
      !isCountry(scene, place.name)
    )
      out.push({ subject: place, object: before, words: [[before.start, before.end]] });
    const chain = named.has(place.name) ? null : chained(scene, place);
    if (chain) {
      named.add(place.name);
      out.push(chain);
    }
  }
  return out;
}

export const partOfGrammar: RelationGrammar = {
  predicate: "part_of",
  summary: "units that bear their body's name, 下属, printed chains of places",
  run: (scene) => [...bodies(scene), ...places(scene)],
};
