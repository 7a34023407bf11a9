import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { When } from "../ghosts.ts";
import { type Bin, beside, binsOf, type Histogram } from "../histogram.ts";
import { spanWords } from "../reasons.ts";
import { announcement, filter, filters, ghosts, model, select, t, timeOpen, whole } from "../state.ts";
import { bars } from "./bars.ts";
import { Icon } from "./icons.tsx";

/** Milliseconds that a window stands while it plays. */
const BEAT = 1100;

/** Bars of articles; dragging over them takes a window, in which everything is counted anew. */
export function TimeStrip() {
  if (!bars.value) return null;
  return (
    <section class="strip-time" aria-label={t.value.time.title}>
      <Figures />
      <Ghosts />
      <Bars bars={bars.value} />
      <Acts bars={bars.value} />
    </section>
  );
}

function Figures() {
  const s = t.value;
  const { from, to } = filters.value;
  const { articles, stories } = model.value!.counted;
  const { undated_pages } = whole.value!.project;
  const windowed = from !== null || to !== null;
  return (
    <div class="figures">
      <h2>{windowed ? spanWords(s, from, to) : s.time.whole}</h2>
      <p>
        {articles === 0 ? s.time.empty : windowed ? s.time.note(articles, stories) : s.time.all(articles, stories)}{" "}
        {undated_pages > 0 && `${s.undated(undated_pages)}${s.stop}`}
      </p>
    </div>
  );
}

const WHENS: readonly When[] = ["before", "after", "elsewhere"];

/** What is new in the window, and what of the rest is not in it, with the marks that they have on the map. */
function Ghosts() {
  const s = t.value;
  const given = ghosts.value;
  if (!given) return null;
  const rows = WHENS.map((when) => {
    const [names, ties] = [given.names, given.ties].map((list) => list.filter((one) => one.when === when).length);
    return { when, names: names!, ties: ties! };
  }).filter(({ names, ties }) => names + ties > 0);
  const fresh = given.fresh.size + given.freshTies > 0;
  return (
    <ul class="ghosts">
      {fresh && <li class="fresh">{s.ghosts.fresh(given.fresh.size, given.freshTies)}</li>}
      {rows.map(({ when, names, ties }) => (
        <li key={when} class={when}>
          {s.ghosts[when](names, ties)}
        </li>
      ))}
    </ul>
  );
}

/** Sets the window to bars [a, b], in either order; all of them is no window. */
function setWindow({ bins }: Histogram, a: number, b: number): void {
  const [first, last] = [Math.max(0, Math.min(a, b)), Math.min(bins.length - 1, Math.max(a, b))];
  const all = first === 0 && last === bins.length - 1;
  filter(all ? { from: null, to: null } : { from: bins[first]!.from, to: bins[last]!.to });
}

