alter table books add column publication_year integer;
