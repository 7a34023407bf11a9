// Text → mentions with canonical names. `readResources` touches the disk; everything else is pure.
export { createExtractor, type Decision, type Extraction, extractText } from "./extract.ts";
export { EXTRACTORS } from "./extractors.ts";
export { formatHome, type Home, levelName, parseHome } from "./home.ts";
export { inferPlace } from "./infer-place.ts";
export { readResources } from "./read.ts";
export { formatRepair, parseRepair } from "./repair.ts";
export { createResources, type Name, type Resources, type Tables } from "./resources.ts";
export { ENTITY_TYPES, type EntityType, type Layer, type Mention, type Sentence } from "./types.ts";
