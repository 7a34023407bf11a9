// A file for the reader's folder of downloads.

/** How long the browser may take to begin reading it. */
const KEEP = 60_000;

export function save(name: string, content: BlobPart | readonly BlobPart[], type: string): void {
  const parts = Array.isArray(content) ? (content as BlobPart[]) : [content as BlobPart];
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP);
}

/** A name that every system takes: no separators, controls or marks of direction, not too long. */
export const fileName = (name: string): string => {
  const dot = name.lastIndexOf(".");
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  const safe = stem.replace(/[\\/:*?"<>|\s\p{C}]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
  return `${[...safe].slice(0, 60).join("") || "wenmai"}${end}`;
};
