SELECT name, total FROM graph_totals ORDER BY name ASC NULLS LAST
