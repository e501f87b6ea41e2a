-- Sorted byte by byte, for that is how like compares; and what the search compares is in lower case.
create index books_by_title on books (lower(title) text_pattern_ops);
