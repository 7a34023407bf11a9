import { useComputed } from "@preact/signals";
import { Fragment } from "preact";
import { findGaps } from "../asks/gaps.ts";
import type { Model } from "../model.ts";
import { choice, hover, model, select, selectNode, t } from "../state.ts";
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
              <b lang="zh-CN">{community.name.join(s.join)}</b>
              <small>{s.members(community.size)}</small>
            </button>
          </li>
        ))}
      </ol>
      <Gaps m={m} />
    </Panel>
  );
}

const FIRST_GAPS = 5;

/** Communities with fewer ties between them than their sizes lead one to expect, and who stands between. */
function Gaps({ m }: { m: Model }) {
  const s = t.value;
  const gaps = useComputed(() => (model.value ? findGaps(model.value, choice.value, FIRST_GAPS) : []));
  if (gaps.value.length === 0) return null;
  return (
    <section class="gaps">
      <h3>{s.gaps.title}</h3>
      <p class="note">{s.gaps.note}</p>
      <ol>
        {gaps.value.map(({ pair, ties, expected, bridges }) => (
          <li key={pair.join()}>
            <h4>
              {pair.map((index, i) => (
                <Fragment key={index}>
                  {i > 0 && <i aria-hidden="true"> ⇄ </i>}
                  <button
                    type="button"
                    class="link"
                    lang="zh-CN"
                    onClick={() => select({ kind: "community", index })}
                    onPointerEnter={light(index)}
                    onPointerLeave={light(null)}
                  >
                    {m.communities[index]!.name.slice(0, 2).join(s.join)}
                  </button>
                </Fragment>
              ))}
            </h4>
            <p>{s.gaps.between(ties, expected)}</p>
            {bridges.length === 0 && <p>{s.gaps.noBridge}</p>}
            {bridges.length > 0 && (
              <p class="members">
                <small>{s.gaps.bridges}</small>
                {bridges.map(({ node, ties: [a, b] }) => (
                  <button
                    type="button"
                    key={node}
                    title={s.gaps.reach(a, b)}
                    onClick={() => selectNode(m.nodes[node]!.id)}
                  >
                    <TypeMark type={m.nodes[node]!.type} />
                    <span lang="zh-CN">{m.nodes[node]!.name}</span>
                  </button>
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
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
      heading={<span lang="zh-CN">{community.name.join(s.join)}</span>}
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
