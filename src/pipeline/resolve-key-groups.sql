-- Names that meet under one key.
SELECT k.kind, k.name_key, e.entity, e.type, e.stories, e.mentions
FROM resolve_keys k
JOIN (
  SELECT kind, name_key FROM resolve_keys GROUP BY kind, name_key HAVING COUNT(*) > 1
) g ON g.kind = k.kind AND g.name_key = k.name_key
JOIN resolve_entities e ON e.entity = k.entity
ORDER BY k.kind ASC NULLS LAST, k.name_key ASC NULLS LAST, e.entity ASC NULLS LAST
