import { useSignal } from "@preact/signals";
import { pathThrough } from "../address.ts";
import type { SiteNode } from "../data.ts";
import { expected, verdict, witnesses } from "../evidence.ts";
import { clip } from "../label-text.ts";
import { articlesOf, edgesBetween, type Model, storiesOf, type Tie } from "../model.ts";
import { bylines, drawn, filter, lang, model, select, selectNode, t, whole } from "../state.ts";
import { fisherTail } from "../stats.ts";
import { whyDrawn } from "../why.ts";
import { EvidenceItem, type TieProps } from "./evidence-item.tsx";
import { TypeMark } from "./icons.tsx";
import { later } from "./later.tsx";
import { Counts, Panel } from "./panel.tsx";
import { StorySquares } from "./story-squares.tsx";

const CloseCount = later(
  async () => (await import("./close-count.tsx")).CloseCount,
  () => null,
);

const TieTimes = later(
  async () => (await import("./times.tsx")).TieTimes,
  () => null,
);

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
      <Panel
        kind="drawer"
        of={of}
        eyebrow={s.tie}
        heading={nodeA && nodeB ? <span lang="zh-CN">{`${nodeA.name} — ${nodeB.name}`}</span> : of}
      >
        <NoTie a={nodeA} b={nodeB} of={of} />
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
          [edge.articles, s.counted.articles(edge.articles)],
          [edge.stories, s.counted.stories(edge.stories)],
          [edge.papers, s.counted.papers(edge.papers)],
        ]}
      >
        <StorySquares m={m} a={nodeA} b={nodeB} />
      </Counts>
      <TieTimes a={nodeA} b={nodeB} outside={edge.layer !== "content"} />
      <Sense m={m} a={nodeA} b={nodeB} edge={edge} />
      <WhyDrawn edge={edge} />
      <Evidence m={m} a={nodeA} b={nodeB} edge={edge} key={of} />
    </Panel>
  );
}

/** Why there is nothing to read, and the one way on. */
function NoTie({ a, b, of }: { a: SiteNode | undefined; b: SiteNode | undefined; of: string }) {
  const s = t.value;
  if (!a || !b) return <p class="sense">{s.gone(of)}</p>;
  const all = whole.value!;
  if (edgesBetween(all, all.indexById.get(a.id)!, all.indexById.get(b.id)!).length > 0)
    return (
      <>
        <TieTimes a={a} b={b} outside />
        <OutOfWindow />
      </>
    );
  return (
    <p class="sense">
      {s.facts.noTie(a.name, b.name)}{" "}
      <button type="button" class="link" onClick={() => select(pathThrough([a.id, b.id]))}>
        {s.facts.findPath}
      </button>
    </p>
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

function Sense({ m, a, b, edge }: TieProps) {
  const s = t.value;
  if (edge.layer !== "content") return <p class="sense">{s.layerNote}</p>;
  const total = m.counted.stories;
  const [inA, inB] = [a, b].map((node) => storiesOf(m, articlesOf(node, false))) as [number, number];
  const p = edge.p ?? chanceHere(m, edge, inA, inB);
  return (
    <p class="sense">
      {s.sense(total, clip(a.name), inA, clip(b.name), inB, expected(inA, inB, total), edge.stories)}
      <b>{s.verdict[verdict(edge.stories, p, edge.q)]}</b>{" "}
      <small>{p === null ? s.untested : s.significance(p, edge.q)}</small>
    </p>
  );
}

/** Why the map has the tie, or has it not, as the build judged of the whole project. */
function WhyDrawn({ edge }: { edge: Tie }) {
  const s = t.value;
  const all = whole.value!;
  const why = whyDrawn(all, edge.source, edge.target);
  if (!why) return null;
  const said = why[lang.value];
  const seen = drawn.value?.edges.some(
    (i) => all.edges[i]?.source === edge.source && all.edges[i]?.target === edge.target,
  );
  return (
    <p class="sense why">
      {why.drawn ? s.facts.drawn(said) : s.facts.hidden(said)}
      {why.drawn && !seen && ` ${s.facts.byLook}`}
    </p>
  );
}

/** Of a part of the articles p is worked out when it is asked for; q, a matter of all ties at once, is not. */
function chanceHere(m: Model, { stories }: Tie, a: number, b: number): number | null {
  const total = m.counted.stories;
  // With fewer stories nothing is tested, as the build does not.
  if (!m.scope || total < m.project.tests.least || stories < 2) return null;
  return fisherTail({ both: stories, a, b, total });
}

/** What is looked at holds no evidence of the tie; the whole does. */
export function OutOfWindow() {
  const s = t.value;
  return (
    <p class="sense">
      {s.outOfWindow}{" "}
      <button type="button" class="link" onClick={() => filter({ from: null, to: null, papers: [] })}>
        {s.countAll}
      </button>
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
        {edge.close === null && <CloseCount m={m} a={a} b={b} edge={edge} />}
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
