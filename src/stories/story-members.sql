-- Which articles, in which order, make the texts of stories that are printed more than once.
DROP TABLE IF EXISTS story_members;
CREATE TABLE story_members (story VARCHAR, text_id VARCHAR, part INTEGER, article VARCHAR);
