// The entry of a worker thread: one task in, its result out.
import { runTask, type Task, type TaskResult } from "./tasks.ts";

// Piscina calls a module's default export, or the function that `name` chooses; we name it.
export const run = (task: Task): Promise<TaskResult> => runTask(task);
