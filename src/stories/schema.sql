-- What linking looks at; a database of its own that is thrown away when the links are known. `day` counts from 1970,
-- `body` is the text below the headline in normal form. A text of several articles has its parts and its body of its own.
CREATE TABLE linkable (
  article VARCHAR, page VARCHAR, paper VARCHAR, date VARCHAR, day INTEGER, page_number VARCHAR, kind VARCHAR, title VARCHAR,
  text VARCHAR, body VARCHAR, continued_from VARCHAR, continued_to VARCHAR
);
CREATE TABLE shingles (article VARCHAR, shingle BIGINT);
CREATE TABLE text_parts (article VARCHAR, text_id VARCHAR);
CREATE TABLE joined_texts (text_id VARCHAR, body VARCHAR);
CREATE TABLE linked_texts (text_id VARCHAR, component VARCHAR);
