DROP TABLE IF EXISTS count_entity_rows;
DROP TABLE IF EXISTS count_surfaces;
