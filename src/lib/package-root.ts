import { fileURLToPath } from "node:url";

/** The folder of this package, from src/ and from dist/ alike (both hold lib/ one level down). */
export const PACKAGE_ROOT = fileURLToPath(new URL("../../", import.meta.url));
