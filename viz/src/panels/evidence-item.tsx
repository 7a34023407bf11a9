// One story's evidence for a tie: its words with both names marked, where they stand, and what leads on.
import type { SiteArticle, SiteNode } from "../data.ts";
import { passage, type Witness } from "../evidence.ts";
import type { Model, Tie } from "../model.ts";
import { bylines, loadNamed, model, read, t } from "../state.ts";
import { headline, Source } from "./article-row.tsx";
import { CopyButton, citation } from "./copy.tsx";
import { useLoaded } from "./loaded.ts";
import { PrintedText } from "./text.tsx";

export interface TieProps {
  readonly m: Model;
  readonly a: SiteNode;
  readonly b: SiteNode;
  readonly edge: Tie;
}

export function EvidenceItem({ witness, m, a, b, edge }: TieProps & { witness: Witness }) {
  const s = t.value;
  const [loaded, again] = useLoaded(witness.articles.join(), () =>
    Promise.all(witness.articles.map((i) => loadNamed(i, m.articles[i]!.article))),
  );
  const entry = m.articles[witness.articles[0]!]!;
  const found =
    loaded.kind === "ready" ? passage(loaded.value, a.id, b.id, bylines.value || edge.layer !== "content") : null;
  const source = found?.quotes[0]?.article ?? entry;
  const after = found ? [found.close ? s.sameSentence : s.sameArticle] : [];
  return (
    <li>
      <h4 lang="zh-CN">{headline(entry)}</h4>
      <Source entry={entry} after={after} />
      {loaded.kind === "waiting" && <p class="note">{s.reading}</p>}
      {(loaded.kind === "failed" || (loaded.kind === "ready" && !found)) && (
        <p class="note">
          {s.evidenceMissing}
          <button type="button" class="link" onClick={again}>
            {s.retry}
          </button>
        </p>
      )}
      {found && <Quotes found={found} a={a} b={b} />}
      {witness.reprints.length > 0 && <p class="note">{s.reprints(witness.reprints.length)}</p>}
      <p class="acts">
        <button type="button" class="link strong" onClick={() => read(source.article, sentenceOf(found?.quotes[0]))}>
          {s.readArticle}
        </button>
        {found && <CopyButton text={citation(entry, found.quotes.map(quoteText).join("……"))} />}
      </p>
    </li>
  );
}

const quoteText = ({ article, span }: { article: SiteArticle; span: readonly [number, number] }): string =>
  article.text.slice(span[0], span[1]);

/** The sentence of a quotation. */
function sentenceOf(quote: { readonly article: SiteArticle; readonly span: readonly [number, number] } | undefined) {
  const at = quote
    ? quote.article.sentences.findIndex(([start, end]) => start < quote.span[1] && end > quote.span[0])
    : -1;
  return at < 0 ? null : at;
}

/** The papers of some articles, each once; what is gone from the project is named by its id. */
function papersOf(articles: readonly string[]): string[] {
  const m = model.value!;
  const names = articles.map((id) => m.articles[m.articleById.get(id) ?? -1]?.paper ?? id);
  return [...new Set(names)];
}

export function Quotes({ found, a, b }: { found: NonNullable<ReturnType<typeof passage>>; a: SiteNode; b: SiteNode }) {
  const s = t.value;
  const marked = new Set([a.id, b.id]);
  const mentions = found.quotes.flatMap((quote) => quote.mentions);
  const repaired = new Map(mentions.flatMap(({ surface, repair }) => (repair ? [[surface, repair]] : [])));
  const short = new Map(
    mentions
      .map((mention) => [mention.repair?.read ?? mention.surface, mention.name] as const)
      .filter(([form, name]) => form !== name),
  );
  return (
    <>
      <blockquote lang="zh-CN">
        {found.quotes.map((quote, i) => (
          <span key={`${quote.article.article}/${quote.span[0]}`}>
            {i > 0 && (found.close ? <br /> : <span class="gap">……</span>)}
            <PrintedText text={quote.article.text} span={quote.span} mentions={quote.mentions} marked={marked} />
          </span>
        ))}
      </blockquote>
      {[...repaired].map(([surface, { read: form, from }]) => (
        <p class="note" key={`repaired ${surface}`}>
          {s.readAs(surface, form, papersOf(from))}
        </p>
      ))}
      {[...short].map(([surface, name]) => (
        <p class="note" key={surface}>
          {s.shortForm(surface, name)}
        </p>
      ))}
      {found.shared > found.quotes.length && <p class="note">{s.alsoShared(found.shared - found.quotes.length)}</p>}
    </>
  );
}
