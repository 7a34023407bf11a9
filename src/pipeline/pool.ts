// Runs tasks here or in worker threads; results come in the order of the tasks, whoever was faster.
import { Piscina } from "piscina";
import { runTask, type Task, type TaskResult } from "./tasks.ts";

export interface Pool {
  /** `done` is called after each task with its result. */
  run(tasks: readonly Task[], done: (result: TaskResult) => void): Promise<TaskResult[]>;
  close(): Promise<void>;
}

/** Workers each load their own gazetteer and dictionary (about a second, 200 MB), so they start only when there is work. */
export function createPool(workers: number): Pool {
  if (workers <= 1) return { run: runHere, close: async () => {} };
  let piscina: Piscina | undefined;
  return {
    async run(tasks, done) {
      if (tasks.length === 0) return [];
      piscina ??= new Piscina({
        filename: new URL("./worker.js", import.meta.url).href,
        name: "run",
        minThreads: 1,
        maxThreads: workers,
        concurrentTasksPerWorker: 1,
      });
      const pool = piscina;
      return Promise.all(
        tasks.map(async (task) => {
          const result = (await pool.run(task)) as TaskResult;
          done(result);
          return result;
        }),
      );
    },
    close: async () => piscina?.destroy(),
  };
}

async function runHere(tasks: readonly Task[], done: (result: TaskResult) => void): Promise<TaskResult[]> {
  const results: TaskResult[] = [];
  for (const task of tasks) {
    const result = await runTask(task);
    done(result);
    results.push(result);
  }
  return results;
}
