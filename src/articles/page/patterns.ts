// The fixed words of Chinese newspapers: jump lines, leads, bylines, credits, imprint. All are tested on text without
// blanks, and only on the head or the tail of a block, so that a long line costs no more than a short one.
//
// The patterns with many branches stand behind functions, which first look for a character that every match must have:
// most text has none, and never meets the pattern.

/** Whether the last unit of a text is one of `chars`. */
export const endsInOneOf = (text: string, chars: string): boolean => text !== "" && chars.includes(text.at(-1)!);

const NUMBER = "[A-Za-z]?[0-9０-９一二三四五六七八九十]{1,3}";
const PAGE_REFERENCE = `(第?${NUMBER}(?:版?[、,，至—-]第?${NUMBER})*[版页]|次版|封[面底二三])`;

/** "A03": the page of a paper in sections, which may do without the word. */
const SECTION_PAGE = "(第?[A-Z][0-9０-９]{1,2})";
const OPEN = "[(（﹙【〔〈\\[]?";

/** One of several texts that go on there: "下转第二版①". */
const CLOSE = "[①-⑳⑴-⒇●◆■]?[▶►→>＞]*[)）﹚】〕〉\\]]?";
const ARROWS = ">＞》▶►▸→⇨➔➜☞";
const ARROW = `[${ARROWS}]`;

/** Arrows, and the marks of bold print that a converter left. */
const TRAIL = `[${ARROWS}*]*`;
const POINTER = "[>＞》▶►▸→⇨➔➜◀◄—\\-…●■◆▲☞·*]*";

/** What a text that goes on says; "接" alone is a word of many uses and counts in its bracket only. */
const GOES_ON = "下转|下接|紧转|续转|紧接|续接|转|(?<=[(（【\\[])接";
const POINTS =
  "(?:全文|详细|更多|相关|图文)?(?:报道|内容|新闻|评论|消息)?(?:(?:请|详|刊|均|另)?见|(?:均|全文|(?<=^|[(（【>＞]))刊(?:于)?)(?:本报)?(?:今日|今天|今)?";

const JUMP_TO = new RegExp(
  `${POINTER}${OPEN}(?:未完[，,、]?)?(?:(?:(${GOES_ON})(?:本报)?(?:今日)?[>＞▶►→]*|${POINTS})${PAGE_REFERENCE}|(?<=${ARROW})${PAGE_REFERENCE})${CLOSE}${TRAIL}$`,
  "u",
);

const JUMP_TO_SECTION = new RegExp(
  `${POINTER}${OPEN}(?:(下转|下接|紧转|紧接)|${POINTS}|(?<=${ARROW}))${SECTION_PAGE}${CLOSE}\\**$`,
  "u",
);

const JUMP_END = `*版页)）﹚】〕〉]●◆■①②③④⑤⑥⑦⑧${ARROWS}`;

/** A page reference that a text goes on at, or that a teaser points to. */
export interface Jump {
  /** Where it begins in the text, and how long it is. */
  readonly index: number;
  readonly length: number;
  /** The verb of a text that goes on there; undefined where a teaser points to it. */
  readonly verb: string | undefined;
  /** As printed. */
  readonly page: string;
}

/** Whether a text ends as jump lines may. */
export const mayEndInJump = (text: string): boolean => endsInOneOf(text, JUMP_LAST);

const JUMP_LAST = `${JUMP_END}0123456789０１２３４５６７８９`;

/** The jump line at the end of a text: "(下转第七版)", ">>>见第三版", "（全文见第2版）", "→4版", "详见A05". */
export function jumpTo(text: string): Jump | null {
  const tail = text.slice(-LONGEST_JUMP);
  const match =
    (endsInOneOf(tail, JUMP_END) ? JUMP_TO.exec(tail) : null) ??
    (SECTION_END.test(tail.slice(-5)) ? JUMP_TO_SECTION.exec(tail) : null);
  const before = text.length - tail.length;
  return (
    match && { index: before + match.index, length: match[0].length, verb: match[1], page: (match[2] ?? match[3])! }
  );
}

/** Only so much of a text is looked at: the pattern costs the square of its length. */
const LONGEST_JUMP = 60;
const SECTION_END = /[A-Z][0-9０-９]{1,2}[)）】\]]?\**$/u;
const PAGE_ALONE = new RegExp(`^${POINTER}${OPEN}${PAGE_REFERENCE}${CLOSE}${ARROW}*$`, "u");

