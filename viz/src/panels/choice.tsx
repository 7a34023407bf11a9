import { MOST } from "../drawn.ts";
import { allTies, drawn, model, names, t } from "../state.ts";

/** How many names; a project that is drawn whole anyway has nothing to choose. */
export function HowMany() {
  const s = t.value;
  const possible = drawn.value?.possible ?? 0;
  const options = (["300", "1000", "all"] as const).filter((one) => one === "all" || MOST[one] < possible);
  if (options.length < 2) return null;
  return (
    <div class="how-many">
      {options.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="names"
            checked={names.value === one}
            onChange={() => {
              names.value = one;
            }}
          />
          <b>{one === "all" ? s.allNames(possible) : s.firstNames(MOST[one])}</b>
        </label>
      ))}
    </div>
  );
}

/** The backbone, or every tie. */
export function WhichTies() {
  const s = t.value;
  const ties = model.value!.edges.filter((edge) => edge.layer === "content" && edge.stories > 0).length;
  const options = [
    {
      all: false,
      name: s.backbone,
      note: drawn.value?.thinned ? s.tellingNote : s.backboneNote(model.value!.project.tests.tested),
    },
    { all: true, name: s.allTies, note: s.allTiesNote(ties) },
  ];
  return (
    <>
      {options.map((option) => (
        <label key={String(option.all)}>
          <input
            type="radio"
            name="ties"
            checked={allTies.value === option.all}
            onChange={() => {
              allTies.value = option.all;
            }}
          />
          <span>
            <b>{option.name}</b>
            <small>{option.note}</small>
          </span>
        </label>
      ))}
    </>
  );
}
