// A web page of a newspaper → the text that a reader sees: blocks on lines of their own, scripts and styles dropped, entities
// decoded. The page's text is this text: offsets count in it, not in the markup.
import { type Node, NodeType, parse } from "node-html-parser";

const DROPPED = new Set([
  "script",
  "style",
  "head",
  "title",
  "noscript",
  "template",
  "svg",
  "math",
  "iframe",
  "object",
  "select",
]);
const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul"
  ).split(" "),
);
const CELLS = new Set(["td", "th"]);

/**
 * The visible text. Runs of blanks are one blank, a block begins and ends a line, cells are parted by a tab, at most one
 * empty line in a row (between paragraphs and headings).
 * Never throws. Cost: O(length) for markup as people write it; a stack of its own, so deep nesting cannot overflow.
 */
export function htmlText(html: string): string {
  const root = parse(html, { comment: false, blockTextElements: { script: false, style: false, noscript: false } });
  const out: string[] = [];
  // An entry is a node still to be written, or the text that closes one already written.
  const open: (Node | string)[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === "string") out.push(node);
    else if (node.nodeType === NodeType.TEXT_NODE) out.push(node.text.replace(/[^\S\u3000]+/gu, " "));
    else if (node.nodeType === NodeType.ELEMENT_NODE) {
      const tag = (node.rawTagName ?? "").toLowerCase();
      if (DROPPED.has(tag)) continue;
      const edge = tag === "br" ? "\n" : BLOCKS.has(tag) ? "\n\n" : CELLS.has(tag) ? "\t" : "";
      out.push(edge);
      if (edge !== "" && tag !== "br") open.push(edge);
      for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i]!);
    }
  }
  return tidy(out.join(""));
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t]*\n[ \t]*/gu, "\n")
    .replace(/ *\t[ \t]*/gu, "\t")
    .replace(/ {2,}/gu, " ")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
