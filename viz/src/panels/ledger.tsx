import { MOST } from "../drawn.ts";
import {
  allTies,
  bylines,
  drawn,
  ledgerOpen,
  loading,
  model,
  names,
  picture,
  selection,
  t,
  tableOpen,
  toggleBylines,
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
  const d = drawn.value;
  const p = picture.value;
  if (!m || !d || !p || loading.value.kind !== "ready") return null;
  const { counts, content } = m.project;
  const carried = m.project.drawn;
  const cut = d.names < d.possible;
  const reasons = [
    cut && s.because.largest(d.names),
    !cut && carried.reason === "largest" && content.entities > carried.entities && s.because.largest(carried.entities),
    !bylines.value && m.nodes.some((node) => !node.in.content) && s.because.bylines,
    without.value.size > 0 && s.because.types([...without.value].map((type) => s.types[type]).join(s.join)),
    !allTies.value && (d.thinned ? s.because.telling : s.because.backbone),
    d.zoomed.names > 0 && s.zoomed(d.zoomed.names, d.zoomed.ties),
    p.extra.names > 0 && p.extra.ties === 0 && s.extraNames(p.extra.names),
    p.extra.ties > 0 && s.extra(selectedName(), p.extra.names, p.extra.ties),
  ].filter((reason): reason is string => Boolean(reason));
  const tail = reasons.length > 0 ? `${s.semicolon}${reasons.join(s.semicolon)}${s.stop}` : s.stop;
  return [...s.shown(d.names, counts.entities, d.ties, counts.edges), tail];
}

function selectedName(): string {
  const s = t.value;
  const current = selection.value;
  const m = model.value!;
  const name = (id: string): string => m.nodes[m.indexById.get(id) ?? -1]?.name ?? id;
  if (current.kind === "node") return name(current.id);
  if (current.kind === "community") return m.communities[current.index]?.name.slice(0, 2).join(s.join) ?? "";
  return current.kind === "tie" ? `${name(current.a)} — ${name(current.b)} ` : "";
}

function Choice() {
  const s = t.value;
  const m = model.value!;
  const options = [
    { all: false, name: s.backbone, note: drawn.value?.thinned ? s.tellingNote : s.backboneNote },
    { all: true, name: s.allTies, note: s.allTiesNote(m.edges.filter((edge) => edge.layer === "content").length) },
  ];
  return (
    <fieldset class="choice">
      <legend class="sr">{s.change}</legend>
      <HowMany />
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
            toggleBylines();
          }}
        />
        <b>{s.bylines}</b>
      </label>
    </fieldset>
  );
}

/** How many names; a project that is drawn whole anyway has nothing to choose. */
function HowMany() {
  const s = t.value;
  const possible = drawn.value?.possible ?? 0;
  const options = (["300", "1000", "all"] as const).filter((one) => one === "all" || MOST[one] < possible);
  if (options.length < 2) return null;
  return (
    <div class="how-many">
      {options.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="names"
            checked={names.value === one}
            onChange={() => {
              names.value = one;
            }}
          />
          <b>{one === "all" ? s.allNames(possible) : s.firstNames(MOST[one])}</b>
        </label>
      ))}
    </div>
  );
}
