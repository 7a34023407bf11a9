// The paper's own lines: imprint, staff, addresses, the page's name and number, slogans. Each is known by a form that no
// sentence has: "责任编辑:" with its colon, "邮发代号", a telephone behind "热线".
import { runningHead } from "../../corpus/index.ts";
import type { Block } from "./blocks.ts";
import { DATE_ALONE } from "./patterns.ts";
import type { Role } from "./role.ts";

const STAFF =
  "(?:本版|本期|今日)?(?:责任编辑|责编|美编|校对|版式)|本版编辑|本期编辑|执行编辑|版面编辑|图片编辑|美术编辑|见习编辑|值班编辑|值班总编辑?|值班编委|值班主任|图编|检校|版式设计|组版|排版|制图|一读|二读|一审|二审|三审|终审";
/** These are words of sentences as well: staff before a colon only. */
const STAFF_WORD = "审核|编辑|视觉|统筹|主编|总编辑?|监制|策划|编审|编校|审校|审读";
const NAMES = "\\p{Script=Han}{2,8}";
const STAFF_LINE = new RegExp(`^(?:编辑${NAMES}(?=${STAFF}))?(?:(?:${STAFF})${NAMES}){1,4}$`, "u");
const CONTACT = "热线|电话|传真|邮编|邮政编码|社址|地址|网址|邮箱|信箱|投稿|订阅|监督";

