import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { LONGEST_QUERY, pathThrough } from "../address.ts";
import type { Hit } from "../search.ts";
import { type Offer, offerFor, type Row } from "../search-rows.ts";
import {
  announcement,
  filter,
  model,
  searchIndex,
  searchOpen,
  searchText,
  select,
  selectNode,
  t,
  whole,
} from "../state.ts";
import { TypeMark } from "./icons.tsx";

/** Search: the map stays as it is; a hit is flown to and opened. Arrows move, Enter opens, Esc closes. */
export function SearchBox() {
  const s = t.value;
  const input = useRef<HTMLInputElement>(null);
  const active = useSignal(0);
  const open = searchOpen.value;
  useEffect(() => {
    const box = input.current;
    if (!box) return;
    // Effects come late: by now it may be closed, or open, again.
    if (searchOpen.peek() && document.activeElement !== box) {
      box.focus();
      // Not every browser stands behind what was begun for the reader.
      box.setSelectionRange(box.value.length, box.value.length);
    } else if (!searchOpen.peek() && document.activeElement === box) box.blur();
  }, [open]);

  const index = searchIndex.value;
  const m = model.value;
  // Enter before there is anything to search in: taken when there is.
  const entered = useRef(false);
  useEffect(() => {
    if (!entered.current || !index || !m) return;
    entered.current = false;
    take(offerFor(index, m, searchText.peek()).rows[0]);
  }, [index, m]);
  const asked = searchText.value.trim();
  const offer = index && m && asked ? offerFor(index, m, searchText.value) : null;
  const rows = offer?.rows ?? [];

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    entered.current = event.key === "Enter" && !(index && m);
    // What stands in the box now: a quick Enter may come before the list has followed the last letter.
    const rows = (index && m && offerFor(index, m, searchText.value).rows) || [];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && rows.length > 0) active.value = (active.value + step + rows.length) % rows.length;
    else if (event.key === "Enter") take(rows[active.value]);
    else if (event.key === "Escape") {
      if (searchText.value) searchText.value = "";
      else close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search class="find">
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="6.8" cy="6.8" r="4.6" fill="none" stroke="currentColor" stroke-width="1.4" />
        <path d="m10.3 10.3 4 4" stroke="currentColor" stroke-width="1.4" />
      </svg>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-expanded={open && asked !== ""}
        aria-controls="hits"
        aria-autocomplete="list"
        aria-activedescendant={open && rows.length > 0 ? `hit-${active.value}` : undefined}
        aria-label={s.search}
        placeholder={s.searchHint}
        autocomplete="off"
        spellcheck={false}
        maxLength={500}
        value={searchText.value}
        onFocus={() => {
          searchOpen.value = true;
        }}
        onInput={(event) => {
          searchText.value = event.currentTarget.value;
          active.value = 0;
          searchOpen.value = true;
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!(event.relatedTarget as Element | null)?.closest?.(".find")) searchOpen.value = false;
        }}
      />
      <kbd>/</kbd>
      {open && asked && offer && (
        <div class="hits" id="hits">
          <p class="why" role="status">
            {headOf(offer, asked)}
          </p>
          {offer.near && <p class="near">{s.searchNear}</p>}
          <div role="listbox" tabIndex={-1} aria-label={s.search}>
            {rows.map((row, i) => (
              <OfferRow
                key={row.kind === "name" ? row.hit.node : row.kind === "ask" ? row.nodes.join() : row.kind}
                row={row}
                index={i}
                on={i === active.value}
                onTake={() => take(row)}
                onPoint={() => {
                  active.value = i;
                  announcement.value = wordsOf(row);
                }}
              />
            ))}
          </div>
          <p class="hint">{s.searchHelp}</p>
        </div>
      )}
    </search>
  );
}

