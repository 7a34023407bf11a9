// Errors by kind. The command line maps each kind to an exit code; tests match the class, never the sentence.

/** Something the caller handed in is wrong: a missing file, a broken row, an unknown option. Exit code 1. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** The command was called in a way it does not have. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A file of the project does not hold what this version writes; the message says what to do. Exit code 1. */
export class ProjectError extends Error {
  override readonly name = "ProjectError";
}

/** The sentence of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
