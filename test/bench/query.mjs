// npm run bench:query: how long a question takes on 100,000 names and 1,000,000 ties.
//
//   node test/bench/query.mjs [--entities 100000] [--edges 1000000] [--folder DIR] [--subjects 300] [--seed 1]
//
// Makes the project once (large-project.mjs), then asks through the same `ask` as the command line, the server and the page,
// and once through HTTP. Subjects are drawn by a seed, half of them in proportion to how often they are named, so that
// hubs are among them. Times are told as the wall's and as the processor's (this process, all threads), and as ratios to a
// plain scan of the edges by DuckDB in the same run. Exit code 1 when a p95 passes its goal. `--quick` is a small project.
import { parseArgs } from "node:util";
import { seededRandom } from "../../dist/lib/random.js";
import { adjacencyOf, prepareQuestions, QUESTIONS } from "../../dist/query/index.js";
import { serveProject } from "../../dist/server/index.js";
import { openProject, parseStatement } from "../../dist/store/index.js";
import { largeProject } from "./large-project.mjs";

const { values } = parseArgs({
  options: {
    entities: { type: "string", default: "100000" },
    edges: { type: "string", default: "1000000" },
    folder: { type: "string" },
    subjects: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    quick: { type: "boolean", default: false },
  },
});
const size = values.quick ? { entities: 2_000, edges: 20_000 } : { entities: +values.entities, edges: +values.edges };

/** p95 in milliseconds, on two cores. */
const GOALS = { search: 20, neighbors: 20, "best path": 100, evidence: 20 };

const { folder, made, seconds } = await largeProject({
  ...size,
  seed: +values.seed,
  ...(values.folder && { folder: values.folder }),
  note: (stage) => console.log(`making the project: ${stage}`),
});
const stages = Object.entries(seconds).map(([stage, time]) => `${stage} ${time.toFixed(1)} s`);
console.log(made ? `made in ${folder}: ${stages.join(", ")}` : `found in ${folder}`);

const { db, manifest } = await openProject(folder);
const rows = (sql) => db.rows(parseStatement("bench/query", sql));
const { entities, edges, articles, mentions } = manifest.rows;
console.log(`${entities} entities, ${edges} edges, ${articles} articles, ${mentions} mentions\n`);

const random = seededRandom(+values.seed + 1);
const subjects = await drawSubjects(+values.subjects);
const ask = (name, of, options = {}) => QUESTIONS.find((one) => one.name === name).ask(db, of, options);

const memory = () => process.memoryUsage().arrayBuffers / 1e6;
const before = memory();
const loaded = await timed(() => adjacencyOf(db, "content"));
console.log(
  `ties of the content layer in memory: ${(memory() - before).toFixed(0)} MB, read in ${loaded.wall.toFixed(0)} ms`,
);
const index = await timed(() => ask("search", ["天"]));
console.log(`first search (reads the names): ${index.wall.toFixed(0)} ms`);
const held = memory();
const places = await timed(() => prepareQuestions(db));
console.log(
  `places of the mentions in memory: ${(memory() - held).toFixed(0)} MB, read in ${places.wall.toFixed(0)} ms (processor ${places.cpu.toFixed(0)} ms)\n`,
);

