// Decisions over identities, without a project: any lines, against a plain model that renames every mention in turn.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecisions } from "../../../src/entities/index.ts";
import { createIdentities } from "../../../src/entities/resolve/identities.ts";
import { replay } from "../../../src/entities/resolve/replay.ts";

const READ = ["person:甲", "person:乙", "person:丙", "agency:甲"];
const PAGES = ["p1", "p2"];
const NAMED = READ.flatMap((id) => PAGES.map((page) => ({ id, article: `${page}#a1`, page, paper: null })));

function replayed(text: string) {
  const identities = createIdentities((id) => READ.includes(id));
  const { issues } = replay(identities, parseDecisions(text, "f"), NAMED);
  const mentions = NAMED.map(({ id, article }) => {
    const { id: now, hidden } = identities.readAs(id, article);
    return hidden ? null : now;
  });
  return { identities, issues, mentions };
}

/** The plain model: mentions bear ids, a line changes the ids; a former id leads on. */
function plain(text: string): (string | null)[] {
  const bears = NAMED.map(({ id }) => id);
  const hidden = new Set<string>();
  const former = new Map<string, string>();
  const now = (id: string): string | null => {
    let at = id;
    for (let steps = 0; steps < 99; steps++) {
      if (bears.includes(at)) return at;
      if (!former.has(at)) return null;
      at = former.get(at)!;
    }
    return null;
  };
  for (const { choice } of parseDecisions(text, "f")) {
    const of = now(choice.of.id);
    if (of === null) continue;
    if (choice.kind === "hide") hidden.add(of);
    if (choice.kind !== "merge" && choice.kind !== "rename") continue;
    const to = choice.kind === "merge" ? (now(choice.to.id) ?? choice.to.id) : choice.to.id;
    if (to === of) continue;
    const joins = bears.includes(to);
    // Who joins another is seen as that one is.
    if (hidden.delete(of) && !joins) hidden.add(to);
    bears.forEach((id, i) => {
      if (id === of) bears[i] = to;
    });
    // Whoever became this one became what it becomes, though its id be given again.
    for (const [id, became] of former) if (became === of) former.set(id, to);
    former.delete(to);
    former.set(of, to);
  }
  return bears.map((id) => (hidden.has(id) ? null : id));
}

const someone = fc.constantFrom("甲", "乙", "丙", "丁");
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom("merge", "rename"), someone, someone)
    .filter(([, a, b]) => a !== b)
    .map(([kind, a, b]) => `${kind} person:${a} → person:${b}`),
  someone.map((a) => `hide person:${a}`),
);
const split = fc
  .tuple(someone, fc.constantFrom(...PAGES))
  .map(([a, page]) => `split person:${a} @ ${page} → person:${a}(另)`);

describe("decisions over identities", () => {
  it("do what renaming every mention in turn does", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 7 }), (lines) => {
        expect(replayed(lines.join("\n")).mentions).toEqual(plain(lines.join("\n")));
      }),
      { numRuns: 500 },
    );
  });

  it("written twice do what they do once", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, split), { maxLength: 7 }), (lines) => {
        const [once, twice] = [lines, [...lines, ...lines]].map((all) => replayed(all.join("\n")));
        expect(twice!.mentions).toEqual(once!.mentions);
        expect(twice!.identities.former()).toEqual(once!.identities.former());
      }),
      { numRuns: 500 },
    );
  });

  it("lead every former id to somebody, and no id that somebody bears away", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, split), { maxLength: 7 }), (lines) => {
        const { identities, mentions } = replayed(lines.join("\n"));
        for (const [id, now] of identities.former()) {
          expect(mentions).not.toContain(id);
          expect(now).toBe(identities.get(id)!.hidden ? null : identities.get(id)!.id);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("take a homonym's bracket for no part of its name", () => {
    const { identities } = replayed("split person:甲 @ p1 → person:甲(泉州)\nsplit person:乙 @ p1 → person:丁");
    expect(identities.get("person:甲(泉州)")!.name).toBe("甲");
    expect(identities.get("person:丁")!.name).toBe("丁");
    expect(identities.readAs("person:甲", "p2#a1").id).toBe("person:甲");
  });
});
