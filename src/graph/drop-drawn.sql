DROP TABLE IF EXISTS drawn_entities;
