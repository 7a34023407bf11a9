import { Fragment } from "preact";
import type { Selection } from "../address.ts";
import type { NamePath } from "../asks/paths.ts";
import { type Witness, witnesses } from "../evidence.ts";
import { type Model, TYPES } from "../model.ts";
import { answer, bylines, hover, model, select, selectNode, selectTie, t } from "../state.ts";
import { CopyButton } from "./copy.tsx";
import { EvidenceItem } from "./evidence-item.tsx";
import { TypeMark } from "./icons.tsx";
import { Panel } from "./panel.tsx";

type PathSelection = Extract<Selection, { kind: "path" }>;

/** A name with more ties than this on the way is said to be a hub. */
const HUB = 40;

/** How two names hang together: the best chain with the words behind each step, and the next best. */
export function PathPanel({ of }: { of: PathSelection }) {
  const s = t.value;
  const m = model.value!;
  const given = answer.value;
  const name = (id: string): string => m.nodes[m.indexById.get(id) ?? -1]?.name ?? id;
  const key = `path ${of.a} ${of.b}`;
  if (given?.kind !== "path")
    return (
      <Panel kind="drawer" of={key} eyebrow={s.asks.path} heading={`${name(of.a)} → ${name(of.b)}`}>
        <p class="sense">{s.gone(m.indexById.has(of.a) ? of.b : of.a)}</p>
      </Panel>
    );
  const path = given.paths[given.shown];
  return (
    <Panel kind="drawer" of={key} eyebrow={s.asks.path} heading={<Ends m={m} ends={given.ends} />}>
      <Options of={of} />
      {path ? (
        <>
          <p class="sense">
            {s.asks.hops(path.ties.length)} <b>{s.asks.caution}</b>
          </p>
          <Chain m={m} path={path} key={path.nodes.join()} />
          <Others of={of} m={m} paths={given.paths} shown={given.shown} />
          <p class="acts after">
            <CopyButton text={asText(m, path)} label={s.asks.copyPath} />
          </p>
        </>
      ) : (
        <p class="sense">
          {of.via ? s.asks.noneVia(s.types[of.via]) : s.asks.none}{" "}
          {(of.via || of.avoid) && (
            <button type="button" class="link" onClick={() => select({ ...of, via: null, avoid: false, nth: 0 })}>
              {s.asks.lift}
            </button>
          )}
        </p>
      )}
    </Panel>
  );
}

function Ends({ m, ends }: { m: Model; ends: readonly [number, number] }) {
  return (
    <span class="pair">
      {ends.map((end, i) => (
        <Fragment key={end}>
          {i > 0 && <i class="arrow" />}
          <button type="button" onClick={() => selectNode(m.nodes[end]!.id)}>
            <TypeMark type={m.nodes[end]!.type} />
            <span lang="zh-CN">{m.nodes[end]!.name}</span>
          </button>
        </Fragment>
      ))}
    </span>
  );
}

function Options({ of }: { of: PathSelection }) {
  const s = t.value;
  return (
    <form class="fields path-options" onSubmit={(event) => event.preventDefault()}>
      <label>
        <input type="checkbox" checked={of.avoid} onChange={() => select({ ...of, avoid: !of.avoid, nth: 0 })} />
        <span>{s.asks.avoid}</span>
      </label>
      <label>
        <span>{s.asks.via}</span>
        <select
          value={of.via ?? ""}
          onChange={(event) => {
            const type = TYPES.find((one) => one === event.currentTarget.value) ?? null;
            select({ ...of, via: type, nth: 0 });
          }}
        >
          <option value="">{s.asks.viaAny}</option>
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {s.types[type]}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}

function Chain({ m, path }: { m: Model; path: NamePath }) {
  return (
    <ol class="chain">
      {path.nodes.map((node, i) => (
        <Fragment key={node}>
          {i > 0 && <Hop m={m} nth={i} a={path.nodes[i - 1]!} b={node} tie={path.ties[i - 1]!} />}
          <ChainName m={m} node={node} inner={i > 0 && i < path.nodes.length - 1} />
        </Fragment>
      ))}
    </ol>
  );
}

function ChainName({ m, node, inner }: { m: Model; node: number; inner: boolean }) {
  const s = t.value;
  const { id, name, type } = m.nodes[node]!;
  const ties = m.edgesOf(node).length;
  return (
    <li class="stop">
      <h3>
        <button type="button" onClick={() => selectNode(id)}>
          <TypeMark type={type} />
          <b lang="zh-CN">{name}</b>
        </button>
      </h3>
      {inner && ties > HUB && <small>{s.asks.hub(ties)}</small>}
    </li>
  );
}

function Hop({ m, nth, a, b, tie }: { m: Model; nth: number; a: number; b: number; tie: number }) {
  const s = t.value;
  const edge = m.edges[tie]!;
  const [first, second] = [m.nodes[a]!, m.nodes[b]!];
  const witness = bestWitness(m, a, b, edge.layer !== "content");
  const light = (on: boolean) => () => {
    hover.value = on ? { kind: "tie", a, b } : null;
  };
  return (
    <li class="hop" onPointerEnter={light(true)} onPointerLeave={light(false)}>
      <i aria-hidden="true">{nth}</i>
      <p class="meta">{s.asks.hop(edge.articles, edge.stories, edge.papers)}</p>
      {witness && (
        <ol class="evidence">
          <EvidenceItem witness={witness} m={m} a={first} b={second} edge={edge} />
        </ol>
      )}
      <button type="button" class="link" onClick={() => selectTie(first.id, second.id)}>
        {s.asks.open}
      </button>
    </li>
  );
}

/** The story to be shown for a step: the one that most papers print; of equals the earliest. */
function bestWitness(m: Model, a: number, b: number, outside: boolean): Witness | undefined {
  const list = witnesses(m, m.nodes[a]!, m.nodes[b]!, bylines.value || outside);
  return [...list].sort((x, y) => y.reprints.length - x.reprints.length)[0];
}

interface OthersProps {
  readonly of: PathSelection;
  readonly m: Model;
  readonly paths: readonly NamePath[];
  readonly shown: number;
}

function Others({ of, m, paths, shown }: OthersProps) {
  const s = t.value;
  if (paths.length < 2) return null;
  return (
    <section>
      <h3>{s.asks.others}</h3>
      <ul class="other-paths">
        {paths.map((path, i) =>
          i === shown ? null : (
            <li key={path.nodes.join()}>
              <button type="button" onClick={() => select({ ...of, nth: i })}>
                <span lang="zh-CN">{path.nodes.map((node) => m.nodes[node]!.name).join(" — ")}</span>
                <small>{s.asks.other(i + 1, path.ties.length)}</small>
              </button>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

/** The chain as plain lines: names, and between them what each step rests on. */
function asText(m: Model, path: NamePath): string {
  const s = t.value;
  return path.nodes
    .flatMap((node, i) => {
      const edge = m.edges[path.ties[i] ?? -1];
      const name = m.nodes[node]!.name;
      if (!edge) return [name];
      const witness = bestWitness(m, node, path.nodes[i + 1]!, edge.layer !== "content");
      const entry = witness && m.articles[witness.articles[0]!];
      const source = entry ? `《${entry.paper ?? s.paperUnknown}》${entry.date ?? s.dateUnknown} ${entry.title}` : "";
      return [name, `  ${s.asks.hop(edge.articles, edge.stories, edge.papers)}  ${source}`];
    })
    .join("\n");
}
