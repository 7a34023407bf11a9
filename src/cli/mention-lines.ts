// Mention figures for a person: every error in its words, then figures by type and by extractor.
//
//     agency: 12 missed, 7 false, 1 named otherwise
//     - a3 …副局长何志明到【南溪县供电公司】调研。  nobody proposed it
//     + a7 【全国工业】普查结果…  patterns, tagger; 0.62
//     ~ a9 …在【市政府】召开…  市政府, labelled 泸州市政府; patterns 0.98
import type { MentionError, MentionReport, Prf } from "../eval/index.ts";

export function mentionLines(report: MentionReport, withErrors: boolean): string[] {
  const { texts, characters, all, named, types, extractors, errors } = report;
  const standing = Object.entries(extractors).map(
    ([name, { found, right, foundAlone, rightAlone }]) =>
      `  ${name.padEnd(12)}P ${percent(right / found)}  (${right} right of ${found}; of ${foundAlone} that it alone proposed ${rightAlone})`,
  );
  return [
    ...(withErrors ? errorLines(errors) : []),
    `${texts} texts, ${characters} characters`,
    ...Object.entries(types).map(([type, figures]) => figuresLine(type, figures)),
    figuresLine("all", all),
    ...(named.of > 0
      ? [`${"named".padEnd(14)}${percent(named.share)}  (called as labelled, of ${named.of} right ones)`]
      : []),
    ...(standing.length > 0 ? ["by the extractor that a name stands on:"] : []),
    ...standing,
  ];
}

const percent = (ratio: number): string => (100 * ratio).toFixed(1).padStart(6);

function figuresLine(name: string, { p, r, f1, tp, fp, fn }: Prf): string {
  const counts = `(${tp + fn} labelled, ${fn} missed, ${fp} false)`;
  return `${name.padEnd(14)}P ${percent(p)} R ${percent(r)} F ${percent(f1)}  ${counts}`;
}

function errorLines(errors: readonly MentionError[]): string[] {
  return [...new Set(errors.map(({ type }) => type))].flatMap((type) => {
    const own = errors.filter((error) => error.type === type);
    const count = (kind: MentionError["kind"]): number => own.filter((error) => error.kind === kind).length;
    const named = count("named") > 0 ? `, ${count("named")} named otherwise` : "";
    return [`${type}: ${count("missed")} missed, ${count("false")} false${named}`, ...own.map(errorLine)];
  });
}

const SIGNS = { missed: "-", false: "+", named: "~" } as const;

function errorLine({ kind, id, before, surface, behind, voices, found, wanted }: MentionError): string {
  const words = `${SIGNS[kind]} ${id} ${before}【${surface}】${behind}  `;
  if (found === null) return words + (voices.length > 0 ? `proposed by ${voices.join(", ")}` : "nobody proposed it");
  if (wanted !== null) return `${words}${found.name}, labelled ${wanted}; ${found.extractor} ${found.score}`;
  const others = voices.filter((voice) => voice !== found.extractor);
  return `${words}${[found.extractor, ...others].join(", ")}; ${found.score}`;
}
