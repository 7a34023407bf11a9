// Text that Markdown shows as it stands: names come from scans, and nothing in them may become a link, a heading, HTML.

// Control characters, and marks that turn the direction of what follows them beyond their own line.
const UNSHOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

// What begins something inside a line (CommonMark 0.31, and GitHub's tables, strikings, mathematics and bare addresses).
const INLINE = /[\\`*_{}[\]<>#|~&$!@^]|:(?=\/)|(?<=www)\./gi;

/** Any text inside a line that begins with words of ours: what is special at a line's start alone is left as it is. */
export function createMarkdownEscape(onStripped: (count: number) => void): (text: string) => string {
  return (text) => {
    const held = text.replace(UNSHOWN, "");
    if (held.length < text.length) onStripped([...text].length - [...held].length);
    return held.replace(/[\t\n\r\u2028\u2029]+/g, " ").replace(INLINE, "\\$&");
  };
}
