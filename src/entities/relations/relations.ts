// Settled mentions of an article → the relations that its grammar states, each with its printed words.
//
// A grammar is a described object; the registry below is all there is. Precision goes first: what no grammar states is not
// made, however likely it is. Why no syntax tree: the genre states these six in a few fixed frames, and a frame can be read
// by whoever doubts a row; a parser for Chinese newspapers would be a second tagger, with errors that nobody can name.
import type { Article } from "../../articles/index.ts";
import { pageSpans } from "../../articles/index.ts";
import { append } from "../../lib/append.ts";
import { firstIndex } from "../../lib/search.ts";
import { mergeSpans, type Span } from "../../lib/span.ts";
import { withoutBlanks } from "../../text/index.ts";
import type { Context } from "../context.ts";
import type { ReadArticle } from "../repair.ts";
import type { Mention, Sentence } from "../types.ts";
import type { RelationGrammar } from "./grammar.ts";
import { heldInGrammar } from "./held-in.ts";
import { issuedByGrammar } from "./issued-by.ts";
import { locatedInGrammar } from "./located-in.ts";
import { memberOfGrammar } from "./member-of.ts";
import { officesGrammar } from "./offices/offices.ts";
import { partOfGrammar } from "./part-of.ts";
import { createScene, type Scene } from "./scene.ts";
import type { Named, Predicate, Relation, RelationEnd, Statement } from "./types.ts";

export const RELATION_GRAMMARS: readonly RelationGrammar[] = [
  officesGrammar,
  partOfGrammar,
  locatedInGrammar,
  issuedByGrammar,
  heldInGrammar,
  memberOfGrammar,
];

/**
 * In: an article as read and as printed, its mentions and sentences as rows.
 * Out: by grammar, then in reading order; none whose words are not printed, none between an entity and itself.
 * Cost: O(length + mentions · a few look-ups).
 */
export function relationsOf(
  context: Context,
  article: Article,
  as: ReadArticle,
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
): Relation[] {
  if (mentions.length < 1 || article.kind === "masthead") return [];
  const scene = createScene(context, as, mentions);
  const out: Relation[] = [];
  for (const { predicate, run } of RELATION_GRAMMARS) {
    const known = new Set<string>();
    const rows = run(scene).flatMap((statement) => {
      const row = relationRow(predicate, statement, scene, article, as, sentences);
      const key = row && JSON.stringify([row.subject.entity, row.object.entity, row.page_spans]);
      if (!row || known.has(key!)) return [];
      known.add(key!);
      return [{ row, at: statement.words[0]![0] }];
    });
    append(
      out,
      rows.sort((a, b) => a.at - b.at).map(({ row }) => row),
    );
  }
  return out;
}

const endOf = (end: Named | string): RelationEnd =>
  typeof end === "string" ? { entity: end, start: null } : { entity: `${end.type}:${end.name}`, start: end.printed };

function relationRow(
  predicate: Predicate,
  { subject, object, words }: Statement,
  { context }: Scene,
  article: Article,
  { starts, ends }: ReadArticle,
  sentences: readonly Sentence[],
): Relation | null {
  const [from, to] = [endOf(subject), endOf(object)];
  if (from.entity === to.entity) return null;
  const printed = words.map(([start, end]): Span => [starts[context.at[start]!]!, ends[context.at[end - 1]!]!]);
  const page_spans = mergeSpans(printed.flatMap(([start, end]) => pageSpans(article, start, end)));
  const label = printed.map(([start, end]) => withoutBlanks(article.text.slice(start, end))).join("");
  const sentence = firstIndex(sentences, ({ start }) => start > printed[0]![0]) - 1;
  if (page_spans.length === 0 || label === "" || sentence < 0) return null;
  return { article: article.article, sentence, predicate, subject: from, object: to, label, page_spans };
}
