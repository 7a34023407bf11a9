import { usualComparison } from "../asks/usual.ts";
import { lang, model, searchOpen, select, selection, t, toggleLang, toggleTheme, whole } from "../state.ts";
import { takeOpen } from "../takeaway/state.ts";
import { corpusParts } from "./corpus-line.ts";
import { Icon } from "./icons.tsx";
import { SearchBox } from "./search-box.tsx";

/** On a phone they are counted, not named. */
function Papers({ named }: { named: string }) {
  return (
    <>
      <span class="named">{named}</span>
      <span class="many">{corpusParts(0)[0]?.text}</span>
    </>
  );
}

/** The newspaper's head: name, what the corpus is in one line, search, language, light. */
export function Masthead() {
  const s = t.value;
  const parts = corpusParts();
  const compared = whole.value && usualComparison(whole.value);
  return (
    <header class={searchOpen.value ? "masthead searching" : "masthead"}>
      <h1 class="word">
        文脉<small lang="en">Wenmai</small>
      </h1>
      <p class="corpus">
        {parts.map(({ part, text }, i) => (
          <span key={part} class={part}>
            {part === "papers" ? <Papers named={text} /> : text}
            {i < parts.length - 1 && <i>·</i>}
          </span>
        ))}
      </p>
      <SearchBox />
      <nav class="tools" aria-label={s.tools}>
        {compared && (
          <button
            type="button"
            class="word-button"
            aria-expanded={selection.value.kind === "compare"}
            onClick={() => select(selection.value.kind === "compare" ? { kind: "none" } : compared)}
          >
            {s.asks.compare}
          </button>
        )}
        {model.value && (
          <button
            type="button"
            class="word-button take-button"
            aria-haspopup="dialog"
            aria-label={s.take.open}
            onClick={() => {
              takeOpen.value = true;
            }}
          >
            <Icon name="take" />
            <span>{s.take.open}</span>
          </button>
        )}
        <button
          type="button"
          class="find-button"
          aria-label={s.search}
          onClick={() => {
            searchOpen.value = true;
          }}
        >
          <Icon name="find" />
        </button>
        <button
          type="button"
          class="lang"
          aria-label={`${s.language}${s.comma}${s.languageLabel}`}
          lang={lang.value === "zh" ? "en" : "zh-CN"}
          onClick={toggleLang}
        >
          {s.language}
        </button>
        <button type="button" class="theme" aria-label={s.theme} title={s.theme} onClick={toggleTheme}>
          <Icon name="theme" />
        </button>
      </nav>
    </header>
  );
}