const scan = await measure(20, () =>
  rows("SELECT CAST(SUM(stories) AS BIGINT) AS sum, MAX(source) AS most FROM edges"),
);
print("scan of the edges", scan);
const RUNS = {
  search: (i) => ask("search", [typed(subjects[i])]),
  neighbors: (i) => ask("neighbors", [subjects[i].entity]),
  "neighbors by g2": (i) => ask("neighbors", [subjects[i].entity], { sort: "g2" }),
  common: (i) => ask("common", [subjects[i].entity, subjects[i].partner]),
  "best path": (i) => ask("path", [subjects[i].entity, other(i).entity], { k: 1 }),
  "three paths": (i) => ask("path", [subjects[i].entity, other(i).entity]),
  evidence: (i) => ask("evidence", i % 2 ? [subjects[i].entity] : [subjects[i].entity, subjects[i].partner]),
  timeline: (i) => ask("timeline", [subjects[i].entity], { unit: "month" }),
  entity: (i) => ask("entity", [subjects[i].entity]),
};
const missed = [];
for (const [name, run] of Object.entries(RUNS)) {
  const times = await measure(subjects.length, run);
  print(name, times, GOALS[name]);
  if (GOALS[name] && percentile(times.wall, 0.95) > GOALS[name]) missed.push(name);
}
db.close();
await overHttp();
console.log(`\npeak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
if (missed.length > 0) {
  console.log(`past the goal: ${missed.join(", ")}`);
  process.exitCode = 1;
}

/** Half by how often they are named, half alike; each with one it is tied to. */
async function drawSubjects(count) {
  const all = await rows("SELECT entity, name, mentions FROM entities ORDER BY entity");
  const sums = [];
  let sum = 0;
  for (const { mentions: times } of all) {
    sum += times;
    sums.push(sum);
  }
  const byMentions = () => {
    const drawn = random() * sum;
    return all[sums.findIndex((value) => value > drawn)];
  };
  const drawn = Array.from({ length: count }, (_, i) =>
    i % 2 ? byMentions() : all[Math.floor(random() * all.length)],
  );
  const partners = await rows(
    `SELECT source AS a, MIN(target) AS b FROM edges WHERE layer = 'content' GROUP BY source
     UNION ALL SELECT target AS a, MIN(source) AS b FROM edges WHERE layer = 'content' GROUP BY target`,
  );
  const partnerOf = new Map(partners.map(({ a, b }) => [a, b]));
  return drawn
    .filter(({ entity }) => partnerOf.has(entity))
    .map((one) => ({ ...one, partner: partnerOf.get(one.entity) }));
}

/** What somebody types of a name: all of it, its beginning, its middle. */
function typed({ name }) {
  const letters = [...name];
  const way = random();
  if (way < 0.4 || letters.length < 3) return name;
  return way < 0.7 ? letters.slice(0, 2).join("") : letters.slice(1, 3).join("");
}

function other(i) {
  const partner = subjects[(i * 7 + 3) % subjects.length];
  return partner.entity === subjects[i].entity ? subjects[(i + 1) % subjects.length] : partner;
}

async function timed(work) {
  const cpu = process.cpuUsage();
  const begun = process.hrtime.bigint();
  await work();
  const wall = Number(process.hrtime.bigint() - begun) / 1e6;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1e3 };
}

async function measure(count, run) {
  for (let i = 0; i < Math.min(10, count); i++) await run(i);
  const times = { wall: [], cpu: [] };
  for (let i = 0; i < count; i++) {
    const { wall, cpu } = await timed(() => run(i));
    times.wall.push(wall);
    times.cpu.push(cpu);
  }
  return times;
}

function percentile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function print(name, { wall, cpu }, goal) {
  const ms = (list, share) => `${percentile(list, share).toFixed(1).padStart(7)}`;
  const ratio = (percentile(wall, 0.95) / percentile(scan?.wall ?? wall, 0.5)).toFixed(2).padStart(7);
  const verdict = goal ? `goal ${String(goal).padStart(3)} ms ${percentile(wall, 0.95) > goal ? "MISSED" : "met"}` : "";
  console.log(
    `${name.padEnd(20)} p50${ms(wall, 0.5)} p95${ms(wall, 0.95)} max${ms(wall, 1)} ms, processor p50${ms(cpu, 0.5)} p95${ms(cpu, 0.95)} ms, p95 ${ratio} scans  ${verdict}`,
  );
}

async function overHttp() {
  const server = await serveProject({ project: folder, host: "127.0.0.1", port: 0, tries: 0, onError: console.error });
  try {
    const get = async (path) => {
      const response = await fetch(new URL(path, server.url));
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return response.arrayBuffer();
    };
    const of = (i) => `of=${encodeURIComponent(subjects[i].entity)}`;
    await get(`api/neighbors?${of(0)}`);
    const count = Math.min(100, subjects.length);
    print("HTTP: neighbors", await measure(count, (i) => get(`api/neighbors?${of(i)}`)));
    print("HTTP: evidence", await measure(count, (i) => get(`api/evidence?${of(i)}`)));
  } finally {
    await server.close();
  }
}
