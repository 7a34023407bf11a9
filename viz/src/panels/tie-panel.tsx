import { useSignal } from "@preact/signals";
import type { SiteArticle, SiteNode } from "../data.ts";
import { loadArticle } from "../data.ts";
import { expected, passage, verdict, type Witness, witnesses } from "../evidence.ts";
import { articlesOf, edgesBetween, type Model, storiesOf, type Tie } from "../model.ts";
import { bylines, model, read, selectNode, t } from "../state.ts";
import { headline, Source } from "./article-row.tsx";
import { CopyButton, citation } from "./copy.tsx";
import { TypeMark } from "./icons.tsx";
import { useLoaded } from "./loaded.ts";
import { Counts, Panel } from "./panel.tsx";
import { StorySquares } from "./story-squares.tsx";
import { PrintedText } from "./text.tsx";

const FIRST = 10;

/** The evidence drawer: three counts, one plain sentence, and the printed words. */
export function TiePanel({ a, b }: { a: string; b: string }) {
  const s = t.value;
  const m = model.value!;
  const nodeA = m.nodes[m.indexById.get(a) ?? -1];
  const nodeB = m.nodes[m.indexById.get(b) ?? -1];
  const edges = nodeA && nodeB ? edgesBetween(m, m.indexById.get(a)!, m.indexById.get(b)!) : [];
  const edge = edges[0];
  const of = `${a}—${b}`;
  if (!nodeA || !nodeB || !edge)
    return (
      <Panel kind="drawer" of={of} eyebrow={s.tie} heading={of}>
        <p class="sense">{s.gone(of)}</p>
      </Panel>
    );
  return (
    <Panel
      kind="drawer"
      of={of}
      eyebrow={s.tie}
      heading={
        <span class="pair">
          <PairName node={nodeA} />
          <i />
          <PairName node={nodeB} />
        </span>
      }
    >
      <Counts
        items={[
          [edge.articles, s.articles],
          [edge.stories, s.storiesWord],
          [edge.papers, s.papers],
        ]}
      >
        <StorySquares m={m} a={nodeA} b={nodeB} />
      </Counts>
      <Sense m={m} a={nodeA} b={nodeB} edge={edge} />
      <Evidence m={m} a={nodeA} b={nodeB} edge={edge} key={of} />
    </Panel>
  );
}

function PairName({ node }: { node: SiteNode }) {
  return (
    <button type="button" onClick={() => selectNode(node.id)}>
      <TypeMark type={node.type} />
      <span lang="zh-CN">{node.name}</span>
    </button>
  );
}

interface TieProps {
  readonly m: Model;
  readonly a: SiteNode;
  readonly b: SiteNode;
  readonly edge: Tie;
}

function Sense({ m, a, b, edge }: TieProps) {
  const s = t.value;
  if (edge.layer !== "content") return <p class="sense">{s.layerNote}</p>;
  const total = m.counted.stories;
  const [inA, inB] = [a, b].map((node) => storiesOf(m, articlesOf(node, false))) as [number, number];
  return (
    <p class="sense">
      {s.sense(total, a.name, inA, b.name, inB, expected(inA, inB, total), edge.stories)}
      <b>{s.verdict[verdict(edge.stories, edge.p, edge.q)]}</b>{" "}
      <small>{edge.p === null ? s.untested : s.significance(edge.p, edge.q)}</small>
    </p>
  );
}

function Evidence({ m, a, b, edge }: TieProps) {
  const s = t.value;
  const most = useSignal(FIRST);
  const list = witnesses(m, a, b, bylines.value || edge.layer !== "content");
  const shown = list.slice(0, most.value);
  return (
    <>
      <div class="bar-ev">
        <h3>{s.evidence}</h3>
        <span>{s.all(list.length)}</span>
        {edge.close !== null && edge.close > 0 && <span>{s.closeOnly(edge.close)}</span>}
      </div>
      <ol class="evidence">
        {shown.map((witness) => (
          <EvidenceItem key={witness.story} witness={witness} m={m} a={a} b={b} edge={edge} />
        ))}
      </ol>
      {list.length > shown.length && (
        <p class="rest">
          <button
            type="button"
            class="link"
            onClick={() => {
              most.value += 20;
            }}
          >
            {s.moreArticles(list.length - shown.length)}
          </button>
        </p>
      )}
    </>
  );
}

