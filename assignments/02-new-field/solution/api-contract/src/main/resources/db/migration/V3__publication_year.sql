-- Null where nobody has said: the books that are there have none.
alter table books add column publication_year integer check (publication_year between 1450 and 2100);
