import { useSignal } from "@preact/signals";
import { answer, hover, model, read, selectNode, selectTie, t } from "../state.ts";
import { ArticleRow } from "./article-row.tsx";
import { TypeMark } from "./icons.tsx";
import { Panel } from "./panel.tsx";

const FIRST = 20;

/** What two or more names have in common: names tied to all of them, articles that name them all. */
export function CommonPanel({ ids }: { ids: readonly string[] }) {
  const s = t.value;
  const m = model.value!;
  const given = answer.value;
  const most = useSignal(FIRST);
  const key = `common ${ids.join(" ")}`;
  const missing = ids.find((id) => !m.indexById.has(id));
  if (given?.kind !== "common" || missing !== undefined)
    return (
      <Panel kind="drawer" of={key} eyebrow={s.asks.common} heading={s.asks.common}>
        <p class="sense">{s.gone(missing ?? "")}</p>
      </Panel>
    );
  const { asked, common } = given;
  const shown = common.shared.slice(0, most.value);
  return (
    <Panel
      kind="drawer"
      of={key}
      eyebrow={s.asks.common}
      heading={
        <span class="pair">
          {asked.map((node) => (
            <button type="button" key={node} onClick={() => selectNode(m.nodes[node]!.id)}>
              <TypeMark type={m.nodes[node]!.type} />
              <span lang="zh-CN">{m.nodes[node]!.name}</span>
            </button>
          ))}
        </span>
      }
    >
      <section class="first">
        <h3>{common.articles.length > 0 ? s.asks.together(common.articles.length) : s.asks.noTogether}</h3>
        <ul class="articles">
          {common.articles.slice(0, 6).map((i) => (
            <ArticleRow key={i} entry={m.articles[i]!} onOpen={() => read(m.articles[i]!.article)} />
          ))}
        </ul>
      </section>
      <section>
        <h3>{common.shared.length > 0 ? s.asks.shared(common.shared.length) : s.asks.noShared}</h3>
        {shown.length > 0 && <p class="note">{s.asks.sharedNote}</p>}
        {shown.length > 0 && (
          <table class="ties">
            <thead>
              <tr>
                <th>
                  <span class="sr">{s.names}</span>
                </th>
                {asked.map((node) => (
                  <th key={node} lang="zh-CN" class="cut">
                    {m.nodes[node]!.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ node, ties }) => (
                <tr
                  key={node}
                  onPointerEnter={() => {
                    hover.value = { kind: "node", node };
                  }}
                  onPointerLeave={() => {
                    hover.value = null;
                  }}
                >
                  <td>
                    <button type="button" onClick={() => selectNode(m.nodes[node]!.id)}>
                      <TypeMark type={m.nodes[node]!.type} />
                      <span lang="zh-CN">{m.nodes[node]!.name}</span>
                    </button>
                  </td>
                  {ties.map((tie, i) => (
                    <td key={tie}>
                      <button
                        type="button"
                        class="figure"
                        aria-label={`${m.nodes[asked[i]!]!.name} — ${m.nodes[node]!.name}: ${s.stories(m.edges[tie]!.stories)}`}
                        onClick={() => selectTie(m.nodes[asked[i]!]!.id, m.nodes[node]!.id)}
                      >
                        {s.number(m.edges[tie]!.stories)}
                      </button>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {common.shared.length > shown.length && (
          <p class="rest">
            <button
              type="button"
              class="link"
              onClick={() => {
                most.value += 50;
              }}
            >
              {s.more(common.shared.length - shown.length)}
            </button>
          </p>
        )}
      </section>
    </Panel>
  );
}
