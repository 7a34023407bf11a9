// The site's data of a made-up project of a wished size, for the bench of the page: articles that name entities by Zipf's
// law, three in four of their own region, and every count of the graph counted from these articles, so that the page's own
// counts of a part of them agree. Names are made up; positions are regions on a grid.
import { pinyin } from "pinyin-pro";
import type { EntityType } from "../../src/entities/index.ts";
import {
  SITE_FORMAT,
  type SiteArticleEntry,
  type SiteEdge,
  type SiteGraph,
  type SiteNode,
  type SiteProject,
} from "../../src/export/site-types.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { allDrawn } from "../viz/fixture/shape.ts";

const REGION = 40;
/** Of a hundred names: many places and bodies, few clusters, as it is in print. */
const TYPES: readonly (readonly [EntityType, number])[] = [
  ["place", 45],
  ["agency", 72],
  ["person", 92],
  ["program", 99],
  ["city_cluster", 100],
];
const HEADS =
  "安宝昌长成德东丰福广海和恒虎华怀淮吉建江金景康兰乐丽临龙明南宁平青清泉荣三山上石泰天通文武西新兴阳永余玉云";
const ENDS: Readonly<Record<EntityType, readonly string[]>> = {
  place: ["县", "市", "镇", "区", "港"],
  agency: ["市委", "县水利局", "市人民政府", "省发展和改革委员会", "报社"],
  person: ["明", "建国", "秀英", "志强", "丽"],
  program: ["工程", "三年行动计划", "产业园建设项目"],
  city_cluster: ["城市群"],
};
const PAPERS = ["甲日报", "乙日报", "丙晚报", "丁早报", "戊日报"];
const DAYS = 240;

export interface Made {
  readonly files: ReadonlyMap<string, unknown>;
  readonly names: number;
  readonly ties: number;
}

/** `names` entities and at least `ties` ties. Cost: O(ties). The same seed gives the same data. */
export function makePageData(names: number, ties: number, seed = 1): Made {
  const random = seededRandom(seed);
  const regions = Math.max(1, Math.ceil(names / REGION / 6));
  const regionOf = Uint32Array.from({ length: names }, (_, i) => (i < regions ? i : Math.floor(random() * regions)));
  const members: number[][] = Array.from({ length: regions }, () => []);
  regionOf.forEach((region, i) => {
    members[region]!.push(i);
  });
  const casts = makeCasts(names, ties, members, regionOf, random);
  const articles = casts.map((_, i) => makeEntry(i, random));
  const inArticles: number[][] = Array.from({ length: names }, () => []);
  casts.forEach((cast, article) => {
    for (const node of cast) inArticles[node]!.push(article);
  });
  const nodes = inArticles.map((list, i) => makeNode(i, list, regionOf[i]!, regions, articles, random));
  const edges = makeEdges(casts, nodes, articles);
  const communities = members.map((list) => ({
    name: list.slice(0, 3).map((i) => nodes[i]!.name),
    size: list.length,
    stability: 1,
  }));
  const graph: SiteGraph = { nodes, edges, communities };
  const files = new Map<string, unknown>([
    ["project.json", makeProject(graph, articles)],
    ["graph.json", graph],
    ["articles.json", articles],
  ]);
  return { files, names, ties: edges.length };
}

/** Who stands in which article, until there are enough pairs; every name stands in one at least. */
function makeCasts(
  names: number,
  ties: number,
  members: readonly (readonly number[])[],
  regionOf: Uint32Array,
  random: () => number,
): number[][] {
  const casts: number[][] = [];
  const pairs = new Set<number>();
  while (casts.length < names || pairs.size < ties) {
    const first = casts.length < names ? casts.length : Math.floor(names * random() ** 3);
    const home = members[regionOf[first]!]!;
    const cast = new Set([first]);
    for (let n = 2 + Math.floor(random() * 3); n > 0; n--)
      cast.add(random() < 0.75 ? home[Math.floor(home.length * random() ** 2)]! : Math.floor(names * random() ** 3));
    const list = [...cast].sort((a, b) => a - b);
    list.forEach((a, i) => {
      for (const b of list.slice(i + 1)) pairs.add(a * names + b);
    });
    casts.push(list);
  }
  return casts;
}

