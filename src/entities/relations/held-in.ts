// held_in: an event and its place. Label: the verb, or the place's words in the event's name.
//
//   峰会8月31日在天津举行           event, 在 place, verb
//   在天津举行的…峰会               the same before the event
//   上海合作组织天津峰会             a city in the name, before 峰会, 博览会, 奥运会 …
import type { Span } from "../../lib/span.ts";
import type { RelationGrammar } from "./grammar.ts";
import type { Scene } from "./scene.ts";
import type { Named, Statement } from "./types.ts";

const VERB = "(?:隆重|正式|成功|顺利|同时)?(?:举行|召开|开幕|闭幕|举办|落幕|启幕|揭幕|拉开帷幕|开赛)";
const EVENT = /(?:会|会议|论坛|峰会|节|赛|展|杯|活动|大典|仪式|周|年会|马拉松|洽谈会|对话|会晤)(?:[(][^()]+[)])?$/;
const VENUED =
  /(?:峰会|会晤|博览会|交易会|论坛|运动会|奥运会|残奥会|亚运会|亚残运会|全运会|大运会|青运会|军运会|电影节|马拉松|博览交易会|进出口商品交易会|世博会|园博会|车展|首脑会议|对话会|书展)$/;
const TIME =
  "(?:(?:将|已|于|定于|在|从|自|计划|\\d{4}年|\\d{1,2}月|\\d{1,2}日|\\d{1,2}(?:日)?至|上午|下午|晚|今天|今日|明天|昨天|昨晚|近日|日前|今年|明年|本月|下月|[一二三四五六七八九十]月|[(][^()]{1,10}[)]|[,，])*)";

const isEvent = ({ type, name }: Named): boolean => type === "program" && EVENT.test(name);

/** Places that end at `end`, the last is where it is held; 北京人民大会堂 is two names, and both are said. */
function placesBefore(scene: Scene, end: number): Named[] {
  const out: Named[] = [];
  for (let name = scene.endingAt.get(end); name?.type === "place"; name = scene.endingAt.get(name.start))
    out.unshift(name);
  return out;
}

/** 峰会将于8月31日在天津举行 */
function afterEvent(scene: Scene, event: Named): Statement[] {
  const head = new RegExp(`^[”》]?${TIME}(?<=在)`).exec(scene.text.slice(event.end, event.end + 40));
  if (!head) return [];
  const places = placesFrom(scene, event.end + head[0].length);
  const end = places.at(-1)?.end;
  const verb = end === undefined ? null : new RegExp(`^(?:${VERB})`).exec(scene.text.slice(end, end + 8));
  if (!verb) return [];
  return places.map((object) => ({ subject: event, object, words: [[end!, end! + verb[0].length] as Span] }));
}

function placesFrom(scene: Scene, start: number): Named[] {
  const out: Named[] = [];
  for (let name = scene.startingAt.get(start); name?.type === "place"; name = scene.startingAt.get(name.end))
    out.push(name);
  return out;
}

/** 在天津举行的上海合作组织峰会 */
function beforeEvent(scene: Scene, event: Named): Statement[] {
  const verb = new RegExp(`(${VERB})的(?:首届|第[一二三四五六七八九十百\\d]+届|\\d{4}年)?[“《]?$`).exec(
    scene.text.slice(Math.max(0, event.start - 18), event.start),
  );
  if (!verb) return [];
  const at = Math.max(0, event.start - 18) + verb.index;
  const places = placesBefore(scene, at);
  if (places.length === 0 || scene.text[places[0]!.start - 1] !== "在") return [];
  return places.map((object) => ({ subject: event, object, words: [[at, at + verb[1]!.length] as Span] }));
}

const CITY = /^(?:city|world-city|province|county)$/;

/** The city that stands in an event's name right before what it is: 天津 | 峰会. */
function inName(scene: Scene, event: Named): Statement[] {
  const { forms } = scene.context.resources;
  const printed = scene.text.slice(event.start, event.end);
  const kind = VENUED.exec(printed);
  if (!kind) return [];
  for (let start = 0; start < kind.index; start++) {
    const match = forms.at(printed, start).find(({ end }) => end <= kind.index);
    if (!match) continue;
    const cities = match.values.filter((value) => value.type === "place" && CITY.test(value.kind) && !value.doubtful);
    const names = new Set(cities.map(({ name }) => name));
    // 北京市、天津市 …, 巴黎: a province without a city is rather who holds it.
    const isCity = names.size === 1 && !/(?:省|自治区)$/.test(cities[0]!.name);
    if (
      isCity &&
      match.values.every(({ type }) => type === "place") &&
      /^(?:市|国际|世界|第[^届]{1,4}届|\d{4}年?|冬季|夏季)*$/.test(printed.slice(match.end, kind.index))
    )
      return [
        { subject: event, object: `place:${cities[0]!.name}`, words: [[event.start + start, event.start + match.end]] },
      ];
    start = match.end - 1;
  }
  return [];
}

function named(scene: Scene): Statement[] {
  const known = new Set<string>();
  return scene.names.flatMap((event) => {
    if (event.type !== "program" || known.has(event.name)) return [];
    const found = inName(scene, event);
    if (found.length > 0) known.add(event.name);
    return found;
  });
}

export const heldInGrammar: RelationGrammar = {
  predicate: "held_in",
  summary: "在…举行 before and after an event, a city in its name",
  run: (scene) => [
    ...scene.names.filter(isEvent).flatMap((event) => [...afterEvent(scene, event), ...beforeEvent(scene, event)]),
    ...named(scene),
  ],
};
