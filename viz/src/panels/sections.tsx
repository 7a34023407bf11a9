import { useComputed } from "@preact/signals";
import { TYPES } from "../model.ts";
import { filterReasons } from "../reasons.ts";
import {
  bylines,
  hover,
  model,
  select,
  selection,
  t,
  timeOpen,
  toggleBylines,
  toggleType,
  whole,
  without,
} from "../state.ts";
import { TypeMark } from "./icons.tsx";

/** The legend, which is the filter by type; bylines; communities. */
export function Sections() {
  const s = t.value;
  const counts = useComputed(() => {
    const ofType = new Map<string, number>();
    const withBylines = bylines.value;
    let others = 0;
    for (const { type, articles, in: within } of model.value?.nodes ?? []) {
      const isOther = !within.content && articles > 0;
      if (isOther) others++;
      if (within.content || (isOther && withBylines)) ofType.set(type, (ofType.get(type) ?? 0) + 1);
    }
    return { type: (type: string) => ofType.get(type) ?? 0, bylines: others };
  });
  const communities = model.value?.communities.length ?? 0;
  const kind = selection.value.kind;
  const dates = whole.value?.project.dates;
  const inUse = filterReasons().length;
  return (
    <nav class="sections" aria-label={s.sections}>
      {TYPES.map((type) => {
        const on = !without.value.has(type);
        const count = counts.value.type(type);
        const leave = (): void => {
          hover.value = null;
        };
        return (
          <button
            type="button"
            key={type}
            aria-pressed={on}
            class={on ? "" : "off"}
            disabled={count === 0}
            title={s.sections}
            onClick={() => {
              leave();
              toggleType(type);
            }}
            onPointerEnter={(event) => {
              if (event.pointerType === "mouse" && on) hover.value = { kind: "type", type };
            }}
            onPointerLeave={leave}
          >
            <TypeMark type={type} />
            <span>{s.types[type]}</span>
            <small>{s.number(count)}</small>
          </button>
        );
      })}
      <i class="bar" />
      <button
        type="button"
        aria-pressed={bylines.value}
        class={bylines.value ? "layer" : "layer off"}
        disabled={counts.value.bylines === 0}
        onClick={toggleBylines}
      >
        <span>{s.bylines}</span>
        <small>{s.number(counts.value.bylines)}</small>
      </button>
      <span class="rest-of" />
      {dates && dates[0] !== dates[1] && (
        <button
          type="button"
          class="more"
          aria-expanded={timeOpen.value}
          onClick={() => {
            timeOpen.value = !timeOpen.value;
          }}
        >
          <span>{s.time.title}</span>
        </button>
      )}
      {whole.value && (
        <button
          type="button"
          class="more"
          aria-expanded={kind === "filters"}
          onClick={() => select(kind === "filters" ? { kind: "none" } : { kind: "filters" })}
        >
          <span>{s.moreFilters}</span>
          {inUse > 0 && <small title={s.filters.active(inUse)}>{s.number(inUse)}</small>}
        </button>
      )}
      {communities > 0 && (
        <button
          type="button"
          class="more"
          aria-expanded={kind === "communities" || kind === "community"}
          onClick={() => select(kind === "communities" ? { kind: "none" } : { kind: "communities" })}
        >
          <span>{s.communities}</span>
          <small>{s.number(communities)}</small>
        </button>
      )}
    </nav>
  );
}
