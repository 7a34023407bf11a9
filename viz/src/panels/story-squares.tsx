import type { SiteNode } from "../data.ts";
import { articlesOf, type Model } from "../model.ts";
import { t } from "../state.ts";
import { TYPE_LETTER } from "../theme.ts";

const MOST = 60;

/** One square a story: upper half when it names the first, lower half when it names the second; both first. */
export function StorySquares({ m, a, b }: { m: Model; a: SiteNode; b: SiteNode }) {
  const total = m.counted.stories;
  if (total > MOST) return null;
  const stories = (node: SiteNode): Set<string> => new Set(articlesOf(node, false).map((i) => m.articles[i]!.story));
  const inA = stories(a);
  const inB = stories(b);
  const both = [...inA].filter((story) => inB.has(story)).length;
  const kinds = [
    ...Array<string>(both).fill("ab"),
    ...Array<string>(inA.size - both).fill("aa"),
    ...Array<string>(inB.size - both).fill("bb"),
  ];
  while (kinds.length < total) kinds.push("");
  return (
    <div class="squares" aria-hidden="true">
      <p style={{ gridTemplateColumns: `repeat(${Math.min(15, Math.max(7, Math.ceil(total / 2)))}, auto)` }}>
        {kinds.slice(0, total).map((kind, i) => (
          <span key={i} class={kind && `${kind} x-${TYPE_LETTER[a.type]} y-${TYPE_LETTER[b.type]}`} />
        ))}
      </p>
      <small>{t.value.oneSquare}</small>
    </div>
  );
}
