// A scanner's confusions: similar characters, lost and doubled ones, damaged marks.
import type { Chance } from "./chance.ts";
import type { House } from "./houses.ts";

// Groups of characters that look alike in print.
const ALIKE = (
  "己已巳 末未 土士 日曰目 人入八 大太犬天 千干于 真直 续读 官宫 治冶 睛晴 拔拨 侯候 徽微徵 折拆析 茶荼 戌戍戊 竞竟 今令 代伐 免兔 刀力 " +
  "历厉 币市 贝见 问间 园圆 因困固 处外 村材 林杯 持待特 情清 请清 限服 推准 城域 场扬 技枝 投设 没设 使便 传转 住往佳 住任 体休本 件仵 " +
  "任仕 会公 全金 合台 各名 同何 向问 和利 商高 师帅 建健 录绿 忧优 性怀 恢族 旅族 施旅 斤斥 更史吏 机杌 构沟 标杯 根很 氏民 治沿 活话 " +
  "洋详 海悔 渐浙 淮准 源原 漠模 灾炎 牛午 环坏 现观 理埋 甲由申 电申 白自 百白 目且 研所 破被 科料 程呈 穷究 章竟 管营 精情 红江 约的 " +
  "织识 绍给 群辟 老考 育盲 艺乙 苦若 蓝监 融触 被破 裁栽 装袋 规观 论伦 诉拆 跌铁 述速 通遒 部郡 重里 钱线 防妨 阳阴 陈阵 随隋 集隼 需雷"
).split(" ");

const SIMILAR = new Map<string, string[]>();
for (const group of ALIKE) {
  const chars = [...group];
  for (const char of chars)
    SIMILAR.set(char, [...(SIMILAR.get(char) ?? []), ...chars.filter((other) => other !== char)]);
}
SIMILAR.set("0", ["O", "o"]).set("1", ["l", "I"]).set("5", ["S"]).set("8", ["B"]).set("O", ["0"]);

const DAMAGED_MARKS = new Map<string, string[]>([
  ["。", [".", "，", ""]],
  ["，", [".", "、", ""]],
  ["、", ["，", ""]],
  ["：", [":", "；"]],
  ["；", [";", "："]],
  ["“", ["‘", ""]],
  ["”", ["’", ""]],
]);

/** The text as a scanner reads it. */
export function smudge(chance: Chance, text: string, { noise }: House): string {
  if (noise.confuse + noise.lose + noise.double + noise.marks === 0) return text;
  return [...text].map((char) => readChar(chance, char, noise)).join("");
}

function readChar(chance: Chance, char: string, { confuse, lose, double, marks }: House["noise"]): string {
  const damaged = DAMAGED_MARKS.get(char);
  if (damaged) return chance.is(marks) ? chance.pick(damaged) : char;
  const similar = SIMILAR.get(char);
  // Half of the characters have no double: those that have one are taken for it twice as often.
  if (similar && chance.is(confuse * 2)) return chance.pick(similar);
  if (chance.is(lose)) return "";
  return chance.is(double) ? char + char : char;
}

const HALF: Readonly<Record<string, string>> = {
  "，": ",",
  "；": ";",
  "：": ":",
  "（": "(",
  "）": ")",
  "？": "?",
  "！": "!",
};

/** Marks, quotes and digits in the house's widths. */
export function inHouse(text: string, house: House): string {
  let out = text;
  if (house.halfMarks) out = out.replace(/[，；：（）？！]/gu, (mark) => HALF[mark]!);
  if (house.quotes === "straight") out = out.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'");
  if (house.quotes === "corner") out = out.replace(/“/gu, "「").replace(/”/gu, "」");
  if (house.fullDigits) out = out.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (house.looseDigits) out = out.replace(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, " ");
  return out;
}
