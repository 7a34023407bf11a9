import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Hit, nearest, search } from "../search.ts";
import { announcement, model, searchIndex, searchOpen, selectNode, t } from "../state.ts";
import { TypeMark } from "./icons.tsx";

const MOST = 8;

/** Search: the map stays as it is; a hit is flown to and opened. Arrows move, Enter opens, Esc closes. */
export function SearchBox() {
  const s = t.value;
  const input = useRef<HTMLInputElement>(null);
  const query = useSignal("");
  const active = useSignal(0);
  const open = searchOpen.value;
  useEffect(() => {
    if (open) input.current?.focus();
    else input.current?.blur();
  }, [open]);

  const index = searchIndex.value;
  const asked = query.value.trim();
  const hits = index && asked ? search(index, asked) : [];
  const near = index && asked && hits.length === 0 ? nearest(index, asked) : [];
  const list = hits.length > 0 ? hits.slice(0, MOST) : near;
  const entities = model.value?.nodes.length ?? 0;
  const head =
    hits.length > MOST
      ? s.searchFoundMany(asked, MOST, hits.length)
      : hits.length > 0
        ? s.searchFound(asked, hits.length)
        : s.searchNone(asked, entities);

  const take = (hit: Hit | undefined): void => {
    if (!hit) return;
    selectNode(model.value!.nodes[hit.node]!.id);
    query.value = "";
    searchOpen.value = false;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step && list.length > 0) active.value = (active.value + step + list.length) % list.length;
    else if (event.key === "Enter") take(list[active.value]);
    else if (event.key === "Escape") {
      if (query.value) query.value = "";
      else searchOpen.value = false;
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
        aria-activedescendant={list.length > 0 ? `hit-${active.value}` : undefined}
        aria-label={s.search}
        placeholder={s.searchHint}
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onFocus={() => {
          searchOpen.value = true;
        }}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          active.value = 0;
          searchOpen.value = true;
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!(event.relatedTarget as Element | null)?.closest?.(".find")) searchOpen.value = false;
        }}
      />
      <kbd>/</kbd>
      {open && asked && (
        <div class="hits" id="hits">
          <p class="why" role="status">
            {head}
          </p>
          {near.length > 0 && <p class="near">{s.searchNear}</p>}
          <div role="listbox" tabIndex={-1} aria-label={s.search}>
            {list.map((hit, i) => (
              <HitRow
                key={hit.node}
                hit={hit}
                index={i}
                on={i === active.value}
                onTake={() => take(hit)}
                onPoint={() => {
                  active.value = i;
                  announcement.value = model.value!.nodes[hit.node]!.name;
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

interface HitRowProps {
  readonly hit: Hit;
  readonly index: number;
  readonly on: boolean;
  readonly onTake: () => void;
  readonly onPoint: () => void;
}

function HitRow({ hit, index, on, onTake, onPoint }: HitRowProps) {
  const s = t.value;
  const node = model.value!.nodes[hit.node]!;
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
    </div>
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
