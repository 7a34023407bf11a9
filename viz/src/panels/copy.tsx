import { useSignal } from "@preact/signals";
import type { SiteArticleEntry } from "../data.ts";
import { announcement, t } from "../state.ts";
import { headline } from "./article-row.tsx";

type Cited = Pick<SiteArticleEntry, "title" | "kind" | "paper" | "date" | "article">;

/** “quotation”（《paper》2025年8月29日：“headline”）: Chinese in both languages, as what is cited is. */
export function citation(entry: Cited, quotation: string): string {
  const date = entry.date ? entry.date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日") : "日期不详";
  const paper = entry.paper ? `《${entry.paper}》` : "报名不详，";
  const quote = quotation ? `“${quotation.trim()}”` : "";
  return `${quote}（${paper}${date}：“${headline(entry)}”，${entry.article}）`;
}

export function CopyButton({ text, label }: { text: string; label?: string }) {
  const s = t.value;
  const said = useSignal<string | null>(null);
  const onClick = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      said.value = s.copied;
    } catch {
      // No clipboard outside a secure context: the old way still works there.
      said.value = copyBySelection(text) ? s.copied : s.copyFailed;
    }
    announcement.value = said.value;
    setTimeout(() => {
      said.value = null;
    }, 2400);
  };
  return (
    <button type="button" class="link" onClick={() => void onClick()}>
      {said.value ?? label ?? s.copy}
    </button>
  );
}

function copyBySelection(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "sr";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
