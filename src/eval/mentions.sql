SELECT article, entity, surface, layer, page_spans, repair FROM mentions
ORDER BY article NULLS LAST, start_at NULLS LAST, end_at NULLS LAST, entity NULLS LAST, extractor NULLS LAST
