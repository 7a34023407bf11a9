import { useEffect, useRef } from "preact/hooks";
import type { SiteArticle, SitePage } from "../data.ts";
import { type PrintedPart, printedLines, strip } from "../printed.ts";
import { t } from "../state.ts";
import { TYPE_LETTER } from "../theme.ts";

/** The page's text letter by letter, with its offsets, opened where the article stands. */
export function PagePane({
  article,
  page,
  marked,
}: {
  article: SiteArticle;
  page: SitePage;
  marked: ReadonlySet<string>;
}) {
  const s = t.value;
  const list = useRef<HTMLOListElement>(null);
  const target = [...marked].join();
  useEffect(() => {
    const at = list.current?.querySelector("mark") ?? list.current?.querySelector("li.here");
    const box = list.current;
    if (at && box) box.scrollTop += at.getBoundingClientRect().top - box.getBoundingClientRect().top - 120;
  }, [article.article, target]);
  const first = Math.min(...article.pieces.map(([start]) => start));
  const last = Math.max(...article.pieces.map(([, end]) => end));
  return (
    <div class="printed">
      <div class="strip" aria-hidden="true">
        {strip(page.text.length, article.pieces).map((part, i) => (
          <i key={i} class={part.here ? "here" : ""} style={{ flexGrow: part.length }} />
        ))}
      </div>
      <div class="facs">
        <h3>
          {s.asPrinted}
          <small>{s.characters(first + 1, last, page.text.length)}</small>
        </h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
        <ol lang="zh-CN" ref={list} tabIndex={0} aria-label={s.asPrinted}>
          {printedLines(page.text, article).map((line) => (
            <li key={line.offset} class={line.here ? "here" : "out"}>
              <b>{line.offset + 1}</b>
              <span>
                {line.parts.map((part, i) => (
                  <Part key={i} part={part} marked={marked} />
                ))}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

function Part({ part, marked }: { part: PrintedPart; marked: ReadonlySet<string> }) {
  if (part.mention) {
    const letter = TYPE_LETTER[part.mention.type];
    return marked.has(part.mention.entity) ? (
      <mark class={letter}>{part.text}</mark>
    ) : (
      <u class={`e ${letter}`}>{part.text}</u>
    );
  }
  return <span class={part.here ? "" : "out"}>{part.text}</span>;
}
