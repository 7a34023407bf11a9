import { batch, useSignal } from "@preact/signals";
import type { Choice, Scope } from "../../../src/entities/resolve/decisions.ts";
import { correct } from "../corrections/correct.ts";
import { decide } from "../corrections/store.ts";
import type { EntityType, SiteNode } from "../data.ts";
import { clip } from "../label-text.ts";
import { type Model, TYPES } from "../model.ts";
import { search } from "../search.ts";
import { builtIdOf, searchIndex, select, t, toast, whole } from "../state.ts";
import { headline } from "./article-row.tsx";
import { TypeMark } from "./icons.tsx";

const MOST_HITS = 5;
const MOST_FORMS = 8;
const MOST_ARTICLES = 40;

const byId = (type: EntityType, name: string) => ({ id: `${type}:${name}`, type, name });
const byNode = ({ id, type }: Pick<SiteNode, "id" | "type">) => ({ id, type, name: id.slice(type.length + 1) });

/** Merge, rename, retype, split, keep apart, hide: what a person knows better than the rules. */
export function CorrectForm({ node }: { node: SiteNode }) {
  const s = t.value;
  const m = whole.value!;
  return (
    <div class="correct fields">
      <Merge m={m} node={node} />
      <Rename node={node} />
      <fieldset>
        <label class="line">
          <span>{s.correct.retype}</span>
          <select
            value={node.type}
            onChange={(event) => {
              const type = TYPES.find((one) => one === event.currentTarget.value)!;
              void act({ kind: "retype", of: byNode(node), to: byId(type, byNode(node).name) }, s.types[type]);
            }}
          >
            {TYPES.map((type) => (
              <option key={type} value={type}>
                {s.types[type]}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      <Split m={m} node={node} />
      <Apart m={m} node={node} />
      <fieldset>
        <button type="button" class="link strong" onClick={() => void act({ kind: "hide", of: byNode(node) }, "")}>
          {s.correct.hide}
        </button>
      </fieldset>
    </div>
  );
}

/** Decides, if the decision finds what it speaks of, and opens what has become of the name. */
async function act(choice: Choice, to: string): Promise<void> {
  const s = t.value;
  const name = whole.value!.nodes[whole.value!.indexById.get(choice.of.id) ?? -1]?.name ?? choice.of.name;
  try {
    const { idle } = correct(whole.value!, [choice]);
    if (idle.length > 0) throw new Error("idle");
    const { line } = await decide(choice);
    const words = {
      merge: s.correct.done.merge,
      apart: s.correct.done.apart,
      rename: s.correct.done.rename,
      retype: s.correct.done.retype,
      split: s.correct.done.split,
    };
    batch(() => {
      const said =
        choice.kind === "hide"
          ? s.correct.done.hide(name)
          : words[choice.kind](choice.kind === "apart" ? choice.of.name : name, to);
      toast.value = { text: said, undo: line };
      if (choice.kind === "hide") select({ kind: "none" });
      else if (choice.kind !== "split" && choice.kind !== "apart") select({ kind: "node", id: choice.to.id });
    });
  } catch {
    toast.value = { text: s.correct.refused, undo: null };
  }
}

interface OtherProps {
  readonly m: Model;
  readonly node: SiteNode;
  /** What is asked, for the box as for who hears it. */
  readonly label: string;
  readonly onChoose: (other: SiteNode) => void;
}

/** A box that finds another name, and the names that it finds. */
function OtherName({ m, node, label, onChoose }: OtherProps) {
  const s = t.value;
  const text = useSignal("");
  const index = searchIndex.value;
  const hits = index && text.value.trim() ? search(index, text.value).slice(0, MOST_HITS + 1) : [];
  return (
    <>
      <input
        type="text"
        class="wide"
        aria-label={label}
        placeholder={s.correct.mergeHint}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      <ul>
        {hits
          .map((hit) => m.nodes[hit.node]!)
          .filter((other) => other.id !== node.id && other.articles > 0)
          .slice(0, MOST_HITS)
          .map((other) => (
            <li key={other.id}>
              <button type="button" class="target" onClick={() => onChoose(other)}>
                <TypeMark type={other.type} />
                <span lang="zh-CN">{other.name}</span>
                <small>{s.stories(other.stories)}</small>
              </button>
            </li>
          ))}
      </ul>
    </>
  );
}

function Merge({ m, node }: { m: Model; node: SiteNode }) {
  const s = t.value;
  const merge = (other: SiteNode): void => void act({ kind: "merge", of: byNode(node), to: byNode(other) }, other.name);
  return (
    <fieldset>
      <legend>{s.correct.merge}</legend>
      <OtherName m={m} node={node} label={s.correct.merge} onChoose={merge} />
    </fieldset>
  );
}

/** Binds the build's rules alone: a form that they joined to this name, or another name that they might join to it. */
function Apart({ m, node }: { m: Model; node: SiteNode }) {
  const s = t.value;
  const asBuilt = ({ id, type }: SiteNode) => byNode({ id: builtIdOf(m.indexById.get(id) ?? -1) ?? id, type });
  const own = asBuilt(node);
  const forms = node.aliases.filter((form) => form !== node.name && form !== own.name);
  return (
    <fieldset>
      <legend>{s.correct.apart}</legend>
      <p class="note">{s.correct.apartNote}</p>
      <ul>
        {forms.slice(0, MOST_FORMS).map((form) => (
          <li key={form}>
            <button
              type="button"
              class="target"
              onClick={() => void act({ kind: "apart", of: byId(own.type, form), to: own }, node.name)}
            >
              <span>{s.correct.apartForm(clip(form))}</span>
            </button>
          </li>
        ))}
      </ul>
      <OtherName
        m={m}
        node={node}
        label={s.correct.apart}
        onChoose={(other) => void act({ kind: "apart", of: own, to: asBuilt(other) }, other.name)}
      />
    </fieldset>
  );
}

function Rename({ node }: { node: SiteNode }) {
  const s = t.value;
  const name = useSignal(node.name);
  const apply = (): void => {
    const wanted = name.value.trim();
    if (wanted && wanted !== node.name)
      void act({ kind: "rename", of: byNode(node), to: byId(node.type, wanted) }, wanted);
  };
  return (
    <fieldset>
      <legend>{s.correct.rename}</legend>
      <form
        class="with-button"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <input
          type="text"
          class="wide"
          aria-label={s.correct.rename}
          maxLength={200}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="link">
          {s.correct.apply}
        </button>
      </form>
    </fieldset>
  );
}

function Split({ m, node }: { m: Model; node: SiteNode }) {
  const s = t.value;
  const chosen = useSignal<readonly string[]>([]);
  const name = useSignal("");
  const articles = node.in.content ?? [];
  if (articles.length < 2) return null;
  const papers = [...new Set(articles.flatMap((i) => m.articles[i]!.paper ?? []))];
  const scopes: { key: string; scope: Scope; words: string }[] = [
    ...(papers.length > 1
      ? papers.map((id) => ({ key: `paper:${id}`, scope: { kind: "paper" as const, id }, words: s.reason.paper(id) }))
      : []),
    ...articles.slice(0, MOST_ARTICLES).map((i) => {
      const entry = m.articles[i]!;
      const words = `${entry.paper ?? s.paperUnknown}${s.colon}${headline(entry)}`;
      return { key: entry.article, scope: { kind: "article" as const, id: entry.article }, words };
    }),
  ];
  const toggle = (key: string): void => {
    chosen.value = chosen.value.includes(key) ? chosen.value.filter((one) => one !== key) : [...chosen.value, key];
  };
  const apply = (): void => {
    const wanted = name.value.trim();
    const taken = scopes.filter(({ key }) => chosen.value.includes(key)).map(({ scope }) => scope);
    if (wanted && taken.length > 0)
      void act({ kind: "split", of: byNode(node), to: byId(node.type, wanted), scopes: taken }, wanted);
  };
  return (
    <fieldset>
      <legend>{s.correct.split}</legend>
      <p class="note">{s.correct.splitNote}</p>
      {scopes.map(({ key, words }) => (
        <label key={key}>
          <input type="checkbox" checked={chosen.value.includes(key)} onChange={() => toggle(key)} />
          <span lang="zh-CN">{words}</span>
        </label>
      ))}
      <form
        class="with-button"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <input
          type="text"
          class="wide"
          aria-label={s.correct.newName}
          placeholder={s.correct.newName}
          maxLength={200}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="link" disabled={chosen.value.length === 0 || !name.value.trim()}>
          {s.correct.apply}
        </button>
      </form>
    </fieldset>
  );
}
