SELECT entity, name, in_content
FROM drawn_entities
ORDER BY in_content DESC NULLS LAST, place ASC NULLS LAST
