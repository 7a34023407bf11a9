import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { isOneFile } from "../data.ts";
import { CopyButton } from "../panels/copy.tsx";
import { Icon } from "../panels/icons.tsx";
import { announcement, choice, model, picture, t } from "../state.ts";
import { toBibtex, toMarkdown } from "./citations.ts";
import { makeDrawing } from "./drawing.ts";
import { factsOf, surround, tieArticles, viewName } from "./facts.ts";
import { FORMATS, type Format, graphFiles } from "./files.ts";
import { createMeasure, toPng } from "./png.ts";
import { type Extent, edgeRowsOf, nodeRowsOf, take } from "./rows.ts";
import { fileName, save } from "./save.ts";
import { takeOpen, theMap } from "./state.ts";
import { toSvg } from "./svg.ts";
import { MOST_ARTICLES, wholePage } from "./whole.ts";
import { zip } from "./zip.ts";

const SCALES = [1, 2, 3, 4] as const;

/** Everything that can be taken away, over the view that it is taken of. The dialog itself keeps the focus, and gives it back. */
export function TakeDialog() {
  const s = t.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const said = useSignal("");
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = (): void => {
    takeOpen.value = false;
  };
  /** Runs what makes and saves a file, and says how it went. */
  const run = (work: () => string | Promise<string>) => async (): Promise<void> => {
    try {
      said.value = s.take.saved(await work());
    } catch (error) {
      said.value = s.take.failed(error instanceof Error ? error.message : String(error));
    }
    announcement.value = said.value;
  };
  return (
    <dialog
      ref={dialog}
      class="take"
      aria-labelledby="take-title"
      onClose={close}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="take-body">
        <header>
          <h2 id="take-title">{s.take.title}</h2>
          <button type="button" class="close" aria-label={s.close} onClick={() => dialog.current?.close()}>
            <Icon name="close" />
          </button>
          <p class="note">{s.take.note}</p>
        </header>
        <Pictures run={run} />
        <Graphs run={run} />
        <Citations run={run} />
        <Whole run={run} onProgress={(text) => (said.value = text)} />
        <Section title={s.take.link}>
          <CopyButton text={location.href} label={s.take.copyLink} />
        </Section>
        <p class="said" role="status">
          {said.value}
        </p>
      </div>
    </dialog>
  );
}

type Run = (work: () => string | Promise<string>) => () => Promise<void>;

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Pictures({ run }: { run: Run }) {
  const s = t.value;
  const scale = useSignal<number>(2);
  const map = theMap.value;
  if (!map)
    return (
      <Section title={s.take.picture}>
        <p class="note">{s.take.pictureAbsent}</p>
      </Section>
    );
  const drawing = () => {
    const capture = map.capture();
    return makeDrawing(capture, surround(), createMeasure({ song: capture.palette.song, hei: capture.palette.hei }));
  };
  const name = (end: string): string => fileName(`wenmai-${viewName()}.${end}`);
  const png = run(async () => {
    save(name("png"), await toPng(drawing(), scale.value), "image/png");
    return name("png");
  });
  const svg = run(() => {
    save(name("svg"), toSvg(drawing(), s.take.titleOf(viewName())), "image/svg+xml");
    return name("svg");
  });
  return (
    <Section title={s.take.picture}>
      <fieldset class="row">
        <legend class="sr">{s.take.scale}</legend>
        {SCALES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="take-scale"
              checked={scale.value === one}
              onChange={() => {
                scale.value = one;
              }}
            />
            {s.take.times(one)}
          </label>
        ))}
      </fieldset>
      <Buttons>
        <Do name={s.take.png} onClick={png} />
        <Do name={s.take.svg} onClick={svg} />
      </Buttons>
    </Section>
  );
}

const Buttons = ({ children }: { children: ComponentChildren }) => <p class="buttons">{children}</p>;

const Do = ({ name, onClick }: { name: string; onClick: () => Promise<void> }) => (
  <button type="button" class="act" onClick={() => void onClick()}>
    {name}
  </button>
);

function Graphs({ run }: { run: Run }) {
  const s = t.value;
  const m = model.value!;
  const p = picture.value!;
  const extent = useSignal<Extent>("shown");
  const extents: Extent[] = p.selected ? ["shown", "near", "all"] : ["shown", "all"];
  const write = (format: Format) =>
    run(() => {
      const taken = take(m, choice.value, p, extent.value);
      const [nodes, edges] = [nodeRowsOf(m, taken.nodes), edgeRowsOf(m, taken.edges)];
      const encoder = new TextEncoder();
      const files = graphFiles(format, nodes, edges, factsOf(extent.value));
      const name = fileName(`wenmai-${viewName()}-${format}.zip`);
      save(name, zip(files.map((file) => ({ name: file.name, bytes: encoder.encode(file.text) }))), "application/zip");
      return name;
    });
  return (
    <Section title={s.take.graph}>
      <fieldset>
        <legend class="sr">{s.take.extent}</legend>
        {extents.map((one) => {
          const { nodes, edges } = take(m, choice.value, p, one);
          return (
            <label key={one}>
              <input
                type="radio"
                name="take-extent"
                checked={extent.value === one}
                onChange={() => {
                  extent.value = one;
                }}
              />
              {s.take[one](nodes.length, edges.length)}
            </label>
          );
        })}
      </fieldset>
      <Buttons>
        {FORMATS.map((format) => (
          <Do key={format} name={s.take.formats[format]} onClick={write(format)} />
        ))}
      </Buttons>
      <p class="note">{s.take.packed}</p>
    </Section>
  );
}

function Citations({ run }: { run: Run }) {
  const s = t.value;
  const articles = tieArticles().map((i) => model.value!.articles[i]!);
  if (articles.length === 0) return null;
  const text = (end: "md" | "bib", make: () => string) =>
    run(() => {
      const name = fileName(`wenmai-${viewName()}.${end}`);
      save(name, make(), "text/plain;charset=utf-8");
      return name;
    });
  return (
    <Section title={s.take.citations(articles.length)}>
      <Buttons>
        <Do name={s.take.markdown} onClick={text("md", () => toMarkdown(viewName(), articles))} />
        <Do name={s.take.bibtex} onClick={text("bib", () => toBibtex(articles))} />
      </Buttons>
    </Section>
  );
}

function Whole({ run, onProgress }: { run: Run; onProgress: (text: string) => void }) {
  const s = t.value;
  const { articles } = model.value!;
  const pages = articles.reduce((most, { page }) => Math.max(most, page + 1), 0);
  const write = run(async () => {
    const parts = await wholePage(articles.length, pages, (share) =>
      onProgress(s.take.working(Math.round(share * 100))),
    );
    save("wenmai.html", parts, "text/html;charset=utf-8");
    return "wenmai.html";
  });
  return (
    <Section title={s.take.whole}>
      <p class="note">{s.take.wholeNote}</p>
      {isOneFile() ? (
        <p class="note">{s.take.wholeHere}</p>
      ) : articles.length > MOST_ARTICLES ? (
        <p class="note">{s.take.wholeMany(articles.length)}</p>
      ) : (
        <Buttons>
          <Do name={s.take.wholeSave} onClick={write} />
        </Buttons>
      )}
    </Section>
  );
}