function EvidenceItem({ witness, m, a, b, edge }: TieProps & { witness: Witness }) {
  const s = t.value;
  const [loaded, again] = useLoaded(witness.articles.join(), () =>
    Promise.all(witness.articles.map((i) => loadArticle(i, m.articles[i]!.article))),
  );
  const entry = m.articles[witness.articles[0]!]!;
  const found =
    loaded.kind === "ready" ? passage(loaded.value, a.id, b.id, bylines.value || edge.layer !== "content") : null;
  const source = found?.quotes[0]?.article ?? entry;
  const after = found ? [found.close ? s.sameSentence : s.sameArticle] : [];
  return (
    <li>
      <h4 lang="zh-CN">{headline(entry)}</h4>
      <Source entry={entry} after={after} />
      {loaded.kind === "waiting" && <p class="note">{s.reading}</p>}
      {(loaded.kind === "failed" || (loaded.kind === "ready" && !found)) && (
        <p class="note">
          {s.evidenceMissing}
          <button type="button" class="link" onClick={again}>
            {s.retry}
          </button>
        </p>
      )}
      {found && <Quotes found={found} a={a} b={b} />}
      {witness.reprints.length > 0 && <p class="note">{s.reprints(witness.reprints.length)}</p>}
      <p class="acts">
        <button type="button" class="link strong" onClick={() => read(source.article)}>
          {s.readArticle}
        </button>
        {found && <CopyButton text={citation(entry, found.quotes.map(quoteText).join("……"))} />}
      </p>
    </li>
  );
}

const quoteText = ({ article, span }: { article: SiteArticle; span: readonly [number, number] }): string =>
  article.text.slice(span[0], span[1]);

/** The papers of some articles, each once; what is gone from the project is named by its id. */
function papersOf(articles: readonly string[]): string[] {
  const m = model.value!;
  const names = articles.map((id) => m.articles[m.articleById.get(id) ?? -1]?.paper ?? id);
  return [...new Set(names)];
}

function Quotes({ found, a, b }: { found: NonNullable<ReturnType<typeof passage>>; a: SiteNode; b: SiteNode }) {
  const s = t.value;
  const marked = new Set([a.id, b.id]);
  const mentions = found.quotes.flatMap((quote) => quote.mentions);
  const repaired = new Map(mentions.flatMap(({ surface, repair }) => (repair ? [[surface, repair]] : [])));
  const short = new Map(
    mentions
      .map((mention) => [mention.repair?.read ?? mention.surface, mention.name] as const)
      .filter(([form, name]) => form !== name),
  );
  return (
    <>
      <blockquote lang="zh-CN">
        {found.quotes.map((quote, i) => (
          <span key={`${quote.article.article}/${quote.span[0]}`}>
            {i > 0 && (found.close ? <br /> : <span class="gap">……</span>)}
            <PrintedText text={quote.article.text} span={quote.span} mentions={quote.mentions} marked={marked} />
          </span>
        ))}
      </blockquote>
      {[...repaired].map(([surface, { read: form, from }]) => (
        <p class="note" key={`repaired ${surface}`}>
          {s.readAs(surface, form, papersOf(from))}
        </p>
      ))}
      {[...short].map(([surface, name]) => (
        <p class="note" key={surface}>
          {s.shortForm(surface, name)}
        </p>
      ))}
      {found.shared > found.quotes.length && <p class="note">{s.alsoShared(found.shared - found.quotes.length)}</p>}
    </>
  );
}
