import { type Signal, useSignal } from "@preact/signals";
import type { SiteNode } from "../data.ts";
import { expected } from "../evidence.ts";
import { articlesOf, type Model, otherEnd, storiesOf } from "../model.ts";
import { ask, bylines, hover, model, read, select, selectNode, selectTie, t } from "../state.ts";
import { ArticleRow } from "./article-row.tsx";
import { TypeMark } from "./icons.tsx";
import { later } from "./later.tsx";
import { Counts, Panel } from "./panel.tsx";
import { OutOfWindow } from "./tie-panel.tsx";

const CorrectForm = later(
  async () => (await import("./correct-form.tsx")).CorrectForm,
  () => null,
);

const NodeFacts = later(
  async () => (await import("./node-facts.tsx")).NodeFacts,
  () => null,
);

const NodeTimes = later(
  async () => (await import("./times.tsx")).NodeTimes,
  () => null,
);

const FIRST_TIES = 12;
const FIRST_ARTICLES = 6;
const FIRST_MEMBERS = 5;

/** One name: how often it is named, its forms, its ties ranked, its articles. */
export function NodePanel({ id }: { id: string }) {
  const s = t.value;
  const m = model.value!;
  const index = m.indexById.get(id);
  const correcting = useSignal("");
  if (index === undefined)
    return (
      <Panel kind="node" of={id} eyebrow={null} heading={id}>
        <p class="sense">{s.gone(id)}</p>
      </Panel>
    );
  const node = m.nodes[index]!;
  return (
    <Panel
      kind="node"
      of={id}
      eyebrow={
        <>
          <TypeMark type={node.type} />
          {s.type[node.type]}
        </>
      }
      heading={
        <>
          <span lang="zh-CN">{node.name}</span>
          {node.pinyin && <small class="pinyin">{node.pinyin}</small>}
        </>
      }
    >
      <Counts
        items={[
          [node.articles, s.counted.articles(node.articles)],
          [node.stories, s.counted.stories(node.stories)],
          [node.papers, s.counted.papers(node.papers)],
        ]}
      >
        <Days node={node} />
      </Counts>
      <NodeTimes node={node} />
      {node.articles === 0 && <OutOfWindow />}
      <p class="acts asks">
        <button type="button" class="link" onClick={() => ask(`${node.name} → `)}>
          {s.asks.pathFrom}
        </button>
        <button type="button" class="link" onClick={() => ask(`${node.name} + `)}>
          {s.asks.commonWith}
        </button>
        <button
          type="button"
          class="link"
          aria-expanded={correcting.value === id}
          onClick={() => {
            correcting.value = correcting.value === id ? "" : id;
          }}
        >
          {s.correct.open}
        </button>
      </p>
      {correcting.value === id && <CorrectForm node={node} key={`correct-${node.id}`} />}
      <NodeFacts m={m} node={node} />
      <CommunityLine m={m} node={node} />
      <Ties m={m} index={index} node={node} key={`ties-${id}`} />
      <Articles m={m} node={node} key={`articles-${id}`} />
    </Panel>
  );
}

function Days({ node }: { node: SiteNode }) {
  const s = t.value;
  if (!node.first_date || !node.last_date) return null;
  const single = node.first_date === node.last_date;
  return (
    <div class="day">
      <dd>{single ? s.day(node.first_date) : `${s.day(node.first_date)}–${s.day(node.last_date)}`}</dd>
      <dt>{single ? s.oneDay : s.span}</dt>
    </div>
  );
}

