// holds_office: persons, bodies and territories, titles. Label: the printed title, with 原, 时任 and the like before it.
//
//   市委副书记、常务副市长王强        titles before a name
//   副主席王强、李芳及秘书长张明      a list after a title that several hold; a title that carries the body of the list on
//   王强当选拉萨市市长               a verb of office; 任命王强为…, 免去王强的…职务
//   王强，拉萨市委书记，             apposition, also in brackets
//   王强，男，1970年生，现任…        a curriculum
//
// The guide for what is one: data/gold/offices/README.md.
import type { Span } from "../../../lib/span.ts";
import type { RelationGrammar } from "../grammar.ts";
import { nameBefore, type Scene, sentenceAround } from "../scene.ts";
import type { Named, Statement } from "../types.ts";
import type { Body } from "./bodies.ts";
import { itemsBefore, itemsFrom } from "./items.ts";
import { type Office, officesOf } from "./series.ts";

/** What is known of the person before in a list. */
interface Group {
  readonly offices: readonly Office[];
  /** The body that a bare title after 、 or 及 would carry on. */
  readonly body: Body | null;
  /** Names in the list so far. */
  readonly names: number;
}

const NO_GROUP: Group = { offices: [], body: null, names: 0 };
/** 王强(女)、李芳 */
const ASIDE = "(?:[(][^()\\n]{1,8}[)])?";
const LINK = new RegExp(`^${ASIDE}(、|和|与|及|以及)$`);

/** The person that a list goes on from to what begins at `at`, and by which word. */
function linkBefore(scene: Scene, at: number): { person: Named; link: string } | null {
  const person = nameBefore(scene, at, at - 12);
  if (person?.type !== "person") return null;
  const between = scene.text.slice(person.end, at);
  if (between === "" && scene.context.blank[at] === 1) return { person, link: "" };
  const link = LINK.exec(between)?.[1];
  return link === undefined ? null : { person, link };
}

function groupOf(scene: Scene, person: Named, groups: ReadonlyMap<Named, Group>): Group {
  const items = itemsBefore(scene, titlesEnd(scene, person));
  const at = items[0]?.start ?? person.start;
  const linked = linkBefore(scene, at);
  const before = linked ? (groups.get(linked.person) ?? NO_GROUP) : NO_GROUP;
  if (items.length > 0) {
    const { offices, carries } = officesOf(scene, items, linked ? before.body : null);
    return { offices, body: carries, names: 1 };
  }
  // 和 closes a list that 、 has opened; by itself it may join two who have nothing in common but what they do.
  if (!linked || (linked.link !== "、" && linked.link !== "" && before.names < 2)) return NO_GROUP;
  const offices = before.offices.filter(({ shared }) => shared);
  return offices.length === 0 ? NO_GROUP : { offices, body: before.body, names: before.names + 1 };
}

/** Where the titles before a name end: 时任浙江省委书记的王强. */
function titlesEnd({ text }: Scene, { start }: Named): number {
  if (text[start - 1] !== "的") return start;
  return /(?:时任|现任|担任|曾任)[^，。,;；\n]{2,24}的$/.test(text.slice(Math.max(0, start - 30), start))
    ? start - 1
    : start;
}

function beforeNames(scene: Scene): Statement[] {
  const groups = new Map<Named, Group>();
  const out: Statement[] = [];
  for (const person of scene.names) {
    if (person.type !== "person") continue;
    const group = groupOf(scene, person, groups);
    groups.set(person, group);
    out.push(...statements(person, group.offices));
  }
  return out;
}

const statements = (subject: Named, offices: readonly Office[]): Statement[] =>
  offices.map(({ body, words }) => ({ subject, object: body, words }));

const ADVERB =
  "(?:同志)?(?:[已曾现将还也]|已经|曾经|正式|成功|再次|首次|继续|先后|高票|全票|同时|[12]\\d{3}年|\\d{1,2}月|起|开始)*";
const VERB = new RegExp(
  `^(${ADVERB})(当选为?|任(?![命务何期职由教免性意])|担任|出任|就任|接任|兼任|连任|升任|转任|历任|当选连任)(?:了|新任|新一任|新一届|第[一二三四五六七八九十]+任|首任)?`,
);
const APPOINTED = /(?:选举|任命|推选|推举|聘任|委任|增选|补选|聘请)$/;
/** What makes a wish or a doubt of it. */
const UNREAL = /(?:如果|若|假如|提名|竞选|支持|反对|有望|拒绝|阻止|希望|呼吁|是否|未能|没有|不再)[^，。,\n]{0,6}$/;

/** The office that begins at `at`, with a word that says it is over. */
function forward(scene: Scene, person: Named, at: number, mark: Span | null): Statement[] {
  const { items } = itemsFrom(scene, at);
  return items.length === 0 ? [] : statements(person, officesOf(scene, items, null, mark).offices);
}

function byVerbs(scene: Scene): Statement[] {
  const { text } = scene;
  const out: Statement[] = [];
  for (const person of scene.names) {
    if (person.type !== "person") continue;
    const [before, after] = [
      text.slice(Math.max(0, person.start - 8), person.start),
      text.slice(person.end, person.end + 30),
    ];
    if (UNREAL.test(before)) continue;
    const appointed = APPOINTED.test(before) ? /^(?:同志)?(?:为|担任|任|出任)/.exec(after) : null;
    const dismissed = /免去$/.test(before) ? /^(?:同志)?的?/.exec(after) : null;
    const verb = appointed ?? dismissed ?? VERB.exec(after);
    if (!verb) continue;
    const at = person.end + verb[0].length;
    const over = /曾/.test(verb[1] ?? "") ? text.indexOf("曾", person.end) : -1;
    const mark: Span | null = dismissed ? [person.start - 2, person.start] : over >= 0 ? [over, over + 1] : null;
    out.push(...forward(scene, person, at, mark));
  }
  return out;
}

/** 王强(拉萨市委书记), 王强,拉萨市委书记, and 现任 in the same sentence, no other person between. */
function inApposition(scene: Scene): Statement[] {
  const { text } = scene;
  const out: Statement[] = [];
  const persons = scene.names.filter(({ type }) => type === "person");
  persons.forEach((person, i) => {
    const mark = /^(?:[(,，:—]+)(原|时任|现任|前)?/.exec(text.slice(person.end, person.end + 6));
    if (mark) {
      const at = person.end + mark[0].length;
      const { items, end } = itemsFrom(scene, at);
      const former = mark[1] && mark[1] !== "现任" ? ([at - mark[1].length, at] as Span) : null;
      const closed = end === text.length || /[),，。;；\n]/.test(text[end]!);
      if (closed && items[0]?.body) out.push(...statements(person, officesOf(scene, items, null, former).offices));
    }
    const until = Math.min(persons[i + 1]?.start ?? text.length, sentenceAround(scene, person.start)[1]);
    const now = /^[,，](?:男|女|汉族|[\u3400-\u9fff]{1,4}族)[^\n。]*?[,，](?:现任|时任)/.exec(
      text.slice(person.end, until),
    );
    if (now) out.push(...forward(scene, person, person.end + now[0].length, null));
  });
  return out;
}

export const officesGrammar: RelationGrammar = {
  predicate: "holds_office",
  summary: "titles before names and in lists, verbs of office, apposition",
  run: (scene) => [...beforeNames(scene), ...byVerbs(scene), ...inApposition(scene)],
};
