import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { loadPage, type SiteArticle } from "../data.ts";
import { paragraphs } from "../reading.ts";
import { loadNamed, model, readingAt, selection, stepBack, t } from "../state.ts";
import { headline, Source } from "./article-row.tsx";
import { CopyButton, citation } from "./copy.tsx";
import { Icon } from "./icons.tsx";
import { useLoaded } from "./loaded.ts";
import { PagePane } from "./page-pane.tsx";
import { Panel } from "./panel.tsx";
import { PrintedText } from "./text.tsx";

/** A whole article with all its names, beside the page that printed it. */
export function ArticlePanel({ id }: { id: string }) {
  const s = t.value;
  const m = model.value!;
  const index = m.articleById.get(id);
  const tab = useSignal<"article" | "page">("article");
  const [loaded, again] = useLoaded(id, () =>
    index === undefined ? Promise.reject(new Error(id)) : loadNamed(index, id),
  );
  const entry = index === undefined ? undefined : m.articles[index];
  return (
    <Panel
      kind="spread"
      of={id}
      eyebrow={
        <button type="button" class="link back" onClick={stepBack}>
          <Icon name="back" />
          {cameFrom()}
        </button>
      }
      heading={<span class="sr">{entry ? headline(entry) : id}</span>}
    >
      <div class="tabs">
        {(["article", "page"] as const).map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={tab.value === name}
            onClick={() => {
              tab.value = name;
            }}
          >
            {s.tabs[name]}
          </button>
        ))}
      </div>
      <div class={`two show-${tab.value}`}>
        {loaded.kind === "ready" ? (
          <>
            <Reading article={loaded.value} />
            <Printed article={loaded.value} />
          </>
        ) : (
          <article>
            <p class="note">
              {loaded.kind === "waiting" ? s.reading : s.evidenceMissing}
              {loaded.kind === "failed" && (
                <button type="button" class="link" onClick={again}>
                  {s.retry}
                </button>
              )}
            </p>
          </article>
        )}
      </div>
    </Panel>
  );
}

function cameFrom(): string {
  const m = model.value!;
  const current = selection.value;
  const name = (id: string): string => m.nodes[m.indexById.get(id) ?? -1]?.name ?? id;
  if (current.kind === "tie") return `${name(current.a)} — ${name(current.b)}`;
  if (current.kind === "node") return name(current.id);
  return t.value.back;
}

/** Entities that are being read: the ends of the tie, or the node. */
export function markedEntities(): Set<string> {
  const current = selection.value;
  if (current.kind === "tie") return new Set([current.a, current.b]);
  return new Set(current.kind === "node" ? [current.id] : []);
}

function Reading({ article }: { article: SiteArticle }) {
  const s = t.value;
  const marked = markedEntities();
  const here = article.sentences[readingAt.value ?? -1];
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "center" });
  }, [article.article, here]);
  const entities = new Set(article.mentions.map((mention) => mention.entity)).size;
  const after = [article.byline?.replace(/\s+/g, " "), s.entitiesIn(entities)].filter((part): part is string =>
    Boolean(part),
  );
  return (
    <article>
      <h3 class="headline" lang="zh-CN">
        {headline(article)}
      </h3>
      <Source entry={article} after={after} />
      {article.continued_from && <p class="jump">{s.continuedFrom(article.continued_from)}</p>}
      <div class="body" lang="zh-CN">
        {paragraphs(article.text, article.title).map((span) => {
          const isHere = here !== undefined && here[0] < span[1] && here[1] > span[0];
          const part = { text: article.text, mentions: article.mentions, marked, linked: true };
          return (
            <p key={span[0]} {...(isHere && { ref: place, class: "here" })}>
              {isHere ? (
                <>
                  <PrintedText {...part} span={[span[0], Math.max(span[0], here[0])]} />
                  <b>
                    <PrintedText {...part} span={[Math.max(span[0], here[0]), Math.min(span[1], here[1])]} />
                  </b>
                  <PrintedText {...part} span={[Math.min(span[1], here[1]), span[1]]} />
                </>
              ) : (
                <PrintedText {...part} span={span} />
              )}
            </p>
          );
        })}
      </div>
      {article.continued_to && <p class="jump">{s.continuedTo(article.continued_to)}</p>}
      <p class="acts">
        <CopyButton text={citation(article, "")} />
      </p>
    </article>
  );
}

function Printed({ article }: { article: SiteArticle }) {
  const s = t.value;
  const [loaded, again] = useLoaded(String(article.page), () => loadPage(article.page, article.page_id));
  if (loaded.kind === "ready") return <PagePane article={article} page={loaded.value} marked={markedEntities()} />;
  return (
    <div class="printed">
      <p class="note">
        {loaded.kind === "waiting" ? s.reading : s.evidenceMissing}
        {loaded.kind === "failed" && (
          <button type="button" class="link" onClick={again}>
            {s.retry}
          </button>
        )}
      </p>
    </div>
  );
}
