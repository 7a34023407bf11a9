// The articles of a large project: rows of pages, articles, sentences, mentions and stated offices, with true offsets.

const PAPERS = 200;
const DAYS = 1096;
const ARTICLES_A_PAGE = 8;
const TITLES = ["局长", "主任", "书记", "院长", "校长", "会长"];
const OPENINGS = ["日前，", "据悉，", "昨日，", "会上，", "当天，", "连日来，", ""];
const MIDDLES = ["与", "会同", "携手", "联合", "、"];
const ENDINGS = [
  "召开工作推进会，研究部署下一阶段重点任务。",
  "到基层一线开展调研，听取群众意见建议。",
  "有关负责人介绍了最新进展情况。",
  "共同签署了合作协议，项目总投资约三亿元。",
  "的相关经验做法得到充分肯定。",
];
const FILLERS = ["此举受到当地群众普遍欢迎。", "下一步，各项工作将继续有序推进。", "活动现场气氛热烈。"];

/** A function that draws ranks 0 … size − 1 by Zipf's law. */
function zipf(size, exponent, random) {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank++) {
    sum += (rank + 1) ** -exponent;
    sums[rank] = sum;
  }
  return () => {
    const drawn = random() * sum;
    let low = 0;
    for (let high = size - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (sums[middle] > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** A writer that goes on until the cast is named and tied as wanted. */
export function createWriter(cast, random) {
  const regions = [];
  cast.forEach(({ region }, rank) => {
    regions[region] ??= [];
    regions[region].push(rank);
  });
  const anyRank = zipf(cast.length, 1.02, random);
  const anyRegion = zipf(regions.length, 0.5, random);
  const inRegion = new Map();
  const drawIn = (members) => {
    if (!inRegion.has(members.length)) inRegion.set(members.length, zipf(members.length, 0.9, random));
    return members[inRegion.get(members.length)()];
  };
  const persons = cast.flatMap(({ type }, rank) => (type === "person" ? [rank] : []));
  const state = { pairs: new Set(), named: new Set(), next: 0, page: 0, stories: [] };

  /** Ranks that an article names: the newcomer, if one is due, then draws from its region and from everywhere. */
  function drawNames() {
    const members = regions[anyRegion()];
    const ranks = new Set();
    while (state.next < cast.length && state.named.has(state.next)) state.next++;
    // By steps that pass all ranks, so that unpopular ones come early too.
    if (state.next < cast.length && random() < 0.7) ranks.add(state.next);
    let wanted = 2;
    while (wanted < 40 && random() < 0.72) wanted++;
    for (let tries = 0; ranks.size < wanted && tries < 200; tries++)
      ranks.add(random() < 0.75 ? drawIn(members) : anyRank());
    return [...ranks];
  }

  function noteNames(ranks, signer) {
    for (const rank of ranks) state.named.add(rank);
    const pair = (a, b, depth) =>
      state.pairs.add((depth * cast.length + Math.min(a, b)) * cast.length + Math.max(a, b));
    for (let i = 0; i < ranks.length; i++) for (let j = i + 1; j < ranks.length; j++) pair(ranks[i], ranks[j], 0);
    if (signer === null || ranks.includes(signer)) return;
    state.named.add(signer);
    for (const rank of ranks) pair(rank, signer, 1);
  }

  const covers = ({ entities, edges }) => state.named.size >= entities && state.pairs.size >= edges;

  function writePage(tables) {
    const page = `p${String(state.page++).padStart(6, "0")}`;
    const paper = Math.floor(random() * PAPERS);
    const date = new Date(Date.UTC(2022, 0, 1 + Math.floor(random() * DAYS))).toISOString().slice(0, 10);
    let text = `文脉样报${paper}\n`;
    for (let ordinal = 1; ordinal <= ARTICLES_A_PAGE; ordinal++) {
      const article = `${page}#a${ordinal}`;
      const reprinted =
        state.stories.length > 0 && random() < 1 / 7
          ? state.stories[Math.floor(random() * state.stories.length)]
          : null;
      const ranks = reprinted?.ranks ?? drawNames();
      // A paper has some eight reporters, people of the middle of the cast.
      const signer =
        random() < 0.08 ? persons[Math.floor(persons.length / 2 + paper * 8 + random() * 8) % persons.length] : null;
      noteNames(ranks, signer);
      const story = reprinted?.story ?? article;
      if (!reprinted && random() < 0.2) {
        if (state.stories.length < 5_000) state.stories.push({ story, ranks });
        else state.stories[Math.floor(random() * 5_000)] = { story, ranks };
      }
      text += `${printArticle(tables, { article, page, ordinal, story, ranks, signer, at: text.length })}\n`;
    }
    const row = { page, paper: `文脉样报${paper}`, place: null, date, source: `${page}.txt`, sha256: "0".repeat(64) };
    tables.pages.push({ ...row, chars: text.length, rules: "bench", text });
  }

  function printArticle(tables, { article, page, ordinal, story, ranks, signer, at }) {
    let text = "";
    let sentence = 0;
    let begun = 0;
    const name = (rank, layer = "content") => {
      const { entity, type, name: full, short } = cast[rank];
      const surface = short && random() < 0.3 ? short : full;
      const start_at = text.length;
      text += surface;
      const page_spans = `[[${at + start_at},${at + text.length}]]`;
      const rule = surface === full ? null : "short-form";
      const span = { article, sentence, start_at, end_at: text.length, page_spans };
      tables.mentions.push({
        ...span,
        entity,
        type,
        surface,
        layer,
        extractor: "bench",
        score: 1,
        repair: null,
        rule,
        name: full,
      });
      if (rule && random() < 0.02) {
        tables.decisions.push({ surface, type, page: null, entity, rule, reason: `${surface} = ${full}` });
      }
      return start_at;
    };
    const end = () => {
      const page_spans = `[[${at + begun},${at + text.length}]]`;
      tables.sentences.push({ article, sentence: sentence++, start_at: begun, end_at: text.length, page_spans });
      begun = text.length;
    };
    name(ranks[0]);
    text += "：工作取得新进展";
    const title = text;
    end();
    text += "\n";
    begun = text.length;
    for (let i = 0; i < ranks.length; ) {
      text += OPENINGS[Math.floor(random() * OPENINGS.length)];
      const together = Math.min(ranks.length - i, 1 + Math.floor(random() * 3));
      for (let j = 0; j < together; j++) {
        const first = name(ranks[i + j]);
        const [a, b] = [cast[ranks[i + j]], cast[ranks[i + j + 1]]];
        if (j + 1 < together && a.type === "agency" && b.type === "person" && random() < 0.5) {
          const label = TITLES[Math.floor(random() * TITLES.length)];
          const page_spans = `[[${at + text.length},${at + text.length + label.length}]]`;
          text += label;
          const ends = { subject: b.entity, subject_at: text.length, object: a.entity, object_at: first };
          tables.stated.push({ predicate: "holds_office", ...ends, label, article, sentence, page_spans });
        } else if (j + 1 < together) text += MIDDLES[Math.floor(random() * MIDDLES.length)];
      }
      i += together;
      text += ENDINGS[Math.floor(random() * ENDINGS.length)];
      end();
      if (random() < 0.4) {
        text += FILLERS[Math.floor(random() * FILLERS.length)];
        end();
      }
    }
    if (signer !== null) {
      text += "（记者 ";
      name(signer, "byline");
      text += "）";
      end();
    }
    const row = {
      article,
      page,
      ordinal,
      kind: "report",
      title,
      text,
      text_id: article,
      story,
    };
    const pieces = JSON.stringify([[at, at + text.length]]);
    tables.articles.push({ ...row, pieces, confidence: 0.9, map: `[[0,${at},${text.length}]]`, byline_spans: "[]" });
    return text;
  }

  /** About `articles` articles as rows by table; fewer when the cast is covered before. */
  function write(articles, wanted) {
    const tables = { pages: [], articles: [], sentences: [], mentions: [], stated: [], decisions: [] };
    while (tables.articles.length < articles && !covers(wanted)) writePage(tables);
    return tables;
  }

  return { write, covers };
}
