import type { SiteMention, Span } from "../data.ts";
import { type Run, runsOf } from "../reading.ts";
import { model, selectNode } from "../state.ts";
import { TYPE_LETTER } from "../theme.ts";

interface TextProps {
  readonly text: string;
  readonly span: Span;
  readonly mentions: readonly SiteMention[];
  /** Entities to be marked; the others are underlined. */
  readonly marked: ReadonlySet<string>;
  /** Whether names lead to their nodes. */
  readonly linked?: boolean;
}

/** Printed text with its names: underlined in the manner of their type, marked where they are what is being read. */
export function PrintedText({ text, span, mentions, marked, linked = false }: TextProps) {
  return (
    <>
      {runsOf(text, span, mentions).map((run, i) => (
        <PrintedRun key={i} run={run} marked={marked} linked={linked} />
      ))}
    </>
  );
}

function PrintedRun({ run, marked, linked }: { run: Run; marked: ReadonlySet<string>; linked: boolean }) {
  const { text, mention } = run;
  if (!mention) return <>{text}</>;
  const letter = TYPE_LETTER[mention.type];
  const known = linked && model.value?.indexById.has(mention.entity);
  const title = mention.name === mention.surface ? undefined : mention.name;
  const inner = marked.has(mention.entity) ? (
    <mark class={letter} title={title}>
      {text}
    </mark>
  ) : (
    <u class={`e ${letter}`} title={title}>
      {text}
    </u>
  );
  if (!known) return inner;
  return (
    <a
      class="name"
      href={`#/node/${encodeURIComponent(mention.entity)}`}
      onClick={(event) => {
        event.preventDefault();
        selectNode(mention.entity);
      }}
    >
      {inner}
    </a>
  );
}
