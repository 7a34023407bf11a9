// The arrangement beside the page, so that it goes on answering meanwhile.
import { type Arrangement, arrange } from "./force.ts";

addEventListener("message", ({ data }: MessageEvent<Arrangement>) => {
  postMessage(arrange(data));
});
