// The whole page with its data as one HTML file, made in the page: the template that lies beside it, and every file of its
// data, fetched a few at a time.
import { dataBlock, splitTemplate } from "../../../src/export/one-file.ts";

/** More articles than this are for the command line: a browser would ask for each, and hold all. */
export const MOST_ARTICLES = 3000;
const AT_A_TIME = 6;

/** `articles` and `pages` are their numbers; `onProgress` is told a share in [0, 1]. Rejects when a file does not come. */
export async function wholePage(
  articles: number,
  pages: number,
  onProgress: (share: number) => void,
): Promise<readonly string[]> {
  const [head, tail] = splitTemplate(await text("offline.html"));
  const paths = [
    "data/graph.json",
    "data/articles.json",
    ...Array.from({ length: articles }, (_, i) => `data/article/${i}.json`),
    ...Array.from({ length: pages }, (_, i) => `data/page/${i}.json`),
    "data/project.json",
  ];
  const blocks = new Array<string>(paths.length);
  let [next, done] = [0, 0];
  const work = async (): Promise<void> => {
    while (next < paths.length) {
      const i = next++;
      const json = await text(paths[i]!);
      // Read before it is put in: half a file must not become a page that fails later.
      JSON.parse(json);
      blocks[i] = dataBlock(paths[i]!, json);
      onProgress(++done / paths.length);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return [head, ...blocks, tail];
}

async function text(path: string): Promise<string> {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.text();
}
