SELECT eid, surface
FROM count_surfaces
WHERE eid >= :first_row AND eid < :end_row
ORDER BY eid ASC NULLS LAST, mentions DESC NULLS LAST, surface ASC NULLS LAST
