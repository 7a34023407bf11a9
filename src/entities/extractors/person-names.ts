// What a person's name looks like, and where it ends. Used by bylines and by running text.
import { type Context, wordsOf } from "../context.ts";

/** Syllables of foreign names in Chinese newspapers. */
const TRANSLITERATION = new Set(
  "阿埃艾爱安昂奥巴白班邦保鲍贝本比彼毕宾波伯勃博布卜查茨慈达大代戴丹当道得德登邓迪蒂丁东都杜顿多厄恩尔耳法凡范菲费芬冯佛夫弗福富盖冈高戈哥格葛贡古瓜圭哈海汉豪赫黑亨洪胡华怀惠霍基吉季加贾坚简杰捷金京久居喀卡凯坎康柯科可克肯孔库夸奎昆拉腊莱赖兰朗劳勒雷蕾里李理丽利莉连列林琳龙隆卢鲁路露伦罗洛吕马玛迈麦曼芒毛梅门蒙孟米密明缪摩莫默姆木穆拿纳娜乃奈南瑙内嫩能尼年涅宁纽努诺欧帕派潘庞佩彭蓬皮平泼珀蒲普奇齐恰钱乔切琴青琼丘热仁日荣茹瑞若撒萨塞赛三桑瑟森沙莎山尚舍申什圣施石史舒朔斯丝松苏索塔台泰坦汤唐陶特滕提廷通图托脱瓦万旺威韦维魏温文翁沃乌伍武西希锡喜夏香肖歇谢辛欣休雪逊雅亚扬耶叶伊依易因尹英尤于约赞泽扎詹珍芝治兹宗祖佐贡勋辽柳娃姬妮婷莲尧拜吾孜提江吐木热买合达古力丹增旦才让措毛吉别汗澳哇集何储桂泊苗帖铁默绍郭圭果坤仑敦惹萝朱胡琴梅叶简蓝宁容荷狄瓜阔蒋茨绥鄂汤芙妮萍德".split(
    "",
  ),
);
/** Whether every unit is such a syllable, or a mark that joins them. */
export const isTransliterated = (form: string): boolean =>
  [...form].every((unit) => unit === "·" || unit === "-" || TRANSLITERATION.has(unit));

/** Syllables of Tibetan names, by whole words. */
const TIBETAN =
  /^(?:扎西|旦增|丹增|次仁|巴桑|达瓦|达娃|多吉|格桑|卓玛|拉珍|央宗|尼玛|索朗|平措|罗布|普布|强巴|边巴|次旦|白玛|仁增|晋美|加措|江村|旺堆|阿旺|贡觉|土登|米玛|顿珠|云丹|桑珠|嘎玛|德吉|央金|次珍|曲珍|拉姆|旺姆|卓嘎|群培|赤列|益西|班典|才旦|旺扎|洛桑|仁青|曲扎|拉巴|次巴|旺久|旺杰|旺青|欧珠|顿旦|曲央|贡布|朗杰|坚赞|坚参|诺布|央拉|斯朗|泽仁|泽登|泽旺|向巴|四郎|曲尼|单增|确吉|尼珍|仓决|仓木决|玉珍|玉措|次登|旺旦|列措|扎巴|扎堆|美朗|其美|色珍|琼达|琼珍|阿努|金美|金珠|热杰|西热|次平|索次|康珠|桑布|桑旦|珠杰|朗嘎|拉加|才让|东知|项杰|卓|珠|珍|杰|措|旺|次|扎|嘎|吉|顿|杰布|旦|洛|拉|平|央|曲|尼|普|边|巴|索|丹|白|格|德|强|米|古|亚){1,4}/;

const isHan = (char: string | undefined): boolean => char !== undefined && /[\u3400-\u9fff]/.test(char);

/** Length of the surname at `start`: 2 for 欧阳, 1 for 王, 0 for none. */
export function surnameLength(context: Context, start: number): number {
  const surnames = wordsOf(context, "surname");
  const two = context.text.slice(start, start + 2);
  if (two.length === 2 && isHan(two[1]) && surnames.has(two) && !TIBETAN.test(two)) return 2;
  return surnames.has(context.text[start] ?? "") ? 1 : 0;
}

/** How well a name may end at `end`: 2 before a mark or a verb of saying, 1 at a word's border before a function word, 0 not. */
export function closing(context: Context, end: number): number {
  const { text } = context;
  const next = text[end];
  if (next === undefined || !isHan(next)) return 2;
  for (const match of context.resources.wordIndex.at(text, end)) {
    if (match.values.includes("said")) return 2;
    if (match.values.includes("follow") || match.values.includes("title")) return 1;
  }
  return 0;
}

/** The end of a foreign or minority name: transliteration syllables joined by ·, closed well; or -1. */
export function foreignNameEnd(context: Context, start: number): number {
  const { text } = context;
  let end = start;
  while (end < text.length && end - start < 24) {
    const char = text[end]!;
    if (TRANSLITERATION.has(char)) end++;
    else if (/[·-]/.test(char) && end > start && isHan(text[end + 1])) end++;
    else break;
  }
  const closed = closing(context, end) >= 1 || (end - start >= 3 && context.wordStart[end] === 1);
  if (end - start >= 2 && isHan(text[end - 1]) && closed) return end;
  for (; end - start >= 2; end--)
    if (closing(context, end) === 2 && isHan(text[end - 1]) && !/[·-]/.test(text[end] ?? "")) return end;
  return -1;
}

/** The end of a Tibetan name, or -1. */
export function tibetanNameEnd(context: Context, start: number): number {
  const match = TIBETAN.exec(context.text.slice(start, start + 8));
  if (!match) return -1;
  for (let end = start + match[0].length; end - start >= 2; end--) if (closing(context, end) >= 1) return end;
  return -1;
}

/** Whether jieba knows the whole span as a word that is no name (文件, 白皮书). */
export function isCommonWord(context: Context, start: number, end: number): boolean {
  if (wordsOf(context, "no-name").has(context.text.slice(start, end))) return true;
  const token = context.tokens[context.tokenAt[start]!];
  return (
    token !== undefined && token.start === start && token.end === end && !/^(nr|x|ns|nz|zg|nrt|nrfg)/.test(token.tag)
  );
}
