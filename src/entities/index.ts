export { ENTITY_TYPES, type EntityType, type Layer, type Mention, type Sentence } from "./types.ts";