/** Each is sure by itself. */
const SURE = [
  new RegExp(`(?:${STAFF}|${STAFF_WORD})[:：]|^(?:${STAFF}|编辑|审校|编审)[/／|｜]`, "u"),
  STAFF_LINE,
  /国内统一(?:连续)?(?:出版物|刊)号|\bCN\d{2}-\d{4}|ISSN\d|邮发代[号码]|^代[号码][:：]?\d{1,3}-\d|总第\d+期|^(?:今日)?第\d+(?:\/\d+)?[期号]$|国际标准(?:连续出版物|刊)号/u,
  new RegExp(
    `^[□■◆●]?(?:新闻|广告|发行|订阅|投稿|爆料|读者|报料|编辑部|广告部|发行部|总编室|办公室|本报|报社|值班|监督|24小时)+(?:${CONTACT})(?:\\p{Script=Han}{0,4})?(?:[:：]|[(（]?\\d)`,
    "u",
  ),
  /^[□■◆●]?(?:本报|报社)?(?:常年)?法律顾问/u,
  /^[□■◆●]?(?:本?报?社址|本报地址)|零售(?:价|每份)|每份\d|^(?:全年|月|季)?定价|(?:广告|经营)(?:经营)?许可证/u,
  /^[□■◆●]?\p{Script=Han}{1,10}(?:报|报社|报业集团|传媒集团|融媒体中心)(?:社)?(?:出版|主办|主管|承印)|^(?:主管|主办|出版|承印|印刷|发行)(?:单位)?[:：]|^中共\p{Script=Han}{2,10}(?:主管|主办|机关报)+$/u,
  /^\p{Script=Han}{2,16}(?:印刷厂|印务(?:中心|有限公司|公司))(?:承?印刷?)?$|www\.|https?:|@[\w.]+/u,
  /(?:客户端|微博|微信|抖音|公众号|视频号|官网)[、,，\s].{0,12}(?:客户端|微博|微信|抖音|公众号|视频号|官网|网)/u,
  /今[日天]共?\d+版|农历[甲乙丙丁戊己庚辛壬癸]\p{Script=Han}年\p{Script=Han}{0,2}月|^[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年闰?[正一二三四五六七八九十冬腊]{1,2}月[初十廿二三][一二三四五六七八九十]|(?:^|日|^\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2})[(（]?(?:星期|礼拜)[一二三四五六日天]|日[(（]?周[一二三四五六日][)）]?(?!\p{Script=Han})/u,
  /^(?:今[日天]|明[日天])?天气.{0,24}℃|^(?:本报|关注)?(?:官方)?(?:微信公众号|微博|客户端|抖音号)$/u,
  /^.{0,14}公益广告$|^.{0,20}宣传(?:标语|口号)$/u,
  /^第?[A-Z]?\d{1,2}版?[·|]?(?:要闻|综合|时事|时政|国内|国际|本地|社会|经济|财经|民生|文化|文艺|副刊|体育|理论|教育|健康|科技|法治|生活|旅游|读书|评论|视点|天下|县域|专版|专题|特刊|周刊|广告)(?:新闻|要闻|周刊|专刊|副刊|版)?$/u,
];
/** What service news prints of others too: the paper's own beside its other lines. */
const BESIDE = new RegExp(
  `^[□■◆●]?(?!咨询|报名|预约|举报|招生|挂号)\\p{Script=Han}{0,4}(?:${CONTACT}){1,2}(?:[:：]|[(（]?\\d)`,
  "u",
);
const LONGEST = 60;
/** A whole imprint on one line. */
const LONGEST_OF_SEVERAL = 240;
const ENTRY = new RegExp(`(?:${STAFF})|(?:热线|社址|本报地址|邮编|零售每份|邮发代号|报社出版|社出版|刊号)`, "gu");

const FIRST_ENTRY = new RegExp(`^[□■◆●]?(?:${STAFF}|\\p{Script=Han}{0,2}热线|社址|本报地址|邮发代号)`, "u");

/** Digits of full width are digits. */
const plain = (text: string): string => (/[０-９Ａ-Ｚ]/u.test(text) ? text.normalize("NFKC") : text);

/** Whether a line without blanks is the paper's own. */
export function isImprint(squeezed: string): boolean {
  if (squeezed.length > LONGEST_OF_SEVERAL || /[。！？]/u.test(squeezed)) return false;
  const text = plain(squeezed);
  const entries = text.match(ENTRY)?.length ?? 0;
  if (entries >= 3 || (entries === 2 && FIRST_ENTRY.test(text))) return true;
  if (text.length > LONGEST) return false;
  return SURE.some((pattern) => pattern.test(text));
}

/** The stock of public slogans; each is a line's beginning or end. */
const SLOGAN =
  "讲文明|树新风|绿水青山|人人有责|从我做起|点滴做起|核心价值观|就是金山银山|礼让(?:斑马线|行人)|文明(?:出行|餐桌|旅游|祭扫|用餐|上网|养犬|驾驶)|(?:反对|拒绝|制止)(?:餐饮)?浪费|(?:厉行|崇尚|勤俭)节约|光盘行动|珍惜粮食|爱惜粮食|节约用[水电]|节约粮食|垃圾分类|关爱未成年人|森林防火|预防火灾|珍爱生命|远离毒品|拒绝酒驾|诚信经营|放心消费|全民阅读|无偿献血|铸牢中华民族共同体意识|中华民族一家亲|共筑中国梦|民族团结一家亲|扫黑除恶|移风易俗|保护环境|爱护环境|绿色出行|低碳生活|(?:谨防|防范)(?:电信|网络|电信网络)?诈骗|我们的价值观|我们的中国梦|崇德向善|健康成长";
/** Set together from the stock: no headline is. */
const STOCK_ONLY = new RegExp(`^(?:${SLOGAN}){2,4}$`, "u");
/** With few words of its own. */
const SLOGAN_LINE = new RegExp(`^(?:${SLOGAN}).{0,8}$|^.{0,8}(?:${SLOGAN})$`, "u");
const LONGEST_SLOGAN = 24;

/** Lines between two of the paper's own, above them, or of the stock of slogans; a headline's words stand elsewhere on the page. */
export function markSlogans(blocks: readonly Block[], roles: Role[]): void {
  let page = "";
  for (let k = blocks.length - 1; k >= 0; k--) {
    if (!mayBeSlogan(blocks[k]!, roles[k]!)) continue;
    const text = blocks[k]!.squeezed;
    if (STOCK_ONLY.test(text)) {
      roles[k] = "furniture";
      continue;
    }
    const enclosed = roles[k - 1] === "furniture" && roles[k + 1] === "furniture";
    const known =
      SLOGAN_LINE.test(text) &&
      (roles[k + 1] === "furniture" || (roles[k - 1] !== "heading" && roles[k + 1] !== "heading"));
    const above = roles[k + 1] === "furniture" && roles[k - 1] !== "heading";
    if (!enclosed && !known && !above) continue;
    page ||= blocks.map((block) => block.squeezed).join("|");
    if (enclosed || shareElsewhere(text, page) < (known ? KNOWN_SHARE : STRANGE_SHARE)) roles[k] = "furniture";
  }
}
/** Share of its pairs of characters that a slogan may share with the page: less where nothing else tells it. */
const KNOWN_SHARE = 0.7;
const STRANGE_SHARE = 0.34;

const mayBeSlogan = ({ squeezed, level }: Block, role: Role): boolean =>
  level === 0 &&
  (role === "text" || role === "heading") &&
  squeezed.length >= 4 &&
  squeezed.length <= LONGEST_SLOGAN &&
  !/[。，；：、,;:\d“《(（]/u.test(squeezed);

/** Share of a line's pairs of characters that the page has more than once. */
function shareElsewhere(text: string, page: string): number {
  let found = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    if (page.indexOf(pair) !== page.lastIndexOf(pair)) found++;
  }
  return found / Math.max(1, text.length - 1);
}

/** A day alone, an address, a telephone below or above the paper's own lines are theirs, not a letter's or a notice's. */
export function markBeside(blocks: readonly Block[], roles: Role[]): void {
  blocks.forEach((block, k) => {
    if (roles[k] === "furniture" || block.squeezed.length > LONGEST) return;
    const text = plain(block.squeezed);
    if (roles[k - 1] === "furniture" && (DATE_ALONE.test(text) || BESIDE.test(text))) roles[k] = "furniture";
    else if (roles[k + 1] === "furniture" && !/[。，]/u.test(text) && BESIDE.test(text)) roles[k] = "furniture";
  });
}

/** Blocks at the page's head and foot where its name and its running head stand. */
const HEAD_BLOCKS = 6;
const FOOT_BLOCKS = 3;

/** The paper's name alone, and the line of name, day and page's number, are of the masthead. */
export function markRunningHeads(blocks: readonly Block[], roles: Role[], paper: string | null): void {
  const edge = (k: number): boolean => k < HEAD_BLOCKS || k >= blocks.length - FOOT_BLOCKS;
  const beside = (k: number): boolean => roles[k - 1] === "furniture" || roles[k + 1] === "furniture";
  for (let k = 0; k < blocks.length; k++) {
    if (roles[k] === "furniture" || roles[k] === "jump-to" || roles[k] === "jump-from") continue;
    if (paper !== null && blocks[k]!.squeezed === paper) roles[k] = "furniture";
    else if ((edge(k) || beside(k)) && isRunningHead(blocks, roles, k, paper)) roles[k] = "furniture";
  }
}

function isRunningHead(blocks: readonly Block[], roles: readonly Role[], k: number, paper: string | null): boolean {
  const block = blocks[k]!;
  const head = runningHead(block.lines.map((line) => line.text).join(" "));
  if (!head) return false;
  const parts = [head.paper, head.date, head.page].filter((part) => part !== null).length;
  if (parts > 1 || roles.slice(0, k).every((role) => role === "furniture")) return true;
  // Below other lines a day alone is a letter's, and another paper's name alone is a source.
  const atHead = k < HEAD_BLOCKS || roles[k + 1] === "furniture";
  return head.paper !== null && paper === null && atHead && roles[k] !== "signature";
}
