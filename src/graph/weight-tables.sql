-- What is computed outside of SQL, in the shape in which SQL takes it back: weights by 2x2 table, places of backbone ties.
DROP TABLE IF EXISTS count_weights;
CREATE TABLE count_weights (
  depth INT, stories BIGINT, source_stories BIGINT, target_stories BIGINT, npmi DOUBLE, g2 DOUBLE, p DOUBLE, q DOUBLE
);
DROP TABLE IF EXISTS count_backbone;
CREATE TABLE count_backbone (place BIGINT, rule VARCHAR);