function Bars({ bars }: { bars: Histogram }) {
  const s = t.value;
  const plot = useRef<SVGSVGElement>(null);
  const held = useSignal<{ readonly anchor: number; readonly moving: number } | null>(null);
  const { bins, most } = bars;
  const size = bins.length;
  const { from, to } = filters.value;
  const windowed = from !== null || to !== null;
  const chosen = binsOf(bars, from, to);
  const at = (event: PointerEvent): number => {
    const box = plot.current!.getBoundingClientRect();
    return Math.max(0, Math.min(size - 1, Math.floor(((event.clientX - box.left) / box.width) * size)));
  };
  // A window that is taken is not counted at every pixel but once a frame.
  const frame = useRef(0);
  const take = (anchor: number, moving: number): void => {
    held.value = { anchor, moving };
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => setWindow(bars, anchor, moving));
  };
  const onDown = (event: PointerEvent): void => {
    const bin = at(event);
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    // Near an end of the window that end is meant, elsewhere a new window begins.
    const reach = Math.max(0, Math.round(size / 80));
    if (windowed && chosen && Math.abs(bin - chosen[0]) <= reach && chosen[0] !== chosen[1]) take(chosen[1], bin);
    else if (windowed && chosen && Math.abs(bin - chosen[1]) <= reach && chosen[0] !== chosen[1]) take(chosen[0], bin);
    else take(bin, bin);
  };
  const onMove = (event: PointerEvent): void => {
    const now = held.value;
    if (now && at(event) !== now.moving) take(now.anchor, at(event));
  };
  const onUp = (): void => {
    held.value = null;
    const { articles, stories } = model.value!.counted;
    announcement.value = `${spanWords(s, filters.value.from, filters.value.to)} ${s.time.note(articles, stories)}`;
  };
  const isIn = (i: number): boolean => !windowed || (chosen !== null && i >= chosen[0] && i <= chosen[1]);
  return (
    <div class="plot">
      <svg
        ref={plot}
        viewBox={`0 0 ${size} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={s.time.bars(bars.unit)}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={onUp}
      >
        {windowed && chosen && <rect class="wash" x={chosen[0]} y="0" width={chosen[1] - chosen[0] + 1} height="100" />}
        {bins.map((bin, i) => (
          <rect
            key={bin.from}
            class={isIn(i) ? "in" : ""}
            x={i + 0.1}
            width={0.8}
            y={100 - (96 * bin.articles) / most}
            height={(96 * bin.articles) / most}
          >
            <title>{s.time.bar(s.dates(bin.from, bin.to), bin.articles)}</title>
          </rect>
        ))}
      </svg>
      {chosen && <Ends bars={bars} chosen={chosen} on={windowed} />}
      <Ticks bins={bins} />
    </div>
  );
}

/** The two ends of the window, for keys and for fingers. */
function Ends({ bars, chosen, on }: { bars: Histogram; chosen: readonly [number, number]; on: boolean }) {
  const s = t.value;
  const { bins } = bars;
  const onKey = (end: 0 | 1) => (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageDown: -7, PageUp: 7 }[event.key];
    const jump = { Home: 0, End: bins.length - 1 }[event.key];
    if (step === undefined && jump === undefined) return;
    event.preventDefault();
    const moved = Math.max(0, Math.min(bins.length - 1, jump ?? chosen[end] + step!));
    if (end === 0) setWindow(bars, Math.min(moved, chosen[1]), chosen[1]);
    else setWindow(bars, chosen[0], Math.max(moved, chosen[0]));
  };
  return (
    <>
      {([0, 1] as const).map((end) => (
        <span
          key={end}
          class={on ? "end on" : "end"}
          role="slider"
          tabIndex={0}
          aria-label={end === 0 ? s.time.start : s.time.end}
          aria-valuemin={0}
          aria-valuemax={bins.length - 1}
          aria-valuenow={chosen[end]}
          aria-valuetext={s.date(end === 0 ? bins[chosen[0]]!.from : bins[chosen[1]]!.to)}
          style={{ left: `${(100 * (chosen[end] + end)) / bins.length}%` }}
          onKeyDown={onKey(end)}
        />
      ))}
    </>
  );
}

/** First and last day, and some between where there is room. */
function Ticks({ bins }: { bins: readonly Bin[] }) {
  const s = t.value;
  const step = Math.max(1, Math.ceil(bins.length / 5));
  const marks = bins.map((_, i) => i).filter((i) => i % step === 0 && i < bins.length - step / 2);
  return (
    <p class="ticks" aria-hidden="true">
      {marks.map((i) => (
        <span key={i} style={{ left: `${(100 * i) / bins.length}%` }}>
          {s.date(bins[i]!.from)}
        </span>
      ))}
      <span class="last">{s.date(bins.at(-1)!.to)}</span>
    </p>
  );
}

function Acts({ bars }: { bars: Histogram }) {
  const s = t.value;
  const playing = useSignal(false);
  const { from, to } = filters.value;
  const chosen = binsOf(bars, from, to);
  const windowed = (from !== null || to !== null) && chosen !== null;
  const last = bars.bins.length - 1;
  useEffect(() => {
    if (!playing.value) return;
    const timer = setInterval(() => {
      const now = binsOf(bars, filters.peek().from, filters.peek().to) ?? [0, last];
      const length = now[1] - now[0] + 1;
      if (now[1] >= last) playing.value = false;
      else setWindow(bars, Math.min(now[0] + length, last), Math.min(now[1] + length, last));
    }, BEAT);
    return () => clearInterval(timer);
  }, [playing.value]);
  const play = (): void => {
    const ended = !windowed || chosen[1] >= last;
    if (!playing.value && ended) setWindow(bars, 0, Math.max(0, Math.floor(last / 8)));
    playing.value = !playing.value;
  };
  const compare = (): void => {
    const [a, b] = [bars.bins[chosen![0]]!.from, bars.bins[chosen![1]]!.to];
    const [earlier, later] = beside(a, b, "before");
    select({ kind: "compare", by: "period", left: `${earlier}..${later}`, right: `${a}..${b}` });
  };
  return (
    <div class="acts">
      <button type="button" class="link" aria-pressed={playing.value} onClick={play}>
        {playing.value ? s.time.pause : s.time.play}
      </button>
      <button type="button" class="link" disabled={!windowed} onClick={compare}>
        {s.time.compare}
      </button>
      <button type="button" class="link" disabled={!windowed} onClick={() => filter({ from: null, to: null })}>
        {s.time.whole}
      </button>
      <button
        type="button"
        class="close"
        aria-label={s.close}
        onClick={() => {
          timeOpen.value = false;
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
