SELECT entity FROM resolve_entities
WHERE type = :type AND place >= :first_row AND place < :end_row
ORDER BY place ASC NULLS LAST
