-- Ids of the drawn entities of a window.
SELECT place, entity FROM numbered_nodes WHERE place >= :first_row AND place < :end_row ORDER BY place ASC NULLS LAST