/** The page that a line names and says nothing else: "03版", "（第4版）". It may point to that page or be the number of its own. */
export const pageAlone = (text: string): string | null =>
  text.length <= 16 && endsInOneOf(text, JUMP_END) ? (PAGE_ALONE.exec(text)?.[1] ?? null) : null;

const SECTION =
  "(?:要闻|综合|时事|时政|国内|国际|本地|社会|经济|财经|民生|文化|文体|文艺|副刊|体育|理论|教育|健康|科技|法治|生活|旅游|读书|评论|视点|天下|县域|专版|专题|特刊|周刊)(?:新闻|要闻|周刊|专刊|副刊)?";

const PAGE_ABOVE = new RegExp(
  `^(?:(第?[A-Z]?[0-9０-９]{1,2}版|[A-Z][0-9０-９]{1,2})[·|]?(?:${SECTION})?|${SECTION}[·|]?([A-Z]?[0-9０-９]{1,2}版?))$`,
  "u",
);

/** The page above its headlines in a guide: "A03 要闻", "2版", "民生·05版". */
export function pageAbove(text: string): string | null {
  const match = text.length <= 12 ? PAGE_ABOVE.exec(text) : null;
  return match && (match[1] ?? match[2])!;
}

const SECTION_ALONE = new RegExp(`^${SECTION}$`, "u");

/** "国内新闻", "经济": the name of a paper's section. */
export const isSection = (text: string): boolean => text.length <= 8 && SECTION_ALONE.test(text);

/** The page before its headline on one line of a guide: "A03 我市…", "A03 经济 我市…"; on text with blanks. Group 1 is the page. */
export const PAGE_BEFORE = new RegExp(
  `^(第?[A-Z]?[0-9０-９]{1,2}版|[A-Z][0-9０-９]{1,2})[\\s|｜:：·]+(?:${SECTION}[\\s|｜:：·]+)?(?=\\p{Script=Han}|[“"《])`,
  "u",
);

/** "(上接第1版)" at the beginning. Group 1 is the verb, group 2 or 3 the page. */
const JUMP_FROM = new RegExp(
  `^${POINTER}${OPEN}(?:(上接|紧接|续接|接)(?:本报)?(?:今日)?[◀◄<＜]*${PAGE_REFERENCE}|(?<=[(（【\\[])(?:上接|紧接)${SECTION_PAGE}(?=[)）】\\]]))${CLOSE}`,
  "u",
);

/** The jump line at the beginning of a text. */
export function jumpFrom(text: string): Jump | null {
  const match = FROM_WORD.test(text) ? JUMP_FROM.exec(text) : null;
  return match && { index: 0, length: match[0].length, verb: match[1] ?? "上接", page: (match[2] ?? match[3])! };
}

const FROM_WORD = /^.{0,8}接/u;

/** Marks before the items of a list, a column of briefs, a byline. */
const BULLETS = "□◆■●◎○▲★◇△☆⊙▼▽♦•";

/** Group 1 is the mark. A circle before a numeral is a zero: "二○" + "二六年". */
const BULLET = new RegExp(`^([${BULLETS}])(?<![○◎●](?=[一二三四五六七八九年]))(?![${BULLETS}])`, "u");

/** The mark that opens a text, "" for none. */
export const bulletOf = (text: string): string => BULLET.exec(text)?.[1] ?? "";

const MEDIA =
  "(?:本报|本刊|本台|新华社|新华网|中新社|中新网|人民网|央视网|[一-龥]{2,10}?(?:融媒体?|日报|晚报|时报|晨报|早报|都市报|商报|报|网|社|台|客户端|发布))";

/** Papers print digits of either width. */
const D = "[\\d０-９]";
const LEAD = new RegExp(
  `^[${BULLETS}]?[(（【]?据?${MEDIA}(?:[一-龥·]{0,12}?${D}{1,2}月${D}{1,2}日)?(?:综合|专)?(?:电|讯|消息)(?![一-龥]{0,3}(?:话|台|视|子|力|网|器))`,
  "u",
);

const LEAD_WORD = /[电讯]|消息/u;

