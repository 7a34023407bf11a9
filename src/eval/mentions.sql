SELECT article, entity, surface, layer, page_spans, repair FROM mentions ORDER BY article, start_at, end_at, entity, extractor
