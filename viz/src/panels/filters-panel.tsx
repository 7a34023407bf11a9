import { LONGEST_QUERY, NO_FILTERS, type Sure } from "../address.ts";
import { faultWords } from "../reasons.ts";
import { allTies, fault, filter, filters, model, names, select, t, timeOpen, whole } from "../state.ts";
import { HowMany, WhichTies } from "./choice.tsx";
import { Panel } from "./panel.tsx";

const SURE: readonly Sure[] = ["any", "hint", "clear"];

/** Everything that decides what is counted and drawn, in one place; types and bylines are in the legend. */
export function FiltersPanel() {
  const s = t.value;
  const m = model.value!;
  return (
    <Panel
      kind="list"
      of="filters"
      eyebrow={s.filters.counted(m.counted.articles, m.counted.stories)}
      heading={s.filters.title}
    >
      <p class="sense">{s.filters.note}</p>
      <form class="fields" onSubmit={(event) => event.preventDefault()}>
        <Query />
        <Papers />
        <Days />
        <fieldset>
          <legend>{s.filters.names}</legend>
          <Count label={s.filters.known} value={filters.value.known} onChange={(known) => filter({ known })} />
          <HowMany />
        </fieldset>
        <fieldset>
          <legend>{s.filters.ties}</legend>
          <WhichTies />
          <Count label={s.filters.least} value={filters.value.least} onChange={(least) => filter({ least })} />
        </fieldset>
        <Sureness />
        <button type="button" class="act" onClick={reset}>
          {s.filters.reset}
        </button>
        <p class="note">
          <button type="button" class="link" onClick={() => select({ kind: "corrections" })}>
            {s.correct.title}
          </button>
        </p>
      </form>
    </Panel>
  );
}

function reset(): void {
  filters.value = NO_FILTERS;
  allTies.value = false;
  names.value = "300";
}

/** The filter language of the command line and the API. It acts when it is whole: on Enter, and when the field is left. */
function Query() {
  const s = t.value;
  const set = (query: string): void => filter({ query: query.trim().slice(0, LONGEST_QUERY) });
  return (
    <fieldset>
      <legend>{s.filters.query}</legend>
      <input
        type="text"
        class="wide"
        aria-label={s.filters.query}
        aria-invalid={fault.value !== null}
        aria-describedby="filter-fault"
        placeholder={s.filters.queryHint}
        maxLength={LONGEST_QUERY}
        spellcheck={false}
        autocomplete="off"
        value={filters.value.query}
        onChange={(event) => set(event.currentTarget.value)}
      />
      <p class="note fault" id="filter-fault" role="status">
        {fault.value && faultWords(s, fault.value)}
      </p>
    </fieldset>
  );
}

function Papers() {
  const s = t.value;
  const { papers } = whole.value!.project;
  const chosen = new Set(filters.value.papers);
  if (papers.length < 2) return null;
  const toggle = (paper: string): void => {
    const next = new Set(chosen);
    if (!next.delete(paper)) next.add(paper);
    filter({ papers: next.size === papers.length ? [] : [...next].sort() });
  };
  return (
    <fieldset>
      <legend>{s.filters.papers}</legend>
      <label>
        <input type="checkbox" checked={chosen.size === 0} onChange={() => filter({ papers: [] })} />
        <span>{s.filters.allPapers}</span>
      </label>
      {papers.map(({ paper, articles }) => (
        <label key={paper ?? ""}>
          <input type="checkbox" checked={chosen.has(paper ?? "")} onChange={() => toggle(paper ?? "")} />
          <span lang="zh-CN">{paper ?? s.paperUnknown}</span>
          <small>{s.filters.paperArticles(articles)}</small>
        </label>
      ))}
    </fieldset>
  );
}

function Days() {
  const s = t.value;
  const { dates } = whole.value!.project;
  if (!dates || dates[0] === dates[1]) return null;
  const { from, to } = filters.value;
  const field = (label: string, value: string | null, change: (day: string | null) => void) => (
    <label class="line">
      <span>{label}</span>
      <input
        type="date"
        min={dates[0]}
        max={dates[1]}
        value={value ?? ""}
        onChange={(event) => change(event.currentTarget.value || null)}
      />
    </label>
  );
  return (
    <fieldset>
      <legend>{s.filters.period}</legend>
      {field(s.filters.from, from, (day) => filter({ from: day }))}
      {field(s.filters.to, to, (day) => filter({ to: day }))}
      <button
        type="button"
        class="link"
        onClick={() => {
          timeOpen.value = true;
        }}
      >
        {s.filters.openTime}
      </button>
    </fieldset>
  );
}

function Count({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <label class="line">
      <span>{label}</span>
      <input
        type="number"
        min={1}
        max={999_999}
        value={value}
        onInput={(event) => onChange(Math.max(1, Math.floor(event.currentTarget.valueAsNumber) || 1))}
      />
    </label>
  );
}

function Sureness() {
  const s = t.value;
  const { tested } = whole.value!.project.tests;
  return (
    <fieldset disabled={!tested}>
      <legend>{s.filters.sure}</legend>
      {!tested && <p class="note">{s.filters.untested}</p>}
      {SURE.map((sure) => (
        <label key={sure}>
          <input type="radio" name="sure" checked={filters.value.sure === sure} onChange={() => filter({ sure })} />
          <span>{s.filters.sureness[sure]}</span>
        </label>
      ))}
    </fieldset>
  );
}
