import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Model, Tie } from "../model.ts";
import { bylines, hover, model, picture, selection, selectNode, selectTie, t } from "../state.ts";
import { TypeMark } from "./icons.tsx";

const PAGE = 200;

type NameColumn = "name" | "type" | "stories" | "articles" | "ties" | "community";
type TieColumn = "pair" | "stories" | "articles" | "papers" | "close" | "npmi";

/** The map's twin: the same names and ties, sorted as one likes. */
export function Table() {
  const s = t.value;
  const m = model.value;
  const p = picture.value;
  const what = useSignal<"names" | "ties">("names");
  if (!m || !p) return null;
  return (
    <div class="table">
      <div class="switch">
        {(["names", "ties"] as const).map((one) => (
          <button
            type="button"
            key={one}
            aria-pressed={what.value === one}
            onClick={() => {
              what.value = one;
            }}
          >
            {one === "names" ? s.asks.namesTab : s.asks.tiesTab}
          </button>
        ))}
        <small>{s.tableOf(p.nodes.length, p.edges.length)}</small>
      </div>
      {what.value === "names" ? <Names m={m} nodes={p.nodes} /> : <Ties m={m} edges={p.edges} />}
    </div>
  );
}

interface Column<K extends string, T> {
  readonly key: K;
  readonly word: string;
  /** What is compared; text by code points. */
  readonly value: (item: T) => number | string;
  readonly cell: (item: T) => preact.ComponentChildren;
}

interface SortedProps<K extends string, T> {
  readonly items: readonly T[];
  readonly columns: readonly Column<K, T>[];
  readonly start: K;
  readonly isOn: (item: T) => boolean;
  readonly idOf: (item: T) => string;
  readonly onLight: (item: T | null) => void;
}

