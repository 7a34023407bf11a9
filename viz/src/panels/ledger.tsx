import { decisions } from "../corrections/store.ts";
import { filterReasons } from "../reasons.ts";
import {
  arranged,
  arranging,
  bylines,
  counting,
  drawn,
  ghostly,
  ledgerOpen,
  loading,
  model,
  picture,
  rearrangeDrawn,
  select,
  selection,
  t,
  tableOpen,
  toggleBylines,
} from "../state.ts";
import { HowMany, WhichTies } from "./choice.tsx";
import { ledgerParts } from "./ledger-sentence.ts";

export interface CameraButtons {
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

/** Always there: how much is shown, of how much, why not all, and the way to change it. */
export function Ledger({ camera }: { camera: CameraButtons }) {
  const s = t.value;
  const ready = model.value && drawn.value && picture.value && loading.value.kind === "ready";
  const sentence = ready ? ledgerParts() : null;
  return (
    <footer class="ledger" aria-busy={counting.value ? "true" : undefined}>
      <p>
        {sentence?.map((part) => (typeof part === "number" ? <b key={part}>{s.number(part)}</b> : part))}
        {sentence && (
          <button
            type="button"
            class="link"
            aria-expanded={ledgerOpen.value}
            onClick={() => {
              ledgerOpen.value = !ledgerOpen.value;
            }}
          >
            {s.change}
          </button>
        )}
      </p>
      {ledgerOpen.value && ready && <Choice />}
      <div class="cam">
        <button type="button" aria-label={s.zoomOut} title={s.zoomOut} onClick={() => camera.zoom(1.5)}>
          −
        </button>
        <button type="button" aria-label={s.zoomIn} title={s.zoomIn} onClick={() => camera.zoom(1 / 1.5)}>
          ＋
        </button>
        <button type="button" onClick={camera.fit}>
          {s.fit}
        </button>
        <button
          type="button"
          disabled={arranging.value || !ready}
          aria-busy={arranging.value ? "true" : undefined}
          onClick={() => {
            if (arranged.value) arranged.value = null;
            else void rearrangeDrawn();
          }}
        >
          {arranging.value ? s.arranging : arranged.value ? s.arrangeBack : s.arrange}
        </button>
        <button
          type="button"
          class="table-button"
          aria-pressed={tableOpen.value}
          onClick={() => {
            tableOpen.value = !tableOpen.value;
          }}
        >
          {s.table}
        </button>
      </div>
    </footer>
  );
}

function Choice() {
  const s = t.value;
  const reasons = filterReasons();
  return (
    <fieldset class="choice">
      <legend class="sr">{s.change}</legend>
      <HowMany />
      <WhichTies />
      <label>
        <input type="checkbox" checked={bylines.value} onChange={toggleBylines} />
        <b>{s.bylines}</b>
      </label>
      {model.value?.scope && (
        <label>
          <input
            type="checkbox"
            checked={ghostly.value}
            onChange={() => {
              ghostly.value = !ghostly.value;
            }}
          />
          <b>{s.ghosts.show}</b>
        </label>
      )}
      {reasons.map(({ text, undo }) => (
        <p key={text} class="undo">
          <span>{text}</span>
          <button type="button" class="link" onClick={undo}>
            {s.undo}
          </button>
        </p>
      ))}
      {decisions.value.length > 0 && (
        <button type="button" class="link" onClick={() => select({ kind: "corrections" })}>
          {s.correct.title}
        </button>
      )}
      {selection.value.kind !== "filters" && (
        <button type="button" class="link" onClick={() => select({ kind: "filters" })}>
          {s.moreFilters}
        </button>
      )}
    </fieldset>
  );
}
