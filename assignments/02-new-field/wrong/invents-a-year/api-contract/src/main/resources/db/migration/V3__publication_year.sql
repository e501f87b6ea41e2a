alter table books add column publication_year integer default 1900 check (publication_year between 1450 and 2100);
