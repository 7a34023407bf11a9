// The page: state and address, then the picture of them.
import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app.tsx";
import "./tokens.css";
import "./css/base.css";
import "./css/frame.css";
import "./css/panels.css";
import "./css/reading.css";
import "./css/time.css";
import "./css/asks.css";
import "./css/names.css";
import "./css/take.css";
import "./css/narrow.css";
import { followAddress, lang, load, t, theme } from "./state.ts";

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
effect(() => {
  document.documentElement.lang = lang.value === "zh" ? "zh-CN" : "en";
  document.title = lang.value === "zh" ? "文脉 Wenmai" : `${t.value.title} 文脉`;
});
followAddress();
render(<App />, document.getElementById("root")!);
void load();
