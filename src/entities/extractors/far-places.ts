// Places that no list holds but whose parts say what they are: lines between two towns (合武高铁, 金华至建德高速铁路), and
// divisions of other states behind the state's name (印尼东努沙登加拉省, 美国蒙大拿州阿纳康达市).
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import { isTransliterated } from "./person-names.ts";

const place = (start: number, end: number, score: number): Candidate => ({
  start,
  end,
  type: "place",
  name: null,
  score,
  extractor: "patterns",
  rule: null,
  kind: "small",
});

/** Towns and provinces in one unit, as the names of lines have them. Source: the lines of the national railway. */
const TOWNS =
  "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳昆广深成西兰郑武合杭福厦哈大沈长济太石呼银乌南柳衡株九昌景黄徐连盐通扬镇常锡湖嘉绍甬温金丽衢舟漳泉龙梅汕莞珠佛湛江钦防玉怀邵娄益岳襄荆宜恩万黔遵毕安铜瑞保格库若罗喀和敦酒张延榆包惠绥朔同侯临潍烟荣莱日菏聊邯邢雄承秦唐沿环建池亳阜淮蚌滁宣芜马六铜洛商周驻信三许漯渭汉天定固吴中灵盘抚本丹锦四白松牡佳鸡鹤双绥齐巴达广内自泸乐雅绵德遂眉资凉攀丽红曲玉普版临保怒迪拉林日那";
const LINE = new RegExp(`[${TOWNS}]{2,3}(?:高速铁路|城际铁路|高铁|铁路|高速公路|客运专线)`, "g");

/** 沪昆高铁, 格库铁路: two or three towns and the kind of line, at a word's beginning; no word of its own (新建, 江西). */
function lines({ text, tokens, tokenAt, wordStart, resources }: Context): Candidate[] {
  const out: Candidate[] = [];
  for (const { index, 0: form } of text.matchAll(LINE)) {
    const first = tokens[tokenAt[index]!]!;
    const isWord = first.word.length > 1 && !/^(?:x|j|nr|nrt|nz|ns)$/.test(first.tag);
    if (wordStart[index] && !isWord && !resources.forms.get(form.slice(0, 2)))
      out.push(place(index, index + form.length, 0.7));
  }
  return out;
}

const BETWEEN =
  /^(?:[市县]?(?:至|—|-))([\u3400-\u9fff]{2,6}?)(?:高速铁路|城际铁路|客运专线|高铁|铁路|高速公路|跨海通道|过江通道|公路|高速(?![发增运旋]))/;

/** 金华至建德高速铁路: from a known place to the kind of line. */
function linesBetween({ text }: Context, places: readonly Candidate[]): Candidate[] {
  return places.flatMap(({ start, end }) => {
    const line = BETWEEN.exec(text.slice(end, end + 18));
    return line && !/[的和在段将已无有了于为是结开通]/.test(line[1]!) ? [place(start, end + line[0].length, 0.74)] : [];
  });
}

const DIVISION =
  /^([\u3400-\u9fff·-]{2,9}?)(省|州|邦|市|大区|县|镇|港|火山|国际机场|机场|难民营|空军基地)(?![长民委场府值])/;
/** Behind a state or a place abroad a transliterated name with a division's word. */
function divisionsAbroad({ text, wordStart, resources }: Context, places: readonly Candidate[]): Candidate[] {
  const abroad = places.filter(
    (c) => (c.kind === "country" && c.name !== "中国") || (c.kind === "city" && !c.parents?.length),
  );
  return abroad.flatMap(({ end, kind }) => {
    // 吉尔吉斯|斯坦: a short form may be the beginning of a name.
    const division = wordStart[end] === 0 && kind === "country" ? null : DIVISION.exec(text.slice(end, end + 14));
    if (!division) return [];
    // 匹兹堡市 is 匹兹堡. No chain: abroad each level is a place by itself.
    const known = resources.forms.get(division[1]!)?.find(({ type, kind }) => type === "place" && kind === "city");
    if (!known && !isTransliterated(division[1]!)) return [];
    const name = /市$/.test(division[0]) && known ? known.name : null;
    return [{ ...place(end, end + division[0].length, 0.72), name, kind: "city", parents: [] }];
  });
}

/** `places`: the known ones. Cost: one pass and a look behind each place. */
export function farPlaces(context: Context, found: readonly Candidate[]): Candidate[] {
  const places = found.filter((c) => c.type === "place");
  return [...lines(context), ...linesBetween(context, places), ...divisionsAbroad(context, places)];
}