function headOf({ rows, total, unknown, open }: Offer, asked: string): string {
  const s = t.value;
  if (unknown !== null) return s.asks.unknownPart(unknown);
  if (open) return s.asks.second;
  const [row] = rows;
  if (row?.kind === "ask")
    return row.operator === "path" ? s.asks.pathOf : row.operator === "common" ? s.asks.commonOf : s.asks.operator.tie;
  if (row?.kind === "filter") return s.asks.asFilter;
  if (total > rows.length) return s.searchFoundMany(asked, rows.length, total);
  return total > 0 ? s.searchFound(asked, total) : s.searchNone(asked, whole.value?.nodes.length ?? 0);
}

const nameOf = (node: number): string => model.value!.nodes[node]!.name;

function wordsOf(row: Row): string {
  if (row.kind === "name") return nameOf(row.hit.node);
  return row.kind === "ask" ? row.nodes.map(nameOf).join(", ") : row.text;
}

function take(row: Row | undefined): void {
  if (!row) return;
  const idOf = (node: number): string => model.value!.nodes[node]!.id;
  if (row.kind === "name") selectNode(idOf(row.hit.node));
  else if (row.kind === "filter") {
    filter({ query: row.text.slice(0, LONGEST_QUERY) });
    select({ kind: "filters" });
  } else {
    const [a, b] = row.nodes.map(idOf) as [string, string];
    if (row.operator === "common") select({ kind: "common", ids: row.nodes.map(idOf) });
    else if (row.operator === "tie" && row.stories > 0) select({ kind: "tie", a, b });
    else select(pathThrough(row.nodes.map(idOf)));
  }
  searchText.value = "";
  close();
}

// At once, or the next key would still be text.
function close(): void {
  searchOpen.value = false;
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
}

interface RowProps {
  readonly row: Row;
  readonly index: number;
  readonly on: boolean;
  readonly onTake: () => void;
  readonly onPoint: () => void;
}

function OfferRow({ row, index, on, onTake, onPoint }: RowProps) {
  return (
    <div
      id={`hit-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={on}
      class={on ? "on" : ""}
      // The press comes before the box loses the focus and closes the list.
      onPointerDown={(event) => {
        event.preventDefault();
        onTake();
      }}
      onPointerEnter={onPoint}
    >
      {row.kind === "name" ? <NameHit hit={row.hit} /> : <Other row={row} />}
    </div>
  );
}

function NameHit({ hit }: { hit: Hit }) {
  const s = t.value;
  const node = model.value!.nodes[hit.node]!;
  return (
    <>
      <TypeMark type={node.type} />
      <b lang="zh-CN">{hit.field === "name" ? <Part hit={hit} text={node.name} /> : node.name}</b>
      <span>
        {hit.field !== "name" && (
          <>
            {s.why[hit.field]} <Part hit={hit} text={hit.field === "initials" ? hit.text.toUpperCase() : hit.text} />
          </>
        )}
      </span>
      <small>{s.stories(node.stories)}</small>
    </>
  );
}

const SIGN = { tie: " × ", path: " → ", common: " + " };

function Other({ row }: { row: Exclude<Row, { kind: "name" }> }) {
  const s = t.value;
  if (row.kind === "filter")
    return (
      <>
        <b lang="zh-CN">{row.text}</b>
        <span>{s.asks.asFilterNote}</span>
      </>
    );
  return (
    <>
      <b lang="zh-CN">{row.nodes.map(nameOf).join(SIGN[row.operator])}</b>
      <span />
      <small>{row.operator === "tie" ? s.asks.tieOf(row.stories) : s.asks.operator[row.operator]}</small>
    </>
  );
}

// Offsets are those of the compared form; where the printed one is longer (blanks, marks), the whole is left plain.
function Part({ hit, text }: { hit: Hit; text: string }) {
  if (text.length !== hit.text.length && hit.field !== "alias") return <>{text}</>;
  if (hit.field === "order")
    return <u>{t.value.code === "en" ? hit.text.slice(hit.from, hit.to) : `“${hit.text.slice(hit.from, hit.to)}”`}</u>;
  return (
    <>
      {text.slice(0, hit.from)}
      <u>{text.slice(hit.from, hit.to)}</u>
      {text.slice(hit.to)}
    </>
  );
}