function CommunityLine({ m, node }: { m: Model; node: SiteNode }) {
  const s = t.value;
  const community = node.community === null ? undefined : m.communities[node.community];
  if (!community || node.community === null) return null;
  const target = node.community;
  // Those that the community is called after stand in its name.
  const others = (m.members[target] ?? []).filter((member) => {
    const { id, name, articles } = m.nodes[member]!;
    return id !== node.id && articles > 0 && !community.name.includes(name);
  });
  return (
    <section>
      <h3>
        {s.community}
        {node.stability !== undefined && <small>{s.facts.stability(node.stability)}</small>}
      </h3>
      <p class="community-line">
        <button type="button" class="link" lang="zh-CN" onClick={() => select({ kind: "community", index: target })}>
          {community.name.join(s.join)}
        </button>
        <small>{s.members(community.size)}</small>
      </p>
      {others.length > 0 && (
        <p class="members">
          <small>{s.facts.withMembers}</small>
          {others.slice(0, FIRST_MEMBERS).map((member) => (
            <button type="button" key={member} onClick={() => selectNode(m.nodes[member]!.id)}>
              <TypeMark type={m.nodes[member]!.type} />
              <span lang="zh-CN">{m.nodes[member]!.name}</span>
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

function Ties({ m, index, node }: { m: Model; index: number; node: SiteNode }) {
  const s = t.value;
  const all = useSignal(false);
  const by = useSignal<Weight>("stories");
  const ties = sortTies(
    m,
    m.edgesOf(index).filter((i) => bylines.value || m.edges[i]!.layer === "content"),
    by.value,
  );
  const total = m.counted.stories;
  const own = storiesOf(m, articlesOf(node, false));
  const shown = all.value ? ties : ties.slice(0, FIRST_TIES);
  return (
    <section>
      <h3>
        {s.ties}
        <small>{s.tiesNote(ties.length)}</small>
        {ties.length > 1 && (
          <label class="by">
            {s.sortedBy}
            <select
              value={by.value}
              onChange={(event) => {
                by.value = event.currentTarget.value as Weight;
              }}
            >
              {WEIGHTS.map((weight) => (
                <option key={weight} value={weight}>
                  {s.weights[weight]}
                </option>
              ))}
            </select>
          </label>
        )}
      </h3>
      {ties.length === 0 && <p class="note">{s.noTies}</p>}
      {ties.length > 0 && (
        <table class="ties">
          <thead>
            <tr>
              <th>
                <span class="sr">{s.names}</span>
              </th>
              <th>{s.column.stories}</th>
              <th>{s.column.expected}</th>
              <th>{s.column.close}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((i) => {
              const edge = m.edges[i]!;
              const other = otherEnd(edge, index);
              const name = m.nodes[other]!;
              const chance = expected(own, storiesOf(m, articlesOf(name, false)), total);
              const light = (on: boolean) => () => {
                hover.value = on ? { kind: "tie", a: index, b: other } : null;
              };
              return (
                <tr key={i} onPointerEnter={light(true)} onPointerLeave={light(false)}>
                  <td>
                    <button
                      type="button"
                      onClick={() => selectTie(node.id, name.id)}
                      onFocus={light(true)}
                      onBlur={light(false)}
                    >
                      <TypeMark type={name.type} />
                      <span lang="zh-CN">{name.name}</span>
                    </button>
                  </td>
                  <td>{s.number(edge.stories)}</td>
                  <td>{edge.layer === "content" ? s.one(chance) : "–"}</td>
                  <td>{edge.close === null ? "–" : s.number(edge.close)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {shown.some((i) => m.edges[i]!.close === null) && <p class="note">{s.closeOpen}</p>}
      <Rest left={ties.length - shown.length} word={s.more} all={all} />
    </section>
  );
}

type Weight = "stories" | "npmi" | "close" | "articles";
const WEIGHTS: readonly Weight[] = ["stories", "npmi", "close", "articles"];

/** By one weight, the others in the usual order; a weight that is not known comes last. */
const sortTies = (m: Model, ties: readonly number[], by: Weight): readonly number[] =>
  by === "stories"
    ? ties
    : ties
        .map((tie, i) => ({ tie, i, value: m.edges[tie]![by] ?? -2 }))
        .sort((a, b) => b.value - a.value || a.i - b.i)
        .map(({ tie }) => tie);

function Articles({ m, node }: { m: Model; node: SiteNode }) {
  const s = t.value;
  const all = useSignal(false);
  const articles = articlesOf(node, true);
  const shown = all.value ? articles : articles.slice(0, FIRST_ARTICLES);
  return (
    <section>
      <h3>
        {s.articlesHead}
        <small>{s.number(articles.length)}</small>
      </h3>
      <ul class="articles">
        {shown.map((i) => (
          <ArticleRow key={i} entry={m.articles[i]!} onOpen={() => read(m.articles[i]!.article)} />
        ))}
      </ul>
      <Rest left={articles.length - shown.length} word={s.moreArticles} all={all} />
    </section>
  );
}

/** The button that shows what a list leaves out; nothing where it leaves out nothing. */
function Rest({ left, word, all }: { left: number; word: (left: number) => string; all: Signal<boolean> }) {
  if (left <= 0) return null;
  return (
    <p class="rest">
      <button
        type="button"
        class="link"
        onClick={() => {
          all.value = true;
        }}
      >
        {word(left)}
      </button>
    </p>
  );
}
