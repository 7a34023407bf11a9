import { hover, model, select, selectNode, t } from "../state.ts";
import { TypeMark } from "./icons.tsx";
import { Panel } from "./panel.tsx";

const light = (index: number | null) => () => {
  hover.value = index === null ? null : { kind: "community", index };
};

/** All communities, each named by its leading members. */
export function CommunitiesPanel() {
  const s = t.value;
  const m = model.value!;
  return (
    <Panel kind="list" of="communities" eyebrow={s.communitiesCount(m.communities.length)} heading={s.communities}>
      <p class="sense">{s.communitiesNote}</p>
      <ol class="communities">
        {m.communities.map((community, i) => (
          <li key={community.name.join()} onPointerEnter={light(i)} onPointerLeave={light(null)}>
            <button
              type="button"
              onClick={() => select({ kind: "community", index: i })}
              onFocus={light(i)}
              onBlur={light(null)}
            >
              <b lang="zh-CN">{community.name.join("、")}</b>
              <small>{s.members(community.size)}</small>
            </button>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** One community: its members in order of importance. */
export function CommunityPanel({ index }: { index: number }) {
  const s = t.value;
  const m = model.value!;
  const community = m.communities[index];
  if (!community) return <CommunitiesPanel />;
  return (
    <Panel
      kind="list"
      of={`community/${index}`}
      eyebrow={
        <button type="button" class="link" onClick={() => select({ kind: "communities" })}>
          {s.communities}
        </button>
      }
      heading={<span lang="zh-CN">{community.name.join("、")}</span>}
    >
      <p class="sense">
        {s.members(community.size)}
        {s.stop} {s.stability(community.stability)}
      </p>
      <table class="ties">
        <thead>
          <tr>
            <th>
              <span class="sr">{s.names}</span>
            </th>
            <th>{s.column.stories}</th>
          </tr>
        </thead>
        <tbody>
          {m.members[index]!.map((node) => {
            const member = m.nodes[node]!;
            return (
              <tr
                key={member.id}
                onPointerEnter={() => {
                  hover.value = { kind: "node", node };
                }}
                onPointerLeave={light(null)}
              >
                <td>
                  <button type="button" onClick={() => selectNode(member.id)}>
                    <TypeMark type={member.type} />
                    <span lang="zh-CN">{member.name}</span>
                  </button>
                </td>
                <td>{s.number(member.stories)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
