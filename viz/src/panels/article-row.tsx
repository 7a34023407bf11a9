import type { SiteArticleEntry } from "../data.ts";
import { typeset } from "../reading.ts";
import { t } from "../state.ts";

type Head = Pick<SiteArticleEntry, "title" | "kind" | "paper" | "date" | "article">;

/** An article's headline for reading; furniture and untitled pieces have a word of ours instead. */
export function headline(entry: Head): string {
  if (entry.kind === "masthead") return t.value.kinds.masthead;
  return typeset(entry.title) || t.value.untitled;
}

/** Paper, date, kind, joined by middle dots. */
export function Source({ entry, after = [] }: { entry: Head; after?: readonly string[] }) {
  const s = t.value;
  const parts = [
    entry.paper ?? s.paperUnknown,
    entry.date ? s.date(entry.date) : s.dateUnknown,
    s.kinds[entry.kind],
    ...after,
  ];
  return (
    <p class="meta">
      {parts.map((part, i) => (
        <span key={part}>
          {i > 0 && <i>·</i>}
          {part}
        </span>
      ))}
    </p>
  );
}

export function ArticleRow({ entry, onOpen }: { entry: Head; onOpen: () => void }) {
  return (
    <li>
      <button type="button" lang="zh-CN" onClick={onOpen}>
        {headline(entry)}
      </button>
      <Source entry={entry} />
    </li>
  );
}
