// Programs and bodies in quotation marks: “光盘行动”, “三北”工程, “数据要素×”三年行动计划, “中法文化旅游年”.
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { EntityType } from "../types.ts";

const make = (start: number, end: number, type: EntityType, score: number): Candidate => ({
  start,
  end,
  type,
  name: null,
  score,
  extractor: "programs",
  rule: null,
});

/** Heads right behind a quotation. */
const DIRECT =
  /^(?:三年行动计划|三年行动|行动计划|行动方案|专项行动|系列专项行动|专项工程|[奖助][学教奖助]{1,4}金|主题活动|主题教育|学习教育|行动|工程|计划|倡议|战略|论坛|峰会|大赛|博览会|规划|联合演习|演习|联合军演|自贸协定|协定|任务(?=取得|圆满|发射|将|顺利))(?![者家员师队力])/;
/** Heads a few words behind it: “小微你好”暖企助企惠企专项行动. */
const NEAR =
  /^[\u3400-\u9fff]{1,8}?(?:行动计划|专项行动|[奖助][学教奖助]{1,4}金|行动|工程|计划|倡议|论坛|大赛|联合演习|演习)(?![者家员师队力])/;
/** Kinds of what is called so: “欢乐春节”系列活动, “遇见未来”主题展. */
const SERIES =
  /^(?:主题|系列|大型|专题|特别|推广|促消费|公益|宣传|文化|人文|交流|体验|实践|志愿服务|教育|惠民|党日|采访|品牌|国际|网络|成就|文物|艺术|图片|摄影|书画|美术|精品|全球|中国|中华){0,4}(?:活动(?!中心|室|场|现场|范围)|展览|特展|巡展|大展|展(?![映开示览现望商台馆会区出品演厅销播])|音乐会|训练营|嘉年华|大讲堂)/;
/** Quotations that are names by their own last word. */
const OWN =
  /(?:行动|工程|计划|峰会|论坛|博览会|奖学金|助学金|大赛|倡议|宣言|战略|艺术节|文化节|电影节|文化年|旅游年|友好年|教育年|交流年|合作年|艺术年|体育年|科技周|文化周|活动周|宣传周|宣传月|联赛|公开赛|演习|保卫战|攻坚战|阻击战|歼灭战|活动季|文化季|消费季|艺术季|购物季|购物节|消费节|马拉松|学习教育|主题教育|(?<![大金银等头])奖|杯|(?<![季环情调细春音关礼时])节|[\u3400-\u9fff]{3}活动|讲座|灯会|锦标赛|万里行|进万家|下基层|下乡)$/;
/** What says that a quotation is what something is called: 代号为“…”的演习, “…”称号, “…”活动. */
const CALLED_IN_FRONT = /(?:代号为?|命名为|名为|取名)$/;
const CALLED_BEHIND =
  /^(?:的?(?:荣誉称号|称号|演习|演练|军演|军事演习|联合演习)|奖章|勋章|奖牌|(?:网络|主题|系列|大型|专题|宣传|文化|公益|志愿服务|品牌|国际|实践|教育|惠民|体验|推广|促消费){0,4}活动(?!中心|室|场|现场|范围)|展览|专题展)(?![者家员师队力])/;
/** 获评“国家森林城市”: an honour. */
const HONOURED = /(?:入选|获评|荣获|获颁|被评为|被授予|授予|荣登|颁发)[\u3400-\u9fff]{0,4}$/;
const OWN_PRIZE = /^[\u3400-\u9fff]{2}[奖杯]$/;
const OWN_BODY =
  /(?:服务队|实验室|研究院|研究所|工作室|服务站|合作社|创新中心|科创中心|服务中心|示范中心|协会|联盟|基金会|俱乐部|艺术团)$/;
const GENERIC =
  /^(?:中国|全国|国家|[一二三四五六七八九十]+大|面子|形象|政绩|豆腐渣|烂尾|半拉子|拍脑袋|样子|盆景|系统)(?:行动|工程|计划|战略)$|军事行动$/;

/** What a quotation and its kind name; the name is what the marks hold. */
function series(context: Context, start: number, inner: string): Candidate | null {
  const end = start + inner.length + 2;
  const kind = inner.length >= 4 ? SERIES.exec(context.text.slice(end, end + 16)) : null;
  if (!kind || context.resources.forms.get(inner)) return null;
  return { ...make(start, end + kind[0].length, "program", 0.7), name: inner, rule: "full-form" };
}

function around(context: Context, start: number, inner: string): Candidate | null {
  const end = start + inner.length + 2;
  const behind = context.text.slice(end, end + 16);
  // “一带一路”|倡议: a known program's name needs no kind behind it.
  const known = context.resources.forms.get(inner)?.some(({ type }) => type === "program") ?? false;
  if (known && /^(?:倡议|战略)/.test(behind)) return null;
  const direct = DIRECT.exec(behind);
  if (direct && !/^(?:中|的)/.test(inner)) return make(start, end + direct[0].length, "program", 0.8);
  // “上海合作组织+”会议: a format of a body, written with a plus.
  if (/[+]$/.test(inner) && behind.startsWith("会议")) return make(start, end + 2, "program", 0.8);
  const near = NEAR.exec(behind);
  if (near && inner.length >= 3 && !/[的了在和与为是将于等]|(?:联合|军事|一致)行动$/.test(near[0]))
    return make(start, end + near[0].length, "program", 0.7);
  return null;
}

/** 被授予“时代楷模”称号, 代号为“金鹰”的演习: whether the words around a quotation say what is called so. */
function isCalled(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + 8);
  const before = text.slice(Math.max(0, start - 12), start);
  if (CALLED_BEHIND.test(behind) || (end - start >= 6 && HONOURED.test(before))) return true;
  return (
    CALLED_IN_FRONT.test(text.slice(Math.max(0, start - 4), start)) &&
    /^的?(?:军事|联合|海上|空中)?(?:演习|演练|行动|军演|计划|任务)/.test(behind)
  );
}

/** What quotation marks hold, and the heads behind them. Cost: one pass. */
export function quotes(context: Context): Candidate[] {
  const out: Candidate[] = [];
  for (const match of context.text.matchAll(/“([^“”\n]{2,24})”/g)) {
    const inner = match[1]!;
    const end = match.index + match[0].length;
    if (/[,。:;!?]/.test(inner) || /^[一二三四五六七八九十]+[大项个条]/.test(inner)) continue;
    const outer = around(context, match.index, inner) ?? series(context, match.index, inner);
    if (outer) out.push(outer);
    const called = isCalled(context.text, match.index, end);
    if (called) out.push({ ...make(match.index + 1, end - 1, "program", 0.7), frame: "called" });
    if ((inner.length >= 4 ? OWN : OWN_PRIZE).test(inner) && !GENERIC.test(inner))
      out.push(make(match.index + 1, end - 1, "program", 0.8));
    else if (inner.length >= 5 && OWN_BODY.test(inner) && !/^(?:党员|青年|群众)/.test(inner))
      out.push(make(match.index + 1, end - 1, "agency", 0.8));
  }
  return out;
}
