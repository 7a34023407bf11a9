// located_in: a body or a building in the place whose name it bears in front, or that the words 位于, 坐落于, 地处 say.
import type { RelationGrammar } from "./grammar.ts";
import { nameBefore, nameBehind, printedChain, type Scene } from "./scene.ts";
import type { Named, Statement } from "./types.ts";

/** Named after a place and elsewhere: where they were founded, whom they help, who sends them. */
const ELSEWHERE =
  /(?:合作组织|组织|公约|援[\u3400-\u9fff]|驻|对口|访问团|代表团|考察团|医疗队|商会|同乡会|联盟|峰会|论坛|证券|银行|航空|保险)/;
const SEATED = /^[,，]?(?:位于|坐落于|坐落在|地处|设在|设于)$/;
/** Words behind a place that put the thing beside it. */
const BESIDE =
  /^(?:[东西南北]{1,2}(?:方|侧|面)?(?:方向|以|约)|以[东西南北内外]|之畔|畔|附近|交界|脚下|边缘|[东西南北]{1,2}(?:缘|麓|岸|边)|旁|对面|靠近|方向|沿岸|沿线|周边|和|与|、|至|到)/;
/** Waters and heights are where one stands beside. */
const NO_GROUND = /(?:[河江湖海洋川溪峡山岭峰路]|沙漠|高原|平原|盆地|草原|流域)$/;
/** What runs through places is in none of them. */
const LINE = /(?:[河江渠]|铁路|高铁|公路|高速|国道|省道|航线|管道)$/;

function borne(scene: Scene): Statement[] {
  const out: Statement[] = [];
  const known = new Set<string>();
  for (const thing of scene.names) {
    if ((thing.type !== "agency" && thing.type !== "place") || known.has(thing.name)) continue;
    known.add(thing.name);
    if (ELSEWHERE.test(thing.name) || LINE.test(thing.name) || isGround(scene, thing) || isWhole(scene, thing))
      continue;
    // What is printed must bear it: 市委 is read as 拉萨市委, but says no place. Of a chain the lowest level says most.
    const { levels, clash } = printedChain(scene, thing);
    const level = levels.at(-1);
    if (!level || clash || level.name === thing.name || isCountry(scene, level.name)) continue;
    if (!isThing(thing, scene.text.slice(level.words[1], thing.end))) continue;
    out.push({ subject: thing, object: `place:${level.name}`, words: [level.words] });
  }
  return out;
}

/** A body that the gazetteer knows as 上海合作组织 may sit anywhere, and so may what its name begins with. */
function isWhole({ context, text }: Scene, { start, end }: Named): boolean {
  const first = context.resources.forms.at(text, start).find((form) => form.end <= end);
  return first?.values.some(({ type }) => type !== "place") ?? false;
}

const isCountry = ({ context }: Scene, name: string): boolean =>
  context.resources.forms.get(name)?.some(({ kind }) => kind === "country") ?? false;

/** Regions, countries and rivers are parts of others or border on them; they are not located in them. */
const isGround = ({ context, text }: Scene, { type, name, start, end }: Named): boolean =>
  type === "place" &&
  [name, text.slice(start, end)].some((form) =>
    context.resources.forms.get(form)?.some(({ kind }) => kind !== "venue"),
  );

/** Villages and towns are parts; buildings, stations, parks and bodies stand in a place. */
const isThing = ({ type }: Named, rest: string): boolean =>
  rest.length >= 2 &&
  (type === "agency"
    ? !/^(?:[省市县区州]?(?:[与和、]))/.test(rest)
    : !/[村镇乡屯寨]$|街道$|社区$|[省市县区州旗]$/.test(rest));

function seated(scene: Scene): Statement[] {
  const out: Statement[] = [];
  for (const match of scene.text.matchAll(/位于|坐落于|坐落在|地处|设在|设于/g)) {
    const end = match.index + match[0].length;
    const place = scene.startingAt.get(end);
    if (place?.type !== "place" || NO_GROUND.test(place.name) || BESIDE.test(scene.text.slice(place.end))) continue;
    const words: Statement["words"] = [[match.index, end]];
    const before = nameBefore(scene, match.index);
    if (before && isSeat(scene, before) && SEATED.test(scene.text.slice(before.end, end)))
      out.push({ subject: before, object: place, words });
    // 位于雄安新区启动区的中国电信智慧城市产业园
    const behind = nameBehind(scene, place.end);
    const between = behind ? scene.text.slice(place.end, behind.start) : "";
    if (behind && isSeat(scene, behind) && /^[\u3400-\u9fff]{0,8}的$/.test(between) && endsPhrase(scene, behind.end))
      out.push({ subject: behind, object: place, words });
  }
  return out;
}

/** Countries and provinces border on others; what is said to lie somewhere is smaller. */
const isSeat = (scene: Scene, { type, name }: Named): boolean =>
  type === "agency" || (type === "place" && !isCountry(scene, name) && !/(?:省|自治区|[亚欧非美]洲)$/.test(name));

/** 位于天津的空中客车A320系列飞机总装线: the name is only a part of what is located. */
function endsPhrase(scene: Scene, end: number): boolean {
  const token = scene.context.tokens[scene.context.tokenAt[end]!];
  return !token || !/^(?:n|eng|m|j|l|b|a|q|x$)/.test(token.tag) || /^[,，。、;；)(\n]/.test(token.word);
}

export const locatedInGrammar: RelationGrammar = {
  predicate: "located_in",
  summary: "places in front of names of bodies and buildings, 位于",
  run: (scene) => [...borne(scene), ...seated(scene)],
};
