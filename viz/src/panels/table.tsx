import type { Model } from "../model.ts";
import { bylines, model, selection, selectNode, t, tableOpen, view, webgl } from "../state.ts";
import { TypeMark } from "./icons.tsx";

const MOST = 2000;

/** The same names as the map, as a table: by choice, and where WebGL is missing. */
export function Table() {
  const s = t.value;
  const m = model.value;
  const v = view.value;
  if (!m || !v || (webgl.value && !tableOpen.value)) return null;
  const current = selection.value.kind === "node" ? selection.value.id : "";
  const rows = m.ranked.filter((node) => v.picture.nodeShown[node]).slice(0, MOST);
  return (
    <div class="table">
      {!webgl.value && <p class="note">{s.noWebGL}</p>}
      <table>
        <thead>
          <tr>
            {Object.entries(s.tableHead).map(([key, word]) => (
              <th key={key} class={key}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((i) => {
            const node = m.nodes[i]!;
            const community = node.community === null ? null : m.communities[node.community];
            return (
              <tr key={node.id} class={node.id === current ? "on" : ""}>
                <td class="name">
                  <button type="button" onClick={() => selectNode(node.id)}>
                    <TypeMark type={node.type} />
                    <span lang="zh-CN">{node.name}</span>
                  </button>
                </td>
                <td class="type">{s.type[node.type]}</td>
                <td class="stories">{s.number(node.stories)}</td>
                <td class="articles">{s.number(node.articles)}</td>
                <td class="ties">{s.number(tiesOf(m, i))}</td>
                <td class="community" lang="zh-CN">
                  {community?.name.join("、")}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** As the panel of a name counts them. */
const tiesOf = (m: Model, node: number): number =>
  m.edgesOf(node).filter((i) => bylines.value || m.edges[i]!.layer === "content").length;
