// In how many articles a sentence names both, where the counts of a part do not tell: read from the articles themselves.
import { articlesOfTie, countClose } from "../evidence.ts";
import { loadNamed, t } from "../state.ts";
import type { TieProps } from "./evidence-item.tsx";
import { useLoaded } from "./loaded.ts";

/** More articles than these are not fetched for one figure. */
const MOST_READ = 80;

export function CloseCount({ m, a, b, edge }: TieProps) {
  const s = t.value;
  const list = articlesOfTie(m, m.edges.indexOf(edge));
  const many = list.length > MOST_READ;
  const [loaded] = useLoaded(`${a.id} ${b.id} ${many ? "" : list.join()}`, async () =>
    many ? null : Promise.all(list.map((i) => loadNamed(i, m.articles[i]!.article))),
  );
  if (loaded.kind === "waiting") return null;
  const articles = loaded.kind === "ready" ? loaded.value : null;
  if (!articles) return <span>{s.closeNotKnown}</span>;
  const close = countClose(articles, a.id, b.id, edge.layer !== "content");
  return close > 0 ? <span>{s.closeOnly(close)}</span> : null;
}
