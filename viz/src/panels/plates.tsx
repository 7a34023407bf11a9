import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { clearFilters, helpOpen, load, loading, model, t, view } from "../state.ts";

/** What stands in the map's place when there is no map: a sentence, and one way out. */
export function Plates() {
  const s = t.value;
  const state = loading.value;
  // An address may ask for a part that is still being counted.
  if (state.kind === "loading" || (state.kind === "ready" && !model.value))
    return <Plate lines={[s.loading]} note={s.loadingNote} busy />;
  if (state.kind === "error")
    return (
      <Plate lines={[s.failed[state.error.kind]]} note={s.failedNote(state.error.address, state.error.message)}>
        <button type="button" class="act" onClick={() => void load()}>
          {s.retry}
        </button>
      </Plate>
    );
  if (model.value?.nodes.length === 0) return <Plate lines={[s.emptyProject]} note={s.emptyProjectNote} />;
  if (view.value?.picture.nodes.length === 0)
    return (
      <Plate lines={[s.emptyFilter]} note={s.emptyFilterNote}>
        <button type="button" class="act" onClick={clearFilters}>
          {s.clearFilters}
        </button>
      </Plate>
    );
  return null;
}

function Plate({
  lines,
  note,
  busy = false,
  children,
}: {
  lines: string[];
  note: string;
  busy?: boolean;
  children?: ComponentChildren;
}) {
  return (
    <div class="plate" role="status">
      {lines.map((line) => (
        <p class="say" key={line}>
          {line}
        </p>
      ))}
      {busy && (
        <div class="wait">
          <i />
        </div>
      )}
      <p class="sub">{note}</p>
      {children}
    </div>
  );
}

/** The list of keys. */
export function Help() {
  const s = t.value;
  const close = useRef<HTMLButtonElement>(null);
  const open = helpOpen.value;
  useEffect(() => {
    if (open) close.current?.focus();
  }, [open]);
  if (!open) return null;
  return (
    <div class="help" role="dialog" aria-label={s.help}>
      <h2>{s.help}</h2>
      <dl>
        {s.keys.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
      <button
        ref={close}
        type="button"
        class="act"
        onClick={() => {
          helpOpen.value = false;
        }}
      >
        {s.close}
      </button>
    </div>
  );
}
