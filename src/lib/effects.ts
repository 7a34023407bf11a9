// What a run may do to the world around it, handed in as an object: the command line gives the real one, tests a silent one.

export interface Progress {
  /** The stage's name, in Chinese and English: "分篇 segment". */
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

export interface Effects {
  /** Called at every step of a stage; cheap, may be called often. */
  progress(progress: Progress): void;
  /** One sentence for the person who waits. */
  log(message: string): void;
}

export const SILENT_EFFECTS: Effects = { progress() {}, log() {} };
