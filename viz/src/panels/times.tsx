// When a name or a tie is printed: small bars over the project's days, fetched when a panel first wants them.
import type { SiteNode } from "../data.ts";
import { witnesses } from "../evidence.ts";
import { type Bin, binsOf, countIn } from "../histogram.ts";
import { articlesOf } from "../model.ts";
import { bylines, filters, t, timeOpen, whole } from "../state.ts";
import { bars as axis } from "./bars.ts";

/** Of a name: its articles. */
export function NodeTimes({ node }: { node: SiteNode }) {
  const all = whole.value!;
  const one = all.nodes[all.indexById.get(node.id) ?? -1];
  return one ? <Times articles={articlesOf(one, bylines.value || !one.in.content)} /> : null;
}

/** Of a tie: the printings that name both, by the day that each begins on. */
export function TieTimes({ a, b, outside }: { a: SiteNode; b: SiteNode; outside: boolean }) {
  const all = whole.value!;
  const [one, other] = [a, b].map(({ id }) => all.nodes[all.indexById.get(id) ?? -1]);
  if (!one || !other) return null;
  const list = witnesses(all, one, other, bylines.value || outside);
  return <Times articles={list.flatMap(({ articles, reprints }) => [articles[0]!, ...reprints])} />;
}

/** Nothing where the project has one day, or no more than one of the articles has any. */
function Times({ articles }: { articles: readonly number[] }) {
  const s = t.value;
  const all = whole.value!;
  const { from, to, papers } = filters.value;
  // The same bars as on the time axis, whatever of them is looked at.
  const bars = axis.value;
  if (!bars) return null;
  const entries = articles
    .map((i) => all.articles[i]!)
    .filter(({ paper }) => papers.length === 0 || papers.includes(paper ?? ""));
  const counts = countIn(bars, entries);
  const dated = counts.reduce((sum, count) => sum + count, 0);
  if (dated < 2) return null;
  const most = Math.max(...counts);
  const peak = bars.bins[counts.indexOf(most)]!;
  const [first, last] = [counts.findIndex(Boolean), counts.findLastIndex(Boolean)].map((i) => bars.bins[i]!) as [
    Bin,
    Bin,
  ];
  const window = binsOf(bars, from, to);
  const isIn = (i: number): boolean => window !== null && i >= window[0] && i <= window[1];
  const inside = counts.reduce((sum, count, i) => sum + (isIn(i) ? count : 0), 0);
  const windowed = from !== null || to !== null;
  const size = bars.bins.length;
  const said = [
    most > 1 ? s.times.peak(s.dates(peak.from, peak.to), most) : s.dates(first.from, last.to),
    windowed && s.times.inside(inside, dated),
    entries.length > dated && s.times.undated(entries.length - dated),
  ].filter(Boolean);
  return (
    <figure class="times">
      <svg
        viewBox={`0 0 ${size} 40`}
        preserveAspectRatio="none"
        role="img"
        aria-label={s.times.label(bars.unit, counts.filter(Boolean).length, size)}
      >
        {windowed && window && <rect class="wash" x={window[0]} y="0" width={window[1] - window[0] + 1} height="40" />}
        {counts.map((count, i) =>
          count === 0 ? null : (
            <rect
              key={bars.bins[i]!.from}
              class={isIn(i) ? "in" : ""}
              x={i + 0.1}
              width={0.8}
              y={40 - (38 * count) / most}
              height={(38 * count) / most}
            >
              <title>{s.time.bar(s.dates(bars.bins[i]!.from, bars.bins[i]!.to), count)}</title>
            </rect>
          ),
        )}
      </svg>
      <p class="ticks" aria-hidden="true">
        <span>{s.date(bars.bins[0]!.from)}</span>
        <span class="last">{s.date(bars.bins.at(-1)!.to)}</span>
      </p>
      <figcaption>
        <p>
          {said.join(s.semicolon)}
          {s.stop}
          {!timeOpen.value && (
            <button
              type="button"
              class="link"
              onClick={() => {
                timeOpen.value = true;
              }}
            >
              {s.time.open}
            </button>
          )}
        </p>
      </figcaption>
    </figure>
  );
}
