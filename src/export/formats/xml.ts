// What GEXF and GraphML share: text that XML 1.0 can hold, and ids that stay apart.
import type { AttributeType, Cell } from "../rows/attributes.ts";

/** What both call the type of a column. */
export const XML_TYPES: Readonly<Record<AttributeType, string>> = {
  string: "string",
  integer: "long",
  double: "double",
  boolean: "boolean",
  date: "string",
  list: "string",
  spans: "string",
};

export type Quote = (text: string) => string;

// The characters of XML 1.0; with the u flag a lone surrogate is a code point of its own and falls out too.
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Escapes for content and for values in double quotes; tells how many characters XML cannot hold and were left out. */
export function createEscape(onStripped: (count: number) => void): Quote {
  return (text) => {
    const held = text.replace(NOT_XML, "");
    if (held.length < text.length) onStripped([...text].length - [...held].length);
    return held.replace(/[&<>"\t\n\r]/g, (char) => ENTITIES[char]!);
  };
}

/**
 * An id as a token that XML's NMTOKEN allows, in its fourth edition as in its fifth: Latin letters, digits, common Han, ":"
 * and "-" stand for themselves, any other UTF-16 unit is _xHHHH_ (as in ISO 9075-14). Reversible, so two ids never become
 * one, as they would by stripping; "." never occurs, so that it can join two.
 */
export const xmlToken = (id: string): string =>
  id.replace(
    /[^A-Za-z0-9:\-〇一-龥]/g,
    (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );

export const tieToken = ({ source, target, layer }: { source: string; target: string; layer: string }): string =>
  `${xmlToken(source)}.${xmlToken(target)}.${layer}`;

/** A cell as text; lists joined by "; ", null for what is left out. */
export function cellText(cell: Cell): string | null {
  if (cell === null || cell === "") return null;
  if (typeof cell === "object") return cell.length > 0 ? cell.join("; ") : null;
  return String(cell);
}