function makeEntry(i: number, random: () => number): SiteArticleEntry {
  const date = new Date(Date.UTC(2025, 0, 1 + Math.floor(random() * DAYS))).toISOString().slice(0, 10);
  return {
    article: `p${i >> 3}#a${i % 8}`,
    page: i >> 3,
    page_id: `p${i >> 3}`,
    paper: PAPERS[(i >> 3) % PAPERS.length]!,
    date,
    title: `第${i}篇`,
    kind: "report",
    byline: null,
    text: `p${i >> 3}#a${i % 8}`,
    story: `p${i >> 3}#a${i % 8}`,
    chars: 800,
    confidence: 1,
    continued_from: null,
    continued_to: null,
  };
}

function makeNode(
  i: number,
  list: readonly number[],
  region: number,
  regions: number,
  articles: readonly SiteArticleEntry[],
  random: () => number,
): SiteNode {
  const share = (i * 37) % 100;
  const type = TYPES.find(([, upTo]) => share < upTo)![0];
  const ends = ENDS[type];
  const digits = [i, Math.floor(i / HEADS.length), Math.floor(i / HEADS.length ** 2)].map(
    (n) => HEADS[n % HEADS.length]!,
  );
  const name = digits.slice(0, i < HEADS.length ** 2 ? 2 : 3).join("") + ends[i % ends.length]!;
  const syllables = pinyin(name, { toneType: "none", type: "array" });
  const dates = list.map((at) => articles[at]!.date!).sort();
  const side = Math.ceil(Math.sqrt(regions));
  const [angle, far] = [random() * 2 * Math.PI, Math.sqrt(random()) * 230];
  return {
    id: `${type}:${name}`,
    type,
    name,
    aliases: [],
    pinyin: syllables.join(" "),
    initials: syllables.map((syllable) => syllable[0]).join(""),
    mentions: list.length * 2,
    articles: list.length,
    stories: list.length,
    papers: new Set(list.map((at) => articles[at]!.paper)).size,
    first_date: dates[0]!,
    last_date: dates.at(-1)!,
    x: Math.round((region % side) * 520 + far * Math.cos(angle)),
    y: Math.round(Math.floor(region / side) * 520 + far * Math.sin(angle)),
    community: region,
    in: { content: list },
  };
}

function makeEdges(
  casts: readonly (readonly number[])[],
  nodes: readonly SiteNode[],
  articles: readonly SiteArticleEntry[],
): SiteEdge[] {
  const shared = new Map<number, number[]>();
  casts.forEach((cast, article) => {
    cast.forEach((a, i) => {
      for (const b of cast.slice(i + 1)) {
        const list = shared.get(a * nodes.length + b);
        if (list) list.push(article);
        else shared.set(a * nodes.length + b, [article]);
      }
    });
  });
  const edges = [...shared].map(([key, list]): SiteEdge => {
    const [source, target] = [Math.floor(key / nodes.length), key % nodes.length];
    const [both, a, b, total] = [list.length, nodes[source]!.stories, nodes[target]!.stories, casts.length];
    return {
      source,
      target,
      layer: "content",
      articles: both,
      close: Math.ceil(both / 2),
      texts: both,
      stories: both,
      papers: new Set(list.map((at) => articles[at]!.paper)).size,
      npmi: both < 2 ? null : Math.log((both * total) / (a * b)) / -Math.log(both / total),
      g2: null,
      p: null,
      q: null,
      backbone: both >= 3,
    };
  });
  // Every name's two strongest besides.
  const seen = new Uint8Array(nodes.length);
  const order = edges.map((_, i) => i).sort((a, b) => edges[b]!.stories - edges[a]!.stories || a - b);
  const backbone = new Set(
    order.filter((i) => {
      const { source, target } = edges[i]!;
      return seen[source]!++ < 2 || seen[target]!++ < 2;
    }),
  );
  return edges.map((edge, i) => (backbone.has(i) ? { ...edge, backbone: true } : edge));
}

function makeProject({ nodes, edges }: SiteGraph, articles: readonly SiteArticleEntry[]): SiteProject {
  const dates = articles.map(({ date }) => date!).sort();
  const size = { entities: nodes.length, edges: edges.length };
  return {
    format: SITE_FORMAT,
    papers: PAPERS.map((paper) => ({ paper, place: null, pages: 1, articles: 1 })),
    dates: [dates[0]!, dates.at(-1)!],
    undated_pages: 0,
    counts: {
      ...size,
      pages: (articles.length >> 3) + 1,
      articles: articles.length,
      texts: articles.length,
      stories: articles.length,
      mentions: nodes.reduce((sum, node) => sum + node.mentions, 0),
    },
    content: size,
    ...allDrawn(nodes.length, edges, articles.length),
    issues: [],
  };
}
