-- What linking looks at; a database of its own that is thrown away when the links are known.
CREATE TABLE linkable (
  article VARCHAR, page VARCHAR, paper VARCHAR, date VARCHAR, kind VARCHAR, title VARCHAR, text VARCHAR,
  continued_from VARCHAR, continued_to VARCHAR
);
CREATE TABLE shingles (article VARCHAR, shingle BIGINT);
