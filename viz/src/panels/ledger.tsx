import {
  allTies,
  bylines,
  ledgerOpen,
  loading,
  model,
  selection,
  t,
  tableOpen,
  view,
  webgl,
  without,
} from "../state.ts";

export interface CameraButtons {
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

/** Always there: how much is shown, of how much, why not all, and the way to change it. */
export function Ledger({ camera }: { camera: CameraButtons }) {
  const s = t.value;
  const sentence = ledgerParts();
  return (
    <footer class="ledger">
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
      {ledgerOpen.value && <Choice />}
      {webgl.value && (
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
            class="table-button"
            aria-pressed={tableOpen.value}
            onClick={() => {
              tableOpen.value = !tableOpen.value;
            }}
          >
            {s.table}
          </button>
        </div>
      )}
    </footer>
  );
}

function ledgerParts(): (string | number)[] | null {
  const s = t.value;
  const m = model.value;
  const v = view.value;
  if (!m || !v || loading.value.kind !== "ready") return null;
  const { counts, drawn, content } = m.project;
  const reasons = [
    drawn.reason === "largest" && content.entities > drawn.entities && s.because.largest(drawn.entities),
    !bylines.value && m.nodes.some((node) => !node.in.content) && s.because.bylines,
    without.value.size > 0 && s.because.types([...without.value].map((type) => s.types[type]).join(s.join)),
    !allTies.value && s.because.backbone,
    v.extra > 0 && s.extra(selectedName(), v.extra),
  ].filter((reason): reason is string => Boolean(reason));
  const tail = reasons.length > 0 ? `${s.semicolon}${reasons.join(s.semicolon)}${s.stop}` : s.stop;
  return [...s.shown(v.nodes, counts.entities, v.edges, counts.edges), tail];
}

function selectedName(): string {
  const current = selection.value;
  const m = model.value!;
  const name = (id: string): string => m.nodes[m.indexById.get(id) ?? -1]?.name ?? id;
  if (current.kind === "node") return name(current.id);
  return current.kind === "tie" ? `${name(current.a)} — ${name(current.b)} ` : "";
}

function Choice() {
  const s = t.value;
  const m = model.value!;
  const options = [
    { all: false, name: s.backbone, note: s.backboneNote },
    { all: true, name: s.allTies, note: s.allTiesNote(m.edges.filter((edge) => edge.layer === "content").length) },
  ];
  return (
    <fieldset class="choice">
      <legend class="sr">{s.change}</legend>
      {options.map((option) => (
        <label key={String(option.all)}>
          <input
            type="radio"
            name="ties"
            checked={allTies.value === option.all}
            onChange={() => {
              allTies.value = option.all;
            }}
          />
          <span>
            <b>{option.name}</b>
            <small>{option.note}</small>
          </span>
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={bylines.value}
          onChange={() => {
            bylines.value = !bylines.value;
          }}
        />
        <b>{s.bylines}</b>
      </label>
    </fieldset>
  );
}
