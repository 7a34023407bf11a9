import { asText, decisions, take, undo, unread } from "../corrections/store.ts";
import { idleDecisions, t } from "../state.ts";
import { Panel } from "./panel.tsx";

/** All decisions of the reader, each with the way back; as a file that a build takes, from a file that a build took. */
export function CorrectionsPanel() {
  const s = t.value;
  const list = decisions.value;
  return (
    <Panel kind="list" of="corrections" eyebrow={s.correct.active(list.length)} heading={s.correct.title}>
      <p class="sense">{list.length > 0 ? s.correct.note : s.correct.none}</p>
      <ol class="decisions">
        {list.map(({ line, choice }, i) => (
          <li key={line}>
            <code lang="zh-CN">{line}</code>
            {idleDecisions.value.includes(i) && <small>{s.correct.idle}</small>}
            {choice.kind === "apart" && !idleDecisions.value.includes(i) && <small>{s.correct.atBuild}</small>}
            <button type="button" class="link" onClick={() => undo(line)}>
              {s.undo}
            </button>
          </li>
        ))}
      </ol>
      {unread.value && (
        <p class="note fault" role="alert">
          {s.correct.unread(unread.value)}
        </p>
      )}
      <div class="fields correct-acts">
        {list.length > 0 && (
          <button type="button" class="act" onClick={() => download("decisions.txt", asText(list))}>
            {s.correct.download}
          </button>
        )}
        <label class="link upload">
          {s.correct.upload}
          <input
            type="file"
            accept=".txt,text/plain"
            onChange={async (event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) await take(await file.text(), file.name);
            }}
          />
        </label>
        {list.length > 0 && (
          <button
            type="button"
            class="link"
            onClick={() => {
              decisions.value = [];
            }}
          >
            {s.correct.clear}
          </button>
        )}
      </div>
    </Panel>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