/** What opens a news text: "本报讯" of "本报讯(记者…", "新华社北京8月28日电"; "" for any other text. */
export const leadOf = (text: string): string => (LEAD_WORD.test(text) ? (LEAD.exec(text)?.[0] ?? "") : "");

/** A dateline and nothing else: "(新华社北京8月28日电)", "(据《西藏日报》)". */
export const AGENCY = new RegExp(
  `^(?:[(（]?(?:据?新华社[一-龥·]{0,12}${D}{1,2}月${D}{1,2}日专?[电讯]|(?:据|原载|转自|来源[:：]|摘自)[^。，,]{2,20}|(?:据?新华社|本报综合|综合新华社)(?:[电讯]|消息|报道)?)[)）]?|[(（](?:${MEDIA}|中国新闻网|综合[^()（）。，]{2,14})[)）])$`,
  "u",
);

/** The agency alone, in brackets, behind the last sentence. */
export const AGENCY_TAIL =
  /[(（](?:据?新华社[^()（）。]{0,20}[电讯]|(?:据|原载|转自|来源[:：]|摘自)[^()（）。，,]{2,24})[)）]$/u;

/** The agency behind a text's last sentence, as AGENCY_TAIL finds it. */
export const agencyTail = (text: string): RegExpExecArray | null =>
  endsInOneOf(text, ")）") ? AGENCY_TAIL.exec(text) : null;

export const DATELINE = new RegExp(`(?:新华社[一-龥·]{1,12}?|本报[一-龥·]{0,12}?)${D}{1,2}月${D}{1,2}日专?[电讯]`, "u");

const WRITER = "(?:记者|通讯员|特派记者|特约记者|评论员|撰稿|作者)";
const WRITER_KIND = "(?:全媒体|融媒体|见习|实习|特约|首席|驻[一-龥]{1,4}|联合报道组|采访组)*";

/** "文/", "采写/": what somebody did, before the name. */
const WORK = "(?:文图|图文|撰文|采写|整理|执笔|编译|文|图|摄影)";
const BYLINE_HEAD = new RegExp(
  `^[□◆■●◎○▲★◇△☆⊙]?[(（]?(?:文[/／]图|图[/／]文|${WORK}[/／])?(?:本版|央视|央广|总台)?${MEDIA}?${WRITER_KIND}${WRITER}|^[□◆■●◎○▲★◇△☆⊙]?(?:文图|图文|撰文|采写|整理|执笔|编译|文)[/／:：]\\p{Script=Han}{2}`,
  "u",
);

const WRITER_WORD = /记者|通讯员|评论员|撰稿|作者|[文写理笔译][/／:：]/u;

/** Whether a text begins as writers' lines do: "□本报记者", "文/图 通讯员". */
export const opensByline = (text: string): boolean => WRITER_WORD.test(text) && BYLINE_HEAD.test(text);

/** What may stand in a byline beside names, marks and blanks. */
export const BYLINE_WORDS = new RegExp(
  `[□◆■●◎○▲★◇△☆⊙]|文[/／]图|图[/／]文|${WORK}[/／:：]|[/／][文图摄]|(?:本版|央视|央广|总台)?${MEDIA}?${WRITER_KIND}${WRITER}|摄影报道|摄影|撰文|整理|报道|文[/／]?|图[/／]?|摄|[/／]`,
  "gu",
);

const CREDIT =
  /(?:摄影?(?:报道)?|摄[/／]制?图|供图|提供|资料(?:图片?|照片|片)|无人机照片|(?:摄影|供图|制图|漫画|插图|绘图|图)[/／:：]\p{Script=Han}{2,12}|图片来源[:：].{2,12}|^(?:新华社发|人民视觉|视觉中国|影像中国|东方IC|CFP))[)）]?$/u;

/** Whether a text ends as a photographer's line does: "本报记者 李东宇摄", "新华社发(王五摄)". */
export const isCredit = (text: string): boolean =>
  (endsInOneOf(text, "摄影道图供片发觉国CP)）") || CREDIT_HEAD.test(text)) && CREDIT.test(text.slice(-CREDIT_LENGTH));

