// The bars of the time axis; those of names and ties stand over the same days.
import { computed } from "@preact/signals";
import { type Histogram, histogram } from "../histogram.ts";
import { filters, whole } from "../state.ts";

// By itself, so that a window that moves lays out no bars anew.
const papers = computed(() => filters.value.papers);

/** Of the papers that are looked at, all days; null where fewer than two are known. */
export const bars = computed<Histogram | null>(() =>
  whole.value ? histogram(whole.value.articles, papers.value) : null,
);
