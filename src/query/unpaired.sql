SELECT number, tid FROM unpaired ORDER BY number ASC NULLS LAST, tid ASC NULLS LAST
