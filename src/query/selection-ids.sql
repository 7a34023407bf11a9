-- All entities; the place in this order is the number of an entity in the other statements of selection.
SELECT entity FROM entities ORDER BY entity ASC NULLS LAST
