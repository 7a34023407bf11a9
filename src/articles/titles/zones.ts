// Zones: the heading lines that stand between two texts, or at one place inside a text, whatever they are lines of.
import type { Flow, HeadingGroup, Stretch } from "../joins/flow.ts";
import type { PageBlock } from "../page/roles.ts";

export interface Zone {
  /** In page order; minor lines between them are left out. */
  readonly lines: readonly PageBlock[];
  /** The group of each line. */
  readonly groups: readonly HeadingGroup[];
  /** The stretches between which it stands; equal inside one. */
  readonly before: number;
  readonly after: number;
  /** Its first line's number among all heading lines of the page. */
  readonly line: number;
  /** The text above it stops in mid-sentence. */
  readonly dropped: boolean;
}

/** In page order. Cost: O(heading lines). */
export function zonesOf({ headings, stretches }: Flow, isDropped: (above: PageBlock | undefined) => boolean): Zone[] {
  const zones: Zone[] = [];
  let line = 0;
  for (let k = 0; k < headings.length; ) {
    const first = headings[k]!;
    const members = [first];
    for (k++; k < headings.length && goesOn(members.at(-1)!, headings[k]!); k++) members.push(headings[k]!);
    const lines = members.flatMap(({ blocks }) => blocks);
    zones.push({
      lines,
      groups: members.flatMap((group) => group.blocks.map(() => group)),
      before: first.before,
      after: first.after,
      line,
      dropped: isDropped(
        first.before === first.after
          ? blockAbove(stretches[first.before], lines[0]!)
          : stretches[first.before]?.blocks.at(-1),
      ),
    });
    line += lines.length;
  }
  return zones;
}

/** Groups between the same two texts; inside a text they must touch. */
const goesOn = (above: HeadingGroup, below: HeadingGroup): boolean =>
  above.before === below.before &&
  above.after === below.after &&
  (above.before !== above.after || below.blocks[0]!.index === above.blocks.at(-1)!.index + 1);

function blockAbove(stretch: Stretch | undefined, line: PageBlock): PageBlock | undefined {
  if (!stretch) return undefined;
  return stretch.blocks[stretch.blocks.indexOf(line) - 1];
}
