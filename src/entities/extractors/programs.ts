// Programs by their marks and their set forms. What only its head word tells (…论坛, …专项行动) is found later, when bodies
// and places are known: program-names.ts, from the patterns.
import { anniversaries } from "./anniversaries.ts";
import { aboutTitles, bookMarks, laws } from "./documents.ts";
import { drives } from "./drives.ts";
import type { Extractor } from "./extractor.ts";
import { heldEvents } from "./program-names.ts";
import { quotes } from "./quotes.ts";
import { sessions } from "./sessions.ts";
import { setNames } from "./set-names.ts";

export const programsExtractor: Extractor = {
  name: "programs",
  summary:
    "《…条例》, 监狱法修订草案, “…行动”, drives of education, sessions of congresses and committees, named anniversaries",
  run: (context, found) => [
    ...bookMarks(context),
    ...aboutTitles(context, found),
    ...laws(context, found),
    ...quotes(context),
    ...drives(context),
    ...setNames(context),
    ...heldEvents(context, found),
    ...sessions(context, found),
    ...anniversaries(context, found),
  ],
};