/** A table that sorts by any column and shows its rows in portions. Arrow keys go from row to row. */
function Sorted<K extends string, T>({ items, columns, start, isOn, idOf, onLight }: SortedProps<K, T>) {
  const s = t.value;
  const by = useSignal<K>(start);
  const down = useSignal(true);
  const most = useSignal(PAGE);
  const body = useRef<HTMLTableSectionElement>(null);
  const column = columns.find((one) => one.key === by.value)!;
  // Equal ones stay in the order in which they come, by importance.
  const sorted = items
    .map((item, i) => ({ item, i, value: column.value(item) }))
    .sort((a, b) => compare(a.value, b.value) * (down.value ? -1 : 1) || a.i - b.i)
    .map(({ item }) => item);
  const shown = sorted.slice(0, most.value);
  const sort = (key: K): void => {
    if (by.value === key) down.value = !down.value;
    else {
      by.value = key;
      down.value = typeof columns.find((one) => one.key === key)!.value(items[0]!) === "number";
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...body.current!.querySelectorAll<HTMLElement>("td.first button")];
    const at = buttons.findIndex((button) => button.closest("tr") === (event.target as Element).closest("tr"));
    buttons[at + step]?.focus();
    event.preventDefault();
  };
  return (
    <>
      <table>
        <thead>
          <tr>
            {columns.map(({ key, word }) => (
              <th
                key={key}
                class={key}
                aria-sort={by.value === key ? (down.value ? "descending" : "ascending") : "none"}
              >
                <button type="button" disabled={items.length === 0} onClick={() => sort(key)}>
                  {word}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKey}>
          {shown.map((item) => (
            <tr
              key={idOf(item)}
              class={isOn(item) ? "on" : ""}
              onPointerEnter={() => onLight(item)}
              onPointerLeave={() => onLight(null)}
              onFocusCapture={() => onLight(item)}
              onBlurCapture={() => onLight(null)}
            >
              {columns.map(({ key, cell }, i) => (
                <td key={key} class={i === 0 ? `first ${key}` : key}>
                  {cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > shown.length && (
        <p class="rest">
          <button
            type="button"
            class="link"
            onClick={() => {
              most.value += PAGE * 5;
            }}
          >
            {s.more(sorted.length - shown.length)}
          </button>
        </p>
      )}
    </>
  );
}

const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

function Names({ m, nodes }: { m: Model; nodes: readonly number[] }) {
  const s = t.value;
  const node = (i: number) => m.nodes[i]!;
  const community = (i: number): string => {
    const at = node(i).community;
    return at === null ? "" : m.communities[at]!.name.join(s.join);
  };
  const current = selection.value.kind === "node" ? m.indexById.get(selection.value.id) : undefined;
  const columns: Column<NameColumn, number>[] = [
    {
      key: "name",
      word: s.tableHead.name,
      value: (i) => node(i).pinyin || node(i).name,
      cell: (i) => (
        <button type="button" onClick={() => selectNode(node(i).id)}>
          <TypeMark type={node(i).type} />
          <span lang="zh-CN">{node(i).name}</span>
        </button>
      ),
    },
    { key: "type", word: s.tableHead.type, value: (i) => node(i).type, cell: (i) => s.type[node(i).type] },
    {
      key: "stories",
      word: s.tableHead.stories,
      value: (i) => node(i).stories,
      cell: (i) => s.number(node(i).stories),
    },
    {
      key: "articles",
      word: s.tableHead.articles,
      value: (i) => node(i).articles,
      cell: (i) => s.number(node(i).articles),
    },
    { key: "ties", word: s.tableHead.ties, value: (i) => tiesOf(m, i), cell: (i) => s.number(tiesOf(m, i)) },
    {
      key: "community",
      word: s.tableHead.community,
      value: community,
      cell: (i) => <span lang="zh-CN">{community(i)}</span>,
    },
  ];
  return (
    <Sorted
      key="names"
      items={[...nodes].sort((a, b) => m.rank[a]! - m.rank[b]!)}
      columns={columns}
      start="stories"
      isOn={(i) => i === current}
      idOf={(i) => node(i).id}
      onLight={(i) => {
        hover.value = i === null ? null : { kind: "node", node: i };
      }}
    />
  );
}

function Ties({ m, edges }: { m: Model; edges: readonly number[] }) {
  const s = t.value;
  const edge = (i: number): Tie => m.edges[i]!;
  const ends = (i: number) => [m.nodes[edge(i).source]!, m.nodes[edge(i).target]!] as const;
  const current = selection.value;
  const figure = (key: "stories" | "articles" | "papers" | "close"): Column<TieColumn, number> => ({
    key,
    word: s.tieHead[key],
    value: (i) => edge(i)[key] ?? -1,
    cell: (i) => (edge(i)[key] === null ? "–" : s.number(edge(i)[key]!)),
  });
  const columns: Column<TieColumn, number>[] = [
    {
      key: "pair",
      word: s.tieHead.pair,
      value: (i) =>
        ends(i)
          .map((node) => node.pinyin || node.name)
          .join(" "),
      cell: (i) => (
        <button type="button" onClick={() => selectTie(ends(i)[0].id, ends(i)[1].id)}>
          {ends(i).map((node, at) => (
            <span key={node.id} class="one">
              {at > 0 && <i class="dash">—</i>}
              <TypeMark type={node.type} />
              <span lang="zh-CN">{node.name}</span>
            </span>
          ))}
        </button>
      ),
    },
    figure("stories"),
    figure("articles"),
    figure("papers"),
    figure("close"),
    {
      key: "npmi",
      word: s.tieHead.npmi,
      value: (i) => edge(i).npmi ?? -2,
      cell: (i) => edge(i).npmi?.toFixed(2) ?? "–",
    },
  ];
  return (
    <Sorted
      key="ties"
      items={edges}
      columns={columns}
      start="stories"
      isOn={(i) => {
        const [a, b] = ends(i);
        return current.kind === "tie" && [a.id, b.id].includes(current.a) && [a.id, b.id].includes(current.b);
      }}
      idOf={(i) => `${edge(i).source}/${edge(i).target}/${edge(i).layer}`}
      onLight={(i) => {
        hover.value = i === null ? null : { kind: "tie", a: edge(i).source, b: edge(i).target };
      }}
    />
  );
}

/** As the panel of a name counts them. */
const tiesOf = (m: Model, node: number): number =>
  m.edgesOf(node).filter((i) => bylines.value || m.edges[i]!.layer === "content").length;
