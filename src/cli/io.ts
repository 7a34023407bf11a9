// What a command may do to the terminal. Results go to `out`, everything for the person who waits to `note`.
import type { Effects } from "../lib/effects.ts";

export type Language = "zh" | "en";

export interface Io {
  readonly language: Language;
  /** A line of result on stdout. Resolves when more may be written, so that a slow reader is not overrun. */
  out(line: string): Promise<void>;
  /** A line for the person on stderr. */
  note(line: string): void;
  /** The sentence in the person's language. */
  say(zh: string, en: string): string;
  readonly effects: Effects;
}

/** Chinese for a Chinese locale, English for every other. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = env.WENMAI_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^zh/i.test(locale) ? "zh" : "en";
}

export function createIo(env: NodeJS.ProcessEnv): Io {
  const language = languageOf(env);
  const bar = createProgressBar(process.stderr.isTTY === true);
  const note = (line: string): void => {
    bar.clear();
    process.stderr.write(`${line}\n`);
  };
  return {
    language,
    note,
    say: (zh, en) => (language === "zh" ? zh : en),
    out: (line) =>
      new Promise((resolve) => {
        if (process.stdout.write(`${line}\n`)) resolve();
        else process.stdout.once("drain", resolve);
      }),
    effects: { log: note, progress: bar.show },
  };
}

interface ProgressBar {
  show: Effects["progress"];
  clear(): void;
}

/** One line that is written over in a terminal; elsewhere (a log) one line a stage. */
function createProgressBar(terminal: boolean): ProgressBar {
  let shown = "";
  const clear = (): void => {
    if (terminal && shown) process.stderr.write("\r\u001b[K");
    shown = "";
  };
  return {
    clear,
    show({ stage, done, total }) {
      const line = terminal ? `${stage} ${drawing(done, total)}` : stage;
      if (line === shown) return;
      if (terminal) process.stderr.write(`\r\u001b[K${line}`);
      else process.stderr.write(`${line}\n`);
      shown = line;
    },
  };
}

const WIDTH = 24;

function drawing(done: number, total: number): string {
  if (total === 0) return String(done);
  const filled = Math.round((WIDTH * done) / total);
  return `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done}/${total}`;
}
