import { Fragment } from "preact";
import { MOST_STOPS, type PathSelection } from "../address.ts";
import type { NamePath } from "../asks/paths.ts";
import { type Witness, witnesses } from "../evidence.ts";
import { type Model, TYPES } from "../model.ts";
import { answer, ask, bylines, hover, model, select, selectNode, selectTie, t } from "../state.ts";
import { CopyButton } from "./copy.tsx";
import { EvidenceItem } from "./evidence-item.tsx";
import { TypeMark } from "./icons.tsx";
import { Panel } from "./panel.tsx";

/** A name with more ties than this on the way is said to be a hub. */
const HUB = 40;

/** How two names hang together: the best chain with the words behind each step, and the next best. */
export function PathPanel({ of }: { of: PathSelection }) {
  const s = t.value;
  const m = model.value!;
  const given = answer.value;
  const name = (id: string): string => m.nodes[m.indexById.get(id) ?? -1]?.name ?? id;
  const key = `path ${of.stops.join(" ")}`;
  if (given?.kind !== "path")
    return (
      <Panel kind="drawer" of={key} eyebrow={s.asks.path} heading={of.stops.map(name).join(" → ")}>
        <p class="sense">{s.gone(of.stops.find((id) => !m.indexById.has(id)) ?? "")}</p>
      </Panel>
    );
  const path = given.paths[given.shown];
  return (
    <Panel kind="drawer" of={key} eyebrow={s.asks.path} heading={<Stops m={m} stops={given.stops} />}>
      <Options m={m} of={of} stops={given.stops} />
      {path ? (
        <>
          <p class="sense">
            {s.asks.hops(path.ties.length)} <b>{s.asks.caution}</b>
          </p>
          <Chain m={m} of={of} stops={given.stops} path={path} key={path.nodes.join()} />
          <Others of={of} m={m} paths={given.paths} shown={given.shown} />
          <p class="acts after">
            <CopyButton text={asText(m, path)} label={s.asks.copyPath} />
          </p>
        </>
      ) : (
        <p class="sense">
          {noneWords(m, of, given.gap)}{" "}
          {(of.via || of.avoid || of.close) && (
            <button
              type="button"
              class="link"
              onClick={() => select({ ...of, via: null, avoid: false, close: false, nth: 0 })}
            >
              {s.asks.lift}
            </button>
          )}
        </p>
      )}
    </Panel>
  );
}

/** Why there is no path; of more than two names, between which. */
function noneWords(m: Model, of: PathSelection, gap: readonly [number, number] | null): string {
  const s = t.value;
  const [a, b] = gap?.map((node) => m.nodes[node]!.name) ?? [];
  if (of.stops.length > 2 && a !== undefined && b !== undefined) return s.asks.noneBetween(a, b);
  if (of.close) return s.asks.noneClose;
  return of.via ? s.asks.noneVia(s.types[of.via]) : s.asks.none;
}

function Stops({ m, stops }: { m: Model; stops: readonly number[] }) {
  return (
    <span class="pair">
      {stops.map((end, i) => (
        <Fragment key={i}>
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

function Options({ m, of, stops }: { m: Model; of: PathSelection; stops: readonly number[] }) {
  const s = t.value;
  const begun = stops.map((node) => `${m.nodes[node]!.name} → `).join("");
  return (
    <form class="fields path-options" onSubmit={(event) => event.preventDefault()}>
      <label>
        <input type="checkbox" checked={of.avoid} onChange={() => select({ ...of, avoid: !of.avoid, nth: 0 })} />
        <span>{s.asks.avoid}</span>
      </label>
      <label>
        <input type="checkbox" checked={of.close} onChange={() => select({ ...of, close: !of.close, nth: 0 })} />
        <span>{s.asks.closeOnly}</span>
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
      {stops.length < MOST_STOPS && (
        <button type="button" class="link" onClick={() => ask(begun)}>
          {s.asks.addStop}
        </button>
      )}
      {of.close && m.scope && <p class="note">{s.asks.closeUnknown}</p>}
    </form>
  );
}

interface ChainProps {
  readonly m: Model;
  readonly of: PathSelection;
  readonly stops: readonly number[];
  readonly path: NamePath;
}

function Chain({ m, of, stops, path }: ChainProps) {
  const asked = stopsOn(path, stops);
  return (
    <ol class="chain">
      {path.nodes.map((node, i) => (
        <Fragment key={i}>
          {i > 0 && <Hop m={m} nth={i} a={path.nodes[i - 1]!} b={node} tie={path.ties[i - 1]!} />}
          <ChainName m={m} of={of} node={node} stop={asked.indexOf(i)} />
        </Fragment>
      ))}
    </ol>
  );
}

/** Where on the path the stops stand: in their order, each the first time after the one before. */
function stopsOn({ nodes }: NamePath, stops: readonly number[]): number[] {
  let at = -1;
  return stops.map((stop) => {
    at = nodes.indexOf(stop, at + 1);
    return at;
  });
}

/** `stop`: which of the names asked for it is here; -1 for a name on the way. */
function ChainName({ m, of, node, stop }: { m: Model; of: PathSelection; node: number; stop: number }) {
  const s = t.value;
  const { id, name, type } = m.nodes[node]!;
  const ties = m.edgesOf(node).length;
  return (
    <li class={stop < 0 ? "stop" : "stop asked"}>
      <h3>
        <button type="button" onClick={() => selectNode(id)}>
          <TypeMark type={type} />
          <b lang="zh-CN">{name}</b>
        </button>
      </h3>
      {stop < 0 && ties > HUB && <small>{s.asks.hub(ties)}</small>}
      {stop >= 0 && of.stops.length > 2 && (
        <button
          type="button"
          class="link"
          aria-label={s.asks.dropStop(name)}
          onClick={() => select({ ...of, stops: of.stops.filter((_, i) => i !== stop), nth: 0 })}
        >
          {s.asks.drop}
        </button>
      )}
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
