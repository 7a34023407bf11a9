DROP TABLE called_entities;
DROP TABLE called_in_article;
DROP TABLE settled_ends;
DROP TABLE stated