const CREDIT_LENGTH = 30;
const CREDIT_HEAD = /^[(（]?(?:摄影|供图|制图|漫画|插图|绘图|图|图片来源)[/／:：]/u;

/** "本版图片均由张三摄。" */
export const CREDIT_OF_ALL =
  /^[(（]?(?:本版|本组|本文|以上|文中|均)(?:图片|照片|均|由).{2,24}(?:摄|提供|供图)。?[)）]?$/u;

const BRACKET_CREDIT =
  /[(（][^()（）。]{1,24}(?:摄影?|供图|资料(?:图片?|照片))[)）]$|[(（](?:图片来源[:：]|无人机照片)[^()（）]{0,16}[)）]$|[(（]资料(?:图片?|照片)[)）]$/u;

/** Whether a text ends with its photographer in brackets: "新华社发(王五摄)", "（资料图片）". */
export const bracketCredit = (text: string): boolean => endsInOneOf(text, ")）") && BRACKET_CREDIT.test(text);

/** Writers in a text: "(记者 方 茜 通讯员…)", also across blanks. */
export const WRITERS_IN_TEXT =
  /[(（][^()（）]{0,12}(?:记者|通讯员)[^()（）]{0,60}[)）]|[(（][^()（）。]{0,30}(?:摄|文\s*[/／]\s*图)[)）]/gu;

const WRITERS_TAIL = /[(（][^()（）]{0,12}(?:记者|通讯员)[^()（）]{0,60}[)）]$/u;

/** Writers in brackets at the end of a text. */
export const writersTail = (text: string): RegExpExecArray | null =>
  endsInOneOf(text, ")）") ? WRITERS_TAIL.exec(text) : null;

/** The photographer behind a caption's last sentence: "。本报记者 刘斌 摄", "。刘斌 摄", "通讯员 张三 文/图". Group 1 is the boundary before it. */
export const CREDIT_TAIL = new RegExp(
  `(^|[。！？!?；;…”’」』》)）\\s])((?:(?<=[。！？!?”’」』)）]\\s*)(?:图片由)?\\p{Script=Han}{2,14}?(?=供图$|提供$)|${MEDIA}?${WRITER_KIND}${WRITER}[\\p{Script=Han}·、,，\\s]{2,30}?|(?<=[。！？!?”’」』)）]\\s*)\\p{Script=Han}(?:\\s?\\p{Script=Han}){1,3}\\s?)(?:摄影(?:报道)?|(?<!拍)摄(?:影报道)?|文\\s*[/／]\\s*[图摄]|图\\s*[/／]\\s*文|供图|(?<=图片由.{2,14})提供))$`,
  "u",
);

/** The photographer behind a caption's last sentence, as CREDIT_TAIL finds it. */
export const creditTail = (text: string): RegExpExecArray | null =>
  endsInOneOf(text, "摄影道图文供") ? CREDIT_TAIL.exec(text) : null;

export const NUMBERED =
  /^(?:[(（][一二三四五六七八九十百]{1,4}[)）]|[一二三四五六七八九十百]{1,4}、|第[一二三四五六七八九十百]{1,4}[章节条])/u;

/** "(2025年8月15日)", "(2025年8月15日国务院第1次常务会议通过)" under a document's headline. */
export const DOCUMENT_DATE = /^[(（][\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日[^()（）]{0,40}[)）]$/u;

export const DATE_ALONE =
  /^[二〇○一三四五六七八九十\d０-９]{4}年[\d０-９一二三四五六七八九十]{1,2}月(?:[\d０-９一二三四五六七八九十]{1,3}日)?$/u;

export const CAPTION_HEAD =
  /^(?:[▲▼◀▶△▽←→↑↓])?(?:图为|图[①-⑳\d０-９一二三四]|[上下左右]{1,2}图|[大小]图为|题图|资料图|图片说明[:：]|这是)|^[▲▼◀▶△▽↑↓](?=.)/u;

/** A line that can only open a caption, whatever stands above it. */
export const CAPTION_LINE =
  /^(?:[▲▼◀▶△▽]?(?:图为|[上下左右]{1,2}图(?:为|[：:])|[大小]图为|图片说明[：:]|图[①-⑳][：:为]?|(?:题|资料)图[：:]))/u;

export const CAPTION_WORDS = /拍摄的|航拍|合影|图片/u;

/** Columns that papers all over the country run under one name. */
const COLUMNS =
  "(?:新春|记者|蹲点)?走基层|我们的节日|新时代新征程新伟业|奋进新征程建功新时代|新思想引领新征程|文化中国行|高质量发展调研行|牢记嘱托感恩奋进|党旗在基层一线高高飘扬|强国建设民族复兴|身边(?:好人|榜样)|凡人善举|民生关注|记者(?:调查|观察|见闻|视点|视线|在现场|连线|走笔|探访|体验|跑腿)|一线(?:调研|见闻|观察)|法治在线|代表委员履职故事|乡村振兴(?:一线|进行时)";

/** "【党旗在基层一线高高飘扬】", "·读书·", "■新思想引领新征程": the name of a column in its frame, or one that everyone knows. */
export const COLUMN_LABEL = new RegExp(
  `^(?:[【〖\\[［][^【】〖〗[\\]［］]{2,24}[】〗\\]］]|[·•]\\p{Script=Han}{2,8}[·•]|[■▌▍|｜]\\p{Script=Han}{2,10}[■▌▍|｜]?|[●◆■]?(?:${COLUMNS})(?:[①-⑳]|·\\p{Script=Han}{2,6})?)$`,
  "u",
);

/** A column's name that one mark opens and none closes: the first line of a headline under its mark looks alike. */
export const OPEN_LABEL = /^[■▌▍|｜][^■▌▍|｜]+$/u;

/** A column's running label: "太行!太行!⑮", "产业新亮点·之三". */
export const SERIES_LABEL =
  /[①-⑳⑴-⒇㉑-㉟㊱-㊿]$|(?:系列|之)[一二三四五六七八九十]+$|·(?:[系特专深连]\p{Script=Han}报道|观察|聚焦|调查|见闻|启示)$/u;

export const SIDEBAR_LABEL =
  /^[●■◆▲★□○◎【[]?(?:采访|记者|编辑|编后|创作)?(?:札记|手记|短评|感言|快评|链接|延伸阅读|相关链接|新闻链接|背景|编者按|点评|名词解释)[】\]]?$/u;

/** "图片新闻": a picture that is the news follows. */
export const PICTURE_LABEL =
  /^[●■◆▲★□○◎【[]?(?:图片(?:新闻|报道|故事|专题)|新闻图片|影像(?:新闻|志)?|光影(?:故事)?|图说(?:新闻|天下)?|看图|组图|摄影报道|镜头|图片)[】\]]?$/u;

/** "简讯": the name of a column of short items. */
export const BRIEFS_LABEL =
  /^[●■◆▲★□○◎【[]?(?:(?:国内|国际|本地|本市|本省|省内|市内|简明|一句话|综合|体育|财经|文化|民生|教育|时政|环球|新闻|要闻|信息)?(?:简讯|短讯|快讯|时讯|短波|速递|速览|快递|快报|集锦|一句话新闻|简明新闻|点击|扫描|短新闻|微新闻)|(?:简明|一句话)新闻|简报|点击|扫描)[】\]]?$/u;

export const GUIDE_LABEL =
  /^[●■◆▲★□○◎【[]?(?:今日|今天|本期|本报|新闻|要闻|版面|内容)?(?:导读|要闻|提要|看点|导航|版面导航)[】\]]?$/u;

export const SCAN_CODE = /^(?:[▲▼])?(?:扫码|扫一扫|扫描).{0,16}$|二维码$/u;

export const DOCUMENT_TITLE =
  /(?:意见|决定|条例|办法|规定|通知|公报|公告|纲要|细则|章程|决议|令|通报|规划)(?:[(（].*[)）])?$/u;

export const LETTER_TITLE = /一封信|公开信|倡议书|慰问信|感谢信|贺信|贺电|致.{2,20}的信/u;

/** "地点：…", "时间：…": facts set as lines of their own, without a mark at the end. */
export const FACT_LINE = /^(?:地点|时间|日期|人物|背景|主题|嘉宾|对象|来源|票价|主演|导演|备注|注)[:：]/u;

/** "30日20时37分…": how a sentence of a report begins, and hardly a headline. */
export const DAY_HEAD = /^(?:[\d０-９]{1,2}月)?[\d０-９]{1,2}日/u;

/** The mark before a headline of several of a kind, or before a caption. */
export const HEAD_MARK = /^[●■◆▲○△◇★□◎▶▼]/u;
