// What is stated of a name, and why its names are one: fetched when its panel opens.
import { useSignal } from "@preact/signals";
import { nameReason } from "../../../src/query/name-words.ts";
import type { SiteEntity, SiteNode, SiteRelation } from "../data.ts";
import type { Model } from "../model.ts";
import { isWithin } from "../recount.ts";
import { lang, loadFacts, model, read, selectNode, t } from "../state.ts";
import { headline } from "./article-row.tsx";
import { TypeMark } from "./icons.tsx";
import { useLoaded } from "./loaded.ts";

const FIRST = 8;

export function NodeFacts({ m, node }: { m: Model; node: SiteNode }) {
  const s = t.value;
  const [loaded, again] = useLoaded(node.id, () => loadFacts(node.id));
  if (loaded.kind === "failed")
    return (
      <section>
        <p class="note">
          {s.facts.failed}
          <button type="button" class="link" onClick={again}>
            {s.retry}
          </button>
        </p>
      </section>
    );
  const facts = loaded.kind === "ready" ? loaded.value : null;
  const stated = (facts?.relations ?? []).filter(({ prints }) => prints.some(({ article }) => isCounted(m, article)));
  const offices = stated.filter(({ predicate }) => predicate === "holds_office");
  const others = stated.filter(({ predicate }) => predicate !== "holds_office");
  return (
    <>
      <Names node={node} facts={facts} />
      {offices.length > 0 && (
        <Stated key={`offices ${node.id}`} m={m} node={node} rows={offices} title={s.facts.offices} offices />
      )}
      {others.length > 0 && <Stated key={`others ${node.id}`} m={m} node={node} rows={others} title={s.facts.stated} />}
    </>
  );
}

const isCounted = ({ scope, articles }: Model, article: number): boolean =>
  !scope || isWithin(articles[article]!, scope);

interface StatedProps {
  readonly m: Model;
  readonly node: SiteNode;
  readonly rows: readonly SiteRelation[];
  readonly title: string;
  readonly offices?: boolean;
}

function Stated({ m, node, rows, title, offices = false }: StatedProps) {
  const s = t.value;
  const all = useSignal(false);
  const shown = all.value ? rows : rows.slice(0, FIRST);
  return (
    <section>
      <h3>
        {title}
        {offices && <small>{s.facts.officesNote}</small>}
      </h3>
      <ul class="stated">
        {shown.map((row) => (
          <Row key={`${row.predicate} ${row.subject.entity} ${row.object.entity} ${row.label}`} {...{ m, node, row }} />
        ))}
      </ul>
      {rows.length > shown.length && (
        <p class="rest">
          <button
            type="button"
            class="link"
            onClick={() => {
              all.value = true;
            }}
          >
            {s.facts.moreStated(rows.length - shown.length)}
          </button>
        </p>
      )}
    </section>
  );
}

/** "中核华铀 总经理助理 8月29日": the other end, and the printed words, which lead to where they stand. */
function Row({ m, node, row }: { m: Model; node: SiteNode; row: SiteRelation }) {
  const s = t.value;
  const isSubject = row.subject.entity === node.id || row.subject.entity === row.object.entity;
  const other = isSubject ? row.object : row.subject;
  const word = row.predicate === "holds_office" ? null : s.facts.relation[row.predicate][isSubject ? 0 : 1];
  const print = row.prints.find(({ article }) => isCounted(m, article))!;
  const entry = m.articles[print.article]!;
  const { first_date: first, last_date: last } = row;
  const when = first === null || last === null ? s.dateUnknown : first === last ? s.date(first) : s.dates(first, last);
  return (
    <li>
      <p>
        {word && <span class="as">{word}</span>}
        <Other {...other} />
        {row.predicate === "holds_office" && (
          <button
            type="button"
            class="said"
            lang="zh-CN"
            title={s.facts.openAt(headline(entry))}
            onClick={() => read(entry.article, print.sentence)}
          >
            {row.label}
          </button>
        )}
      </p>
      <p class="meta">
        <button
          type="button"
          class="link"
          title={s.facts.openAt(headline(entry))}
          onClick={() => read(entry.article, print.sentence)}
        >
          {when}
        </button>
        <i>·</i>
        {s.facts.count(row.stories)}
      </p>
    </li>
  );
}

function Other({ entity, type, name }: SiteRelation["subject"]) {
  const inner = (
    <>
      <TypeMark type={type} />
      <span lang="zh-CN">{name}</span>
    </>
  );
  // What is not among the drawn names has no panel.
  if (!model.value?.indexById.has(entity)) return <span class="other">{inner}</span>;
  return (
    <button type="button" class="other" onClick={() => selectNode(entity)}>
      {inner}
    </button>
  );
}

/** The forms in which it is printed, each with its reasons; then what tells it from others. */
function Names({ node, facts }: { node: SiteNode; facts: SiteEntity | null }) {
  const s = t.value;
  const forms = node.aliases.filter((alias) => alias !== node.name);
  const reasons = facts?.names ?? [];
  const rest = [...new Set(reasons.map(({ surface }) => surface))].filter((form) => !forms.includes(form));
  if (forms.length + rest.length === 0) return null;
  return (
    <section>
      <h3>
        {s.names}
        <small>
          {s.alsoPrinted}
          {reasons.length > 0 && ` · ${s.facts.whyOne}`}
        </small>
      </h3>
      <ul class="aliases">
        {[...forms, ...rest].map((form) => (
          <li key={form}>
            <span lang="zh-CN">{form}</span>
            {reasons
              .filter(({ surface }) => surface === form)
              .map((reason) => (
                <small key={reason.rule}>
                  {nameReason(reason)[lang.value]}
                  {reason.times > 1 && ` · ${s.facts.times(reason.times)}`}
                </small>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
