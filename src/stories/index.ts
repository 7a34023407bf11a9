export type { Text } from "./types.ts";
