import { useSignal } from "@preact/signals";
import { CHANGES, type Change, type Changed } from "../asks/compare.ts";
import { type CompareSelection, halves, usualComparison } from "../asks/usual.ts";
import type { Model } from "../model.ts";
import { answer, hover, select, selectNode, selectTie, t, whole } from "../state.ts";
import { TypeMark } from "./icons.tsx";
import { Panel } from "./panel.tsx";

const FIRST = 8;

/** Two papers or two periods side by side: what is new, grew, shrank, is gone. */
export function ComparePanel({ of }: { of: CompareSelection }) {
  const s = t.value;
  const m = whole.value!;
  const given = answer.value;
  const tab = useSignal<"ties" | "names">("ties");
  const comparison = given?.kind === "compare" ? given.comparison : null;
  const lists = comparison?.[tab.value];
  return (
    <Panel
      kind="drawer"
      of="compare"
      eyebrow={s.asks.compare}
      heading={`${sideName(of, of.left)} ⇄ ${sideName(of, of.right)}`}
    >
      <Sides of={of} m={m} />
      {!comparison && <p class="sense">{s.asks.badPeriod}</p>}
      {comparison && (
        <p class="sense">
          {s.asks.sides(
            sideName(of, of.left),
            comparison.left.stories,
            sideName(of, of.right),
            comparison.right.stories,
          )}
        </p>
      )}
      {lists && (
        <>
          <div class="switch">
            {(["ties", "names"] as const).map((one) => (
              <button
                type="button"
                key={one}
                aria-pressed={tab.value === one}
                onClick={() => {
                  tab.value = one;
                }}
              >
                {one === "ties" ? s.asks.tiesTab : s.asks.namesTab}
              </button>
            ))}
          </div>
          {CHANGES.map((change) => (
            <Changes
              key={`${change}${tab.value}${of.left}${of.right}`}
              {...{ of, m, change }}
              list={lists[change]}
              what={tab.value}
            />
          ))}
          {CHANGES.every((change) => lists[change].length === 0) && <p class="sense">{s.asks.nothingChanged}</p>}
        </>
      )}
    </Panel>
  );
}

function sideName(of: CompareSelection, side: string): string {
  const s = t.value;
  if (of.by === "paper") return s.reason.paper(side);
  const [from, to] = side.split("..");
  return from && to ? s.dates(from, to) : side;
}

function Sides({ of, m }: { of: CompareSelection; m: Model }) {
  const s = t.value;
  const papers = m.project.papers.map(({ paper }) => paper ?? "");
  const periods = halves(m);
  return (
    <form class="fields" onSubmit={(event) => event.preventDefault()}>
      {papers.length > 1 && periods && (
        <div class="switch">
          <button type="button" aria-pressed={of.by === "paper"} onClick={() => select(usualComparison(m)!)}>
            {s.asks.comparePapers}
          </button>
          <button type="button" aria-pressed={of.by === "period"} onClick={() => select(periods)}>
            {s.asks.comparePeriods}
          </button>
        </div>
      )}
      <div class="sides">
        {(["left", "right"] as const).map((side) => (
          <Side key={side} label={s.asks[side]} of={of} side={side} papers={papers} m={m} />
        ))}
      </div>
      <button type="button" class="link" onClick={() => select({ ...of, left: of.right, right: of.left })}>
        {s.asks.swap}
      </button>
    </form>
  );
}

interface SideProps {
  readonly label: string;
  readonly of: CompareSelection;
  readonly side: "left" | "right";
  readonly papers: readonly string[];
  readonly m: Model;
}

function Side({ label, of, side, papers, m }: SideProps) {
  const s = t.value;
  const set = (value: string): void => select({ ...of, [side]: value });
  if (of.by === "paper")
    return (
      <label class="line">
        <span>{label}</span>
        <select value={of[side]} onChange={(event) => set(event.currentTarget.value)}>
          {papers.map((paper) => (
            <option key={paper} value={paper}>
              {s.reason.paper(paper)}
            </option>
          ))}
        </select>
      </label>
    );
  const [from = "", to = ""] = of[side].split("..");
  const [min, max] = m.project.dates ?? ["", ""];
  const field = (name: string, value: string, change: (day: string) => void) => (
    <input
      type="date"
      aria-label={`${label} ${name}`}
      value={value}
      min={min}
      max={max}
      onChange={(event) => event.currentTarget.value && change(event.currentTarget.value)}
    />
  );
  return (
    <div class="line">
      <span>{label}</span>
      {field(s.filters.from, from, (day) => set(`${day}..${to}`))}
      {field(s.filters.to, to, (day) => set(`${from}..${day}`))}
    </div>
  );
}

interface ChangesProps {
  readonly of: CompareSelection;
  readonly m: Model;
  readonly change: Change;
  readonly list: readonly Changed[];
  readonly what: "ties" | "names";
}

function Changes({ of, m, change, list, what }: ChangesProps) {
  const s = t.value;
  const most = useSignal(FIRST);
  if (list.length === 0) return null;
  const shown = list.slice(0, most.value);
  return (
    <section>
      <h3>
        <i class={`key ${change}`} aria-hidden="true" />
        {s.asks.changes[of.by][change]}
        <small>{s.number(list.length)}</small>
      </h3>
      <table class="ties">
        <tbody>
          {shown.map((one) => (
            <ChangeRow key={one.index} m={m} one={one} what={what} />
          ))}
        </tbody>
      </table>
      {list.length > shown.length && (
        <p class="rest">
          <button
            type="button"
            class="link"
            onClick={() => {
              most.value += 40;
            }}
          >
            {s.more(list.length - shown.length)}
          </button>
        </p>
      )}
    </section>
  );
}

function ChangeRow({ m, one, what }: { m: Model; one: Changed; what: "ties" | "names" }) {
  const s = t.value;
  const edge = what === "ties" ? m.edges[one.index]! : null;
  const nodes = edge ? [edge.source, edge.target] : [one.index];
  const light = (on: boolean) => () => {
    hover.value = !on
      ? null
      : edge
        ? { kind: "tie", a: edge.source, b: edge.target }
        : { kind: "node", node: one.index };
  };
  const open = (): void => {
    const [a, b] = nodes.map((node) => m.nodes[node]!.id) as [string, string | undefined];
    if (b) selectTie(a, b);
    else selectNode(a);
  };
  return (
    <tr onPointerEnter={light(true)} onPointerLeave={light(false)}>
      <td>
        <button type="button" onClick={open} onFocus={light(true)} onBlur={light(false)}>
          {nodes.map((node, i) => (
            <span key={node} class="one">
              {i > 0 && <i class="dash">—</i>}
              <TypeMark type={m.nodes[node]!.type} />
              <span lang="zh-CN">{m.nodes[node]!.name}</span>
            </span>
          ))}
        </button>
      </td>
      <td>{s.asks.change(one.left, one.right)}</td>
    </tr>
  );
}
