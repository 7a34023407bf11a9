// The page and its data as one HTML file that works from a disk, without a server or a network. Pure, and shared with the
// page, which makes the same file for its reader; the template is the built page's offline.html.
//
// Each file of the site's data is a block of its own, so that an article is parsed when it is opened:
//
//   <script type="application/json" id="data/article/3.json">…</script>

/** Where in the template the data belongs. */
export const DATA_MARK = "<!--data-->";

/**
 * A block of data: the JSON text of the file at `path` of the site. Nothing that HTML would read stands in it: "<" is
 * written as \u003c, which JSON allows in strings only, and outside of strings JSON has none.
 */
export const dataBlock = (path: string, json: string): string =>
  `<script type="application/json" id="${path}">${json.replaceAll("<", "\\u003c")}</script>\n`;

/** What stands in front of the data and behind it. Throws RangeError for a text that is no template. */
export function splitTemplate(template: string): readonly [head: string, tail: string] {
  const at = template.indexOf(DATA_MARK);
  if (at < 0) throw new RangeError("one file: the template has no place for the data");
  return [template.slice(0, at), template.slice(at + DATA_MARK.length)];
}
